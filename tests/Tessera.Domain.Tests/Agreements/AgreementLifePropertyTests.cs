using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Agreements;
using Tessera.Domain.Tests.Vocabulary;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Agreements;

/// <summary>What holds of every life, tried on thousands of random ones, most of them nonsense.</summary>
public sealed class AgreementLifePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly DateOnly Today = new(2022, 12, 31);

    private static readonly RouteStage[] Route = [new("a", false, false, LocalText.Empty), new("b", false, true, LocalText.Empty), new("c", true, true, LocalText.Empty)];

    private static readonly Gen<PartialDate> Dates = new PartialDateGenerator(Gen.Choose(2018, 2023)).Dates.Generator;

    private static readonly Gen<DateOnly> Days = Gen.Frequency((20, Gen.Choose(0, 2200).Select(d => new DateOnly(2018, 1, 1).AddDays(d))), (1, Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue)));

    private static readonly Gen<AgreementDate[]> Registered = (
        from role in Gen.Elements(Enum.GetValues<AgreementDateRole>())
        from date in Dates
        select new AgreementDate(role, date)).ArrayOf().Resize(3);

    private static readonly Gen<AgreementTerm> Terms =
        from until in Maybe(Dates)
        from notice in Gen.Elements<int?>(null, 0, 6)
        from renews in Gen.Elements<int?>(null, 0, 1, 3)
        select new AgreementTerm(until, notice, renews);

    /// <summary>An agreement with a day to look at it, and what else a property needs.</summary>
    private sealed record Case(AgreementDate[] Registered, LifeStep[] Steps, AgreementTerm Term, DateOnly Day, PartialDate? PartnerUntil, LifeStep Extra, int At, int After)
    {
        public AgreementLife Life => new(Registered, Steps, Term);
    }

    private static readonly Arbitrary<Case> Cases = (
        from registered in Gen.OneOf(Gen.Constant(Array.Empty<AgreementDate>()), Registered)
        from count in Gen.Choose(0, 14)
        from steps in Gen.CollectToArray(Enumerable.Range(1, count), i => Step($"{i}"))
        from term in Gen.OneOf(Gen.Constant(AgreementTerm.None), Terms)
        from day in Days
        from partnerUntil in Maybe(Dates)
        from extra in Step("extra")
        from at in Gen.Choose(0, count)
        from after in Gen.Choose(at, count)
        select new Case(registered, steps, term, day, partnerUntil, extra, at, after)).ToArbitrary();

    [Fact]
    public void StandingOn_AnyStepsAndAnyDay_IsAlwaysAStanding() => Check(c => Enum.IsDefined(c.Life.StandingOn(c.Day, c.PartnerUntil)));

    [Fact]
    public void StandingOn_OfRegisteredDatesAlone_IsWhatTheDatesSay() => Check(c =>
        new AgreementLife(c.Registered, [], AgreementTerm.None).StandingOn(c.Day, c.PartnerUntil) == Standing.On(c.Day, c.Registered, c.PartnerUntil));

    [Fact]
    public void StandingOn_WithEveryStepCorrected_IsWhatTheDatesSay() => Check(c =>
    {
        var corrections = c.Steps.Reverse().Select((s, i) => s with { Key = $"c{i}", Kind = LifeStepKind.Corrected, Of = s.Key });
        var life = new AgreementLife(c.Registered, [.. c.Steps, .. corrections], AgreementTerm.None);
        return life.StandingOn(c.Day, c.PartnerUntil) == Standing.On(c.Day, c.Registered, c.PartnerUntil);
    });

    [Fact]
    public void StandingOn_WithAStepAndItsCorrection_IsThatWithoutBoth() => Check(c =>
    {
        var correction = c.Extra with { Key = "correction", Kind = LifeStepKind.Corrected, Of = c.Extra.Key };
        var with = c with { Steps = [.. c.Steps[..c.At], c.Extra, .. c.Steps[c.At..c.After], correction, .. c.Steps[c.After..]] };
        return with.Life.StandingOn(c.Day, c.PartnerUntil) == c.Life.StandingOn(c.Day, c.PartnerUntil) && with.Life.Dates.SequenceEqual(c.Life.Dates)
            && with.Life.Until == c.Life.Until && with.Life.EndAfter(c.Day) == c.Life.EndAfter(c.Day) && with.Life.NextStage(Route) == c.Life.NextStage(Route)
            && with.Life.Counting.Count == c.Life.Counting.Count + 1;
    });

    [Fact]
    public void StandingOn_ADayOfALifeFromItsProposal_DoesNotKnowLaterSteps() => Check(c =>
    {
        LifeStep[] steps = [c.Extra with { Kind = LifeStepKind.Proposed, Day = PartialDate.OfYear(2017) }, .. c.Steps.Where(s => s.Of is null)];
        var then = c with { Registered = [], Steps = [.. steps.Where(s => s.Day.Earliest is null || s.Day.Earliest <= c.Day)] };
        return c.Day.Year < 2017 || (c with { Registered = [], Steps = steps }).Life.StandingOn(c.Day, c.PartnerUntil) == then.Life.StandingOn(c.Day, c.PartnerUntil);
    });

    [Fact]
    public void WhyNot_OfAnyStep_GivesKnownCodesEachOnce() => Check(c =>
    {
        var refusals = c.Life.WhyNot(c.Extra, Route, c.Day);
        return refusals.All(StepRefusal.All.Contains) && refusals.Distinct().Count() == refusals.Count;
    });

    [Fact]
    public void WhyNot_WhenItSaysNothing_TheStepCanBeAddedAndItsDaysAreInOrder() => Check(c =>
    {
        var taken = new List<LifeStep>();
        foreach (var step in c.Steps)
        {
            var life = new AgreementLife(c.Registered, [.. taken], c.Term);
            if (life.WhyNot(step, Route, Today).Count > 0) continue;
            if (!IsInOrder(step, life)) return false;
            taken.Add(step);
            if (!Enum.IsDefined((c with { Steps = [.. taken] }).Life.StandingOn(c.Day, c.PartnerUntil))) return false;
        }

        return true;
    });

    [Fact]
    public void WhyNot_AnEndedAgreement_AllowsNothingButToUndo() => Check(c =>
        c.Life.StandingOn(Today, c.PartnerUntil) is not AgreementStanding.Ended || c.Extra.Kind is LifeStepKind.Corrected or LifeStepKind.TakenBack || c.Life.WhyNot(c.Extra, Route, Today).Count > 0);

    [Fact]
    public void EndAfter_OfATermThatProlongsItself_IsTheFirstOfItsEndsFromTheDayOn() => Check(c =>
    {
        var (until, years) = (c.Term.Until?.Latest, c.Term.RenewsForYears ?? 0);
        var end = new AgreementLife(c.Registered, [], c.Term).EndAfter(c.Day);
        if (until is not { } first || years == 0 || c.Day.Year > 9000) return end == until || c.Day.Year > 9000;
        return end == Enumerable.Range(0, 100).Select(i => first.AddYears(i * years)).First(e => e >= c.Day);
    });

    private static bool IsInOrder(LifeStep step, AgreementLife life)
    {
        var counting = life.Counting;
        bool NoneBefore(params LifeStepKind[] kinds) => counting.Any(s => kinds.Contains(s.Kind)) && counting.Where(s => kinds.Contains(s.Kind)).All(s => step.Day.CertainlyBefore(s.Day));
        var isSign = step.Kind is LifeStepKind.SignedHere or LifeStepKind.SignedThere;
        return !(step.Day.Earliest > Today)
            && !(isSign && NoneBefore(LifeStepKind.Approved) && life.Dates.Where(d => d.Role is AgreementDateRole.Decided).All(d => step.Day.CertainlyBefore(d.Date)))
            && !(step.Kind is LifeStepKind.InForce && counting.Any(s => s.Kind is LifeStepKind.SignedHere or LifeStepKind.SignedThere && step.Day.CertainlyBefore(s.Day)))
            && !(step.Kind is LifeStepKind.Resumed && NoneBefore(LifeStepKind.Paused)) && !(step.Kind is LifeStepKind.ReviewEnded && NoneBefore(LifeStepKind.ReviewBegun));
    }

    private static Gen<LifeStep> Step(string key) =>
        from kind in Gen.Elements(Enum.GetValues<LifeStepKind>())
        from day in Dates
        from until in Maybe(Dates)
        from other in Gen.Choose(1, 14)
        from stage in Gen.Elements("a", "b", "c", null)
        let of = kind is LifeStepKind.Corrected or LifeStepKind.TakenBack ? $"{other}" : null
        select new LifeStep(key, kind, day, stage, LocalText.Empty, "1", StepReason.Other, of, AgreementKind.Friendship, kind is LifeStepKind.Renewed ? until : null, LocalText.Empty);

    private static Gen<PartialDate?> Maybe(Gen<PartialDate> dates) => Gen.OneOf(Gen.Constant((PartialDate?)null), dates.Select(d => (PartialDate?)d));

    private static void Check(Func<Case, bool> holds) => Prop.ForAll(Cases, holds).Check(Runs);
}
