using Microsoft.Extensions.DependencyInjection;
using Tessera.Features.Links;
using Tessera.Testing;
using Tessera.Web.Digests;
using Tessera.Web.Hosting;
using Xunit;

namespace Tessera.Web.Tests.Hosting;

/// <summary>What the program itself gives its jobs.</summary>
public sealed class JobSetupTests
{
    [Fact]
    public async Task LinkCheck_OfTheProgram_AsksPublicAddressesOnly_AndSaysWhoseItIs()
    {
        await using var portal = await TestPortal.StartAsync(publicAddress: "https://partners.example.org");
        var settings = portal.Services.GetRequiredService<LinkSettings>();
        Assert.Equal(PublicInternet.Has, settings.MayAsk);
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5), "https://partners.example.org/"), (settings.Patience, settings.Pause, settings.Origin()));
    }

    [Fact]
    public async Task Node_ByItsSettings_TakesPartInAllJobsInSomeOrInNone()
    {
        await using var portal = await TestPortal.StartAsync();
        var job = portal.Services.GetRequiredService<WeeklyMailJob>();
        Assert.True(JobSettings.All.Runs(job));
        Assert.True(new JobSettings(["weekly-mail"]).Runs(job));
        Assert.False(new JobSettings(["off"]).Runs(job));
        Assert.False(JobSettings.None.Runs(job));
    }
}
