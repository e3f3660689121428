namespace Tessera.Domain.Vocabulary;

/// <summary>Stable codes that say why a text is not a <see cref="PartialDate"/>; their sentences belong to the page.</summary>
public static class PartialDateRefusal
{
    /// <summary>The text follows no form that is known in the language.</summary>
    public const string UnknownForm = "date.unknown-form";

    /// <summary>The month has no such day: 30 February.</summary>
    public const string NoSuchDay = "date.no-such-day";

    /// <summary>The year has no such month: month 13.</summary>
    public const string NoSuchMonth = "date.no-such-month";

    /// <summary>The year has two digits, so its century would be a guess.</summary>
    public const string TwoDigitYear = "date.two-digit-year";

    /// <summary>The interval ends before it begins.</summary>
    public const string IntervalReversed = "date.interval-reversed";

    /// <summary>The date lies or reaches outside <see cref="PartialDate.FirstYear"/> to <see cref="PartialDate.LastYear"/>.</summary>
    public const string YearOutOfRange = "date.year-out-of-range";

    /// <summary>The words mean a decade to one reader and a century to another: "1900s", "2000-talet".</summary>
    public const string DecadeOrCentury = "date.decade-or-century";
}
