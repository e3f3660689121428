using Tessera.Domain.News;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

public sealed class NewsRulesTests
{
    private static readonly NewsReferences Known = new(["page"], ["culture"], ["zala"], ["visit"]);

    private static readonly NewsItem News = new()
    {
        Key = "news",
        Category = "visit",
        Title = LocalText.Of("hu", "Zala megye küldöttsége"),
        Lead = LocalText.Of("hu", "Két napot töltöttek nálunk."),
        Published = "2026-05-01",
        Until = "2026-05-01",
        Partners = ["zala"],
        Fields = ["culture"],
        Activities = ["visit"],
        Source = "page",
    };

    public static TheoryData<string, NewsItem, string> Mistakes => new()
    {
        { "category", News with { Category = "gossip" }, OfficeFileCodes.UnknownWord },
        { "title", News with { Title = LocalText.Empty }, OfficeFileCodes.Empty },
        { "lead.hu", News with { Lead = LocalText.Of("hu", new string('a', OfficeLimits.Lead + 1)) }, OfficeFileCodes.TooLong },
        { "published", News with { Published = "2026-02-30" }, NewsRefusal.DayUnreadable },
        { "published", News with { Published = "1899-12-31" }, NewsRefusal.DayUnreadable },
        { "until", News with { Until = "2026" }, NewsRefusal.DayUnreadable },
        { "until", News with { Until = "2026-04-30" }, NewsRefusal.UntilBeforePublished },
        { "until", News with { Published = null }, NewsRefusal.UntilAlone },
        { "partners[0]", News with { Partners = ["pest"] }, OfficeFileCodes.UnknownReference },
        { "partners", News with { Partners = ["zala", "zala"] }, OfficeFileCodes.RepeatedKey },
        { "fields[0]", News with { Fields = ["sport"] }, OfficeFileCodes.UnknownReference },
        { "activities[0]", News with { Activities = ["fair"] }, OfficeFileCodes.UnknownReference },
        { "source", News with { Source = "nowhere" }, OfficeFileCodes.UnknownReference },
    };

    [Fact]
    public void News_AsItShouldBe_IsAccepted() => Assert.Empty(NewsRules.Check(News, Known));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void News_WithAMistake_IsRefusedAtItsField(string path, NewsItem wrong, string code)
    {
        var finding = Assert.Single(NewsRules.Check(wrong, Known));
        Assert.Equal((path, code), (finding.Path, finding.Code));
    }
}
