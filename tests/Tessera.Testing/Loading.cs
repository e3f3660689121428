using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;

namespace Tessera.Testing;

/// <summary>Loads example offices into a test's database.</summary>
public static class Loading
{
    /// <summary>Loads every example that is a register; here as below a refusal fails the test with its findings.</summary>
    public static async Task ExamplesAsync(TestDatabase database)
    {
        foreach (var example in Checkout.Registers) await LoadAsync(database, example);
    }

    /// <summary>The delegations of the association among the examples: one of the past on the portal, and one in renewal.</summary>
    public static async Task DelegationsAsync(TestDatabase database, TimeProvider time)
    {
        var office = (await new OfficeQueries(database.Database).FindAsync("toosz", CancellationToken.None))!;
        var findings = await new ExampleDelegations(database.Database, time).LoadAsync(office, await System.IO.File.ReadAllTextAsync(Checkout.File("examples", "delegations", "toosz.json")), new Edit("test"), CancellationToken.None);
        if (findings.Count > 0) throw new InvalidOperationException(string.Join('\n', findings.Select(f => $"{f.Path} {f.Code}")));
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
