using Tessera.Interchange.Places;
using Xunit;

namespace Tessera.Interchange.Tests.Places;

/// <summary>A file that is not whole is refused in words.</summary>
public sealed class PlacesFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tessera-places-").FullName;

    private string File => Path.Combine(_folder, "places.index");

    [Fact]
    public void Build_TheSameTableTwice_WritesTheSameBytes()
    {
        var first = Build();
        Assert.Equal(first, Build());
        using var index = PlacesIndex.Open(File);
        Assert.Equal(["Large", "Little"], index.Suggest("L", null, 10).Select(f => f.Place.Name));
    }

    [Fact]
    public void Open_EveryByteChanged_IsRefused()
    {
        var whole = Build();
        for (var at = 0; at < whole.Length; at++)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0x10;
            System.IO.File.WriteAllBytes(File, bytes);
            Assert.True(Refused().Contains(File, StringComparison.Ordinal), $"byte {at}");
        }
    }

    [Fact]
    public void Open_CutAnywhere_IsRefused()
    {
        var whole = Build();
        for (var length = 0; length < whole.Length; length += 7)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Contains(File, Refused(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Open_NoFile_SaysSo()
    {
        Assert.Contains("not there", Refused(), StringComparison.Ordinal);
        using var directory = new PlacesDirectory(File);
        Assert.Contains("not there", directory.Missing, StringComparison.Ordinal);
        Assert.Empty(directory.Named("large"));
        Assert.Empty(directory.Near("large", null, 5));
    }

    [Fact]
    public void Build_ATableOfSomethingElse_IsRefused()
    {
        var source = Path.Combine(_folder, "table");
        System.IO.File.WriteAllText(source, "a,b,c\n1,2,3\n");
        Assert.Throws<PlacesFileException>(() => PlacesBuilder.Build(source, File));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Refused() => Assert.Throws<PlacesFileException>(() => PlacesIndex.Open(File).Dispose()).Message;

    private byte[] Build()
    {
        var source = Path.Combine(_folder, "table");
        System.IO.File.WriteAllText(source, Row(2, "Little", "Petit,LIT", 10) + Row(1, "Large", "Grand", 1000));
        PlacesBuilder.Build(source, File);
        return System.IO.File.ReadAllBytes(File);
    }

    private static string Row(int id, string name, string others, int population) => $"{id}\t{name}\t{name}\t{others}\t1.5\t-2.5\tP\tPPL\tXX\t\t01\t\t\t\t{population}\t\t1\tEurope/Budapest\t2020-01-01\n";
}
