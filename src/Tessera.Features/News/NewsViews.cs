using Tessera.Domain.News;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Interchange.Offices;

namespace Tessera.Features.News;

/// <summary>What is asked of the news. Null asks nothing.</summary>
/// <param name="Year">Of its first day.</param>
/// <param name="Partner">Key of a partner.</param>
/// <param name="Field">Key of one of the office's fields.</param>
public sealed record NewsFilter(NewsCategory? Category = null, int? Year = null, string? Partner = null, string? Field = null, int Page = 1)
{
    /// <summary>Pieces of news on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Does it leave any out?</summary>
    public bool Narrows => Category is not null || Year is not null || Partner is not null || Field is not null;
}

/// <summary>Something that a piece of news tells of.</summary>
public sealed record NewsLink(string Key, LocalText Names);

/// <summary>A piece of news in a list.</summary>
/// <param name="Reads">How often it was read, as far as it is counted.</param>
public sealed record NewsBrief(Guid Id, string Key, NewsCategory Category, LocalText Title, LocalText Lead, NewsDays Days, int Version, DateTimeOffset UpdatedAt, int Reads)
{
    /// <summary>How many readers found it useful; the office's own.</summary>
    public int Useful { get; init; }

    /// <summary>How many did not; the office's own.</summary>
    public int NotUseful { get; init; }
}

/// <summary>A page of a list.</summary>
/// <param name="Matching">How many match, over all pages.</param>
public sealed record NewsList(IReadOnlyList<NewsBrief> Rows, int Matching)
{
    /// <summary>Pages at <see cref="NewsFilter.PageSize"/>; at least one.</summary>
    public int Pages => Math.Max(1, (Matching + NewsFilter.PageSize - 1) / NewsFilter.PageSize);
}

/// <summary>A piece of news in full.</summary>
/// <param name="Partners">In the order of the item; those that the lists have.</param>
/// <param name="Fields">Keys of the office's fields.</param>
/// <param name="Activities">In the order of the item; those that everybody may see.</param>
public sealed record NewsPage(NewsBrief Row, LocalText Text, IReadOnlyList<NewsLink> Partners, IReadOnlyList<string> Fields, IReadOnlyList<NewsLink> Activities, SourceView Source);

/// <summary>What a form of a piece of news offers.</summary>
public sealed record NewsChoices(IReadOnlyList<NewsLink> Partners, IReadOnlyList<NewsLink> Activities);

/// <summary>A piece of news as it is kept.</summary>
/// <param name="Version">To be given back with a change, so that nobody's work is overwritten unseen.</param>
public sealed record KeptNews(NewsItem Item, int Version, DateTimeOffset UpdatedAt) : IKept<NewsItem>;

/// <summary>What came of a change: done, or what stands against it, and then nothing was changed.</summary>
/// <param name="Findings">What is wrong; the path names the field.</param>
/// <param name="Meanwhile">The item as somebody else has left it since the form was opened; null when nobody has.</param>
public sealed record NewsResult(IReadOnlyList<Finding> Findings, KeptNews? Meanwhile) : KeepingResult<KeptNews>(Findings, Meanwhile);
