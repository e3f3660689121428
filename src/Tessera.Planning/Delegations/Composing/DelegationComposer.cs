using Tessera.Planning.Delegations.Exact;

namespace Tessera.Planning.Delegations.Composing;

/// <summary>
/// Composes delegations: the best by the goals of <see cref="DelegationModel"/> among all that keep the blocking rules, proven; the next best; or the smallest
/// set of rules that cannot hold together. Several delegations fall into parts that are solved by themselves. Exponential at worst; docs/algorithms/delegations.md
/// has what it takes in practice. The same model gives the same answer, in whatever order its persons stand.
/// </summary>
public static class DelegationComposer
{
    /// <summary>The proposal. Throws OperationCanceledException when asked to stop.</summary>
    public static CompositionProposal Compose(DelegationModel model, ComposerSettings settings, CancellationToken cancellation = default)
    {
        var program = DelegationProgram.Composing(model);
        var (found, rows, nodes) = (new List<ComposedDelegation>(), new List<ProgramRow>(), 0L);
        while (found.Count <= settings.Alternatives)
        {
            var solved = LexicographicSolver.Solve(program.Program.With(rows), program.Goals, settings.MostNodes, program.Complete, cancellation);
            nodes += solved.Nodes;
            if (solved.Values is null)
            {
                if (found.Count > 0 || !solved.IsProven) break;
                return new CompositionProposal(null, [], ConflictSearch.Find(model, settings, cancellation), nodes);
            }

            found.Add(Made(program, solved));
            rows.Add(program.Unlike(found[^1].Seats, settings.AlternativesDifferBy));
        }

        return new CompositionProposal(found.FirstOrDefault(), [.. found.Skip(1)], null, nodes);
    }

    private static ComposedDelegation Made(DelegationProgram program, LexicographicFound solved)
    {
        var (seats, goals, bounds) = (program.Composition(solved.Values!), solved.Goals, solved.Bounds);
        return new ComposedDelegation(
            seats, (int)goals[0], (int)goals[1], -goals[2], goals[3], Checking.DelegationChecker.Verdicts(program.Model, seats), solved.IsProven,
            new CompositionBound(bounds[0], bounds[1], -bounds[2], bounds[3]));
    }
}
