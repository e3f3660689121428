using System.Text;
using System.Text.Json;
using Tessera.Web.Commands;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary><c>tessera delegation</c>, called as at a terminal.</summary>
public sealed class DelegationCommandTests
{
    /// <summary>Four seats in one hall; three men and one woman sit, two women are waiting.</summary>
    private const string File = """
        {
          "form": "delegation-1",
          "blocks": [{"kind": "representative", "seats": 4}],
          "candidates": [
            {"key": "adam", "sex": "male", "mandate": {"kind": "elected"}, "authority": "local", "points": {"representative": 9}},
            {"key": "béla", "sex": "male", "mandate": {"kind": "elected"}, "authority": "local", "points": {"representative": 8}},
            {"key": "dénes", "sex": "male", "mandate": {"kind": "elected"}, "authority": "local", "points": {"representative": 7}},
            {"key": "anna", "sex": "female", "mandate": {"kind": "elected"}, "authority": "local", "points": {"representative": 6}},
            {"key": "cili", "sex": "female", "mandate": {"kind": "elected"}, "authority": "local", "points": {"representative": 5}},
            {"key": "edit", "sex": "female", "mandate": {"kind": "elected"}, "authority": "local", "points": {"representative": 4}}
          ],
          "rules": [{"id": "share", "code": "sex-share", "perThousand": 300}, {"id": "filled", "code": "seats-filled"}QUOTA],
          "composition": [
            {"candidate": "adam", "kind": "representative"}, {"candidate": "béla", "kind": "representative"},
            {"candidate": "dénes", "kind": "representative"}, {"candidate": "anna", "kind": "representative"}
          ]
        }
        """;

    [Theory]
    [InlineData("en", "1 blocking rule is broken", "cili for dénes (representative)")]
    [InlineData("hu", "1 kötelező szabály sérül", "dénes helyett cili (tag)")]
    [InlineData("sv", "1 tvingande regel är bruten", "cili i stället för dénes (ledamot)")]
    [InlineData("ro", "1 regulă obligatorie este încălcată", "cili în locul: dénes (reprezentant)")]
    public async Task Check_OneWomanOfFour_SaysWhoAndByWhichExchangeItIsMended(string language, params string[] words)
    {
        var (code, output, error) = await Terminal.RunAsync(["delegation", "check", "-"], language, Input());
        Assert.Equal((ExitCodes.Done, ""), (code, error));
        Assert.All(words, w => Assert.Contains(w, output, StringComparison.Ordinal));
        Assert.Contains("anna", output, StringComparison.Ordinal);
        Assert.DoesNotContain("delegation-check.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_WithJson_IsProvenAndHasAlternatives()
    {
        var (code, output, _) = await Terminal.RunAsync(["delegation", "compose", "-", "--alternatives", "2", "--json"], input: Input());
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal((ExitCodes.Done, true, 28, 2), (code, answer.GetProperty("best").GetProperty("proven").GetBoolean(), answer.GetProperty("best").GetProperty("points").GetInt32(), answer.GetProperty("alternatives").GetArrayLength()));
    }

    [Fact]
    public async Task Compose_RulesThatCannotHoldTogether_NamesThem()
    {
        var (_, output, _) = await Terminal.RunAsync(["delegation", "compose", "-"], input: Input(""", {"id": "no-adam", "code": "must-not-sit", "candidate": "adam"}, {"id": "adam", "code": "must-sit", "candidate": "adam"}"""));
        Assert.Contains("no-adam, adam", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatIsNotOfTheForm_IsRefusedWithItsPlace()
    {
        var (code, output, error) = await Terminal.RunAsync(["delegation", "check", "-"], input: Input(""", {"id": "x", "code": "sex-shares"}"""));
        Assert.Equal((ExitCodes.Refused, ""), (code, output));
        Assert.Contains("$.rules[2]", error, StringComparison.Ordinal);
    }

    private static byte[] Input(string further = "") => Encoding.UTF8.GetBytes(File.Replace("QUOTA", further, StringComparison.Ordinal));
}
