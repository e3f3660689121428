using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Guests;
using Xunit;

namespace Tessera.Domain.Tests.Guests;

public sealed class WaitingListTests
{
    private static readonly Arbitrary<List<int>> Parties = Gen.Choose(1, Keeping.MostPeople).ListOf().Select(l => l.ToList()).ToArbitrary();

    [Theory]
    [InlineData(3, "2,2,1", "0,2")]
    [InlineData(4, "2,2,1", "0,1")]
    [InlineData(1, "2,3,4", "")]
    [InlineData(0, "1", "")]
    [InlineData(-5, "1", "")]
    [InlineData(9, "", "")]
    public void MovingUp_OfACase_IsAsExpected(int free, string waiting, string expected) =>
        Assert.Equal(expected, string.Join(',', WaitingList.MovingUp(free, [.. waiting.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)])));

    [Fact]
    public void MovingUp_OfAny_NeverTakesMoreThanIsFree_AndLeavesNobodyWhoFits() => Prop.ForAll(Gen.Choose(-10, 60).ToArbitrary(), Parties, (free, waiting) =>
    {
        var moving = WaitingList.MovingUp(free, waiting);
        var left = Math.Max(0, free) - moving.Sum(i => waiting[i]);
        Assert.True(left >= 0);
        Assert.Equal(moving.Distinct().Order(), moving);
        Assert.All(Enumerable.Range(0, waiting.Count).Except(moving), i => Assert.True(waiting[i] > left));
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void MovingUp_WhoIsPassedOver_DidNotFitBehindThoseWhoCameBefore() => Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), Parties, (free, waiting) =>
    {
        var moving = WaitingList.MovingUp(free, waiting);
        return Enumerable.Range(0, waiting.Count).Except(moving).All(i => waiting[i] > free - moving.Where(m => m < i).Sum(m => waiting[m]));
    }).QuickCheckThrowOnFailure();
}
