namespace Tessera.Domain.Calendar;

/// <summary>Stable codes that say why a text is not a <see cref="RecurrenceRule"/>; their sentences belong to the page.</summary>
public static class RecurrenceRefusal
{
    /// <summary>It does not say how often: FREQ is missing or unknown.</summary>
    public const string NoFrequency = "recurrence.no-frequency";

    /// <summary>It has a part that RFC 5545 does not know, or one without a value.</summary>
    public const string UnknownPart = "recurrence.unknown-part";

    /// <summary>A part stands twice.</summary>
    public const string PartTwice = "recurrence.part-twice";

    /// <summary>A value is no number, weekday or date, or lies outside of what its part allows.</summary>
    public const string BadValue = "recurrence.bad-value";

    /// <summary>It ends both after a number of times and on a day.</summary>
    public const string CountAndUntil = "recurrence.count-and-until";

    /// <summary>A part that has no meaning at this frequency, such as week numbers in a monthly rule.</summary>
    public const string PartNotWithFrequency = "recurrence.part-not-with-frequency";

    /// <summary>BYSETPOS chooses from nothing: no other BY part stands beside it.</summary>
    public const string PositionAlone = "recurrence.position-alone";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
        [NoFrequency, UnknownPart, PartTwice, BadValue, CountAndUntil, PartNotWithFrequency, PositionAlone];
}
