using Tessera.Features.Offices;

namespace Tessera.Testing;

/// <summary>Loads example offices into a test's database.</summary>
public static class Loading
{
    /// <summary>Loads every example; here as below a refusal fails the test with its findings.</summary>
    public static async Task ExamplesAsync(TestDatabase database)
    {
        foreach (var example in Checkout.Examples) await LoadAsync(database, example);
    }

    /// <summary>A new database with one example, by its file's name without ending.</summary>
    public static async Task<TestDatabase> ExampleAsync(string name)
    {
        var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await LoadAsync(database, Checkout.File("examples", name + ".json"));
        return database;
    }

    private static async Task LoadAsync(TestDatabase database, string file)
    {
        var loading = await new OfficeLoader(database.Database, TimeProvider.System).LoadAsync(await System.IO.File.ReadAllBytesAsync(file), Path.GetFileName(file), "test", CancellationToken.None);
        if (loading.IsRefused) throw new InvalidOperationException(string.Join('\n', loading.Findings.Select(f => $"{f.File}:{f.Line} {f.Path} {f.Code}")));
    }
}
