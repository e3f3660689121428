namespace Tessera.Domain.Memberships;

/// <summary>Stable codes that say what is wrong with a membership; their sentences belong to the page.</summary>
public static class MembershipRefusal
{
    /// <summary>A fixed fee without its amount.</summary>
    public const string AmountMissing = "membership.amount-missing";

    /// <summary>An amount of what has none: a fee that is unknown, free or by a formula.</summary>
    public const string AmountOutOfPlace = "membership.amount-out-of-place";

    /// <summary>An amount below nothing, or above <see cref="FeeRule.MostAmount"/>.</summary>
    public const string AmountWrong = "membership.amount-wrong";

    /// <summary>An amount without a currency.</summary>
    public const string CurrencyMissing = "membership.currency-missing";

    /// <summary>A currency is three capital letters.</summary>
    public const string CurrencyWrong = "membership.currency-wrong";

    /// <summary>A fee by a formula that is not known here.</summary>
    public const string FormulaUnknown = "membership.formula-unknown";

    /// <summary>A formula of a fee that does not come from one.</summary>
    public const string FormulaOutOfPlace = "membership.formula-out-of-place";

    /// <summary>Fewer people than none, or more than there are.</summary>
    public const string PopulationWrong = "membership.population-wrong";

    /// <summary>The GDP over the average is from 0 to <see cref="FeeRule.MostRelativeGdp"/>; a percentage was perhaps meant.</summary>
    public const string RelativeGdpWrong = "membership.relative-gdp-wrong";

    /// <summary>The contribution is a share and an amount at once.</summary>
    public const string ContributionTwice = "membership.contribution-twice";

    /// <summary>A share is from 0 to 100 percent.</summary>
    public const string ShareWrong = "membership.share-wrong";

    /// <summary>The contribution is more than the fee, or less than nothing.</summary>
    public const string ContributionTooMuch = "membership.contribution-too-much";

    /// <summary>The year of an invoice is none.</summary>
    public const string YearWrong = "membership.year-wrong";

    /// <summary>Asked for after it was due.</summary>
    public const string DueBeforeAsked = "membership.due-before-asked";

    /// <summary>The months of notice are none from 0 to <see cref="MembershipNotice.MostMonths"/>.</summary>
    public const string NoticeWrong = "membership.notice-wrong";

    /// <summary>A person without the public office that makes her name public.</summary>
    public const string PersonWithoutOffice = "membership.person-without-office";

    /// <summary>It ended before it began.</summary>
    public const string EndBeforeStart = "membership.end-before-start";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AmountMissing, AmountOutOfPlace, AmountWrong, CurrencyMissing, CurrencyWrong, FormulaUnknown, FormulaOutOfPlace, PopulationWrong, RelativeGdpWrong, ContributionTwice,
        ShareWrong, ContributionTooMuch, YearWrong, DueBeforeAsked, NoticeWrong, PersonWithoutOffice, EndBeforeStart,
    ];
}
