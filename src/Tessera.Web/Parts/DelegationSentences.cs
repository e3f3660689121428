using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;

namespace Tessera.Web.Parts;

/// <summary>Says in sentences how a composition stands to the rules, and what is proposed: at the desk with names, at the terminal with keys.</summary>
/// <param name="person">What a person is called, by her key.</param>
/// <param name="rule">What a rule is called, by its identity and the delegation that it is about.</param>
public sealed class DelegationSentences(Texts texts, Func<string, string> person, Func<string, string, string> rule)
{
    /// <summary>Is the composition allowed, and if not, how many blocking rules are broken?</summary>
    public string Standing(CheckedComposition check)
    {
        var blocking = check.Broken.Count(b => b.Verdict.Severity == Severity.Blocking);
        return blocking == 0 ? texts["delegation-check.allowed"] : texts["delegation-check.not-allowed", blocking];
    }

    /// <summary>A rule that is broken: which, what is wrong, and who is concerned.</summary>
    public string Wrong(RuleVerdict verdict) => $"{rule(verdict.Rule, verdict.Delegation)} ({Weight(verdict.Severity)}): {What(verdict)}";

    /// <summary>What is wrong, and who is concerned.</summary>
    public string What(RuleVerdict verdict)
    {
        var key = verdict.Code == "quota" ? verdict.IsMost ? "quota-most" : "quota-least" : verdict.Code;
        var sentence = texts.With("delegation-check.broken-" + key, ("has", Number(verdict.Has)), ("needs", Number(verdict.Needs)));
        return verdict.Concerned.Count > 0 ? $"{sentence} {texts.With("delegation-check.concerned", ("who", List(verdict.Concerned.Select(person))))}" : sentence;
    }

    /// <summary>The smallest exchange that mends a broken rule and what it would cost, or that there is none.</summary>
    public string Mended(BrokenRule broken)
    {
        if (broken.Exchange is not { } exchange) return texts["delegation-check.no-exchange"];
        var mended = texts.With("delegation-check.exchange", ("changes", Changes(exchange.Changes)));
        return exchange.BreaksWarnings.Count == 0 ? mended : $"{mended} {texts.With("delegation-check.also-breaks", ("rules", List(exchange.BreaksWarnings.Select(w => rule(w.Rule, w.Delegation)))))}";
    }

    /// <summary>The exchange after which every blocking rule holds.</summary>
    public string Repair(Exchange repair) => texts.With("delegation-check.repair", ("changes", Changes(repair.Changes)));

    /// <summary>Is what was found proven to be the best, or how far may it be from it?</summary>
    public string Found(ComposedDelegation best) => best.IsProven
        ? texts["delegation-check.best"]
        : texts.With("delegation-check.best-unproven", ("vacant", Number(best.Bound.VacantSeats)), ("warnings", Number(best.Bound.BrokenWarnings)));

    /// <summary>Why nothing is proposed: the rules that cannot hold together, or that the work allowed did not suffice.</summary>
    public string NotFound(RuleConflict? conflict)
    {
        var key = conflict switch { null => "delegation-check.none-found", { IsSmallest: true } => "delegation-check.conflict", _ => "delegation-check.conflict-irreducible" };
        return texts.With(key, ("rules", conflict is null ? "" : List(conflict.Rules.Select(r => rule(r.Rule, r.Delegation)))));
    }

    /// <summary>What a composition is worth by the goals.</summary>
    public string Worth(ComposedDelegation composed) => texts.With(
        "delegation-check.worth", ("vacant", Number(composed.VacantSeats)), ("warnings", Number(composed.BrokenWarnings)), ("points", Number(composed.Points)), ("pairs", Number(composed.PairsAlike)));

    /// <summary>Those on seats of one kind in one chamber.</summary>
    public string Names(IEnumerable<Seating> seats) => List(seats.Select(s => person(s.Candidate)));

    /// <summary>Who leaves which seat, and who comes.</summary>
    public string Changes(IEnumerable<SeatChange> changes) => string.Join("; ", changes.Select(c => texts.With(
        (c.Out, c.In) switch { (_, null) => "delegation-check.leaves", (null, _) => "delegation-check.comes", _ => "delegation-check.replaced" },
        ("out", c.Out is null ? "" : person(c.Out)), ("in", c.In is null ? "" : person(c.In)), ("seat", Seat(c.Kind, c.Chamber)))));

    /// <summary>By what one composition differs from another, seat by seat; empty where by nothing.</summary>
    public string Difference(IReadOnlyList<Seating> before, IReadOnlyList<Seating> after)
    {
        var (leaving, coming) = (before.Except(after).ToLookup(s => (s.Kind, s.Chamber)), after.Except(before).ToLookup(s => (s.Kind, s.Chamber)));
        return Changes(leaving.Concat(coming).Select(g => g.Key).Distinct().Order().SelectMany(seat =>
        {
            string[] Holders(IEnumerable<Seating> seats) => [.. seats.Select(s => s.Candidate).Order(StringComparer.Ordinal)];
            var (outs, ins) = (Holders(leaving[seat]), Holders(coming[seat]));
            return Enumerable.Range(0, Math.Max(outs.Length, ins.Length)).Select(i => new SeatChange("", seat.Kind, seat.Chamber, outs.ElementAtOrDefault(i), ins.ElementAtOrDefault(i)));
        }));
    }

    /// <summary>A seat by kind and chamber.</summary>
    public string Seat(SeatKind kind, Chamber chamber) => texts[SeatKey(kind, chamber)];

    /// <summary>The same as a heading begins.</summary>
    public string SeatHeading(SeatKind kind, Chamber chamber) => texts.Heading(SeatKey(kind, chamber));

    private string Weight(Severity severity) => texts[severity == Severity.Blocking ? "delegation-check.blocking" : "delegation-check.warning"];

    private static string SeatKey(SeatKind kind, Chamber chamber) => "delegation-check.seat-" + (kind == SeatKind.Representative ? "representative" : "substitute") + chamber switch
    {
        Chamber.Local => "-local",
        Chamber.Regions => "-regions",
        _ => "",
    };

    private static string List(IEnumerable<string> items) => string.Join(", ", items);

    private string Number(long number) => number.ToString("N0", texts.Culture);
}
