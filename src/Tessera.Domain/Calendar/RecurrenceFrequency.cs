namespace Tessera.Domain.Calendar;

/// <summary>The period in which a <see cref="RecurrenceRule"/> repeats, the shortest first.</summary>
public enum RecurrenceFrequency
{
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A day of the week, perhaps the nth of a month or year.</summary>
/// <param name="Ordinal">1 to 53 from the beginning, -1 to -53 from the end; 0 means every one.</param>
public readonly record struct WeekdayOf(int Ordinal, DayOfWeek Day);
