using System.Net;
using Tessera.Features.News;
using Xunit;

namespace Tessera.Features.Tests.News;

public sealed class VisitorMarksTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");

    [Fact]
    public void Visitor_OnOneDay_IsFirstOnceForEachThing()
    {
        var marks = new VisitorMarks();
        Assert.True(marks.IsFirst(Day, "a", Home, "Firefox"));
        Assert.False(marks.IsFirst(Day, "a", Home, "Firefox"));
        Assert.True(marks.IsFirst(Day, "b", Home, "Firefox"));
        Assert.True(marks.IsFirst(Day, "a", IPAddress.Parse("192.0.2.8"), "Firefox"));
        Assert.True(marks.IsFirst(Day, "a", Home, "Chromium"));
        Assert.True(marks.IsFirst(Day.AddDays(1), "a", Home, "Firefox"));
        Assert.False(marks.IsFirst(Day, "c", Home, "Firefox"), "A day that is over is closed.");
    }

    [Fact]
    public void Visitor_WithManyAddressesOfOneNetwork_IsOne()
    {
        var marks = new VisitorMarks();
        Assert.True(marks.IsFirst(Day, "a", IPAddress.Parse("2001:db8:1:2::1"), "Firefox"));
        Assert.False(marks.IsFirst(Day, "a", IPAddress.Parse("2001:db8:1:2:ffff::9"), "Firefox"));
        Assert.True(marks.IsFirst(Day, "a", IPAddress.Parse("2001:db8:1:3::1"), "Firefox"));
        Assert.True(marks.IsFirst(Day, "a", Home, "Firefox"));
        Assert.False(marks.IsFirst(Day, "a", Home.MapToIPv6(), "Firefox"));
    }

    [Fact]
    public void Marks_WhenTheyAreUsedUp_CountNothingMoreUntilTheNextDay()
    {
        var marks = new VisitorMarks(most: 2);
        Assert.True(marks.IsFirst(Day, "a", Home, "Firefox"));
        Assert.True(marks.IsFirst(Day, "b", Home, "Firefox"));
        Assert.False(marks.IsFirst(Day, "c", Home, "Firefox"));
        Assert.True(marks.IsFirst(Day.AddDays(1), "c", Home, "Firefox"));
    }
}
