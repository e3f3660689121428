using System.Security.Cryptography;
using Tessera.Features.Offices;

namespace Tessera.Web.Commands;

/// <summary>Loads the example offices, and again only when their files have changed.</summary>
internal static class ExampleOffices
{
    /// <summary>Loads every office file of the folder whose content is not the one loaded last into this data folder.</summary>
    public static async Task<IReadOnlyList<OfficeLoading>> LoadAsync(string folder, string dataFolder, OfficeLoader loader, CancellationToken cancellation)
    {
        var loadings = new List<OfficeLoading>();
        if (!Directory.Exists(folder)) return loadings;
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellation);
            var mark = Path.Combine(dataFolder, "examples", Path.GetFileName(path) + ".sha256");
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (File.Exists(mark) && await File.ReadAllTextAsync(mark, cancellation) == hash) continue;
            var loading = await loader.LoadAsync(bytes, Path.GetFileName(path), "tessera serve --examples", cancellation);
            loadings.Add(loading);
            if (!loading.IsRefused) await RememberAsync(mark, hash, cancellation);
        }

        return loadings;
    }

    private static Task RememberAsync(string mark, string hash, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
        return File.WriteAllTextAsync(mark, hash, cancellation);
    }
}
