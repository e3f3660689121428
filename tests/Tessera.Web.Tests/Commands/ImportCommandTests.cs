using System.Text;
using System.Text.RegularExpressions;
using Tessera.Features.Offices;
using Tessera.Testing;
using Tessera.Web.Commands;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary><c>tessera import</c>, called as at a terminal on a database with an example office.</summary>
public sealed partial class ImportCommandTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes("""
        <html lang="sv"><body><h1>Våra vänorter</h1><ul>
        <li>Hillerød, Danmark (1946)</li><li>Horten, Norge (1946)</li><li>Lovisa, Finland (1947)</li></ul></body></html>
        """);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_Imported_StandsInTheRegister_AndUndone_DoesNot()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        var file = Checkout.File("examples", "svenljunga.json");
        await new OfficeLoader(database.Database, TimeProvider.System).LoadAsync(await File.ReadAllBytesAsync(file, Cancellation), file, "test", Cancellation);
        var environment = new Dictionary<string, string> { ["TESSERA_DATABASE"] = database.AppConnectionString, ["TESSERA_DATABASE_OWNER"] = database.OwnerConnectionString };

        var (code, output, progress) = await Terminal.RunAsync(["import", "-", "--office", "svenljunga", "--accept", "0.7"], input: Page, environment: environment);
        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("3/3", progress, StringComparison.Ordinal);
        Assert.StartsWith("3 taken, 0 waiting at the desk", output, StringComparison.Ordinal);
        Assert.Equal(6, await CountAsync(database));

        var undone = await Terminal.RunAsync(["import", "--office", "svenljunga", "--undo", Id().Match(output).Value], environment: environment);
        Assert.Equal(ExitCodes.Done, undone.Code);
        Assert.Equal(3, await CountAsync(database));
    }

    [Theory]
    [InlineData("--accept", "7", ExitCodes.Usage)]
    [InlineData("--undo", "01a1fe35-aff4-7bea-86bf-ebbc237f0065", ExitCodes.Refused)]
    public async Task Import_OfNothing_IsRefusedWithASentence(string option, string value, int expected)
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        var file = Checkout.File("examples", "svenljunga.json");
        await new OfficeLoader(database.Database, TimeProvider.System).LoadAsync(await File.ReadAllBytesAsync(file, Cancellation), file, "test", Cancellation);
        var environment = new Dictionary<string, string> { ["TESSERA_DATABASE"] = database.AppConnectionString, ["TESSERA_DATABASE_OWNER"] = database.OwnerConnectionString };
        var (code, _, error) = await Terminal.RunAsync(["import", "--office", "svenljunga", option, value], environment: environment);
        Assert.Equal(expected, code);
        Assert.NotEmpty(error);
    }

    private static async Task<int> CountAsync(TestDatabase database) =>
        (await new OfficeLoader(database.Database, TimeProvider.System).DumpAsync("svenljunga", Cancellation))!.Partners.Count;

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex Id();
}
