using Tessera.Interchange.Places;

namespace Tessera.Web.Hosting;

/// <summary>Where the directory of places is: beside a published program, else in the sources of the checkout.</summary>
internal static class PlacesFile
{
    private const string Name = "places.index";

    /// <summary>Opened when somebody first asks for a place.</summary>
    public static PlacesDirectory Directory() => new(Find());

    /// <summary>TESSERA_PLACES, else where the file is, else where it would be.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("TESSERA_PLACES") is { Length: > 0 } said) return Path.GetFullPath(said);
        var published = Path.Combine(AppContext.BaseDirectory, Name);
        if (File.Exists(published)) return published;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sources = Path.Combine(folder.FullName, "src", "Tessera.Web");
            if (System.IO.Directory.Exists(sources)) return Path.Combine(sources, "Places", Name);
        }

        return published;
    }
}
