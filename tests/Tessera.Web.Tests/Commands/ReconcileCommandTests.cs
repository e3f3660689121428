using System.Text;
using System.Text.Json;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Testing;
using Tessera.Web.Commands;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary><c>tessera reconcile</c>, called as at a terminal on a database with an example office.</summary>
public sealed class ReconcileCommandTests
{
    private static readonly byte[] Register = Encoding.UTF8.GetBytes("""
        origin;origincountry;partner;partner country
        Svenljunga;Sweden;Tamsalu;Estonia
        Svenljunga;Sweden;Bergen;Norway
        Svenljunga;Sweden;Bergen;Norway
        """);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_AgainstAnOffice_IsComparedInJsonAndInWords()
    {
        await using var database = await Loading.ExampleAsync("svenljunga");
        var environment = new Dictionary<string, string> { ["TESSERA_DATABASE"] = database.AppConnectionString, ["TESSERA_DATABASE_OWNER"] = database.OwnerConnectionString };
        var (code, output, error) = await Terminal.RunAsync(["reconcile", "-", "--office", "svenljunga", "--json"], input: Register, environment: environment);
        Assert.Equal((ExitCodes.Done, ""), (code, error));
        var document = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, 1, 1), (document.GetProperty("counts").GetProperty("same").GetInt32(), document.GetProperty("counts").GetProperty("missing-here").GetInt32(), document.GetProperty("counts").GetProperty("contradictory").GetInt32()));
        Assert.Equal("tamsalu", document.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("answer").GetString() == "same").GetProperty("key").GetString());

        var words = await Terminal.RunAsync(["reconcile", "-", "--office", "svenljunga"], "hu", Register, environment);
        Assert.Contains("3 Bergen (NO): csak a jegyzék nevezi meg", words.Output, StringComparison.Ordinal);
        Assert.Contains("ugyanez a pár a(z) 3. sorban is szerepel", words.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("commands.", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_WithoutColumns_IsRefused()
    {
        var (code, output, error) = await Terminal.RunAsync(["reconcile", "-", "--office", "svenljunga"], input: "a;b\n1;2\n"u8.ToArray());
        Assert.Equal((ExitCodes.Refused, ""), (code, output));
        Assert.StartsWith("The first line of - does not name the columns", error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryReason_HasASentenceInEveryLanguage() => Assert.All(Languages.Interface, l =>
        Assert.All(RegisterReasons.All, r => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey("commands.reconcile.why-" + r), $"{r} in {l}")));
}
