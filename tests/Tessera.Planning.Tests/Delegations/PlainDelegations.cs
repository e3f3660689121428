using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Tessera.Planning.Delegations;

namespace Tessera.Planning.Tests.Delegations;

/// <summary>Rules and goals in other words than the program's, and all compositions of a small model one after the other.</summary>
internal static class PlainDelegations
{
    private static readonly ConditionalWeakTable<DelegationModel, ConcurrentDictionary<string, int>> Fillable = [];

    public readonly record struct Worth(int Vacant, int Warnings, long Points, int Alike) : IComparable<Worth>
    {
        public int CompareTo(Worth other) => (Vacant, Warnings, -Points, Alike).CompareTo((other.Vacant, other.Warnings, -other.Points, other.Alike));
    }

    /// <summary>Every way to seat the persons, feasible by seats and possible kinds alone.</summary>
    public static IEnumerable<List<Seating>> All(DelegationModel model) => From(model, 0, []);

    public static bool IsAllowed(DelegationModel model, IReadOnlyList<Seating> seats) => Broken(model, seats, Severity.Blocking) == 0;

    public static int Broken(DelegationModel model, IReadOnlyList<Seating> seats, Severity severity) =>
        model.Delegations.Sum(d => model.Rules.Count(r => r.Severity == severity && (r.Delegation ?? d) == d && !Holds(model, r, d, seats)));

    public static Worth WorthOf(DelegationModel model, IReadOnlyList<Seating> seats) => new(
        model.Blocks.Sum(b => b.Seats) - seats.Count, Broken(model, seats, Severity.Warning),
        seats.Sum(s => (long)(s.Kind == SeatKind.Representative ? Person(model, s).RepresentativePoints!.Value : Person(model, s).SubstitutePoints!.Value)), Alike(model, seats));

    /// <summary>Seats whose holder is another.</summary>
    public static int Changed(DelegationModel model, IReadOnlyList<Seating> before, IReadOnlyList<Seating> after) => model.Blocks.Sum(b =>
    {
        var (old, now) = (In(model, b, before), In(model, b, after));
        return Math.Max(old.Except(now).Count(), now.Except(old).Count());
    });

    public static bool Holds(DelegationModel model, DelegationRule rule, string delegation, IReadOnlyList<Seating> all)
    {
        var seats = all.Where(s => Person(model, s).Delegation == delegation).ToList();
        List<Candidate> People(SeatScope scope) => [.. seats.Where(s => (scope.Kind ?? s.Kind) == s.Kind && (scope.Chamber ?? s.Chamber) == s.Chamber).Select(s => Person(model, s))];
        switch (rule)
        {
            case SexShareRule share:
                var members = People(share.Scope);
                return new[] { Sex.Female, Sex.Male }.All(sex => members.Count(m => m.Sex == sex) * 1000 >= share.PerThousand * members.Count);
            case BothSexesRule both:
                return People(both.Scope).Select(m => m.Sex).Where(s => s != Sex.Unstated).Distinct().Count() == 2;
            case MandateRule mandate:
                return seats.Select(s => Person(model, s).Mandate).All(m =>
                    (m.Kind == MandateKind.Elected || (m.Kind == MandateKind.Accountable && mandate.AcceptsAccountable)) && (m.Since ?? mandate.Day) <= mandate.Day && (m.Until ?? mandate.Day) >= mandate.Day);
            case ChamberRule:
                return !seats.Any(s => (s.Chamber == Chamber.Local && Person(model, s).Authority == AuthorityLevel.Regional) || (s.Chamber == Chamber.Regions && Person(model, s).Authority == AuthorityLevel.Local));
            case EqualSubstitutesRule:
                return seats.Count(s => s.Kind == SeatKind.Substitute) == seats.Count(s => s.Kind == SeatKind.Representative);
            case SeatsFilledRule:
                return seats.Count >= Fillable.GetOrCreateValue(model).GetOrAdd(
                    delegation, d => All(new DelegationModel(model.Blocks.Where(b => b.Delegation == d), model.Candidates.Where(c => c.Delegation == d), [])).Max(s => s.Count));
            case QuotaRule quota:
                var count = People(quota.Scope).Count(m => m.Of(quota.Trait) is { } value && quota.Values.Contains(value));
                return count >= (quota.Least ?? 0) && count <= (quota.Most ?? int.MaxValue);
            case MustSitRule must:
                return model.ByKey[must.Candidate].Delegation != delegation || People(must.Scope).Any(m => m.Key == must.Candidate);
            case MustNotSitRule not:
                return !seats.Any(s => s.Candidate == not.Candidate);
            case ExclusionRule exclusion:
                return !(seats.Any(s => s.Candidate == exclusion.First) && seats.Any(s => s.Candidate == exclusion.Second));
            default:
                throw new ArgumentOutOfRangeException(nameof(rule));
        }
    }

    private static int Alike(DelegationModel model, IReadOnlyList<Seating> seats) => model.Balance.Sum(trait => Enumerable.Range(0, seats.Count).Sum(i => Enumerable.Range(0, i).Count(k =>
        Person(model, seats[i]).Delegation == Person(model, seats[k]).Delegation && Person(model, seats[i]).Of(trait) is { } value && value == Person(model, seats[k]).Of(trait))));

    private static List<string> In(DelegationModel model, SeatBlock block, IReadOnlyList<Seating> seats) =>
        [.. seats.Where(s => s.Kind == block.Kind && s.Chamber == block.Chamber && Person(model, s).Delegation == block.Delegation).Select(s => s.Candidate)];

    private static Candidate Person(DelegationModel model, Seating seat) => model.ByKey[seat.Candidate];

    private static IEnumerable<List<Seating>> From(DelegationModel model, int person, List<Seating> begun)
    {
        if (person == model.Candidates.Count)
        {
            yield return [.. begun];
            yield break;
        }

        foreach (var rest in From(model, person + 1, begun)) yield return rest;
        var candidate = model.Candidates[person];
        foreach (var block in model.Blocks)
        {
            var points = block.Kind == SeatKind.Representative ? candidate.RepresentativePoints : candidate.SubstitutePoints;
            if (block.Delegation != candidate.Delegation || points is null || In(model, block, begun).Count >= block.Seats) continue;
            begun.Add(new Seating(candidate.Key, block.Kind, block.Chamber));
            foreach (var rest in From(model, person + 1, begun)) yield return rest;
            begun.RemoveAt(begun.Count - 1);
        }
    }
}
