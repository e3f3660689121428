using Tessera.Domain.Memberships;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>An office in the index of the installation. The counts are computed from the register.</summary>
/// <param name="UpdatedAt">When its register was last changed.</param>
public sealed record OfficeCard(
    string Slug, OfficeKind Kind, LocalText Name, LocalText ShortName, LocalText Summary, string? Country, string Colour,
    int Partners, int Countries, int Agreements, int Memberships, DateTimeOffset UpdatedAt);

/// <summary>A heading with prose; a line of the text that begins with "- " is an entry of a list, and an empty line parts paragraphs.</summary>
public sealed record SectionView(string Key, LocalText Heading, LocalText Text);

/// <summary>A priority field of cooperation, or another short text under a key.</summary>
public sealed record TextView(string Key, LocalText Text);

/// <summary>How to reach somebody; what is not known is null or empty.</summary>
public sealed record ContactView(IReadOnlyList<string> Address, string? Website, string? Email, string? Phone);

/// <summary>An office as its portal shows it.</summary>
/// <param name="Home">The settlement of its seat, from which the arcs of the map begin; null when the directory does not know it.</param>
public sealed record OfficeView(
    int Id, string Slug, OfficeKind Kind, LocalText Name, LocalText ShortName, IReadOnlyList<string> Languages, string Colour, LocalText Summary,
    string? Country, PlaceView? Home, ContactView Contact, IReadOnlyList<TextView> Fields, SourceView Source, DateTimeOffset UpdatedAt)
{
    /// <summary>The last part of the address of its arms; null when it has none.</summary>
    public string? Arms { get; init; }

    /// <summary>Is a delegation of its on the portal?</summary>
    public bool HasDelegations { get; init; }

    /// <summary>Has it anything in its library that everybody sees?</summary>
    public bool HasLibrary { get; init; }

    /// <summary>The order in which a page tries languages for a reader.</summary>
    public IReadOnlyList<string> Chain(string reader) => Domain.Vocabulary.Languages.Chain(reader, Languages);
}

/// <summary>What an office says of itself: its goals and tasks, its own sections, the units responsible.</summary>
public sealed record OfficeProse(IReadOnlyList<TextView> Goals, IReadOnlyList<TextView> Tasks, IReadOnlyList<SectionView> Sections, IReadOnlyList<SectionView> Responsible)
{
    /// <summary>Useful numbers and links: under each heading lines as <see cref="UsefulLine"/> reads them.</summary>
    public IReadOnlyList<SectionView> Useful { get; init; } = [];
}

/// <summary>The office's place in an organisation.</summary>
public sealed record MembershipView(
    string Key, MembershipKind Kind, LocalText Organisation, string? Abbreviation, string? OrganisationWebsite,
    IReadOnlyList<MembershipDateView> Dates, int? Seats, int? Substitutes, LocalText Note, IReadOnlyList<string> Links, SourceView Source)
{
    /// <summary>How its fee comes about and who adds to it; null where nothing is known.</summary>
    public FeeRuleItem? Fee { get; init; }

    /// <summary>Who sits there for the office; all hold a public office.</summary>
    public IReadOnlyList<SeatHolderItem> People { get; init; } = [];

    /// <summary>How the fee comes about; unknown where no source says it.</summary>
    public FeeKind FeeKind => Fee?.Rule().Kind ?? FeeKind.Unknown;
}

/// <summary>A date of a membership.</summary>
public sealed record MembershipDateView(MembershipDateRole Role, PartialDate Date);

/// <summary>A relation of a member settlement, published but not held by the office.</summary>
public sealed record SettlementRelationView(string Key, PartnerKind Kind, PlaceView Settlement, PlaceView With, LocalText Note, SourceView Source);
