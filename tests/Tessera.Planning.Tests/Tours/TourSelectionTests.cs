using FsCheck;
using FsCheck.Fluent;
using Tessera.Planning.Tours;
using Xunit;

namespace Tessera.Planning.Tests.Tours;

public sealed class TourSelectionTests
{
    private sealed record Case(TourRules Rules, string Seed, IReadOnlyList<TourApplicant> Applicants);

    private static readonly Arbitrary<Case> Cases = (
        from places in Gen.Choose(1, 20)
        from fresh in Gen.Choose(0, 4)
        from county in Gen.Choose(0, 3)
        from small in Gen.Choose(0, 8)
        from seed in Gen.Choose(0, 10_000)
        from applicants in (
            from people in Gen.Choose(1, 4)
            from of in Gen.Elements("", "Zala", "Vas", "Pest")
            from population in Gen.Elements<int?>(null, 300, 900, 5_000)
            from years in Gen.Elements<int?>(null, 0, 1, 3, 9)
            from has in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new TourApplicant(0, people, of, population, years, has)).ListOf()
        select new Case(new TourRules(places, fresh, county, small, 1_000), $"seed {seed}", [.. applicants.Select((a, i) => a with { Number = i + 1 })])).ToArbitrary();

    [Fact]
    public void Choose_OfAnyApplicants_GivesNoMorePlacesThanThereAre() => Always((c, all) =>
    {
        var kept = People(c, all.Where(d => d.Reason is TourReason.Kept));
        return People(c, all.Where(d => d.IsIn)) <= Math.Max(c.Rules.Places, kept);
    });

    [Fact]
    public void Choose_OfAnyApplicants_LetsNoMoreIntoACountyThanMay() => Always((c, all) => c.Rules.MostPerCounty == 0 || all.Where(d => d.IsIn).GroupBy(d => Of(c, d).County).All(
        g => g.Key.Length == 0 || g.Count() <= Math.Max(c.Rules.MostPerCounty, g.Count(d => d.Reason is TourReason.Kept))));

    [Fact]
    public void Choose_OfAnyApplicants_AnswersEachOnceInTheOrderByTheRules() => Always((c, all) =>
        all.Count == c.Applicants.Count && all.Select(d => d.Number).Distinct().Count() == all.Count && all.Select(d => d.Position).SequenceEqual(Enumerable.Range(1, all.Count))
        && all.Zip(all.Skip(1)).All(p => (p.First.IsFresh && !p.Second.IsFresh) || (p.First.IsFresh == p.Second.IsFresh && string.CompareOrdinal(p.First.Lot, p.Second.Lot) <= 0)));

    /// <summary>Whoever waits did not fit beside those who go before by the rules: who has a place already, who has one of the small ones, and who stands earlier in the order.</summary>
    [Fact]
    public void Choose_OfAnyApplicants_LeavesNobodyOutWhoGoesBeforeSomebodyIn() => Always((c, all) => all.Where(d => !d.IsIn).All(waiting =>
    {
        var before = all.Where(d => d.Reason is TourReason.Kept or TourReason.SmallQuota || (d.Reason is TourReason.Turn && d.Position < waiting.Position)).ToList();
        var me = Of(c, waiting);
        var hasNoRoom = People(c, before) + me.People > c.Rules.Places;
        var isFull = c.Rules.MostPerCounty > 0 && me.County.Length > 0 && before.Count(d => Of(c, d).County == me.County) >= c.Rules.MostPerCounty;
        return waiting.Reason is TourReason.CountyFull ? isFull : hasNoRoom && !isFull;
    }));

    [Fact]
    public void Choose_OfAnyApplicants_GivesSmallPlacesToSmallOnesInTheirOrder() => Always((c, all) =>
    {
        var quota = all.Where(d => d.Reason is TourReason.SmallQuota).ToList();
        var kept = all.Where(d => d.Reason is TourReason.Kept).ToList();
        var left = Math.Max(0, c.Rules.SmallPlaces - People(c, kept.Where(d => d.IsSmall)));
        if (quota.Any(d => !d.IsSmall) || People(c, quota) > left) return false;
        return all.Where(d => d is { IsSmall: true, IsIn: false, Reason: not TourReason.CountyFull }).All(waiting =>
            People(c, quota.Where(d => d.Position < waiting.Position)) + Of(c, waiting).People > Math.Min(left, c.Rules.Places - People(c, kept)));
    });

    [Fact]
    public void Choose_InAnyOrderOfApplications_AnswersTheSame() => Always((c, all) => TourSelection.Choose(c.Rules, c.Seed, [.. c.Applicants.Reverse()]).SequenceEqual(all));

    [Fact]
    public void Choose_AfterAWithdrawal_LetsOthersInAndNobodyOut() => Always((c, all) =>
    {
        if (all.FirstOrDefault(d => d.IsIn) is not { } gone) return true;
        var into = all.Where(d => d.IsIn && d != gone).Select(d => d.Number).ToHashSet();
        var again = TourSelection.Choose(c.Rules, c.Seed, [.. c.Applicants.Where(a => a.Number != gone.Number).Select(a => a with { HasPlace = into.Contains(a.Number) })]);
        return into.All(n => again.Single(d => d.Number == n).IsIn);
    });

    [Fact]
    public void LotOf_ASeedAndANumber_IsWhatAnybodyComputes()
    {
        // printf '%s' 'tessera:7' | sha256sum
        Assert.Equal("13d9fc99cceab8c38131640e19425a5c3658792e768c3b5da4b88330df2963a3", TourSelection.LotOf("tessera", 7));
        Assert.Equal("2f1e83d30fff12f10f4a956d08bd6b200ae89e24621c2066c1a902aab2da7acb", TourSelection.PledgeOf("tessera"));
    }

    [Fact]
    public void Choose_WithEachRule_SaysWhy()
    {
        var rules = new TourRules(Places: 4, FreshYears: 3, MostPerCounty: 1, SmallPlaces: 2, SmallPopulation: 1_000);
        var all = TourSelection.Choose(rules, "example", [new(1, 2, "Zala", 90_000, 1), new(2, 2, "Vas", 800), new(3, 2, "Vas", 70_000), new(4, 3, "Pest", 5_000), new(5, 2, "Heves", 5_000, 2)]);
        TourDecision Of(int number) => all.Single(d => d.Number == number);
        Assert.Equal((TourReason.SmallQuota, true), (Of(2).Reason, Of(2).IsFresh));
        Assert.Equal(TourReason.CountyFull, Of(3).Reason);
        Assert.Equal((TourReason.NoPlaces, 2), (Of(4).Reason, Of(4).Free));
        Assert.False(Of(1).IsFresh);
        Assert.Single(all, d => d.Reason is TourReason.Turn);
    }

    private static void Always(Func<Case, IReadOnlyList<TourDecision>, bool> holds) => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c => holds(c, TourSelection.Choose(c.Rules, c.Seed, c.Applicants))));

    private static TourApplicant Of(Case c, TourDecision decision) => c.Applicants[decision.Number - 1];

    private static int People(Case c, IEnumerable<TourDecision> decisions) => decisions.Sum(d => Of(c, d).People);
}
