namespace Tessera.Testing;

/// <summary>Where the files of the checkout are that a test reads.</summary>
public static class Checkout
{
    /// <summary>The folder that holds Tessera.slnx.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file of the checkout.</summary>
    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>A file of the shared folder beside the checkout, or null where there is none.</summary>
    public static string? Shared(params string[] path)
    {
        var full = Path.GetFullPath(Path.Combine([Root, "..", "shared", .. path]));
        return System.IO.File.Exists(full) || Directory.Exists(full) ? full : null;
    }

    /// <summary>The files of all example offices.</summary>
    public static IReadOnlyList<string> Examples => [.. Directory.GetFiles(File("examples"), "*.json").Order(StringComparer.Ordinal)];

    /// <summary>The example offices that are registers of real ones; the made-up region with its 300 programmes is loaded where a test is about it.</summary>
    public static IReadOnlyList<string> Registers => [.. Examples.Where(e => e != RegionSeason.Example)];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside a checkout of Tessera.");
    }
}
