using Tessera.Features.Storage.Embedded;
using Xunit;

namespace Tessera.Features.Tests.Storage.Embedded;

public sealed class PostgresBinariesTests : IDisposable
{
    private readonly ServerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Find_PackageInstalled_IsPreferred()
    {
        var found = await PostgresBinaries.FindAsync(_folder.Options, null, TestContext.Current.CancellationToken);

        Assert.Contains("@embedded-postgres", found.Folder, StringComparison.Ordinal);
        Assert.Equal(18, found.Major);
    }

    [Fact]
    public async Task Find_ClusterOfTheInstalledVersion_TakesThat()
    {
        var major = InstalledMajor();
        var found = await PostgresBinaries.FindAsync(_folder.Options, major, TestContext.Current.CancellationToken);

        Assert.Equal($"/usr/lib/postgresql/{major}/bin", found.Folder);
    }

    [Fact]
    public async Task Start_InstalledPostgres_ServesLikeTheEmbeddedOne()
    {
        var options = _folder.Options with { Binaries = $"/usr/lib/postgresql/{InstalledMajor()}/bin" };
        await using var server = await EmbeddedServer.StartAsync(options, TestContext.Current.CancellationToken);

        Assert.StartsWith($"{InstalledMajor()}.", await ServerFolder.AskAsync<string>(server.AppConnectionString, "show server_version"), StringComparison.Ordinal);
        Assert.True(await ServerFolder.AskAsync<bool>(server.AppConnectionString, "select 'cukor' < 'csiga' collate \"hu-HU-x-icu\""));
    }

    [Theory]
    [InlineData("postgres (PostgreSQL) 14.2", "it is version 14")]
    [InlineData("Segmentation fault", "it does not run here")]
    public async Task Find_NamedFolderWithUnusablePrograms_SaysWhy(string version, string reason)
    {
        foreach (var program in new[] { "initdb", "postgres" })
        {
            var file = _folder.Below(program);
            await File.WriteAllTextAsync(file, $"#!/bin/sh\necho '{version}'\n", TestContext.Current.CancellationToken);
            await ServerFolder.RunAsync("chmod", "755", file);
        }

        var refusal = await _folder.RefusalAsync(_folder.Options with { Binaries = _folder.Below() });

        Assert.Equal("embedded.binaries-unusable", refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static int InstalledMajor()
    {
        var majors = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(Path.GetFileName).Select(int.Parse!).Where(major => major is >= 15 and not 18).ToList()
            : [];
        Assert.SkipWhen(majors.Count == 0, "no PostgreSQL is installed beside the package");
        return majors.Max();
    }
}
