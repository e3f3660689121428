using Tessera.Planning.Programmes;

namespace Tessera.Planning.Tests.Programmes;

/// <summary>
/// The other opinion on conflicts: every pair and every day, by the definitions of docs/algorithms/programmes.md, over sets of words, great circles and
/// circular segments; without sweep, grid, masks, minutes or numbers for keys.
/// </summary>
internal static class PlainConflicts
{
    public static IReadOnlyList<PlainConflict> Of(Season season, ConflictSettings settings)
    {
        var found = new List<PlainConflict>();
        for (var i = 0; i < season.Entries.Count; i++)
        {
            for (var j = i + 1; j < season.Entries.Count; j++) found.AddRange(Pair(season.Entries[i], season.Entries[j], settings));
            foreach (var fact in season.Facts) found.AddRange(Day(season.Entries[i], fact, settings));
        }

        return found;
    }

    public static double Weight(Season season, ConflictSettings settings) => Of(season, settings).Where(c => c.Lost >= settings.LeastVisitors).Sum(c => c.Weight);

    private static IEnumerable<PlainConflict> Pair(ProgrammeEntry a, ProgrammeEntry b, ConflictSettings s)
    {
        var chance = Chance(a, s) * Chance(b, s);
        var distance = a.Venue.DistanceKm(b.Venue);
        var begin = a.Start > b.Start ? a.Start : b.Start;
        var end = a.End < b.End ? a.End : b.End;
        var hours = (end - begin).TotalHours;
        if (hours > 0)
        {
            var lens = Lens(a.CatchmentKm, b.CatchmentKm, distance);
            var mine = a.ExpectedVisitors * hours / (a.End - a.Start).TotalHours * lens / Disc(a.CatchmentKm);
            var theirs = b.ExpectedVisitors * hours / (b.End - b.Start).TotalHours * lens / Disc(b.CatchmentKm);
            var contested = Math.Min(mine * Part(a.Audiences, b.Audiences, s), theirs * Part(b.Audiences, a.Audiences, s));
            yield return new(ConflictKind.SameAudience, a.Key, b.Key, s.ChoiceShare * contested, s.ChoiceShare * contested * s.AudienceWeight * chance);
            double themes = a.Themes.Intersect(b.Themes).Count();
            if (themes > 0)
            {
                var keen = s.ThemeShare * Math.Min(mine * themes / a.Themes.Distinct().Count(), theirs * themes / b.Themes.Distinct().Count());
                yield return new(ConflictKind.SameTheme, a.Key, b.Key, keen, keen * s.ThemeWeight * chance);
            }
        }

        var way = Math.Min(s.LongestTravelHours, s.PerformerPauseHours + (distance / s.TravelKmPerHour));
        if (a.Performers.Intersect(b.Performers).Any() && -hours < way) yield return Impossible(ConflictKind.SamePerformer, a, b, e => e.Performers, s.PerformerWeight * chance, s);
        if (a.Stages.Intersect(b.Stages).Any() && -hours < Math.Min(s.LongestTravelHours, s.StagePauseHours))
            yield return Impossible(ConflictKind.SameStage, a, b, e => e.Stages, s.StageWeight * chance, s);
    }

    private static PlainConflict Impossible(ConflictKind kind, ProgrammeEntry a, ProgrammeEntry b, Func<ProgrammeEntry, IReadOnlyList<string>> needs, double weight, ConflictSettings s)
    {
        var shared = needs(a).Intersect(needs(b)).Count();
        var lost = Math.Max(s.ImpossibleVisitors, new[] { a, b }.Min(e => e.ExpectedVisitors * (double)shared / needs(e).Distinct().Count()));
        return new(kind, a.Key, b.Key, lost, lost * weight);
    }

    private static IEnumerable<PlainConflict> Day(ProgrammeEntry entry, DayFact fact, ConflictSettings s)
    {
        if (fact.Country is not null && !entry.Countries.Contains(fact.Country)) yield break;
        if (fact.Organiser == entry.Organiser || entry.Welcomes.Contains(fact.Kind)) yield break;
        var days = DaysOf(entry).ToList();
        var meet = days.Count(d => d >= fact.First && d <= fact.Last) / (double)days.Count;
        var near = fact.Area is { } area ? Lens(entry.CatchmentKm, area.RadiusKm, entry.Venue.DistanceKm(area.Middle)) / Disc(entry.CatchmentKm) : 1;
        var share = fact.Kind switch
        {
            DayFactKind.PublicHoliday => s.PublicHolidayShare,
            DayFactKind.ExamWeek => s.ExamWeekShare,
            DayFactKind.SchoolHoliday => s.SchoolHolidayShare,
            _ => s.TraditionalDayShare,
        };
        var who = fact.Audiences.Count == 0 ? 1 : Part(entry.Audiences, fact.Audiences, s);
        var lost = Math.Min(1, share * fact.Weight) * entry.ExpectedVisitors * meet * near * who;
        var kind = Enum.Parse<ConflictKind>(fact.Kind.ToString());
        if (lost > 0) yield return new(kind, entry.Key, fact.Key, lost, lost * s.DayWeight * Chance(entry, s));
    }

    private static IEnumerable<DateOnly> DaysOf(ProgrammeEntry entry)
    {
        for (var day = DateOnly.FromDateTime(entry.Start.DateTime); day.ToDateTime(TimeOnly.MinValue) < entry.End.DateTime; day = day.AddDays(1)) yield return day;
    }

    private static double Part(IReadOnlyList<string> mine, IReadOnlyList<string> theirs, ConflictSettings s) =>
        mine.Count == 0 ? (theirs.Count == 0 ? 1 : s.PartOfEveryone) : theirs.Count == 0 ? 1 : mine.Intersect(theirs).Count() / (double)mine.Distinct().Count();

    private static double Chance(ProgrammeEntry entry, ConflictSettings s) => entry.Firmness == Firmness.Idea ? s.IdeaChance : 1;

    private static double Disc(double r) => Math.PI * r * r;

    /// <summary>Two circular segments on the common chord.</summary>
    private static double Lens(double r, double o, double d)
    {
        if (d >= r + o) return 0;
        if (d <= Math.Abs(r - o)) return Disc(Math.Min(r, o));
        var toChord = ((d * d) + (r * r) - (o * o)) / (2 * d);
        return Segment(r, toChord) + Segment(o, d - toChord);
    }

    private static double Segment(double r, double height) => (r * r * Math.Acos(height / r)) - (height * Math.Sqrt(Math.Max(0, (r * r) - (height * height))));
}

internal sealed record PlainConflict(ConflictKind Kind, string First, string Second, double Lost, double Weight);
