using Tessera.Planning.Delegations.Composing;
using Tessera.Planning.Delegations.Exact;

namespace Tessera.Planning.Delegations.Checking;

/// <summary>A seat that another holds afterwards.</summary>
/// <param name="Out">Who leaves it; null where it was vacant.</param>
/// <param name="In">Who comes to it; null where it stays vacant. Who leaves one seat may come to another.</param>
public sealed record SeatChange(string Delegation, SeatKind Kind, Chamber Chamber, string? Out, string? In);

/// <summary>The smallest exchange that mends what is broken.</summary>
/// <param name="Changes">One for each seat whose holder changes.</param>
/// <param name="IsProven">Is it proven that no fewer changes would do, and none as few leave a better composition?</param>
/// <param name="BreaksWarnings">Warnings that hold now and would not hold afterwards.</param>
public sealed record Exchange(IReadOnlyList<SeatChange> Changes, bool IsProven, IReadOnlyList<(string Rule, string Delegation)> BreaksWarnings, IReadOnlyList<Seating> Afterwards);

/// <summary>A broken rule with what would mend it.</summary>
/// <param name="Exchange">Null where no exchange mends it while all blocking rules hold that hold now.</param>
public sealed record BrokenRule(RuleVerdict Verdict, Exchange? Exchange);

/// <summary>How a composition stands.</summary>
/// <param name="Verdicts">Every rule that is looked at, in every delegation that it is about.</param>
/// <param name="Broken">The broken ones, the blocking first.</param>
/// <param name="Repair">The smallest exchange after which every blocking rule holds; null where none is broken or none would do.</param>
public sealed record CheckedComposition(IReadOnlyList<RuleVerdict> Verdicts, IReadOnlyList<BrokenRule> Broken, Exchange? Repair)
{
    /// <summary>Does every blocking rule hold?</summary>
    public bool IsAllowed => Verdicts.All(v => v.IsKept || v.Severity != Severity.Blocking);
}

/// <summary>
/// Judges a composition by counting, and finds for each broken rule the smallest exchange that mends it: of all compositions that keep it and every blocking rule
/// that holds now, the one with the fewest seats changed, then the best by the goals of <see cref="DelegationModel"/>. Verdicts cost persons × rules; an exchange
/// is found as a composition is.
/// </summary>
public static class DelegationChecker
{
    /// <summary>
    /// Checks a composition. Refused by ArgumentException: an unknown person, one with two seats, more on a block than it has seats, a seat that the person cannot
    /// have or that there is not.
    /// </summary>
    public static CheckedComposition Check(DelegationModel model, IReadOnlyList<Seating> composition, ComposerSettings settings, CancellationToken cancellation = default)
    {
        Refuse(model, composition);
        var verdicts = Verdicts(model, composition);
        var broken = verdicts.Where(v => !v.IsKept).OrderByDescending(v => v.Severity).ToList();
        return new CheckedComposition(
            verdicts, [.. broken.Select(v => new BrokenRule(v, Mend(model, composition, verdicts, b => b == v, settings, cancellation)))],
            broken.Any(v => v.Severity == Severity.Blocking) ? Mend(model, composition, verdicts, v => v.Severity == Severity.Blocking, settings, cancellation) : null);
    }

    /// <summary>Only the verdicts, without exchanges.</summary>
    public static IReadOnlyList<RuleVerdict> Verdicts(DelegationModel model, IReadOnlyList<Seating> composition) =>
    [
        .. new[] { Severity.Blocking, Severity.Warning }.SelectMany(s => RuleInstance.Of(model, s)).Select(i => i.Rule.Judge(model, i.Delegation, composition)),
    ];

    private static Exchange? Mend(
        DelegationModel model, IReadOnlyList<Seating> composition, IReadOnlyList<RuleVerdict> verdicts, Func<RuleVerdict, bool> mends, ComposerSettings settings, CancellationToken cancellation)
    {
        var delegations = verdicts.Where(v => !v.IsKept && mends(v)).Select(v => v.Delegation).ToHashSet(StringComparer.Ordinal);
        var own = verdicts.Where(v => delegations.Contains(v.Delegation)).ToList();
        var holding = own.Where(v => mends(v) || (v.IsKept && v.Severity == Severity.Blocking)).Select(v => (v.Rule, v.Delegation)).ToHashSet();
        var (blocking, warnings) = (RuleInstance.Of(model, Severity.Blocking), RuleInstance.Of(model, Severity.Warning));
        var program = DelegationProgram.Changing(
            model, [.. blocking.Concat(warnings).Where(i => holding.Contains((i.Rule.Id, i.Delegation)))],
            [.. warnings.Where(i => delegations.Contains(i.Delegation) && !holding.Contains((i.Rule.Id, i.Delegation)))], composition);
        var found = LexicographicSolver.Solve(program.Program, program.Goals, settings.MostNodes, program.Complete, cancellation);
        if (found.Values is null) return null;
        var afterwards = program.Composition(found.Values);
        var brokenThen = Verdicts(model, afterwards).Where(v => !v.IsKept).Select(v => (v.Rule, v.Delegation)).ToHashSet();
        var newly = verdicts.Where(v => v.IsKept && v.Severity == Severity.Warning).Select(v => (v.Rule, v.Delegation)).Where(brokenThen.Contains);
        return new Exchange(Changes(model, composition, afterwards), found.IsProven, [.. newly], afterwards);
    }

    private static IReadOnlyList<SeatChange> Changes(DelegationModel model, IReadOnlyList<Seating> before, IReadOnlyList<Seating> after) =>
    [
        .. model.Blocks.SelectMany(b =>
        {
            string[] Holders(IReadOnlyList<Seating> seats, IReadOnlyList<Seating> but) =>
                [.. seats.Except(but).Where(s => s.Kind == b.Kind && s.Chamber == b.Chamber && model.ByKey[s.Candidate].Delegation == b.Delegation).Select(s => s.Candidate).Order(StringComparer.Ordinal)];
            var (leaving, coming) = (Holders(before, after), Holders(after, before));
            return Enumerable.Range(0, Math.Max(leaving.Length, coming.Length))
                .Select(i => new SeatChange(b.Delegation, b.Kind, b.Chamber, i < leaving.Length ? leaving[i] : null, i < coming.Length ? coming[i] : null));
        }),
    ];

    private static void Refuse(DelegationModel model, IReadOnlyList<Seating> composition)
    {
        if (composition.DistinctBy(s => s.Candidate, StringComparer.Ordinal).Count() != composition.Count) throw new ArgumentException("A person has two seats.", nameof(composition));
        foreach (var seating in composition)
        {
            if (!model.ByKey.TryGetValue(seating.Candidate, out var person)) throw new ArgumentException($"{seating.Candidate} is no candidate.", nameof(composition));
            var block = model.Blocks.FirstOrDefault(b => b.Delegation == person.Delegation && b.Kind == seating.Kind && b.Chamber == seating.Chamber);
            if (block is null || !DelegationModel.CanSit(person, block)) throw new ArgumentException($"{seating.Candidate} cannot have this seat.", nameof(composition));
            if (composition.Count(s => s.Kind == block.Kind && s.Chamber == block.Chamber && model.ByKey.TryGetValue(s.Candidate, out var c) && c.Delegation == block.Delegation) > block.Seats) throw new ArgumentException("There are more persons than seats.", nameof(composition));
        }
    }
}
