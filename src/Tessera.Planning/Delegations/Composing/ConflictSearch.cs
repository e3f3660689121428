using Tessera.Planning.Delegations.Exact;

namespace Tessera.Planning.Delegations.Composing;

/// <summary>
/// The smallest set of blocking rules that cannot hold together, by hitting sets (Ignatiev, Previti, Liffiton, Marques-Silva, CP 2015): the smallest set that
/// contains a rule of each correction found so far is either in conflict, and then the smallest, or it is grown until nothing can be added, and what is left out is a
/// further correction. Exponential at worst; after <see cref="MostRounds"/> it turns to leaving rules out one by one, which gives a set of which none can be left
/// out. One delegation in conflict is looked at by itself.
/// </summary>
internal static class ConflictSearch
{
    private const int MostRounds = 200;

    public static RuleConflict? Find(DelegationModel model, ComposerSettings settings, CancellationToken cancellation)
    {
        RuleConflict? smallest = null;
        foreach (var rules in RuleInstance.Of(model, Severity.Blocking).GroupBy(r => r.Delegation))
        {
            var search = new Search(model, [.. rules], settings.MostNodes, cancellation);
            if (search.Run() is { } conflict && (smallest is null || conflict.Rules.Count < smallest.Rules.Count)) smallest = conflict;
        }

        return smallest;
    }

    private sealed class Search(DelegationModel model, IReadOnlyList<RuleInstance> rules, long mostNodes, CancellationToken cancellation)
    {
        private readonly List<int[]> _corrections = [];

        public RuleConflict? Run()
        {
            if (CanHold([.. Enumerable.Range(0, rules.Count)]) != false) return null;
            for (var round = 0; round < MostRounds; round++)
            {
                var hitting = Hitting();
                var can = CanHold(hitting);
                if (can is null) break;
                if (can == false) return Conflict(hitting, true);
                var grown = hitting.ToList();
                foreach (var rule in Enumerable.Range(0, rules.Count).Except(hitting))
                {
                    if (CanHold([.. grown, rule]) == true) grown.Add(rule);
                }

                _corrections.Add([.. Enumerable.Range(0, rules.Count).Except(grown)]);
            }

            return Conflict(LeavingOut(), false);
        }

        private int[] LeavingOut()
        {
            var left = Enumerable.Range(0, rules.Count).ToList();
            foreach (var rule in Enumerable.Range(0, rules.Count))
            {
                int[] without = [.. left.Where(r => r != rule)];
                if (CanHold(without) == false) left.Remove(rule);
            }

            return [.. left];
        }

        /// <summary>The smallest set with a rule of each correction, itself an integer program.</summary>
        private int[] Hitting()
        {
            int[] ones = [.. Enumerable.Repeat(1, rules.Count)];
            var program = new IntegerProgram(
                new int[rules.Count], ones, [.. Enumerable.Repeat(-1, rules.Count)], [.. _corrections.Select(c => new ProgramRow(c, [.. c.Select(_ => 1)], 1, -ProgramRow.NoLimit))]);
            var found = LexicographicSolver.Solve(program, [new ProgramGoal("size", ones, 0)], mostNodes, null, cancellation);
            return [.. Enumerable.Range(0, rules.Count).Where(r => found.Values![r] == 1)];
        }

        /// <summary>Null where the work allowed did not suffice to tell.</summary>
        private bool? CanHold(int[] chosen)
        {
            var program = DelegationProgram.Holding(model, [.. chosen.Select(r => rules[r])]);
            var found = LexicographicSolver.Solve(program.Program, [], mostNodes, null, cancellation);
            return found.Values is not null ? true : found.IsProven ? false : null;
        }

        private RuleConflict Conflict(int[] chosen, bool isSmallest) => new([.. chosen.Select(r => (rules[r].Rule.Id, rules[r].Rule.Code, rules[r].Delegation))], isSmallest);
    }
}
