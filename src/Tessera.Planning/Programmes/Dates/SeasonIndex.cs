using Tessera.Planning.Programmes.Sweep;

namespace Tessera.Planning.Programmes.Dates;

/// <summary>
/// A season laid out for questions about single programmes: entries by place, by performer and by stage, facts by day. Made once in the time of a pass over
/// the season; a question looks at the entries within reach once each, and at each of them only on the possible days that it meets: for a window of a year,
/// about as many steps as there are entries within reach. Unchanging, so several may ask at once.
/// </summary>
public sealed class SeasonIndex
{
    /// <summary>The longest window that can be asked for, in days: ten years.</summary>
    public const int MostDays = 3660;

    private const int MostAvoided = 5;
    private const int NearDays = 7;

    private readonly CompiledSeason _compiled;
    private readonly ConflictSettings _settings;
    private readonly ReachGrid _grid = new();
    private readonly Dictionary<int, List<int>> _byPerformer = [];
    private readonly Dictionary<int, List<int>> _byStage = [];

    /// <summary>Refused by ArgumentException as <see cref="ConflictFinder"/> refuses.</summary>
    public SeasonIndex(Season season, ConflictSettings settings)
    {
        (_compiled, _settings) = (new CompiledSeason(season, settings), settings);
        for (var i = 0; i < _compiled.Subjects.Count; i++)
        {
            var subject = _compiled.Subjects[i];
            _grid.Add(i, subject.Venue, subject.RadiusKm);
            Enter(_byPerformer, subject.Performers, i);
            Enter(_byStage, subject.Stages, i);
        }
    }

    private Season Season => _compiled.Season;

    /// <summary>
    /// The best days of the window for a programme: the least weight first, then the nearest to its own day, then the earlier. An entry of the season with
    /// its key is left out of account. Refused by ArgumentException: a window longer than <see cref="MostDays"/>, a programme that makes no sense.
    /// </summary>
    /// <param name="most">How many days are wanted at most.</param>
    public IReadOnlyList<DateAdvice> BestDates(ProgrammeEntry programme, DayWindow window, int most)
    {
        if (window.Last.DayNumber - window.First.DayNumber >= MostDays) throw new ArgumentException($"The window has more than {MostDays} days.", nameof(window));
        var days = MoveDays.Within(programme, window).Select(d => d.DayNumber - programme.Day.DayNumber).ToList();
        var met = ConflictsOn(programme, days);
        return
        [
            .. Enumerable.Range(0, days.Count).Select(i => (Index: i, Weight: met[i].Sum(c => c.Weight)))
                .OrderBy(d => Math.Round(d.Weight, 6)).ThenBy(d => Math.Abs(days[d.Index])).ThenBy(d => days[d.Index])
                .Take(most).Select(d => Advice(programme, days, met, d.Index)),
        ];
    }

    /// <summary>The conflicts of one programme on the day on which it stands, the heaviest first.</summary>
    public IReadOnlyList<ConflictReason> ReasonsFor(ProgrammeEntry programme) => Reasons(programme, ConflictsOn(programme, [0])[0]);

    private DateAdvice Advice(ProgrammeEntry programme, List<int> days, List<Conflict>[] met, int index)
    {
        var here = met[index].Select(Name).ToHashSet();
        var avoided = Enumerable.Range(0, days.Count).Where(i => i != index && Math.Abs(days[i] - days[index]) <= NearDays)
            .SelectMany(i => met[i].Where(c => !here.Contains(Name(c))).Select(c => (Shift: days[i], Conflict: c)))
            .GroupBy(c => Name(c.Conflict)).Select(g => g.MaxBy(c => c.Conflict.Weight))
            .OrderByDescending(c => c.Conflict.Weight).ThenBy(c => Name(c.Conflict)).Take(MostAvoided);
        return new DateAdvice(
            programme.Day.AddDays(days[index]), days[index], met[index].Sum(c => c.Weight), met[index].Sum(c => c.VisitorsLost),
            Reasons(programme.On(programme.Day.AddDays(days[index])), met[index]), [.. avoided.Select(c => Reason(programme.On(programme.Day.AddDays(c.Shift)), c.Conflict))]);
    }

    /// <summary>For each day, the programme's conflicts on it; Second is the entry or the fact, First nothing.</summary>
    private List<Conflict>[] ConflictsOn(ProgrammeEntry programme, List<int> days)
    {
        var (subject, own) = (_compiled.CompileOther(programme), Placement.Of(-1, programme));
        List<Conflict>[] met = [.. days.Select(_ => new List<Conflict>())];
        foreach (var i in _grid.Near(subject.Venue, subject.RadiusKm).SelectMany(cell => cell).Where(i => IsOther(programme, i)))
        {
            var other = _compiled.Subjects[i];
            if (subject.DistanceKm(other) >= subject.RadiusKm + other.RadiusKm) continue;
            var there = _compiled.Placements[i];
            foreach (var d in Meeting(days, own, there, 0)) PairAssessment.Reach(subject, own.Shifted(days[d]), other, there, _settings, (-1, i), met[d]);
        }

        AddShared(programme, subject, own, days, met, ConflictKind.SamePerformer, Sharing(_byPerformer, subject.Performers));
        AddShared(programme, subject, own, days, met, ConflictKind.SameStage, Sharing(_byStage, subject.Stages));
        for (var d = 0; d < days.Count; d++) _compiled.Days.Assess(programme, subject, own.Shifted(days[d]), -1, _settings, met[d]);
        return met;
    }

    private void AddShared(
        ProgrammeEntry programme, Subject subject, Placement own, List<int> days, List<Conflict>[] met, ConflictKind kind, IEnumerable<int> sharing)
    {
        var longest = (int)Math.Ceiling(60 * _settings.LongestTravelHours);
        foreach (var i in sharing.Where(i => IsOther(programme, i)))
        {
            foreach (var d in Meeting(days, own, _compiled.Placements[i], longest))
                PairAssessment.Shared(subject, own.Shifted(days[d]), _compiled.Subjects[i], _compiled.Placements[i], _settings, kind, (-1, i), met[d]);
        }
    }

    /// <summary>On which of the ascending days the programme comes nearer to another than some minutes.</summary>
    private static IEnumerable<int> Meeting(List<int> days, Placement own, Placement other, int within)
    {
        var first = (int)Math.Floor((other.Start - within - own.End) / (double)Clock.MinutesOfDay) + 1;
        var last = (int)Math.Ceiling((other.End + within - own.Start) / (double)Clock.MinutesOfDay) - 1;
        var d = days.BinarySearch(first);
        for (d = d < 0 ? ~d : d; d < days.Count && days[d] <= last; d++) yield return d;
    }

    private bool IsOther(ProgrammeEntry programme, int entry) => !string.Equals(Season.Entries[entry].Key, programme.Key, StringComparison.Ordinal);

    private IReadOnlyList<ConflictReason> Reasons(ProgrammeEntry programme, List<Conflict> conflicts) =>
        [.. conflicts.OrderByDescending(c => c.Weight).ThenBy(Name).Select(c => Reason(programme, c))];

    private ConflictReason Reason(ProgrammeEntry programme, Conflict conflict) => conflict.IsWithDay
        ? ConflictReasons.WithDay(programme, Season.Facts[conflict.Second], conflict)
        : ConflictReasons.WithEntry(programme, Season.Entries[conflict.Second], conflict, _settings);

    private static (ConflictKind Kind, int Second) Name(Conflict conflict) => (conflict.Kind, conflict.Second);

    private static IEnumerable<int> Sharing(Dictionary<int, List<int>> entries, KeySet keys) => keys.Keys.SelectMany(key => entries.GetValueOrDefault(key, [])).Distinct();

    private static void Enter(Dictionary<int, List<int>> entries, KeySet keys, int entry)
    {
        foreach (var key in keys.Keys)
        {
            if (!entries.TryGetValue(key, out var list)) entries.Add(key, list = []);
            list.Add(entry);
        }
    }
}
