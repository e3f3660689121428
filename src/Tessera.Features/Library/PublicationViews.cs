using Tessera.Domain.Library;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Documents;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Library;

/// <summary>What is asked of the library. Null asks nothing.</summary>
/// <param name="Search">Words in any spelling; all of them must be there.</param>
/// <param name="Language">In which a publication is written.</param>
/// <param name="Field">Key of one of the office's fields.</param>
public sealed record PublicationFilter(string? Search = null, PublicationKind? Kind = null, string? Language = null, int? Year = null, string? Field = null, int Page = 1)
{
    /// <summary>Publications on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Does it leave any out?</summary>
    public bool Narrows => Search is not null || Kind is not null || Language is not null || Year is not null || Field is not null;
}

/// <summary>A publication in a list.</summary>
public sealed record PublicationBrief(
    Guid Id, string Key, PublicationKind Kind, LocalText Title, string Language, int? Year, IReadOnlyList<string> Authors, LocalText Abstract, bool IsPublic, int Version, DateTimeOffset UpdatedAt)
{
    /// <summary>Where it was found, with what was searched for; null without a search.</summary>
    public Excerpt? Excerpt { get; init; }
}

/// <summary>A page of a list.</summary>
/// <param name="Matching">How many match, over all pages.</param>
public sealed record PublicationList(IReadOnlyList<PublicationBrief> Rows, int Matching)
{
    /// <summary>Pages at <see cref="PublicationFilter.PageSize"/>; at least one.</summary>
    public int Pages => Math.Max(1, (Matching + PublicationFilter.PageSize - 1) / PublicationFilter.PageSize);
}

/// <summary>What there is to choose from: languages by their tags, years the latest first.</summary>
public sealed record PublicationChoices(IReadOnlyList<string> Languages, IReadOnlyList<int> Years);

/// <summary>An activity that a publication came from or that cites it.</summary>
public sealed record CitingActivity(string Key, LocalText Title);

/// <summary>A publication in full.</summary>
/// <param name="Fields">Keys of the office's fields.</param>
/// <param name="Activities">Those that the reader may see.</param>
/// <param name="Files">Its files, newest first.</param>
public sealed record PublicationPage(PublicationBrief Row, string? Url, IReadOnlyList<string> Fields, IReadOnlyList<CitingActivity> Activities, IReadOnlyList<DocumentView> Files, SourceView Source);

/// <summary>A publication as it is kept.</summary>
/// <param name="Version">To be given back with a change, so that nobody's work is overwritten unseen.</param>
public sealed record KeptPublication(PublicationItem Item, int Version, DateTimeOffset UpdatedAt) : IKept<PublicationItem>;

/// <summary>What came of a change: done, or what stands against it, and then nothing was changed.</summary>
/// <param name="Findings">What is wrong; the path names the field.</param>
/// <param name="Meanwhile">The item as somebody else has left it since the form was opened; null when nobody has.</param>
public sealed record PublicationResult(IReadOnlyList<Finding> Findings, KeptPublication? Meanwhile) : KeepingResult<KeptPublication>(Findings, Meanwhile);
