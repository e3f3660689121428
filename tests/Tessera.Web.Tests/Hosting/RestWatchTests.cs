using Tessera.Web.Hosting;
using Xunit;

namespace Tessera.Web.Tests.Hosting;

/// <summary>When memory is given back.</summary>
public sealed class RestWatchTests
{
    [Fact]
    public void Rest_AfterWork_IsTheTime_Once()
    {
        var watch = new RestWatch(0);
        Assert.False(watch.IsTime(RestWatch.Work * 5));
        Assert.True(watch.IsTime((RestWatch.Work * 5) + RestWatch.AtRest));
        Assert.False(watch.IsTime((RestWatch.Work * 5) + (2 * RestWatch.AtRest)));
    }

    [Fact]
    public void Work_ThatGoesOn_IsNeverDisturbed()
    {
        var watch = new RestWatch(0);
        Assert.All(Enumerable.Range(1, 100), pause => Assert.False(watch.IsTime(pause * (RestWatch.AtRest + 1))));
    }

    [Fact]
    public void Rest_WithoutWorkBefore_HasNothingToGiveBack()
    {
        var watch = new RestWatch(0);
        Assert.DoesNotContain(Enumerable.Range(1, 7), pause => watch.IsTime(pause * RestWatch.AtRest));
    }
}
