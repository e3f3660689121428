using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>The keys of an office to which a piece of news may refer.</summary>
public sealed record NewsReferences(IEnumerable<string> Sources, IEnumerable<string> Fields, IEnumerable<string> Partners, IEnumerable<string> Activities);

/// <summary>Holds one piece of news against the rules of an office file.</summary>
public static class NewsRules
{
    private const string Path = "news.";

    /// <summary>What is wrong; paths are those of the item's own fields, such as <c>title.hu</c> or <c>partners[0]</c>.</summary>
    public static IReadOnlyList<Finding> Check(NewsItem news, NewsReferences known)
    {
        var findings = new FindingList("");
        var file = PartnerRules.FileOf(known.Sources, [], known.Fields) with
        {
            Partners = [.. known.Partners.Select(p => new PartnerItem { Key = p, Number = 0, Authority = "", Kind = "", RegisteredName = "", Names = LocalText.Empty, Source = "" })],
            Activities = [.. known.Activities.Select(a => new ActivityItem { Key = a, Kind = "", Status = "", Title = LocalText.Empty, Source = "" })],
        };
        new OfficeFileRules(file, findings).CheckNews(news, "news");
        return [.. findings.Refused().Findings.Select(f => f with { Path = f.Path.StartsWith(Path, StringComparison.Ordinal) ? f.Path[Path.Length..] : f.Path })];
    }
}
