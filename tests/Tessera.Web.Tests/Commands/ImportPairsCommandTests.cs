using System.Text;
using System.Text.Json;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Testing;
using Tessera.Web.Commands;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary><c>tessera import-pairs</c>, called as at a terminal on a database with an example office.</summary>
public sealed class ImportPairsCommandTests
{
    private static readonly byte[] Register = Encoding.UTF8.GetBytes("""
        origin;origincountry;partner;partner country
        Svenljunga;Sweden;Tamsalu;Estonia
        Svenljunga;Sweden;Bergen;Norway
        Svenljunga;Sweden;Bergen;Norway
        Svenljunga;Sweden;Atlantis;Nowhere
        """);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_Imported_StandsInTheRegister_AndUndone_DoesNot()
    {
        await using var database = await Loading.ExampleAsync("svenljunga");
        var environment = Environment(database);
        var trial = await Terminal.RunAsync(["import-pairs", "-", "--all-offices", "--dry-run"], input: Register, environment: environment);
        Assert.Equal(ExitCodes.Done, trial.Code);
        Assert.Contains("Taken: 1", trial.Output, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(database));

        var (code, output, error) = await Terminal.RunAsync(["import-pairs", "-", "--office", "svenljunga", "--source", "Wikidata", "--as-of", "2026-05", "--json"], input: Register, environment: environment);
        Assert.Equal((ExitCodes.Done, ""), (code, error));
        var document = JsonDocument.Parse(output).RootElement;
        Assert.Equal((1, 1, 1, 1), (Number(document, "taken"), Number(document, "same"), Number(document, "twice"), Number(document, "faulty")));
        Assert.Equal([(4, "twice"), (5, "faulty")], document.GetProperty("lines").EnumerateArray().Select(l => (l.GetProperty("line").GetInt32(), l.GetProperty("answer").GetString()!)).Order());
        Assert.Equal(4, await CountAsync(database));

        var undone = await Terminal.RunAsync(["import", "--undo", document.GetProperty("import").GetString()!], environment: environment);
        Assert.Equal(ExitCodes.Done, undone.Code);
        Assert.StartsWith("Taken back: 1. Offices: 1.", undone.Output, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(database));
    }

    [Fact]
    public async Task Register_Imported_IsToldInWords()
    {
        await using var database = await Loading.ExampleAsync("svenljunga");
        var (code, output, error) = await Terminal.RunAsync(["import-pairs", "-", "--office", "svenljunga"], "hu", Register, Environment(database));
        Assert.Equal(ExitCodes.Done, code);
        Assert.StartsWith("5. sor: a partner országa hiányzik", error, StringComparison.Ordinal);
        Assert.Contains("Felvéve: 1", output, StringComparison.Ordinal);
        Assert.Contains("import --undo ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("commands.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "--dry-run")]
    [InlineData(ExitCodes.Usage, "--office", "svenljunga", "--all-offices")]
    [InlineData(ExitCodes.Usage, "--office", "svenljunga", "--as-of", "last May")]
    [InlineData(ExitCodes.Refused, "--office", "nowhere")]
    public async Task Import_AskedWrongly_IsRefusedWithASentence(int expected, params string[] options)
    {
        await using var database = await Loading.ExampleAsync("svenljunga");
        var (code, _, error) = await Terminal.RunAsync(["import-pairs", "-", .. options], input: Register, environment: Environment(database));
        Assert.Equal(expected, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("commands.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_InAnotherCodePage_IsRefused_AndNothingIsTaken()
    {
        await using var database = await Loading.ExampleAsync("svenljunga");
        var (code, _, error) = await Terminal.RunAsync(["import-pairs", "-", "--office", "svenljunga"], input: [.. Register, .. "\nSvenljunga;Sweden;Malm"u8, 0xF6, (byte)'\n'], environment: Environment(database));
        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("UTF-8", error, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(database));
    }

    [Fact]
    public void EveryFault_HasASentenceInEveryLanguage() => Assert.All(Languages.Interface, l =>
        Assert.All(RegisterFaults.All, f => Assert.True(TextCatalogue.Shared.Entries(l).ContainsKey("commands.pairs.fault-" + f), $"{f} in {l}")));

    [Fact]
    public void AReasonOfARegister_IsASentence() => Assert.Equal(
        TextCatalogue.Shared.For("en").With("commands.reconcile.why-distance-against-coordinates", ("given", "12"), ("kilometres", "900")),
        ReadingSentences.Because(PairReasons.Write(new RegisterDoubt(RegisterReasons.Distance, new Dictionary<string, string> { ["given"] = "12", ["kilometres"] = "900" })), TextCatalogue.Shared.For("en")));

    private static int Number(JsonElement document, string answer) => document.GetProperty("counts").GetProperty(answer).GetInt32();

    private static Dictionary<string, string> Environment(TestDatabase database) => new() { ["TESSERA_DATABASE"] = database.AppConnectionString, ["TESSERA_DATABASE_OWNER"] = database.OwnerConnectionString };

    private static async Task<int> CountAsync(TestDatabase database) =>
        (await new OfficeLoader(database.Database, TimeProvider.System).DumpAsync("svenljunga", Cancellation))!.Partners.Count;
}
