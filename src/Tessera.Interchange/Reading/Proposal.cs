using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading;

/// <summary>A field of a proposal and the words it was read from.</summary>
/// <param name="Field">Such as <c>name</c>, <c>country</c>, <c>agreements[0].dates[1]</c>.</param>
/// <param name="Start">Where the words begin in the page's text.</param>
/// <param name="End">Where they end, exclusive.</param>
public sealed record ProposalSpan(string Field, int Start, int End);

/// <summary>A date that was read, and what it is the date of.</summary>
/// <param name="Role">A word of <see cref="Domain.Agreements.AgreementDateRole"/>.</param>
public sealed record ProposedDate(string Role, PartialDate Date);

/// <summary>An agreement that was read.</summary>
public sealed record ProposedAgreement
{
    /// <summary>A word of <see cref="Domain.Agreements.AgreementKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>in-force, dormant, paused, ended, lapsed or planned; in-force where nothing else is said.</summary>
    public required string Status { get; init; }

    /// <summary>The decision's number as printed.</summary>
    public string? Decision { get; init; }

    /// <summary>Its dates in the order of the page.</summary>
    public IReadOnlyList<ProposedDate> Dates { get; init; } = [];

    /// <summary>Who signed.</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>Fields of cooperation in the page's own words.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}

/// <summary>An entry of the directory that a proposal may be.</summary>
/// <param name="Id">The entry's number in its source.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Country">ISO 3166-1, two letters.</param>
/// <param name="Region">The region it lies in, as the source names it.</param>
/// <param name="Score">0 to 1.</param>
public sealed record DirectoryMatch(int Id, string Name, string Country, string Region, double Latitude, double Longitude, double Score)
{
    /// <summary>municipality, city-district, county, province, region or district.</summary>
    public string Level { get; init; } = "municipality";

    /// <summary>A word of <see cref="MatchedBy"/>: how the name led to the entry.</summary>
    public string How { get; init; } = MatchedBy.Name;

    /// <summary>ISO 3166-2 of an area, the code of a town's local authority (LAU) where the directory has it; null where not known.</summary>
    public string? Code { get; init; }

    /// <summary>How the code of the local authority was found, <see cref="Place.ByName"/> or <see cref="Place.ByCode"/>; null where there is none.</summary>
    public string? CodeBy { get; init; }

    /// <summary>The region of level NUTS 3 of the local authority; null where not known.</summary>
    public string? Nuts3 { get; init; }

    /// <summary>What came after the authority that is named, where it is no more; null for one that stands.</summary>
    public SuccessorAuthority? Successor { get; init; }
}

/// <summary>How a name led to an entry of the directory.</summary>
public static class MatchedBy
{
    /// <summary>It is one of the entry's names.</summary>
    public const string Name = "name";

    /// <summary>It is up to two letters away from one.</summary>
    public const string Spelling = "spelling";

    /// <summary>It names a part of the town, or an association around it.</summary>
    public const string PartOf = "part-of";

    /// <summary>It names an area that the directory does not have, after the town that is its seat.</summary>
    public const string Seat = "seat";

    /// <summary>It names an authority that is no more; the entry is its successor.</summary>
    public const string Successor = "successor";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Name, Spelling, PartOf, Seat, Successor];
}

/// <summary>The authority that took another's place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">Since when, EDTF; null where the source does not say.</param>
/// <param name="Source">Where that is said.</param>
public sealed record SuccessorAuthority(string Name, string? Since, string Source);

/// <summary>A partner that was read from a page, with its agreements, and why.</summary>
public sealed record Proposal
{
    /// <summary>The name as it would be registered.</summary>
    public required string Name { get; init; }

    /// <summary>Names by language, two-letter code to name, where the page names the partner in two: beside each other, or in columns whose headings say the language. Empty where it does not tell which is which.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>ISO 3166-1, two letters; null where it could not be told.</summary>
    public string? Country { get; init; }

    /// <summary>A word of <see cref="Domain.Authorities.AuthorityKind"/>, or <c>city-district</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The postal address in one line.</summary>
    public string? Address { get; init; }

    public string? Website { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Mayor { get; init; }

    /// <summary>Number of inhabitants.</summary>
    public long? Population { get; init; }

    /// <summary>Square kilometres.</summary>
    public double? Area { get; init; }

    /// <summary>The entries of the directory it may be, the likeliest first; one alone when it is clear.</summary>
    public IReadOnlyList<DirectoryMatch> Directory { get; init; } = [];

    public IReadOnlyList<ProposedAgreement> Agreements { get; init; } = [];

    /// <summary>0 to 1: how far the reader trusts it.</summary>
    public required double Confidence { get; init; }

    /// <summary>The rules that made it, and the words they saw.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>Each field and its words.</summary>
    public IReadOnlyList<ProposalSpan> Spans { get; init; } = [];
}
