namespace Tessera.Web.Api;

/// <summary>Which addresses are open data, which the pages of other hosts may read, and which of them only programs ask for.</summary>
internal static class OpenData
{
    private static readonly string[] ForPrograms = [".json", ".geojson", ".jsonld", ".ttl", ".atom"];
    private static readonly string[] Files = [".csv", ".xlsx"];

    /// <summary>A download, a record, a feed, a catalogue, or the description of the API.</summary>
    public static bool IsAt(PathString path) => IsForPrograms(path) || Ends(path, Files);

    /// <summary>Is an error here told to a program? Whoever downloads a table follows a link on a page, and is told in words.</summary>
    public static bool IsForPrograms(PathString path) => path == "/api" || path == PlacesApi.Address || Ends(path, ForPrograms);

    private static bool Ends(PathString path, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (path.Value?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ?? false) return true;
        }

        return false;
    }
}
