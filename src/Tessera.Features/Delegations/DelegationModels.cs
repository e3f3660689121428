using Tessera.Domain.Delegations;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;

namespace Tessera.Features.Delegations;

/// <summary>A delegation as it stands to its rules.</summary>
/// <param name="Model">A candidate's key is the person's number in the form <c>N</c>.</param>
/// <param name="Composition">Who sits, or is proposed to.</param>
public sealed record ComposedView(DelegationModel Model, IReadOnlyList<Seating> Composition, CheckedComposition Check);

/// <summary>Makes of a delegation what the engine judges and composes: seats, people with their ranks as points, rules. Who sits already is held on the seat.</summary>
public static class DelegationModels
{
    /// <summary>Begins the identity of a rule that only holds somebody on her seat and is not one of the body's.</summary>
    public const string Held = "held-";

    /// <summary>The key of a person in a model.</summary>
    public static string KeyOf(Guid person) => person.ToString("N");

    /// <summary>The model on a day.</summary>
    public static DelegationModel Of(DelegationView delegation, IReadOnlyDictionary<Guid, DelegationTraits> traits, DateOnly day)
    {
        var open = delegation.Seatings.Where(s => s.To is null).ToDictionary(s => s.Person);
        var gone = delegation.Seatings.Where(s => s.Ending is SeatEnding.LostMandate or SeatEnding.Resigned or SeatEnding.Died or SeatEnding.Unknown).Select(s => s.Person).ToHashSet();
        var people = delegation.People.Where(p => open.ContainsKey(p.Id) || (p is { WithdrawnAt: null, IsYouth: false } && !gone.Contains(p.Id))).ToList();
        var (first, second) = (people.Max(p => p.RepresentativeRank) ?? 1, people.Max(p => p.SubstituteRank) ?? 1);
        var candidates = people.Select(p =>
        {
            var seat = open.GetValueOrDefault(p.Id);
            var said = traits.GetValueOrDefault(p.Id) ?? DelegationTraits.Unsaid;
            return new Candidate(KeyOf(p.Id), said.Sex, new Mandate(p.Mandate, p.MandateSince, p.MandateUntil), p.Level)
            {
                Association = p.Proposer,
                Region = OrNull(p.Region),
                PoliticalGroup = OrNull(said.PoliticalGroup),
                RepresentativePoints = Points(p.RepresentativeRank, first, seat?.Kind is SeatKind.Representative),
                SubstitutePoints = Points(p.SubstituteRank, second, seat?.Kind is SeatKind.Substitute),
            };
        });
        var held = open.Values.Where(s => !s.IsDraft).Select(s => (DelegationRule)new MustSitRule(Held + KeyOf(s.Person), Severity.Blocking, KeyOf(s.Person), new SeatScope(s.Kind, s.Chamber)));
        var balance = delegation.Terms.Rules.Balance.Select(b => Interchange.Offices.Words<Trait>.Parse(b));
        return new DelegationModel(delegation.Terms.Seats.Select(s => new SeatBlock("", s.Kind, s.Chamber, s.Seats)), candidates, [.. Rules(delegation.Terms, day), .. held], [.. balance]);
    }

    /// <summary>Who sits, or is proposed to.</summary>
    public static IReadOnlyList<Seating> Composition(DelegationView delegation) => [.. delegation.Seatings.Where(s => s.To is null).Select(s => new Seating(KeyOf(s.Person), s.Kind, s.Chamber))];

    /// <summary>The body's rules and the office's own.</summary>
    /// <param name="day">On which a mandate is asked for, when it is later than the first day of the term.</param>
    public static IEnumerable<DelegationRule> Rules(DelegationTerms terms, DateOnly day)
    {
        var rules = terms.Rules;
        if (rules.SexShare is { } share)
        {
            yield return new SexShareRule("sex-share-whole", rules.SexShareOfWhole, SeatScope.Whole, share);
            yield return new SexShareRule("sex-share-representatives", rules.SexShareOfRepresentatives, SeatScope.Representatives, share);
            yield return new SexShareRule("sex-share-substitutes", rules.SexShareOfSubstitutes, SeatScope.Substitutes, share);
        }

        yield return new BothSexesRule("both-sexes", rules.BothSexes, SeatScope.Whole);
        yield return new MandateRule("mandate", rules.Mandate, day > terms.First ? day : terms.First, rules.AcceptsAccountable);
        yield return new ChamberRule("chamber", rules.ChamberFit);
        yield return new EqualSubstitutesRule("equal-substitutes", rules.EqualSubstitutes);
        yield return new SeatsFilledRule("seats-filled", rules.SeatsFilled);
        for (var i = 0; i < rules.Quotas.Count; i++)
        {
            var quota = rules.Quotas[i];
            var scope = quota.Kind is { } kind ? new SeatScope(Interchange.Offices.Words<SeatKind>.Parse(kind)) : SeatScope.Whole;
            yield return new QuotaRule(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"quota-{i + 1}"), quota.Severity, scope, quota.Trait, quota.Values, quota.Least, quota.Most);
        }
    }

    private static int? Points(int? rank, int ranks, bool sits) => rank is { } known ? Candidate.PointsOfRank(known, ranks) : sits ? 0 : null;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
