namespace Tessera.Features.Storage.Embedded;

/// <summary>Makes the cluster's files when they are missing, and checks that those which are there fit the programs.</summary>
internal sealed class ClusterCreation(DataFolder data, EmbeddedServerOptions options, ClusterAccount account, PostgresBinaries binaries)
{
    // Made here and moved into its place when it is whole, so that a killed start leaves no half cluster behind.
    private string Unfinished => data.Cluster + ".new";

    /// <summary>Makes or checks the files; the version is that of the cluster which is there, null when there is none.</summary>
    public async Task EnsureAsync(int? clusterMajor, CancellationToken cancellation)
    {
        if (clusterMajor is null)
        {
            await CreateAsync(cancellation);
        }
        else if (clusterMajor != binaries.Major)
        {
            throw EmbeddedServerException.VersionMismatch(data.Cluster, $"{clusterMajor}", $"{binaries.Major}");
        }
        else if (account.IsForRoot)
        {
            await AdoptFilesOfRootAsync(cancellation);
        }
    }

    private async Task CreateAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        var run = await InitAsync(OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8", cancellation);
        if (!run.Succeeded && run.Output.Contains("invalid locale", StringComparison.Ordinal))
        {
            await PrepareAsync(cancellation);
            run = await InitAsync("C", cancellation);
        }

        if (!run.Succeeded)
        {
            RemoveUnfinished();
            throw ServerLog.SaysDiskFull(run.Output)
                ? EmbeddedServerException.DiskFull(data.Location)
                : EmbeddedServerException.InitFailed(data.Cluster, ServerLog.Reason(run.Output));
        }

        DataFolder.Guarded(data.Location, () =>
        {
            File.WriteAllText(Path.Combine(Unfinished, "pg_hba.conf"), ServerSettings.HostBasedAuthentication);
            Directory.Move(Unfinished, data.Cluster);
        });
    }

    /// <summary>The default order of text is Unicode's; the collations of the languages (<c>hu-HU-x-icu</c> ...) come with it.</summary>
    private Task<CommandRun> InitAsync(string locale, CancellationToken cancellation)
    {
        string[] sync = options.IsDisposable ? ["--no-sync"] : [];
        return CommandRun.OfAsync(
            account.Command(
                [binaries.Initdb, "-D", Unfinished, "-U", DatabaseSetup.Superuser, "-A", "trust", "-E", "UTF8", $"--locale={locale}",
                "--locale-provider=icu", "--icu-locale=und", "--no-instructions", .. sync]),
            cancellation);
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        RemoveUnfinished();
        DataFolder.Guarded(data.Location, () => PrivateFolder.Create(Unfinished));
        await account.GiveAsync(Unfinished, cancellation);
    }

    private void RemoveUnfinished() => DataFolder.Guarded(data.Location, () =>
    {
        if (Directory.Exists(Unfinished))
        {
            Directory.Delete(Unfinished, recursive: true);
        }
    });

    /// <summary>A cluster that root copied into its place belongs to root, and the server would refuse it.</summary>
    private async Task AdoptFilesOfRootAsync(CancellationToken cancellation)
    {
        var strays = await CommandRun.OfAsync(["find", data.Cluster, "-user", "0", "-print"], cancellation);
        if (strays.Output.Length > 0)
        {
            await account.GiveAsync(data.Cluster, cancellation);
        }
    }
}
