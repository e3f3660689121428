using System.Text.RegularExpressions;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>What the offices' own documents list is on their portals: every name, address line, web address and decision number.</summary>
public sealed partial class SourcesAreOnThePortalTests(PortalFixture portal)
{
    private static readonly string[] NotFacts = ["Sz", "Megnevezés", "Elérhetőség", "Honlap", "Megjegyzés"];
    private static readonly string[] CountryHeadings = ["MAGYARORSZÁG", "OLASZORSZÁG", "LENGYELORSZÁG", "KÍNA", "ÖRMÉNYORSZÁG", "MOLDVA KÖZTÁRSASÁG"];

    [Fact]
    public async Task Hargita_EveryLineOfTheRegister_IsOnThePortal()
    {
        var source = await SourceAsync("hargita-county-international-relations.hu.txt");
        var table = source[(source.IndexOf("Megjegyzés", StringComparison.Ordinal) + "Megjegyzés".Length)..source.IndexOf("Wuxi (Csiangszu", StringComparison.Ordinal)];
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Except(NotFacts).Except(CountryHeadings).ToList();
        Assert.True(lines.Count > 100, $"{lines.Count} lines read from the source");
        var text = await PortalTextAsync("hargita");
        Assert.All(lines, line => Assert.True(text.Contains(Squeezed(line), StringComparison.Ordinal), $"not on the portal: {line}"));
    }

    [Fact]
    public async Task Hargita_EveryPartnerPage_HasItsOwnLinesInTheSourcesOrder()
    {
        var source = await SourceAsync("hargita-county-international-relations.hu.txt");
        var table = source[(source.IndexOf("Megjegyzés", StringComparison.Ordinal) + "Megjegyzés".Length)..source.IndexOf("Wuxi (Csiangszu", StringComparison.Ordinal)];
        foreach (var heading in CountryHeadings) table = Regex.Replace(table, $"^{heading}$", "", RegexOptions.Multiline);
        var entries = EntryNumber().Split(table).Skip(1).ToList();
        Assert.Equal(19, entries.Count);
        var list = await portal.PageAsync("/hargita/hu/partners");
        var pages = list.QuerySelectorAll(".register__name a").Select(a => a.GetAttribute("href")!).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            var page = await portal.PageAsync(pages[i]);
            var text = Squeezed(page.QuerySelector("main")!.TextContent);
            foreach (var line in entries[i].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Assert.True(text.Contains(Squeezed(line), StringComparison.Ordinal), $"{pages[i]}: {line}");
            }
        }
    }

    [Fact]
    public async Task Svenljunga_EveryGoalFieldAndBaseFact_IsOnThePortal()
    {
        var source = await SourceAsync("svenljunga-international-work.sv.txt");
        var text = await PortalTextAsync("svenljunga");
        var goals = source.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith('•')).Select(l => l.TrimStart('•').Trim()).ToList();
        Assert.Equal(5, goals.Count);
        Assert.All(goals, goal => Assert.Contains(Squeezed(goal.TrimEnd('.')), text, StringComparison.OrdinalIgnoreCase));
        string[] facts = ["Rehna", "Tamsalu", "Chizhou", "demokratifrågor", "företag och sysselsättning", "social välfärd", "utbildning", "turism", "kultur", "sport", "miljö", "infrastruktur", "ungdom",
            "september 2008", "8 200", "1 380", "160", "5 000", "56", "16", "14 november 2019", "kanslienhet"];
        Assert.All(facts, fact => Assert.True(text.Contains(Squeezed(fact), StringComparison.OrdinalIgnoreCase), $"not on the portal: {fact}"));
    }

    [Fact]
    public async Task Toosz_EveryWebAddressAndFigure_IsOnThePortal()
    {
        var source = await SourceAsync("toosz-international-relations.hu.txt");
        var text = await PortalTextAsync("toosz");
        var addresses = WebAddress().Matches(source).Select(m => m.Value).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.True(text.Contains(Squeezed(address), StringComparison.Ordinal), $"not on the portal: {address}"));
        Assert.All(["636", "200.000", "47", "41", "1951", "1999", "2003", "2014. december"], fact => Assert.True(text.Contains(Squeezed(fact), StringComparison.Ordinal), $"not on the portal: {fact}"));
    }

    private static async Task<string> SourceAsync(string name)
    {
        var path = Checkout.Shared("sources", name);
        Assert.SkipWhen(path is null, "the folder shared/ does not stand beside this checkout");
        return (await File.ReadAllTextAsync(path!, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
    }

    private async Task<string> PortalTextAsync(string office)
    {
        var pages = await portal.CrawlAsync(office, office == "svenljunga" ? "sv" : "hu");
        return Squeezed(string.Join('\n', pages.Values.Select(p => p.QuerySelector("main")!.TextContent)));
    }

    /// <summary>Without white space, which web addresses and names are broken with in the sources.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^\s*\d{1,2}\s*$\n\n", RegexOptions.Multiline)]
    private static partial Regex EntryNumber();

    [GeneratedRegex(@"https?://[^\s]+")]
    private static partial Regex WebAddress();
}
