using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Programmes;

/// <summary>
/// Moves the season of an office file into a year in which at least half of it is still to come, so that an example whose season was written for one year can be looked at in any other. It moves
/// by whole weeks, the nearest to whole years, so that what is on a Saturday stays on one; programmes, their windows and the region's days keep their distances.
/// </summary>
public static class ComingSeason
{
    private const double DaysOfYear = 365.2425;
    private const int DaysOfWeek = 7;

    /// <summary>The file with its season to come; the same file where it is, or where there is no season. Linear in the file.</summary>
    public static OfficeFile Of(OfficeFile file, DateOnly today)
    {
        var starts = file.Activities.Where(a => a.Coordination is not null && a.Start is not null).Select(a => ActivityTime.DayOf(a.Start![..10])).OfType<DateOnly>().Order().ToList();
        if (starts.Count == 0 || starts[starts.Count / 2] >= today) return file;
        var years = Math.Ceiling((today.DayNumber - starts[starts.Count / 2].DayNumber) / DaysOfYear);
        var days = DaysFor(years);
        if (starts[starts.Count / 2].AddDays(days) < today) days = DaysFor(years + 1);
        return file with
        {
            Activities = [.. file.Activities.Select(a => a.Coordination is { } said ? PlanService.Moved(a, days) with { Coordination = said with { WindowFrom = Moved(said.WindowFrom, days), WindowUntil = Moved(said.WindowUntil, days) } } : a)],
            Days = [.. file.Days.Select(d => d with { First = Moved(d.First, days)!, Last = Moved(d.Last, days) })],
        };
    }

    private static int DaysFor(double years) => (int)Math.Round(years * DaysOfYear / DaysOfWeek) * DaysOfWeek;

    private static string? Moved(string? day, int days) => day is not null && ActivityTime.DayOf(day) is { } known ? known.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day;
}
