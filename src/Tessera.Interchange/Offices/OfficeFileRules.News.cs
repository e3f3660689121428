using Tessera.Domain.News;

namespace Tessera.Interchange.Offices;

/// <content>What news must mean.</content>
internal sealed partial class OfficeFileRules
{
    private readonly HashSet<string> _activities = [.. file.Activities.Select(a => a.Key)];

    /// <summary>Checks one piece of news.</summary>
    public void CheckNews(NewsItem news, string at)
    {
        Word<NewsCategory>(news.Category, at + ".category");
        NotEmpty(news.Title, at + ".title");
        foreach (var (said, language) in news.Lead) Length(said, OfficeLimits.Lead, $"{at}.lead.{language}");
        foreach (var (member, code) in NewsDays.WhyNot(news.Published, news.Until)) findings.Add($"{at}.{member}", code);
        References(_partners, news.Partners, at + ".partners");
        Unique(news.Partners, at + ".partners");
        References(_fields, news.Fields, at + ".fields");
        References(_activities, news.Activities, at + ".activities");
        Unique(news.Activities, at + ".activities");
        Reference(_sources, news.Source, at + ".source");
    }
}
