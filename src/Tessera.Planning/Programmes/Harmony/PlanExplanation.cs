namespace Tessera.Planning.Programmes.Harmony;

/// <summary>Turns a solution into proposals: finds the conflicts before and after anew, so that the totals do not rest on the solver's own sums.</summary>
internal sealed class PlanExplanation
{
    private readonly HarmonySeason _made;
    private readonly ConflictSettings _settings;
    private readonly HarmonySolution _solution;
    private readonly Season _after;
    private readonly IReadOnlyList<Conflict> _now;
    private readonly IReadOnlyList<Conflict> _then;

    public PlanExplanation(HarmonySeason made, ConflictSettings settings, HarmonySolution solution)
    {
        (_made, _settings, _solution) = (made, settings, solution);
        _after = made.Season.With(Moved.ToDictionary(v => EntryOf(v).Key, v => EntryOf(v).Day.AddDays(DaysOf(v)), StringComparer.Ordinal));
        _now = ConflictFinder.Find(made.Season, settings);
        _then = ConflictFinder.Find(_after, settings);
    }

    public HarmonyPlan Plan(string solver)
    {
        var moved = Moved.ToList();
        var (now, then) = (ByEntry(_now, moved), ByEntry(_then, moved));
        PlannedMove[] moves =
        [
            .. moved.Select(v => Move(v, now[_made.EntryOf[v]], then[_made.EntryOf[v]])).OrderByDescending(m => m.Saves).ThenBy(m => m.Key, StringComparer.Ordinal),
        ];
        return new HarmonyPlan(
            moves, ConflictTotals.Of(_now), ConflictTotals.Of(_then), moves.Sum(m => m.Price), _made.MovableCount, _made.Problem.MostMoved, solver, _solution.IsProven, _after);
    }

    private PlannedMove Move(int variable, IEnumerable<Conflict> now, IEnumerable<Conflict> then)
    {
        var (before, later) = (now.ToList(), then.ToList());
        var (namesBefore, namesLater) = (before.Select(Name).ToHashSet(), later.Select(Name).ToHashSet());
        var (problem, option, entry) = (_made.Problem, _solution.Choice[variable], EntryOf(variable));
        // An accepted move has no staying option to be compared with; its own conflicts tell what it saved.
        var stay = problem.StayOf(variable);
        var saves = problem.Moved[stay] == 0
            ? problem.ConflictOf(_solution.Choice, variable, stay) - problem.ConflictOf(_solution.Choice, variable, option)
            : before.Sum(c => c.Weight) - later.Sum(c => c.Weight);
        return new PlannedMove(
            entry.Key, entry.Day, entry.Day.AddDays(DaysOf(variable)), problem.Price[option], saves,
            Reasons(_made.Season, before.Where(c => !namesLater.Contains(Name(c)))),
            Reasons(_after, later.Where(c => namesBefore.Contains(Name(c)))),
            Reasons(_after, later.Where(c => !namesBefore.Contains(Name(c)))));
    }

    private IReadOnlyList<ConflictReason> Reasons(Season season, IEnumerable<Conflict> conflicts) =>
        [.. conflicts.OrderByDescending(c => c.Weight).ThenBy(Name).Select(c => ConflictReasons.Of(season, c, _settings))];

    /// <summary>The conflicts of those entries that move, each under every one of them that it touches.</summary>
    private ILookup<int, Conflict> ByEntry(IReadOnlyList<Conflict> conflicts, List<int> moved)
    {
        var entries = moved.Select(v => _made.EntryOf[v]).ToHashSet();
        return conflicts.SelectMany(c => (c.IsWithDay ? new[] { c.First } : [c.First, c.Second]).Where(entries.Contains).Select(e => (Entry: e, Conflict: c)))
            .ToLookup(p => p.Entry, p => p.Conflict);
    }

    private static (ConflictKind Kind, int First, int Second) Name(Conflict conflict) => (conflict.Kind, conflict.First, conflict.Second);

    private IEnumerable<int> Moved => Enumerable.Range(0, _made.EntryOf.Count).Where(v => DaysOf(v) != 0);

    private ProgrammeEntry EntryOf(int variable) => _made.Season.Entries[_made.EntryOf[variable]];

    private int DaysOf(int variable) => _made.Problem.Moved[_solution.Choice[variable]];
}
