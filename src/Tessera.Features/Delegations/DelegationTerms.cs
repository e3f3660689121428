using System.Text.Json.Serialization;
using Tessera.Domain.Vocabulary;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>Seats of one kind in one chamber.</summary>
public sealed record SeatCount([property: JsonConverter(typeof(WordJson<SeatKind>))] SeatKind Kind, [property: JsonConverter(typeof(WordJson<Chamber>))] Chamber Chamber, int Seats);

/// <summary>At least or at most so many members of an association, a region, a political group or a kind of authority.</summary>
/// <param name="Values">Any of them counts; of an association its key, of a kind of authority <c>local</c> or <c>regional</c>.</param>
/// <param name="Kind">Among the representatives or the substitutes alone; null for both.</param>
public sealed record QuotaItem(
    [property: JsonConverter(typeof(WordJson<Trait>))] Trait Trait, IReadOnlyList<string> Values, [property: JsonConverter(typeof(WordJson<Severity>))] Severity Severity, int? Least, int? Most, string? Kind);

/// <summary>The rules by which a delegation is judged. What the catalogue knows of the body is where they begin; what an office sets otherwise has its own source.</summary>
public sealed record DelegationRules
{
    /// <summary>The least share of the sex that has fewer, in thousandths from 1 to 500; null where the body has none.</summary>
    public int? SexShare { get; init; }

    /// <summary>Is it asked of all members together? The sources do not say of whom it is (docs/decisions/0027).</summary>
    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity SexShareOfWhole { get; init; }

    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity SexShareOfRepresentatives { get; init; }

    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity SexShareOfSubstitutes { get; init; }

    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity BothSexes { get; init; }

    /// <summary>A mandate on the first day of the term, or on the day of the appointment when that is later.</summary>
    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity Mandate { get; init; } = Severity.Blocking;

    /// <summary>Does accountability to an elected assembly suffice?</summary>
    public bool AcceptsAccountable { get; init; } = true;

    /// <summary>Members of regional authorities in the chamber of regions, of local ones in the local.</summary>
    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity ChamberFit { get; init; }

    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity EqualSubstitutes { get; init; }

    [JsonConverter(typeof(WordJson<Severity>))]
    public Severity SeatsFilled { get; init; } = Severity.Blocking;

    /// <summary>Where the share and the rest are written, when they are not the catalogue's.</summary>
    public string Source { get; init; } = "";

    public IReadOnlyList<QuotaItem> Quotas { get; init; } = [];

    /// <summary>By what the members should be unlike each other, where points leave it open: traits as words.</summary>
    public IReadOnlyList<string> Balance { get; init; } = [];

    /// <summary>What of members with a public office everybody may see beside their names: of <c>sex</c>, <c>birth-year</c> and <c>political-group</c>.</summary>
    public IReadOnlyList<string> PublicFields { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(DelegationRules? other) => other is not null && Interchange.Offices.OfficeItems.Write(this) == Interchange.Offices.OfficeItems.Write(other);

    /// <inheritdoc />
    public override int GetHashCode() => Interchange.Offices.OfficeItems.Write(this).GetHashCode(StringComparison.Ordinal);
}

/// <summary>Who keeps the delegation's business; a post, public.</summary>
public sealed record DelegationSecretary(string Name, LocalText Role, string? Email);

/// <summary>A post of a member in the body, such as one of its bureau.</summary>
public sealed record DelegationPost(LocalText Title, DateOnly? From, DateOnly? Until);

/// <summary>What a delegation is: body, term, seats, rules.</summary>
/// <param name="Body">A body of the catalogue, or a word of one's own for another.</param>
/// <param name="BodyNames">Of another body than the catalogue's.</param>
/// <param name="Membership">The key of the membership that it comes with; null where none is kept.</param>
/// <param name="SeatSource">Where the seats are written.</param>
public sealed record DelegationTerms(
    string Body, LocalText BodyNames, LocalText Names, string Country, string? Membership, DateOnly First, DateOnly Last, IReadOnlyList<SeatCount> Seats, string SeatSource, DelegationRules Rules,
    DelegationSecretary? Secretary)
{
    /// <summary>Seats of a kind in all chambers, or of one chamber.</summary>
    public int SeatsOf(SeatKind kind, Chamber? chamber = null) => Seats.Where(s => s.Kind == kind && (chamber is null || s.Chamber == chamber)).Sum(s => s.Seats);
}
