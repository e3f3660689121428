namespace Tessera.Planning.Programmes.Sweep;

/// <summary>
/// A sweep over time: placements in the order of their starts, with those that have not ended in a grid over space. Two placements of one subject (its
/// possible days) are never compared. Sorting is n log n; each placement then looks at the cells around it, so the rest is the number of pairs that are near
/// in time and space.
/// </summary>
internal static class PlacementSweep
{
    /// <summary>The conflicts among placements; First and Second are places in <paramref name="placements"/>.</summary>
    public static List<Conflict> Run(IReadOnlyList<Subject> subjects, Placement[] placements, ConflictSettings settings)
    {
        var order = ByStart(placements);
        var found = new List<Conflict>();
        SweepReach(subjects, placements, order, settings, found);
        SweepShared(subjects, placements, order, settings, ConflictKind.SamePerformer, s => s.Performers, found);
        SweepShared(subjects, placements, order, settings, ConflictKind.SameStage, s => s.Stages, found);
        return found;
    }

    /// <summary>In the order of their starts, those of one start in the order given: start and place in one number, which sorts without asking back.</summary>
    private static int[] ByStart(Placement[] placements)
    {
        var order = new long[placements.Length];
        for (var i = 0; i < order.Length; i++) order[i] = ((long)placements[i].Start << 32) | (uint)i;
        Array.Sort(order);
        return Array.ConvertAll(order, both => (int)both);
    }

    private static void SweepReach(IReadOnlyList<Subject> subjects, Placement[] placements, int[] order, ConflictSettings settings, List<Conflict> found)
    {
        var grid = new ReachGrid();
        foreach (var i in order)
        {
            ref readonly var placement = ref placements[i];
            var subject = subjects[placement.Subject];
            foreach (var cell in grid.Near(subject.Venue, subject.RadiusKm))
            {
                for (var k = cell.Count - 1; k >= 0; k--)
                {
                    var j = cell[k];
                    if (placements[j].End <= placement.Start) RemoveAt(cell, k);
                    else if (placements[j].Subject != placement.Subject) Reach(subjects, placements, i, j, settings, found);
                }
            }

            grid.Add(i, subject.Venue, subject.RadiusKm);
        }
    }

    /// <summary>For each key, those that need it, in time; what has ended longer ago than any way takes is dropped. Several shared keys are one conflict.</summary>
    private static void SweepShared(
        IReadOnlyList<Subject> subjects, Placement[] placements, int[] order, ConflictSettings settings, ConflictKind kind, Func<Subject, KeySet> keys, List<Conflict> found)
    {
        var longest = (int)Math.Ceiling(60 * settings.LongestTravelHours);
        var open = new Dictionary<int, List<int>>();
        var met = new HashSet<int>();
        foreach (var i in order)
        {
            var subject = subjects[placements[i].Subject];
            met.Clear();
            foreach (var key in keys(subject).Keys)
            {
                if (!open.TryGetValue(key, out var list)) open.Add(key, list = []);
                for (var k = list.Count - 1; k >= 0; k--)
                {
                    var j = list[k];
                    if (placements[j].End + longest <= placements[i].Start) RemoveAt(list, k);
                    else if (placements[j].Subject != placements[i].Subject && met.Add(j))
                        Shared(subjects, placements, i, j, settings, kind, found);
                }

                list.Add(i);
            }
        }
    }

    private static void Reach(IReadOnlyList<Subject> subjects, Placement[] placements, int i, int j, ConflictSettings settings, List<Conflict> found)
    {
        var (first, second) = (Math.Min(i, j), Math.Max(i, j));
        var (one, other) = (subjects[placements[first].Subject], subjects[placements[second].Subject]);
        PairAssessment.Reach(one, placements[first], other, placements[second], settings, (first, second), found);
    }

    private static void Shared(
        IReadOnlyList<Subject> subjects, Placement[] placements, int i, int j, ConflictSettings settings, ConflictKind kind, List<Conflict> found)
    {
        var (first, second) = (Math.Min(i, j), Math.Max(i, j));
        var (one, other) = (subjects[placements[first].Subject], subjects[placements[second].Subject]);
        PairAssessment.Shared(one, placements[first], other, placements[second], settings, kind, (first, second), found);
    }

    private static void RemoveAt(List<int> list, int k)
    {
        list[k] = list[^1];
        list.RemoveAt(list.Count - 1);
    }
}
