using Tessera.Domain.News;
using Xunit;

namespace Tessera.Domain.Tests.News;

public sealed class NewsDaysTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Theory]
    [InlineData(null, null, NewsStanding.Draft)]
    [InlineData("2026-05-02", null, NewsStanding.Ahead)]
    [InlineData("2026-05-01", null, NewsStanding.Shown)]
    [InlineData("2026-05-01", "2026-05-01", NewsStanding.Shown)]
    [InlineData("2026-04-01", "2026-04-30", NewsStanding.Over)]
    public void Standing_OnADay_FollowsFromTheDays(string? published, string? until, NewsStanding standing)
    {
        var days = NewsDays.Read(published, until)!.Value;
        Assert.Equal((standing, standing is NewsStanding.Shown), (days.StandingOn(Day), days.IsShownOn(Day)));
    }

    [Fact]
    public void Read_WhatIsRefused_IsNothing() => Assert.Null(NewsDays.Read("2026-05-02", "2026-05-01"));
}
