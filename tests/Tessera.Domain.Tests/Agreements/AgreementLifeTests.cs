using Tessera.Domain.Agreements;
using Xunit;

namespace Tessera.Domain.Tests.Agreements;

public sealed class AgreementLifeTests
{
    private const string Today = "2026-11-21";

    private const string Whole = """
        Proposed 2024-01-10; Exploratory 2024-02-10; Opinion 2024-03-01 stage=mae; Approved 2024-04-01 stage=council; SignedHere 2024-05-01; SignedThere 2024-05-20;
        InForce 2024-06-01; ReviewBegun 2026-01-10; ReviewEnded 2026-02-10; Paused 2026-05-01; Resumed 2026-09-01; Renewed 2028-11-01 until=2033-12-31; Ended 2032-03-31
        """;

    public static TheoryData<string, AgreementStanding> Days => new()
    {
        { "2024-01-09", AgreementStanding.Planned },
        { "2024-01-10", AgreementStanding.Proposed },
        { "2024-02-10", AgreementStanding.Exploratory },
        { "2024-03-01", AgreementStanding.Exploratory },
        { "2024-03-31", AgreementStanding.Exploratory },
        { "2024-04-01", AgreementStanding.Approved },
        { "2024-05-01", AgreementStanding.Signed },
        { "2024-05-20", AgreementStanding.InForce },
        { "2026-01-09", AgreementStanding.InForce },
        { "2026-01-10", AgreementStanding.UnderReview },
        { "2026-02-10", AgreementStanding.InForce },
        { "2026-05-01", AgreementStanding.Paused },
        { "2026-08-31", AgreementStanding.Paused },
        { "2026-09-01", AgreementStanding.InForce },
        { "2029-01-01", AgreementStanding.InForce },
        { "2032-03-30", AgreementStanding.InForce },
        { "2032-03-31", AgreementStanding.Ended },
        { "2040-01-01", AgreementStanding.Ended },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void StandingOn_AnyDayOfAWholeLife_IsWhatItWasThen(string day, AgreementStanding expected)
    {
        var (steps, term, on) = (Lives.Steps(Whole), Lives.Term("2028-12-31"), Lives.Day(day));
        Assert.Equal(expected, new AgreementLife([], steps, term).StandingOn(on, null));
        var recordedSoFar = steps.Where(s => s.Day.Earliest <= on).ToList();
        if (recordedSoFar.Count > 0) Assert.Equal(expected, new AgreementLife([], recordedSoFar, term).StandingOn(on, null));
    }

    [Fact]
    public void WhyNot_EachStepOfAWholeLifeOnItsDay_SaysNothing()
    {
        var steps = Lives.Steps(Whole);
        for (var i = 0; i < steps.Length; i++)
            Assert.Empty(new AgreementLife([], steps[..i], Lives.Term("2028-12-31")).WhyNot(steps[i], [], steps[i].Day.Latest!.Value));
    }

    [Theory]
    [InlineData("", AgreementStanding.InForce)]
    [InlineData("SignedThere 2024-05", AgreementStanding.Signed)]
    [InlineData("Opinion 2024-05 stage=mae", AgreementStanding.Proposed)]
    [InlineData("InForce 2024-05", AgreementStanding.InForce)]
    [InlineData("Proposed 2024; Renewed 2025", AgreementStanding.InForce)]
    [InlineData("Proposed 2024; Reconfirmed 2025", AgreementStanding.InForce)]
    [InlineData("InForce 2027", AgreementStanding.Planned)]
    [InlineData("Proposed 2024; Ended 2025", AgreementStanding.Ended)]
    [InlineData("Ended 2026", AgreementStanding.Ended)]
    [InlineData("Ended 2021-10/..", AgreementStanding.Ended)]
    [InlineData("Paused ../2020", AgreementStanding.Paused)]
    [InlineData("Paused 2020; Resumed 2021", AgreementStanding.InForce)]
    [InlineData("ReviewBegun 2020; ReviewEnded 2021", AgreementStanding.InForce)]
    [InlineData("ReviewBegun 2020; Paused 2021", AgreementStanding.Paused)]
    [InlineData("Downgraded 2021", AgreementStanding.InForce)]
    [InlineData("Paused 2020; Resumed 2021; Paused 2015", AgreementStanding.InForce)]
    [InlineData("Paused 2024-03-05; Resumed 2024", AgreementStanding.InForce)]
    [InlineData("Paused 2024~; Resumed 2023", AgreementStanding.InForce)]
    public void StandingOn_WithoutRegisteredDates_FollowsFromTheSteps(string steps, AgreementStanding expected) =>
        Assert.Equal(expected, Lives.Life(steps).StandingOn(Lives.Day(Today), null));

    [Theory]
    [InlineData("FirstContact 1990", "Proposed 2024", AgreementStanding.Proposed)]
    [InlineData("Signed 1994", "Proposed 2024", AgreementStanding.InForce)]
    [InlineData("Signed 1994", "Paused 2024", AgreementStanding.Paused)]
    [InlineData("Signed 1994; Ended 2020", "Paused 2024", AgreementStanding.Ended)]
    [InlineData("Signed 1994; Ended 2030", "ReviewBegun 2024", AgreementStanding.UnderReview)]
    public void StandingOn_WithRegisteredDates_TakesBothTogether(string dates, string steps, AgreementStanding expected) =>
        Assert.Equal(expected, Lives.Life(steps, dates).StandingOn(Lives.Day(Today), null));

    [Theory]
    [InlineData("2017", "", AgreementStanding.PartnerSucceeded)]
    [InlineData("2026", "", AgreementStanding.InForce)]
    [InlineData("2017", "Reconfirmed 2010", AgreementStanding.PartnerSucceeded)]
    [InlineData("2017", "Reconfirmed 2017-01-15", AgreementStanding.InForce)]
    [InlineData("2017", "Reconfirmed 2019-05", AgreementStanding.InForce)]
    [InlineData("2017", "Renewed 2019-05", AgreementStanding.InForce)]
    [InlineData("2017", "Renewed 2017-01-15", AgreementStanding.PartnerSucceeded)]
    [InlineData("2017", "Reconfirmed 2027", AgreementStanding.PartnerSucceeded)]
    [InlineData("2017", "Reconfirmed 2019-05; Corrected 2020 of=1", AgreementStanding.PartnerSucceeded)]
    [InlineData("2017", "ReviewBegun 2019-05", AgreementStanding.PartnerSucceeded)]
    [InlineData("2017", "Reconfirmed 2019-05; ReviewBegun 2020", AgreementStanding.UnderReview)]
    [InlineData("2017", "Paused 2016", AgreementStanding.Paused)]
    [InlineData("2017", "Ended 2018", AgreementStanding.Ended)]
    public void StandingOn_AfterTheAuthoritysEnd_AsksForAConfirmation(string partnerUntil, string steps, AgreementStanding expected) =>
        Assert.Equal(expected, Lives.Life(steps, "Signed 1995").StandingOn(Lives.Day(Today), Lives.Date(partnerUntil)));

    [Theory]
    [InlineData("Ended 2024; Corrected 2025 of=1", AgreementStanding.InForce, "2")]
    [InlineData("Ended 2024; TakenBack 2025 of=1", AgreementStanding.InForce, "2")]
    [InlineData("Paused 2024; Corrected 2025 of=1", AgreementStanding.InForce, "2")]
    [InlineData("Paused 2023; Resumed 2024; Corrected 2025 of=2", AgreementStanding.Paused, "1 3")]
    [InlineData("Ended 2024; Corrected 2025 of=1; Corrected 2026 of=2", AgreementStanding.Ended, "1 3")]
    [InlineData("Proposed 2024; Approved 2025; TakenBack 2026 of=2", AgreementStanding.Proposed, "1 3")]
    [InlineData("Proposed 2024; Corrected 2025 of=1", AgreementStanding.InForce, "2")]
    [InlineData("Ended 2024; Corrected 2025", AgreementStanding.Ended, "1 2")]
    public void StandingOn_WithAStepTakenBack_NoLongerMindsIt(string steps, AgreementStanding expected, string counting)
    {
        var life = Lives.Life(steps);
        Assert.Equal(expected, life.StandingOn(Lives.Day(Today), null));
        Assert.Equal(counting.Split(' '), life.Counting.Select(s => s.Key));
        Assert.All(Lives.Steps(steps), step => Assert.Equal(life.Counting.Contains(step), life.Counts(step)));
    }

    [Fact]
    public void Dates_OfStepsAndRegister_AreThoseThatCountAndEachOnce()
    {
        var life = Lives.Life(
            "Exploratory 1990; Proposed 1991; Approved 1993; SignedHere 1994; SignedThere 1995; InForce 1996; Renewed 2004; Reconfirmed 2005; Paused 2006; Ended 2020; Corrected 2021 of=10",
            "Decided 1993; Stated 2001");
        var expected = Lives.Dates("Decided 1993; Stated 2001; FirstContact 1990; SignedHere 1994; SignedThere 1995; InForce 1996; Renewed 2004; Renewed 2005");
        Assert.Equal(expected, life.Dates);
        Assert.Contains(new AgreementDate(AgreementDateRole.Ended, Lives.Date("2020")!), Lives.Life("Ended 2020").Dates);
    }

    [Fact]
    public void Has_AKind_AsksTheStepsThatCount()
    {
        var life = Lives.Life("Proposed 2020; Paused 2021; Corrected 2022 of=2");
        Assert.Equal((true, false, true), (life.Has(LifeStepKind.Proposed), life.Has(LifeStepKind.Paused), life.Has(LifeStepKind.Corrected)));
    }
}
