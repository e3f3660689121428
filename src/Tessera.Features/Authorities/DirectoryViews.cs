using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Authorities;

/// <summary>Where a fact comes from and of when it is.</summary>
/// <param name="StatedOn">Null when the document has no date.</param>
public sealed record SourceView(string Key, LocalText Title, string? Publisher, string? Url, PartialDate? StatedOn, string? Licence);

/// <summary>A settlement of the directory; degrees in WGS84.</summary>
public sealed record PlaceView(
    string Key, LocalText Names, string Country, double Latitude, double Longitude, int? Population, PartialDate? PopulationAsOf, long? GeoNames, SourceView Source);

/// <summary>An authority of the directory.</summary>
public sealed record AuthorityView(
    string Key, AuthorityKind Kind, string? Country, LocalText Names, string? Abbreviation, string? Website, PartialDate? From, PartialDate? Until,
    IReadOnlyList<IdentifierView> Identifiers, SourceView Source);

/// <summary>An identifier in a scheme such as nuts-2021.</summary>
public sealed record IdentifierView(string Scheme, string Value);

/// <summary>An event in the life of authorities that touches a partner.</summary>
public sealed record AuthorityEventView(
    string Key, AuthorityEventKind Kind, PartialDate Date, IReadOnlyList<LocalText> From, IReadOnlyList<LocalText> To, LocalText Note, SourceView Source);
