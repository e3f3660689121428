using System.Text.Json;
using System.Text.Json.Serialization;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>A page of the corpus with what a person read in it.</summary>
public sealed record CorpusPage(string Name, byte[] Content, CorpusKey Key)
{
    private const string KeyEnding = ".key.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Every page of a folder, by name.</summary>
    public static IReadOnlyList<CorpusPage> In(string folder) => [.. Directory.GetFiles(folder, "*" + KeyEnding).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Reads the page as an office would: it knows who it is itself.</summary>
    public PageReading Read(PageReader reader) => reader.Read(PageSource.Read(Content)!, new ReadingOptions(null, Key.Home.Name, Key.Home.Country));

    private static CorpusPage Read(string key)
    {
        var name = Path.GetFileName(key)[..^KeyEnding.Length];
        var page = Directory.GetFiles(Path.GetDirectoryName(key)!, name + ".*").Single(f => !f.EndsWith(KeyEnding, StringComparison.Ordinal));
        return new CorpusPage(name, File.ReadAllBytes(page), JsonSerializer.Deserialize<CorpusKey>(File.ReadAllText(key), Options)!);
    }
}

/// <summary>What stands on a page.</summary>
public sealed record CorpusKey(string Language, CorpusHome Home, IReadOnlyList<CorpusPartner> Partners);

/// <summary>Whose page it is.</summary>
public sealed record CorpusHome(string Name, string? Country);

/// <summary>A partner on a page. A null field is not on the page.</summary>
public sealed record CorpusPartner(
    string Name, IReadOnlyList<string>? Accept, string? Country, string? Level, string? Address, string? Website, string? Email, string? Phone, string? Mayor, double? Population, double? Area,
    [property: JsonPropertyName("place")] string? UsualName, IReadOnlyList<CorpusAgreement> Agreements)
{
    /// <summary>Every name that is right.</summary>
    public IEnumerable<string> Names => new[] { Name, UsualName }.OfType<string>().Concat(Accept ?? []);
}

/// <summary>An agreement on a page.</summary>
public sealed record CorpusAgreement(string Kind, string Status, string? Decision, IReadOnlyList<CorpusDate> Dates);

/// <summary>A date on a page, in EDTF.</summary>
public sealed record CorpusDate(string Role, string Date);
