using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Names by language from a page that says two beside each other: "Csíkszereda / Miercurea Ciuc", "Kolozsvár (Cluj-Napoca)". Both must be names of one place of the directory; that which is its usual name
/// there is taken to be in its country's language, and the other in the page's. Where this does not tell them apart, nothing is told.
/// </summary>
/// <param name="language">In which the page is written; null where not known.</param>
internal sealed class TwoNames(PageText page, IPlaces places, string? language)
{
    private const int MostLetters = 60;
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>By two-letter code; empty where the page does not tell two.</summary>
    public IReadOnlyDictionary<string, string> Of(NameSpan name, string? country)
    {
        var here = name.Places.Where(p => country is null || p.Country == country).ToList();
        if (here.Count == 0 || language is null || (Behind(name, here) ?? Before(name, here)) is not var (other, place)) return None;
        if (HomeCountries.LanguageOf(place.Country) is not { } theirs || theirs == language || language == "en") return None;
        var usual = Folding.Of(place.Name);
        return (Folding.Of(name.Text) == usual, Folding.Of(other) == usual) switch
        {
            (true, false) => new Dictionary<string, string> { [language] = other, [theirs] = name.Text },
            (false, true) => new Dictionary<string, string> { [language] = name.Text, [theirs] = other },
            _ => None,
        };
    }

    /// <summary>The name after a stroke, or in brackets, right behind this one.</summary>
    private (string Other, Place Place)? Behind(NameSpan name, List<Place> here)
    {
        var rest = page.Text.AsSpan(name.End, Math.Min(MostLetters, page.Text.Length - name.End)).ToString().Split('\n')[0];
        var sign = rest.TrimStart();
        if (sign.Length < 2 || sign[0] is not ('/' or '(')) return null;
        var start = name.End + rest.Length - sign.Length + 1;
        var within = sign[0] == '(' ? sign[1..].Split(')')[0] : sign[1..];
        var tokens = Tokens.Of(page.Text, start, start + within.Length);
        for (var end = tokens.Count; end > 0; end--)
        {
            if (tokens[end - 1].IsWord && Same(tokens[0].Start, tokens[end - 1].End, here) is { } found) return found;
        }

        return null;
    }

    /// <summary>The name before a stroke, or before the bracket in which this one stands.</summary>
    private (string Other, Place Place)? Before(NameSpan name, List<Place> here)
    {
        var from = Math.Max(0, name.Start - MostLetters);
        var before = page.Text[from..name.Start];
        var line = before[(before.LastIndexOf('\n') + 1)..].TrimEnd();
        if (line.Length < 2 || line[^1] is not ('/' or '(')) return null;
        var start = name.Start - (before.Length - before.LastIndexOf('\n') - 1);
        var tokens = Tokens.Of(page.Text, start, start + line.Length - 1);
        for (var first = 0; first < tokens.Count; first++)
        {
            if (tokens[first].IsWord && Same(tokens[first].Start, tokens[^1].End, here) is { } found) return found;
        }

        return null;
    }

    private (string Other, Place Place)? Same(int start, int end, List<Place> here)
    {
        var text = page.Text[start..end];
        var named = places.Named(Folding.Of(text)).Select(p => p.Id).ToHashSet();
        return here.Find(p => named.Contains(p.Id)) is { } place ? (text, place) : null;
    }
}
