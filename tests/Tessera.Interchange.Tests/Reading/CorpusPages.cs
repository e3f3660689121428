using Tessera.Interchange.Reading;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>The pages of the corpus, and a directory of some towns so that they can be read without the whole one.</summary>
internal static class CorpusPages
{
    /// <summary>Every page, by name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Directory.GetFiles(Checkout("tests/Tessera.Interchange.Tests/Reading/Corpus")).Where(f => !f.EndsWith(".key.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static PageReader Reader { get; } = new(new FewPlaces());

    public static string Checkout(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, path);
    }

    private sealed class FewPlaces : IPlaces
    {
        private static readonly Place[] Known =
        [
            new(3054643, "Budapest", "HU", "", 47.498, 19.04, 1_700_000), new(2618425, "Hillerød", "DK", "", 55.93, 12.3, 30_000), new(2643743, "Bologna", "IT", "", 44.49, 11.34, 390_000),
            new(588335, "Tartu", "EE", "", 58.38, 26.72, 97_000), new(1, "Wells", "GB", "", 51.2, -2.65, 12_000), new(2, "Wells", "US", "", 43.3, -70.58, 11_000),
        ];

        public IReadOnlyList<Place> Named(string folded) => [.. Known.Where(p => Domain.Vocabulary.Folding.Of(p.Name) == folded)];

        public IReadOnlyList<PlaceFound> Near(string folded, string? country, int most) => [];
    }
}
