using Tessera.Domain.Memberships;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>The office's place in an organisation.</summary>
public sealed record MembershipItem
{
    public required string Key { get; init; }

    /// <summary>Key of the organisation among the authorities.</summary>
    public required string Organisation { get; init; }

    /// <summary>unknown | full | associate | observer | secretariat | other</summary>
    public required string Kind { get; init; }

    public IReadOnlyList<MembershipDateItem> Dates { get; init; } = [];

    /// <summary>Seats of full members, where the source states them.</summary>
    public int? Seats { get; init; }

    /// <summary>Seats of substitutes, where the source states them.</summary>
    public int? Substitutes { get; init; }

    /// <summary>What the membership is, what the office does there, who pays.</summary>
    public LocalText Note { get; init; } = LocalText.Empty;

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The decision to join.</summary>
    public MembershipDecisionItem? Decision { get; init; }

    /// <summary>Months of notice before the end of a year.</summary>
    public int? NoticeMonths { get; init; }

    /// <summary>When somebody is to look whether the office stays.</summary>
    public PartialDate? ReviewOn { get; init; }

    /// <summary>By which rule it costs what it costs; left out where nothing is known.</summary>
    public FeeRuleItem? Fee { get; init; }

    /// <summary>What was asked for and paid, year by year; not published.</summary>
    public IReadOnlyList<InvoiceItem> Invoices { get; init; } = [];

    /// <summary>Who sits there for the office: people who hold a public office, which makes their names public.</summary>
    public IReadOnlyList<SeatHolderItem> People { get; init; } = [];

    public required string Source { get; init; }
}

/// <summary>since | joining-begun | supported-since | until, with its date.</summary>
public sealed record MembershipDateItem(string Role, PartialDate Date);

/// <summary>The decision by which the office joined.</summary>
public sealed record MembershipDecisionItem
{
    /// <summary>Its number as it is cited.</summary>
    public string? Number { get; init; }

    /// <summary>Who decided.</summary>
    public LocalText Body { get; init; } = LocalText.Empty;

    public PartialDate? Day { get; init; }
}

/// <summary>How the yearly fee comes about, and who pays it.</summary>
public sealed record FeeRuleItem
{
    /// <summary>unknown | free | fixed | formula</summary>
    public required string Kind { get; init; }

    /// <summary>Of a fixed fee.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Key of the formula, such as aer.</summary>
    public string? Formula { get; init; }

    /// <summary>People, for the formula.</summary>
    public long? Population { get; init; }

    /// <summary>GDP a head over the average, which is 1.</summary>
    public decimal? RelativeGdp { get; init; }

    /// <summary>Total revenue of a year, in the formula's currency.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>unknown | office | ministry | other</summary>
    public string Bearer { get; init; } = "unknown";

    /// <summary>Percent of the fee that another adds.</summary>
    public decimal? ContributionShare { get; init; }

    /// <summary>What another adds a year.</summary>
    public decimal? ContributionAmount { get; init; }

    /// <summary>Who adds to it.</summary>
    public LocalText Contributor { get; init; } = LocalText.Empty;

    /// <summary>The same as the domain reads it; a word that it does not know counts as unknown.</summary>
    public FeeRule Rule() => new(
        Words<FeeKind>.TryParse(Kind, out var kind) ? kind : FeeKind.Unknown, Amount, Currency, Formula, new FeeBasis(Population, RelativeGdp, Revenue),
        Words<FeeBearer>.TryParse(Bearer, out var bearer) ? bearer : FeeBearer.Unknown, ContributionShare, ContributionAmount, !Contributor.IsEmpty);
}

/// <summary>What was asked for a year.</summary>
public sealed record InvoiceItem
{
    public required int Year { get; init; }

    /// <summary>Left out where the source does not say it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    public PartialDate? AskedOn { get; init; }

    public PartialDate? Due { get; init; }

    /// <summary>Left out while it is owed.</summary>
    public PartialDate? PaidOn { get; init; }

    /// <summary>The number under which the invoice is filed.</summary>
    public string? Document { get; init; }

    /// <summary>The year and the amount in any language: 2026, 1200.50 EUR.</summary>
    public string InWords() => Amount is { } amount ? FormattableString.Invariant($"{Year}, {amount:0.##} {Currency}") : FormattableString.Invariant($"{Year}");
}

/// <summary>Somebody who sits in a body of the organisation for the office.</summary>
public sealed record SeatHolderItem
{
    public required string Name { get; init; }

    /// <summary>The public office she holds.</summary>
    public required string Office { get; init; }

    /// <summary>The body and her place in it.</summary>
    public string? Seat { get; init; }

    public PartialDate? From { get; init; }

    public PartialDate? Until { get; init; }
}
