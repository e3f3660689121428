using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

/// <summary>PostgreSQL refuses root; these tests need root to see that the program copes.</summary>
public sealed class EmbeddedServerRootTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_BelowAFolderThatOnlyRootMayEnter_RunsAsAnOrdinaryUserWithThatOneCapability()
    {
        AssertRoot();
        await using var server = await _folder.StartAsync();

        // CAP_DAC_OVERRIDE is bit 1, and nothing else.
        Assert.NotEqual("0", (await StatusAsync(server, "Uid"))[1]);
        Assert.Equal("0000000000000002", (await StatusAsync(server, "CapEff"))[0]);
        Assert.Equal(1, await ServerFolder.AskAsync<int>(server.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task Start_BelowAnOpenFolder_RunsWithoutAnyCapability()
    {
        AssertRoot();
        await ServerFolder.RunAsync("chmod", "755", _folder.Below());
        await using var server = await _folder.StartAsync();
        Assert.SkipUnless(await IsOpenAsync(server), "the checkout lies below a closed folder");

        Assert.Equal("0000000000000000", (await StatusAsync(server, "CapEff"))[0]);
    }

    [Fact]
    public async Task Start_ClusterRestoredByRoot_IsGivenToItsUser()
    {
        AssertRoot();
        await (await _folder.StartAsync()).DisposeAsync();
        await ServerFolder.RunAsync("chown", "-R", "0:0", _folder.Cluster);

        await using var server = await _folder.StartAsync();
        Assert.Equal(1, await ServerFolder.AskAsync<int>(server.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task Start_ClusterOfAnOrdinaryUser_RunsAsThatUser()
    {
        AssertRoot();
        await (await _folder.StartAsync()).DisposeAsync();
        await ServerFolder.RunAsync("chown", "-R", "12345:12345", _folder.Cluster);

        await using var server = await _folder.StartAsync();
        Assert.Equal("12345", (await StatusAsync(server, "Uid"))[0]);
    }

    private static void AssertRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "not run as root");

    private static async Task<bool> IsOpenAsync(EmbeddedServer server)
    {
        var programs = Path.GetDirectoryName(await ServerFolder.RunAsync("readlink", $"/proc/{server.ProcessId}/exe"))!;
        return (await CommandRun.OfAsync(
            ["setpriv", "--reuid=65534", "--clear-groups", "--", "test", "-x", programs], TestContext.Current.CancellationToken)).Succeeded;
    }

    private static async Task<string[]> StatusAsync(EmbeddedServer server, string name)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{server.ProcessId}/status", TestContext.Current.CancellationToken);
        return lines.First(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split('\t')[1..];
    }
}
