using System.Text.Json.Serialization;
using Texts = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Tessera.Web.Api;

// What RecordJson, GeoFeatures and DcatCatalogue write, as types for the description at /api. A test holds the answers against it.

/// <summary>The register of partners, or those that match the filter.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PartnersAnswer(Texts Office, int Total, int Matching, DateTimeOffset UpdatedAt, string Self, string Html, IReadOnlyList<PartnerInList> Partners);

/// <summary>All agreements.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record AgreementsAnswer(Texts Office, int Total, DateTimeOffset UpdatedAt, string Self, string Html, IReadOnlyList<AgreementInList> Agreements);

/// <summary>Memberships of the office.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record MembershipsAnswer(Texts Office, int Total, DateTimeOffset UpdatedAt, string Self, string Html, IReadOnlyList<MembershipAnswer> Memberships);

/// <summary>What somebody may mean who has typed so far, the likeliest first.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PlacesAnswer(IReadOnlyList<SuggestedPlace> Places, string Source);

/// <summary>A place of GeoNames, the name it was found by, and how many letters that name is away from what was typed.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record SuggestedPlace(
    int Id, string Name, string Matched, int Distance, string Country, string Region, double Latitude, double Longitude, int Population, string Feature, string TimeZone);

/// <summary>A partner in a list.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PartnerInList(
    int Number, string Key, Texts Names, string RegisteredName, string Kind, string Country, IReadOnlyList<string> Address, IReadOnlyList<string> Websites, PlaceAnswer? Seat, string? Status,
    string? Since, IReadOnlyList<string> Fields, IReadOnlyList<AgreementBriefAnswer> Agreements, string Self, string Html);

/// <summary>A partner in full.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PartnerAnswer(
    int Number, string Key, Texts Names, string RegisteredName, string Kind, string Country, IReadOnlyList<string> Address, IReadOnlyList<string> Websites, PlaceAnswer? Seat, string? Status,
    string? Since, IReadOnlyList<string> Fields, IReadOnlyList<AgreementOfPartner> Agreements, string Self, string Html, AuthorityAnswer Authority, Texts Note, IReadOnlyList<FactAnswer> Facts,
    IReadOnlyList<AuthorityEventAnswer> Events, IReadOnlyList<Texts> Successors, SourceAnswer Source, DateTimeOffset UpdatedAt);

/// <summary>An agreement beside its partner's name.</summary>
internal sealed record AgreementBriefAnswer(string Key, string Kind, string? Decision, AgreementDateAnswer? Date, string Status);

/// <summary>An agreement in the list of all.</summary>
internal sealed record AgreementInList(string Key, string Kind, string? Decision, AgreementDateAnswer? Date, string Status, Texts DecisionBody, PartnerOfAgreementInList Partner, string Self, string Html);

/// <summary>An agreement in full, within its partner's record.</summary>
internal sealed record AgreementOfPartner(
    string Key, string Kind, string? RegisteredKind, string? Decision, Texts DecisionBody, IReadOnlyList<AgreementDateAnswer> Dates, string Status, Texts SignedWith, IReadOnlyList<Texts> Successors,
    IReadOnlyList<string> Fields, Texts Purpose, Texts Note, SourceAnswer Source, DateTimeOffset UpdatedAt);

/// <summary>An agreement in full, with its partner.</summary>
internal sealed record AgreementAnswer(
    string Key, string Kind, string? RegisteredKind, string? Decision, Texts DecisionBody, IReadOnlyList<AgreementDateAnswer> Dates, string Status, Texts SignedWith, IReadOnlyList<Texts> Successors,
    IReadOnlyList<string> Fields, Texts Purpose, Texts Note, SourceAnswer Source, DateTimeOffset UpdatedAt, PartnerOfAgreement Partner, string Self, string Html);

/// <summary>With whom an agreement is.</summary>
internal sealed record PartnerOfAgreement(string Key, Texts Names, string Country, string Self, string Html);

/// <summary>With whom an agreement of the list is.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PartnerOfAgreementInList(int Number, string Key, Texts Names, string Country, string Html);

/// <summary>A date of an agreement or a membership; EDTF.</summary>
internal sealed record AgreementDateAnswer(string Role, string Date);

/// <summary>A membership.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record MembershipAnswer(
    string Key, Texts Organisation, string? Abbreviation, string Kind, IReadOnlyList<AgreementDateAnswer> Dates, int? Seats, int? Substitutes, Texts Note, IReadOnlyList<string> Links, string Fee,
    IReadOnlyList<SeatHolderAnswer> People, SourceAnswer Source);

/// <summary>Somebody who sits in an organisation for the office; EDTF.</summary>
internal sealed record SeatHolderAnswer(string Name, string Office, string? Seat, string? From, string? Until);

/// <summary>A settlement; degrees in WGS84.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PlaceAnswer(Texts Names, string Country, double Latitude, double Longitude, int? Population, string? PopulationAsOf, long? Geonames, SourceAnswer Source);

/// <summary>The authority behind a partner.</summary>
internal sealed record AuthorityAnswer(string Key, string Kind, Texts Names, string? From, string? Until, IReadOnlyList<IdentifierAnswer> Identifiers, SourceAnswer Source);

/// <summary>An identifier in a scheme.</summary>
internal sealed record IdentifierAnswer(string Scheme, string Value);

/// <summary>A base fact.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record FactAnswer(string Key, string Kind, decimal? Value, string? Unit, bool About, Texts Text, string? AsOf, SourceAnswer Source);

/// <summary>A merger, split, rename, transfer or abolition.</summary>
internal sealed record AuthorityEventAnswer(string Kind, string Date, IReadOnlyList<Texts> From, IReadOnlyList<Texts> To, Texts Note, SourceAnswer Source);

/// <summary>Where a fact comes from.</summary>
internal sealed record SourceAnswer(Texts Title, string? Publisher, string? Url, string? StatedOn, string? Licence);

/// <summary>Partners as GeoJSON (RFC 7946).</summary>
internal sealed record PartnersAsFeatures(string Type, string Attribution, IReadOnlyList<PartnerFeature> Features);

/// <summary>A partner at its seat; without a geometry where that is not known.</summary>
internal sealed record PartnerFeature(string Type, string Id, PointAnswer? Geometry, PartnerInList Properties);

/// <summary>Longitude, then latitude.</summary>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record PointAnswer(string Type, IReadOnlyList<double> Coordinates);

/// <summary>The office's catalogue (DCAT-AP) as JSON-LD.</summary>
internal sealed record CatalogueAnswer(
    [property: JsonPropertyName("@context")] IReadOnlyDictionary<string, string> Context, [property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type,
    [property: JsonPropertyName("dct:title")] IReadOnlyList<LiteralAnswer> Title, [property: JsonPropertyName("dct:description")] IReadOnlyList<LiteralAnswer> Description,
    [property: JsonPropertyName("dct:publisher")] PublisherAnswer Publisher, [property: JsonPropertyName("dct:modified")] MomentAnswer Modified,
    [property: JsonPropertyName("dcat:dataset")] IReadOnlyList<DatasetAnswer> Datasets);

/// <summary>A text in a language.</summary>
internal sealed record LiteralAnswer([property: JsonPropertyName("@value")] string Value, [property: JsonPropertyName("@language")] string Language);

/// <summary>A moment.</summary>
internal sealed record MomentAnswer([property: JsonPropertyName("@value")] DateTimeOffset Value, [property: JsonPropertyName("@type")] string Type);

/// <summary>Something by its address.</summary>
internal sealed record ReferenceAnswer([property: JsonPropertyName("@id")] string Id);

/// <summary>Who publishes the catalogue.</summary>
internal sealed record PublisherAnswer(
    [property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("foaf:name")] IReadOnlyList<LiteralAnswer> Name);

/// <summary>A list of the office as data.</summary>
internal sealed record DatasetAnswer(
    [property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("dct:title")] IReadOnlyList<LiteralAnswer> Title,
    [property: JsonPropertyName("dct:description")] IReadOnlyList<LiteralAnswer> Description, [property: JsonPropertyName("dct:modified")] MomentAnswer Modified,
    [property: JsonPropertyName("dcat:distribution")] IReadOnlyList<DistributionAnswer> Distributions);

/// <summary>The same list as a file of one kind.</summary>
internal sealed record DistributionAnswer(
    [property: JsonPropertyName("@id")] string Id, [property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("dcat:accessURL")] ReferenceAnswer AccessUrl,
    [property: JsonPropertyName("dcat:downloadURL")] ReferenceAnswer DownloadUrl, [property: JsonPropertyName("dcat:mediaType")] ReferenceAnswer MediaType,
    [property: JsonPropertyName("dct:format")] ReferenceAnswer Format);
