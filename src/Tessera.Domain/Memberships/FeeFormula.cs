using System.Globalization;

namespace Tessera.Domain.Memberships;

/// <summary>How far something that a rule says is known.</summary>
public enum RuleConfidence
{
    /// <summary>The source states it.</summary>
    Stated,

    /// <summary>The source is silent; it was concluded and is to be checked against an invoice.</summary>
    Unverified,
}

/// <summary>What a formula asks of the member. What is not known is null.</summary>
/// <param name="Population">People who live in the member's territory.</param>
/// <param name="RelativeGdp">Its GDP a head over that of the organisation's average; 1 is the average.</param>
/// <param name="Revenue">The member's total revenue of a year, in the formula's currency.</param>
public sealed record FeeBasis(long? Population, decimal? RelativeGdp, decimal? Revenue)
{
    /// <summary>Nothing is known.</summary>
    public static FeeBasis Unknown { get; } = new(null, null, null);
}

/// <summary>
/// A formula of yearly fees with its parameters: (base + population × relative GDP² ÷ divisor) × index^(year − index year), at most the cap; a member of small
/// revenue pays at most a share of it. Source: AER procedures of 14 October 2022. Linear in the years since the index year.
/// </summary>
/// <param name="From">The first day on which the parameters hold.</param>
/// <param name="Until">The first day on which they hold no more; null while they hold.</param>
/// <param name="RevenueShare">The most that a member with less revenue than <paramref name="SmallRevenue"/> pays, as a share of it.</param>
/// <param name="AssociateFactor">How many times the base an associate member pays that is no territory.</param>
/// <param name="PopulationUnit">How many people one of the formula's population is.</param>
/// <param name="PopulationConfidence">Does the source say that unit?</param>
public sealed record FeeFormula(
    string Key, DateOnly From, DateOnly? Until, decimal Base, decimal Divisor, decimal YearlyIndex, int IndexYear, decimal Cap, decimal SmallRevenue, decimal RevenueShare,
    decimal AssociateFactor, int PopulationUnit, RuleConfidence PopulationConfidence, string Currency, string SourceUrl, DateOnly StatedOn)
{
    private static readonly Lazy<IReadOnlyList<FeeFormula>> Known = new(Read);

    /// <summary>Every formula and version that is known.</summary>
    public static IReadOnlyList<FeeFormula> All => Known.Value;

    /// <summary>The parameters of a formula as they hold at the beginning of a year; null when none are known of it.</summary>
    public static FeeFormula? Of(string key, int year)
    {
        var day = new DateOnly(year, 1, 1);
        return All.Where(f => f.Key == key && f.From <= day && (f.Until is not { } until || day < until)).MaxBy(f => f.From);
    }

    /// <summary>The fee of a whole year, rounded to cents; null when the formula says nothing of such a member or the basis is not known.</summary>
    public decimal? Fee(MembershipKind kind, FeeBasis basis, int year) => Plain(kind, basis) is { } plain ? Math.Round(Capped(plain * Index(year), basis.Revenue), 2, MidpointRounding.AwayFromZero) : null;

    private decimal? Plain(MembershipKind kind, FeeBasis basis) => (kind, basis) switch
    {
        (MembershipKind.Associate, _) => AssociateFactor * Base,
        (MembershipKind.Full, { Population: { } people, RelativeGdp: { } gdp }) => Base + (decimal)people / PopulationUnit * gdp * gdp / Divisor,
        _ => null,
    };

    private decimal Capped(decimal fee, decimal? revenue)
    {
        var capped = Math.Min(fee, Cap);
        return revenue is { } small && small < SmallRevenue ? Math.Min(capped, small * RevenueShare) : capped;
    }

    private decimal Index(int year)
    {
        var factor = 1m;
        for (var i = 0; i < Math.Abs(year - IndexYear); i++) factor *= YearlyIndex;
        return year < IndexYear ? 1 / factor : factor;
    }

    private static List<FeeFormula> Read()
    {
        using var stream = typeof(FeeFormula).Assembly.GetManifestResourceStream("FeeFormulas")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#');
        return [.. lines.Select(l => Row(l.TrimEnd('\r').Split('\t')))];
    }

    private static FeeFormula Row(string[] c) => new(
        c[0], Day(c[1]), c[2].Length == 0 ? null : Day(c[2]), Number(c[3]), Number(c[4]), Number(c[5]), (int)Number(c[6]), Number(c[7]), Number(c[8]), Number(c[9]), Number(c[10]), (int)Number(c[11]),
        c[12] == "unverified" ? RuleConfidence.Unverified : RuleConfidence.Stated, c[13], c[14], Day(c[15]));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
