using Tessera.Features.Offices;

namespace Tessera.Testing;

/// <summary>Loads the example offices into a test's database.</summary>
public static class Loading
{
    /// <summary>Loads every example; a refusal fails the test with its findings.</summary>
    public static async Task ExamplesAsync(TestDatabase database)
    {
        var loader = new OfficeLoader(database.Database, TimeProvider.System);
        foreach (var example in Checkout.Examples)
        {
            var loading = await loader.LoadAsync(await System.IO.File.ReadAllBytesAsync(example), Path.GetFileName(example), "test", CancellationToken.None);
            if (loading.IsRefused) throw new InvalidOperationException(string.Join('\n', loading.Findings.Select(f => $"{f.File}:{f.Line} {f.Path} {f.Code}")));
        }
    }
}
