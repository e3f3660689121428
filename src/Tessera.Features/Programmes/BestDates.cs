using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Planning.Programmes;
using Tessera.Planning.Programmes.Dates;

namespace Tessera.Features.Programmes;

/// <summary>The best days for a programme, ranked, with the season that they were looked for in.</summary>
/// <param name="Season">All that may stand in its way: the window, and what is around it.</param>
public sealed record RankedDates(SeasonBoard Season, IReadOnlyList<DateAdvice> Dates);

/// <summary>Looks for the best days for a programme among all that is planned.</summary>
public sealed class BestDates(SeasonQueries seasons)
{
    /// <summary>How many days are proposed.</summary>
    public const int Most = 12;

    /// <summary>Programmes that begin before the window may still last into it, and performers travel.</summary>
    private const int DaysAround = 7;

    /// <summary>The best days of the window that the programme says itself; null where it has no place, so that nobody can say what it meets.</summary>
    /// <param name="item">The programme on the day that is wished for; if it is in the season, it does not stand in its own way.</param>
    public async Task<RankedDates?> ForAsync(OfficeView office, ActivityItem item, OrganiserView organiser, DayWindow window, CancellationToken cancellation)
    {
        if (SeasonMaking.Entry(office, item, organiser) is not { } programme) return null;
        var length = (int)Math.Ceiling((programme.End - programme.Start).TotalDays);
        var season = await seasons.ReadAsync(office, new SeasonSpan(window.First.AddDays(-DaysAround), window.Last.AddDays(DaysAround + length)), cancellation);
        return new RankedDates(season, new SeasonIndex(season.Planning, SeasonBoard.Settings).BestDates(programme, window, Most));
    }

    /// <summary>The programme on another day, at the same hours on the wall.</summary>
    public static ActivityItem On(ActivityItem item, DateOnly day) => PlanService.Moved(item, day.DayNumber - ActivityTime.DayOf(item.Start![..10])!.Value.DayNumber);

    /// <summary>A day as items have it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
