using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

public sealed class EmbeddedServerRefusalTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_SocketRootTooLong_IsRefused()
    {
        var root = Directory.CreateDirectory(_folder.Below(new string('x', 90))).FullName;

        var refusal = await _folder.RefusalAsync(_folder.Options with { SocketRoot = root });

        Assert.Equal("embedded.socket-path-too-long", refusal.Code);
        Assert.Contains("107", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataFolderWithALongPath_Works()
    {
        var deep = _folder.Below(new string('x', 100), "data");
        await using var server = await EmbeddedServer.StartAsync(
            _folder.Options with { DataFolder = deep }, TestContext.Current.CancellationToken);

        Assert.Equal(1, await ServerFolder.AskAsync<int>(server.AppConnectionString, "select 1"));
    }

    [Theory]
    [InlineData("755")]
    [InlineData("link")]
    [InlineData("foreign")]
    public async Task Start_SocketFolderNotPrivate_IsRefusedAndLeftAlone(string trap)
    {
        Assert.SkipWhen(trap == "foreign" && !Environment.IsPrivilegedProcess, "only root can make a folder of somebody else");
        var options = _folder.Options with { SocketRoot = _folder.Below() };
        var path = SocketFolder.PathFor(options, _folder.Data);
        var target = Directory.CreateDirectory(trap == "link" ? _folder.Below("elsewhere") : path).FullName;
        await ServerFolder.RunAsync("chmod", trap == "755" ? "755" : "700", target);
        if (trap == "link")
        {
            File.CreateSymbolicLink(path, target);
        }
        else if (trap == "foreign")
        {
            await ServerFolder.RunAsync("chown", "1", target);
        }

        var refusal = await _folder.RefusalAsync(options);

        Assert.Equal("embedded.socket-folder-foreign", refusal.Code);
        Assert.Equal([path], refusal.Arguments);
        Assert.Empty(Directory.GetFileSystemEntries(target));
    }

    [Fact]
    public async Task Start_NamedFolderWithoutPrograms_IsRefused()
    {
        var refusal = await _folder.RefusalAsync(_folder.Options with { Binaries = _folder.Below() });

        Assert.Equal("embedded.binaries-unusable", refusal.Code);
    }

    [Fact]
    public async Task Start_ClusterOfAnotherVersion_IsRefusedAndLeftAlone()
    {
        await (await _folder.StartAsync()).DisposeAsync();
        var version = Path.Combine(_folder.Cluster, "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n", TestContext.Current.CancellationToken);

        var refusal = await _folder.RefusalAsync();

        Assert.Equal("embedded.version-mismatch", refusal.Code);
        Assert.Equal("9", refusal.Arguments[1]);
        Assert.Equal("9\n", await File.ReadAllTextAsync(version, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_DataFolderIsAFile_IsRefused()
    {
        await File.WriteAllTextAsync(_folder.Data, "", TestContext.Current.CancellationToken);

        Assert.Equal("embedded.folder-not-writable", (await _folder.RefusalAsync()).Code);
    }

    [Fact]
    public async Task Start_DamagedCluster_IsRefusedWithTheServersReason()
    {
        await (await _folder.StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(_folder.Cluster, "global", "pg_control"));

        var refusal = await _folder.RefusalAsync();

        Assert.Equal("embedded.start-failed", refusal.Code);
        Assert.Contains("pg_control", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("postgres.log", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8m")]
    [InlineData("30m")]
    public async Task Start_DiskFull_IsRefusedAndLeavesNoHalfCluster(string size)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "only root can mount a small disk");
        Directory.CreateDirectory(_folder.Data);
        var mount = await CommandRun.OfAsync(
            ["mount", "-t", "tmpfs", "-o", $"size={size},mode=0755", "tmpfs", _folder.Data], TestContext.Current.CancellationToken);
        Assert.SkipUnless(mount.Succeeded, "this root may not mount");
        try
        {
            Assert.Equal("embedded.disk-full", (await _folder.RefusalAsync()).Code);
            Assert.False(Directory.Exists(_folder.Cluster + ".new"));
            Assert.False(Directory.Exists(_folder.Cluster));
        }
        finally
        {
            await ServerFolder.RunAsync("umount", _folder.Data);
        }
    }
}
