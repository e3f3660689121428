using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Memberships;

/// <summary>How the yearly fee of a membership comes about.</summary>
public enum FeeKind
{
    /// <summary>No source says what it costs.</summary>
    Unknown,

    /// <summary>It costs nothing.</summary>
    Free,

    /// <summary>The same amount every year.</summary>
    Fixed,

    /// <summary>By the organisation's formula.</summary>
    Formula,
}

/// <summary>Who bears the fee.</summary>
public enum FeeBearer
{
    /// <summary>No source says who.</summary>
    Unknown,

    /// <summary>The office's own authority.</summary>
    Office,

    /// <summary>A ministry.</summary>
    Ministry,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>What a year of a membership costs.</summary>
/// <param name="Amount">In <paramref name="Currency"/>, rounded to cents.</param>
/// <param name="Contribution">What somebody else adds to it; never more than the amount. Null when somebody does and nobody knows how much.</param>
/// <param name="Twelfths">Of the whole year's fee: fewer than twelve in the year of joining.</param>
/// <param name="Confidence">How far the rule by which it was computed is known.</param>
public sealed record YearFee(decimal Amount, string Currency, decimal? Contribution, int Twelfths, RuleConfidence Confidence)
{
    /// <summary>What is left to whoever bears the fee; null when the contribution is not known.</summary>
    public decimal? Own => Amount - Contribution;
}

/// <summary>By which rule a membership costs what it costs, and who pays it.</summary>
/// <param name="Amount">A year's amount of a fixed fee; else null.</param>
/// <param name="Currency">Three capital letters (ISO 4217), of a fixed fee and of a contribution of an amount.</param>
/// <param name="Formula">The key of a <see cref="FeeFormula"/>; else null.</param>
/// <param name="ContributionShare">Percent of the fee that another adds, from 0 to 100; null when it is an amount or not known.</param>
/// <param name="ContributionAmount">What another adds a year; null when it is a share or not known.</param>
/// <param name="HasContributor">Does somebody add to it?</param>
public sealed record FeeRule(
    FeeKind Kind, decimal? Amount, string? Currency, string? Formula, FeeBasis Basis, FeeBearer Bearer, decimal? ContributionShare, decimal? ContributionAmount, bool HasContributor)
{
    /// <summary>The most that may be said as an amount.</summary>
    public const decimal MostAmount = 1_000_000_000;

    /// <summary>The most that the GDP of a member may be over the average.</summary>
    public const decimal MostRelativeGdp = 20;

    /// <summary>The most people of a member.</summary>
    public const long MostPeople = 2_000_000_000;

    /// <summary>Nothing is known of the fee.</summary>
    public static FeeRule Unknown { get; } = new(FeeKind.Unknown, null, null, null, FeeBasis.Unknown, FeeBearer.Unknown, null, null, false);

    /// <summary>What cannot be of the rule, by member and code; empty when it can be.</summary>
    public IEnumerable<(string Member, string Code)> WhyNot()
    {
        if (Kind is FeeKind.Fixed && Amount is null) yield return ("amount", MembershipRefusal.AmountMissing);
        if (Kind is not FeeKind.Fixed && Amount is not null) yield return ("amount", MembershipRefusal.AmountOutOfPlace);
        if (Amount is < 0 or > MostAmount) yield return ("amount", MembershipRefusal.AmountWrong);
        if ((Amount is not null || ContributionAmount is not null) && Currency is null) yield return ("currency", MembershipRefusal.CurrencyMissing);
        if (Currency is { } currency && !IsCurrency(currency)) yield return ("currency", MembershipRefusal.CurrencyWrong);
        foreach (var wrong in WhyNotFormula()) yield return wrong;
        foreach (var wrong in WhyNotContribution()) yield return wrong;
    }

    /// <summary>
    /// What a year costs; null when that is not known, when the office was no member in it, and for what the formula says nothing of. In the year of joining the
    /// twelfths that remain, the month of joining among them.
    /// </summary>
    /// <param name="since">Since when it is a member; null when not known, and then the year counts as whole.</param>
    public YearFee? ForYear(MembershipKind kind, int year, PartialDate? since)
    {
        if (Whole(kind, year) is not var (whole, currency, confidence)) return null;
        if (since?.Earliest is { } first && first.Year > year) return null;
        var twelfths = since is { Earliest: { } begin, Latest: { } latest } && begin.Year == year && begin.Month == latest.Month && latest.Year == year ? 13 - begin.Month : 12;
        var amount = Round(whole * twelfths / 12);
        return new YearFee(amount, currency, Contribution(amount, currency), twelfths, confidence);
    }

    /// <summary>Is it written as a currency is: three capital letters?</summary>
    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    private (decimal Fee, string Currency, RuleConfidence Confidence)? Whole(MembershipKind kind, int year)
    {
        if (Kind is FeeKind.Free) return (0, Currency ?? "EUR", RuleConfidence.Stated);
        if (Kind is FeeKind.Fixed && Amount is { } amount && Currency is { } currency) return (amount, currency, RuleConfidence.Stated);
        if (Kind is not FeeKind.Formula || Formula is null || FeeFormula.Of(Formula, year) is not { } formula || formula.Fee(kind, Basis, year) is not { } fee) return null;
        return (fee, formula.Currency, kind is MembershipKind.Associate ? RuleConfidence.Stated : formula.PopulationConfidence);
    }

    private decimal? Contribution(decimal amount, string currency)
    {
        if (ContributionShare is { } share) return Round(amount * share / 100);
        if (ContributionAmount is { } added) return Currency == currency ? Math.Min(added, amount) : null;
        return HasContributor ? null : 0;
    }

    private IEnumerable<(string Member, string Code)> WhyNotFormula()
    {
        if (Kind is FeeKind.Formula && (Formula is null || FeeFormula.All.All(f => f.Key != Formula))) yield return ("formula", MembershipRefusal.FormulaUnknown);
        if (Kind is not FeeKind.Formula && Formula is not null) yield return ("formula", MembershipRefusal.FormulaOutOfPlace);
        if (Basis.Population is < 0 or > MostPeople) yield return ("population", MembershipRefusal.PopulationWrong);
        if (Basis.RelativeGdp is < 0 or > MostRelativeGdp) yield return ("relativeGdp", MembershipRefusal.RelativeGdpWrong);
        if (Basis.Revenue is < 0) yield return ("revenue", MembershipRefusal.AmountWrong);
    }

    private IEnumerable<(string Member, string Code)> WhyNotContribution()
    {
        if (ContributionShare is not null && ContributionAmount is not null) yield return ("contributionAmount", MembershipRefusal.ContributionTwice);
        if (ContributionShare is < 0 or > 100) yield return ("contributionShare", MembershipRefusal.ShareWrong);
        if (ContributionAmount is < 0 || (Kind is FeeKind.Fixed && ContributionAmount > Amount)) yield return ("contributionAmount", MembershipRefusal.ContributionTooMuch);
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
