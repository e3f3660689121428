using Tessera.Features.Offices;

namespace Tessera.Web.Commands;

/// <summary>Loads the example offices that are not there yet. One that is there is kept at its desk, and no file overwrites that.</summary>
internal static class ExampleOffices
{
    /// <summary>Loads every office file of the folder whose office the installation does not have.</summary>
    public static async Task<IReadOnlyList<OfficeLoading>> LoadAsync(string folder, HostService host, OfficeLoader loader, CancellationToken cancellation)
    {
        var loadings = new List<OfficeLoading>();
        if (!Directory.Exists(folder)) return loadings;
        var known = (await host.AllAsync(cancellation)).Select(o => o.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*.json").Where(p => !known.Contains(Path.GetFileNameWithoutExtension(p))).Order(StringComparer.Ordinal))
        {
            loadings.Add(await loader.LoadAsync(await File.ReadAllBytesAsync(path, cancellation), Path.GetFileName(path), "tessera serve --examples", cancellation));
        }

        return loadings;
    }
}
