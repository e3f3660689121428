using Tessera.Planning.Programmes.Sweep;

namespace Tessera.Planning.Programmes.Harmony;

/// <summary>
/// Makes a problem of a season. All possible days of all entries go through one sweep, so only pairs of days that do conflict become edges: the cost is that
/// of finding the conflicts of a season as large as all its options.
/// </summary>
internal sealed class HarmonySeason
{
    private readonly List<int> _variableOfEntry = [];

    private HarmonySeason(Season season) => Season = season;

    public Season Season { get; }

    /// <summary>The place in the season of each variable's entry.</summary>
    public List<int> EntryOf { get; } = [];

    public HarmonyProblem Problem { get; private set; } = null!;

    /// <summary>How many entries may be moved by their firmness and window.</summary>
    public int MovableCount { get; private set; }

    public static HarmonySeason Of(Season season, ConflictSettings conflicts, HarmonySettings settings, IReadOnlyCollection<MoveAnswer> answers)
    {
        var made = new HarmonySeason(season);
        made.Build(new CompiledSeason(season, conflicts), conflicts, settings, answers.ToLookup(a => a.Key, StringComparer.Ordinal));
        return made;
    }

    private void Build(CompiledSeason compiled, ConflictSettings conflicts, HarmonySettings settings, ILookup<string, MoveAnswer> answers)
    {
        var days = Days(answers);
        var placements = new List<Placement>();
        var optionOf = new List<int>();
        var options = 0;
        for (var i = 0; i < Season.Entries.Count; i++)
        {
            var variable = _variableOfEntry[i];
            foreach (var shift in variable < 0 ? [0] : days[variable])
            {
                placements.Add(compiled.Placements[i].Shifted(shift));
                optionOf.Add(variable < 0 ? -1 : options++);
            }
        }

        var sums = new Sums(options);
        foreach (var conflict in PlacementSweep.Run(compiled.Subjects, [.. placements], conflicts)) sums.Add(optionOf[conflict.First], optionOf[conflict.Second], conflict.Weight);
        var met = new List<Conflict>();
        for (var p = 0; p < placements.Count; p++)
        {
            met.Clear();
            var entry = placements[p].Subject;
            compiled.Days.Assess(Season.Entries[entry], compiled.Subjects[entry], placements[p], entry, conflicts, met);
            sums.Add(optionOf[p], -1, met.Sum(c => c.Weight));
        }

        double[] price = [.. days.SelectMany((list, v) => list.Select(d => settings.PriceOf(Season.Entries[EntryOf[v]], d)))];
        var accepted = days.Count(list => list is [not 0]);
        var most = Math.Max(accepted, (int)Math.Floor((settings.MostMovedShare * MovableCount) + 1e-9));
        Problem = new HarmonyProblem(days, sums.Constant, sums.Cost, price, sums.Edges, most);
    }

    /// <summary>The options of each variable, its own day first.</summary>
    private List<int[]> Days(ILookup<string, MoveAnswer> answers)
    {
        var days = new List<int[]>();
        for (var i = 0; i < Season.Entries.Count; i++)
        {
            var entry = Season.Entries[i];
            if (MoveDays.IsMovable(entry)) MovableCount++;
            var options = OptionsOf(entry, [.. answers[entry.Key]]);
            _variableOfEntry.Add(options is [0] ? -1 : days.Count);
            if (options is [0]) continue;
            days.Add(options);
            EntryOf.Add(i);
        }

        return days;
    }

    private static int[] OptionsOf(ProgrammeEntry entry, IReadOnlyList<MoveAnswer> answers)
    {
        if (answers.LastOrDefault(a => a.Accepted) is { } accepted)
            return [(accepted.Day ?? throw new ArgumentException($"A move of {entry.Key} was accepted without a day.", nameof(answers))).DayNumber - entry.Day.DayNumber];
        if (!MoveDays.IsMovable(entry) || answers.Any(a => a.Day is null)) return [0];
        return
        [
            0,
            .. MoveDays.Within(entry, entry.Window!.Value).Where(day => answers.All(a => a.Day != day))
                .Select(day => day.DayNumber - entry.Day.DayNumber).Where(days => days != 0),
        ];
    }

    /// <summary>Weights gathered by what can still change: nothing, one option, or two.</summary>
    private sealed class Sums(int options)
    {
        public double Constant { get; private set; }

        public double[] Cost { get; } = new double[options];

        public List<(int A, int B, double Weight)> Edges { get; } = [];

        public void Add(int a, int b, double weight)
        {
            if (a < 0 && b < 0) Constant += weight;
            else if (a < 0) Cost[b] += weight;
            else if (b < 0) Cost[a] += weight;
            else Edges.Add((a, b, weight));
        }
    }
}
