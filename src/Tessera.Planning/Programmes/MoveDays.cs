namespace Tessera.Planning.Programmes;

/// <summary>
/// On which days a programme may begin. Where it names no weekdays itself it keeps to days like its own: one that lasts over a midnight's day keeps its
/// weekday, for a festival from Friday to Sunday is none from Sunday to Tuesday; a Saturday or Sunday stays a weekend; Friday may become Saturday; a working
/// day stays one.
/// </summary>
public static class MoveDays
{
    private static readonly DayOfWeek[] Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday];
    private static readonly DayOfWeek[] Working = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Can a plan move it at all?</summary>
    public static bool IsMovable(ProgrammeEntry entry) => entry.Firmness != Firmness.Fixed && entry.Window is not null;

    /// <summary>The days within the window on which it may begin, ascending.</summary>
    public static IEnumerable<DateOnly> Within(ProgrammeEntry entry, DayWindow window)
    {
        var weekdays = WeekdaysOf(entry);
        for (var day = window.First.DayNumber; day <= window.Last.DayNumber; day++)
        {
            if (weekdays.Contains(WeekdayOf(day))) yield return DateOnly.FromDayNumber(day);
        }
    }

    /// <summary>The weekdays on which it may begin.</summary>
    public static IReadOnlyList<DayOfWeek> WeekdaysOf(ProgrammeEntry entry)
    {
        if (entry.Weekdays.Count > 0) return entry.Weekdays;
        var own = entry.Day.DayOfWeek;
        if (entry.End - entry.Start > TimeSpan.FromHours(24)) return [own];
        return own switch
        {
            DayOfWeek.Saturday or DayOfWeek.Sunday => Weekend,
            DayOfWeek.Friday => [DayOfWeek.Friday, DayOfWeek.Saturday],
            _ => Working,
        };
    }

    private static DayOfWeek WeekdayOf(int dayNumber) => (DayOfWeek)((dayNumber + 1) % 7);
}
