using Tessera.Domain.Agreements;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;

namespace Tessera.Features.Partners;

/// <summary>What a reader asks of the list. Null asks nothing.</summary>
/// <param name="Search">In any spelling of any of the names, of the country, the seat or a decision number.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Field">Key of one of the office's fields.</param>
public sealed record PartnerFilter(
    string? Search = null, string? Country = null, PartnerKind? Kind = null, AgreementStanding? Standing = null, string? Field = null,
    PartnerOrder Order = PartnerOrder.Number, bool Descending = false, int Page = 1)
{
    /// <summary>Partners on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Does it narrow the list at all?</summary>
    public bool Narrows => Search is not null || Country is not null || Kind is not null || Standing is not null || Field is not null;
}

/// <summary>By what the list is sorted.</summary>
public enum PartnerOrder
{
    /// <summary>The office's own numbering.</summary>
    Number,

    /// <summary>The name the reader sees, by the rules of the reader's language.</summary>
    Name,

    /// <summary>The country's name in the reader's language.</summary>
    Country,

    /// <summary>The earliest date of an agreement.</summary>
    Since,
}

/// <summary>A partner in a list.</summary>
/// <param name="Standing">Of its agreements the best: in force before planned, before succeeded, before ended. Null without agreement.</param>
/// <param name="Since">The earliest date of any of its agreements; null when none is known.</param>
public sealed record PartnerRow(
    int Number, string Slug, PartnerKind Kind, string RegisteredName, LocalText Names, string Country, PlaceView? Seat, IReadOnlyList<string> Address,
    IReadOnlyList<string> Websites, IReadOnlyList<AgreementBrief> Agreements, IReadOnlyList<string> Fields, AgreementStanding? Standing, PartialDate? Since);

/// <summary>How many partners of the whole register, by one property; the sums agree with the list because they are counted from it.</summary>
public sealed record Count<T>(T Value, int Partners);

/// <summary>A page of the list, and the counts of the whole register.</summary>
/// <param name="Matching">How many match the filter, over all pages.</param>
/// <param name="Total">How many the register has.</param>
public sealed record PartnerList(
    IReadOnlyList<PartnerRow> Rows, int Matching, int Total, IReadOnlyList<Count<string>> Countries, IReadOnlyList<Count<PartnerKind>> Kinds,
    IReadOnlyList<Count<AgreementStanding>> Standings, IReadOnlyList<Count<string>> Fields)
{
    /// <summary>Pages at <see cref="PartnerFilter.PageSize"/> partners; at least one.</summary>
    public int Pages => Math.Max(1, (Matching + PartnerFilter.PageSize - 1) / PartnerFilter.PageSize);
}

/// <summary>A base fact: a figure with its unit, or a sentence.</summary>
/// <param name="Kind">population, area, climate, economy, history, geography or nature.</param>
/// <param name="About">Does the source say "about"?</param>
public sealed record BaseFactView(string Key, string Kind, decimal? Value, string? Unit, bool About, LocalText Text, PartialDate? AsOf, SourceView Source);

/// <summary>A partner's page.</summary>
/// <param name="Events">Mergers and the like of its authority, oldest first.</param>
/// <param name="Successors">Who stands for the authority today, when it ended; empty while it lives.</param>
public sealed record PartnerPage(
    PartnerRow Row, AuthorityView Authority, IReadOnlyList<AgreementView> Agreements, IReadOnlyList<BaseFactView> Facts, LocalText Note,
    IReadOnlyList<AuthorityEventView> Events, IReadOnlyList<LocalText> Successors, IReadOnlyList<TextView> Fields, SourceView Source, DateTimeOffset UpdatedAt);
