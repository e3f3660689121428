using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>
/// An office as one file: what <c>tessera office load</c> takes and <c>tessera office dump</c> writes. Keys are lower-case
/// (letters, digits, hyphens), unique in their list, stable over time, and are the slugs of the portal's addresses. Lists of partners, fields,
/// goals, tasks and sections keep their order. The JSON schema is docs/schema/office-1.schema.json.
/// </summary>
public sealed record OfficeFile
{
    /// <summary>The name and version of the form.</summary>
    public const string CurrentFormat = "tessera-office/1";

    /// <summary>Always <see cref="CurrentFormat"/>.</summary>
    public required string Format { get; init; }

    public required OfficeSheet Office { get; init; }

    /// <summary>The documents and data sets that the facts come from; every item names one by its key.</summary>
    public IReadOnlyList<SourceItem> Sources { get; init; } = [];

    /// <summary>Settlements with coordinates; kept in the shared directory.</summary>
    public IReadOnlyList<PlaceItem> Places { get; init; } = [];

    /// <summary>Legal bodies: the office's own, the partners', successors, networks; kept in the shared directory.</summary>
    public IReadOnlyList<AuthorityItem> Authorities { get; init; } = [];

    /// <summary>Mergers, splits, renames, transfers, abolitions; kept in the shared directory.</summary>
    public IReadOnlyList<AuthorityEventItem> AuthorityEvents { get; init; } = [];

    /// <summary>The register, in the office's own order.</summary>
    public IReadOnlyList<PartnerItem> Partners { get; init; } = [];

    public IReadOnlyList<MembershipItem> Memberships { get; init; } = [];

    public IReadOnlyList<SettlementRelationItem> SettlementRelations { get; init; } = [];

    /// <summary>Visits, events, missions and meetings.</summary>
    public IReadOnlyList<ActivityItem> Activities { get; init; } = [];

    /// <summary>Who brings programmes to the region's season.</summary>
    public IReadOnlyList<OrganiserItem> Organisers { get; init; } = [];

    /// <summary>Exam weeks, school holidays, towns' traditional days.</summary>
    public IReadOnlyList<DayItem> Days { get; init; } = [];

    /// <summary>What the office tells its readers.</summary>
    public IReadOnlyList<NewsItem> News { get; init; } = [];

    /// <summary>Publications and good practices that the office lends to everybody.</summary>
    public IReadOnlyList<PublicationItem> Publications { get; init; } = [];
}

/// <summary>What the office is.</summary>
public sealed record OfficeSheet
{
    /// <summary>The first part of its addresses; lower case, at least three letters so that it is never a language.</summary>
    public required string Slug { get; init; }

    /// <summary>municipality | county | region | association</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the authority whose office it is.</summary>
    public required string Authority { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>The short name in headings, such as "Hargita megye".</summary>
    public required LocalText ShortName { get; init; }

    /// <summary>The languages the office writes, its first one first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The one strong colour, #rrggbb.</summary>
    public required string Colour { get; init; }

    /// <summary>Two or three sentences for the first screen.</summary>
    public LocalText Summary { get; init; } = LocalText.Empty;

    public IReadOnlyList<TextItem> Goals { get; init; } = [];

    public IReadOnlyList<TextItem> Tasks { get; init; } = [];

    /// <summary>Priority fields of cooperation.</summary>
    public IReadOnlyList<TextItem> Fields { get; init; } = [];

    /// <summary>Prose of the office: heading and paragraphs.</summary>
    public IReadOnlyList<SectionItem> Sections { get; init; } = [];

    /// <summary>The unit or units in charge.</summary>
    public IReadOnlyList<SectionItem> Responsible { get; init; } = [];

    /// <summary>Useful numbers and links: under each heading lines of a label, a colon, and a telephone number or an address on the web.</summary>
    public IReadOnlyList<SectionItem> Useful { get; init; } = [];

    public ContactItem Contact { get; init; } = new();

    /// <summary>Its coat of arms or logo; null for none.</summary>
    public ArmsItem? Arms { get; init; }

    /// <summary>Key of the source the sheet was taken from; its date is the date of the statement.</summary>
    public required string Source { get; init; }
}

/// <summary>A coat of arms or logo.</summary>
/// <param name="Type">image/png | image/jpeg | image/svg+xml</param>
/// <param name="Content">The picture in base64.</param>
public sealed record ArmsItem(string Type, string Content);

/// <summary>A short text under a key.</summary>
public sealed record TextItem(string Key, LocalText Text);

/// <summary>A heading with paragraphs; a paragraph may be a list, one entry a line beginning with "- ".</summary>
public sealed record SectionItem(string Key, LocalText Heading, LocalText Text);

/// <summary>How to reach somebody; what is not known stays null.</summary>
public sealed record ContactItem
{
    public IReadOnlyList<string> Address { get; init; } = [];

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }
}

/// <summary>A document or data set.</summary>
public sealed record SourceItem
{
    public required string Key { get; init; }

    public required LocalText Title { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    /// <summary>When it was stated, as precisely as known; null when the document has no date.</summary>
    public PartialDate? StatedOn { get; init; }

    /// <summary>Licence and attribution, as its giver asks for it.</summary>
    public string? Licence { get; init; }
}

/// <summary>A settlement.</summary>
public sealed record PlaceItem
{
    public required string Key { get; init; }

    public required LocalText Names { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Degrees north, WGS84.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, WGS84.</summary>
    public required double Longitude { get; init; }

    public int? Population { get; init; }

    /// <summary>The date of the population, or of the record it stands in.</summary>
    public PartialDate? PopulationAsOf { get; init; }

    public long? GeoNames { get; init; }

    public required string Source { get; init; }
}

/// <summary>A legal body.</summary>
public sealed record AuthorityItem
{
    public required string Key { get; init; }

    /// <summary>municipality | county | province | region | district | association | network | state</summary>
    public required string Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null for an international organisation.</summary>
    public string? Country { get; init; }

    public required LocalText Names { get; init; }

    /// <summary>The authority's usual abbreviation, such as AER.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>Key of the place of its seat, or of the settlement that stands for it on the map.</summary>
    public string? Seat { get; init; }

    public string? Website { get; init; }

    public PartialDate? From { get; init; }

    public PartialDate? Until { get; init; }

    public IReadOnlyList<IdentifierItem> Identifiers { get; init; } = [];

    public required string Source { get; init; }
}

/// <summary>An identifier in a scheme such as nuts-2021, lau-2019, geonames, wikidata, iso-3166-2.</summary>
public sealed record IdentifierItem(string Scheme, string Value);

/// <summary>An event in the life of authorities.</summary>
public sealed record AuthorityEventItem
{
    public required string Key { get; init; }

    /// <summary>merger | split | rename | transfer | abolition</summary>
    public required string Kind { get; init; }

    public required PartialDate Date { get; init; }

    public required IReadOnlyList<string> From { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];

    public LocalText Note { get; init; } = LocalText.Empty;

    public required string Source { get; init; }
}

/// <summary>A partner of the register.</summary>
public sealed record PartnerItem
{
    public required string Key { get; init; }

    /// <summary>The number in the office's own list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Key of the authority.</summary>
    public required string Authority { get; init; }

    /// <summary>twin-town | sister-county | sister-city | cooperation | friendship | sister-association | contact</summary>
    public required string Kind { get; init; }

    /// <summary>The name as the office's register writes it.</summary>
    public required string RegisteredName { get; init; }

    /// <summary>The partner's names in languages, for readers.</summary>
    public required LocalText Names { get; init; }

    /// <summary>Postal address, line by line as the register has it.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    public IReadOnlyList<string> Websites { get; init; } = [];

    public LocalText Note { get; init; } = LocalText.Empty;

    /// <summary>Why this partner was chosen, how it began.</summary>
    public LocalText Why { get; init; } = LocalText.Empty;

    /// <summary>Since when it stands in no list any more; its page stays.</summary>
    public PartialDate? ArchivedOn { get; init; }

    /// <summary>Keys of the office's fields.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<BaseFactItem> Facts { get; init; } = [];

    public IReadOnlyList<AgreementItem> Agreements { get; init; } = [];

    public required string Source { get; init; }
}

/// <summary>A base fact of a partner: a figure with its unit, or a sentence.</summary>
public sealed record BaseFactItem
{
    public required string Key { get; init; }

    /// <summary>population | area | climate | economy | history | geography | nature</summary>
    public required string Kind { get; init; }

    public decimal? Value { get; init; }

    /// <summary>people | km2 | degC | percent | km | t | years</summary>
    public string? Unit { get; init; }

    /// <summary>Does the source say "about"?</summary>
    public bool About { get; init; }

    public LocalText Text { get; init; } = LocalText.Empty;

    /// <summary>The date the fact holds for; null means the source's own date.</summary>
    public PartialDate? AsOf { get; init; }

    public required string Source { get; init; }
}

/// <summary>A relation of a settlement below the office's authority, which the office publishes but does not hold.</summary>
public sealed record SettlementRelationItem
{
    public required string Key { get; init; }

    /// <summary>Key of the place whose relation it is.</summary>
    public required string Settlement { get; init; }

    /// <summary>Key of the partner place.</summary>
    public required string With { get; init; }

    /// <summary>As in partners.</summary>
    public required string Kind { get; init; }

    public LocalText Note { get; init; } = LocalText.Empty;

    public required string Source { get; init; }
}
