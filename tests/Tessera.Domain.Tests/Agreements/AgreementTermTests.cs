using Tessera.Domain.Agreements;
using Xunit;

namespace Tessera.Domain.Tests.Agreements;

/// <summary>How long an agreement runs, and by when somebody has to speak.</summary>
public sealed class AgreementTermTests
{
    [Theory]
    [InlineData("2026-12-31", null, "2026-12-31", AgreementStanding.InForce)]
    [InlineData("2026-12-31", null, "2027-01-01", AgreementStanding.Lapsed)]
    [InlineData("2026", null, "2026-12-31", AgreementStanding.InForce)]
    [InlineData("2026", null, "2027-01-01", AgreementStanding.Lapsed)]
    [InlineData("2026/..", null, "2099-01-01", AgreementStanding.InForce)]
    [InlineData("2026-12-31", 5, "2027-01-01", AgreementStanding.InForce)]
    [InlineData("2026-12-31", 0, "2027-01-01", AgreementStanding.Lapsed)]
    public void StandingOn_OnceTheTermIsOver_IsLapsedUnlessItProlongsItself(string until, int? renews, string day, AgreementStanding expected)
    {
        var life = Lives.Life("", "Signed 1994", Lives.Term(until, null, renews));
        Assert.Equal(expected, life.StandingOn(Lives.Day(day), null));
        Assert.Equal(expected is AgreementStanding.Lapsed, life.Lapsed(Lives.Day(day)));
    }

    [Theory]
    [InlineData("Renewed 2022-03 until=2030", "2021-12-31", AgreementStanding.Lapsed)]
    [InlineData("Renewed 2022-03 until=2030", "2022-03-01", AgreementStanding.InForce)]
    [InlineData("Renewed 2022-03 until=2030", "2031-01-01", AgreementStanding.Lapsed)]
    [InlineData("Renewed 2022-03", "2099-01-01", AgreementStanding.InForce)]
    [InlineData("Renewed 2022-03 until=2030; Corrected 2023 of=1", "2026-01-01", AgreementStanding.Lapsed)]
    [InlineData("Renewed 2022-03 until=2030; Renewed 2010 until=2020", "2026-01-01", AgreementStanding.InForce)]
    [InlineData("Paused 2019", "2022-01-01", AgreementStanding.Lapsed)]
    [InlineData("Paused 2019; Ended 2021", "2022-01-01", AgreementStanding.Ended)]
    public void StandingOn_WithRenewals_FollowsTheLastOneByThatDay(string steps, string day, AgreementStanding expected) =>
        Assert.Equal(expected, Lives.Life(steps, "Signed 1994", Lives.Term("2020")).StandingOn(Lives.Day(day), null));

    [Theory]
    [InlineData("", null, "2020")]
    [InlineData("Renewed 2019 until=2025", null, "2025")]
    [InlineData("Renewed 2019 until=2025; Renewed 2024 until=2029", null, "2029")]
    [InlineData("Renewed 2024 until=2029; Renewed 2019 until=2025", null, "2029")]
    [InlineData("Renewed 2019", null, null)]
    [InlineData("Renewed 2019", 5, "2020")]
    [InlineData("Renewed 2019 until=2025; Renewed 2024", 5, "2025")]
    [InlineData("Renewed 2019 until=2025; Corrected 2020 of=1", null, "2020")]
    [InlineData("Reconfirmed 2019 until=2025", null, "2020")]
    public void Until_WithRenewals_IsTheLastOnes(string steps, int? renews, string? expected) =>
        Assert.Equal(Lives.Date(expected), Lives.Life(steps, "", Lives.Term("2020", null, renews)).Until);

    [Theory]
    [InlineData("2026-12-31", 6, null, "2026-01-01", "2026-06-30")]
    [InlineData("2026-12-31", null, null, "2026-01-01", "2026-12-31")]
    [InlineData("2026-12-31", 0, null, "2026-01-01", "2026-12-31")]
    [InlineData("2026-05-31", 3, null, "2026-01-01", "2026-02-28")]
    [InlineData("2028-05-31", 3, null, "2026-01-01", "2028-02-29")]
    [InlineData("2028-02-29", 12, null, "2026-01-01", "2027-02-28")]
    [InlineData("2026-02", 1, null, "2026-01-01", "2026-01-28")]
    [InlineData("2020-12-31", 6, 5, "2026-01-01", "2030-06-30")]
    [InlineData("2020-12-31", 6, null, "2026-01-01", "2020-06-30")]
    public void NoticeBy_OfATerm_CountsMonthsBackFromItsEnd(string until, int? notice, int? renews, string day, string expected) =>
        Assert.Equal(Lives.Day(expected), Lives.Life("", "", Lives.Term(until, notice, renews)).NoticeBy(Lives.Day(day)));

    [Theory]
    [InlineData("2026-12-31", null, "2020-01-01", "2026-12-31")]
    [InlineData("2026-12-31", null, "2030-01-01", "2026-12-31")]
    [InlineData("2020-12-31", 5, "2020-12-31", "2020-12-31")]
    [InlineData("2020-12-31", 5, "2021-01-01", "2025-12-31")]
    [InlineData("2020-12-31", 5, "2025-12-31", "2025-12-31")]
    [InlineData("2020-12-31", 5, "2026-01-01", "2030-12-31")]
    [InlineData("2020-06-30", 5, "2024-07-01", "2025-06-30")]
    [InlineData("2024-02-29", 1, "2025-02-28", "2025-02-28")]
    [InlineData("2024-02-29", 1, "2027-03-01", "2028-02-29")]
    [InlineData("2024-02-29", 4, "2024-03-01", "2028-02-29")]
    [InlineData("2020-12-31", 0, "2026-01-01", "2020-12-31")]
    [InlineData("2020-12-31", int.MaxValue, "2026-01-01", "9999-12-31")]
    [InlineData("9990-06-30", 50, "9999-12-31", "9999-12-31")]
    public void EndAfter_ADay_IsTheFirstEndFromItOn(string until, int? renews, string day, string expected) =>
        Assert.Equal(Lives.Day(expected), Lives.Life("", "", Lives.Term(until, null, renews)).EndAfter(Lives.Day(day)));

    [Fact]
    public void EndAfter_ARenewal_GoesOnFromItsEnd()
    {
        var life = Lives.Life("Renewed 2022 until=2024-06-30", "", Lives.Term("2020-12-31", 2, 3));
        Assert.Equal(Lives.Day("2027-06-30"), life.EndAfter(Lives.Day("2025-01-01")));
        Assert.Equal(Lives.Day("2027-04-30"), life.NoticeBy(Lives.Day("2025-01-01")));
        Assert.Equal(Lives.Day("2020-12-31"), life.EndAfter(Lives.Day("2020-01-01")));
    }

    [Fact]
    public void NoticeBy_WithoutATerm_IsNever()
    {
        var life = Lives.Life("", "Signed 1994", new AgreementTerm(null, 6, 5));
        Assert.Null(life.Until);
        Assert.Null(life.EndAfter(Lives.Day("2026-01-01")));
        Assert.Null(life.NoticeBy(Lives.Day("2026-01-01")));
        Assert.Null(Lives.Life("", "", Lives.Term("2021/..", 6, 5)).NoticeBy(Lives.Day("2026-01-01")));
    }
}
