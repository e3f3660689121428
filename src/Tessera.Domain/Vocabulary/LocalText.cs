using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Tessera.Domain.Vocabulary;

/// <summary>A text in one language: what is shown, and the language it is in, so that a page can mark a fallback.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Language">A lower-case BCP 47 primary tag such as <c>hu</c>.</param>
public readonly record struct SpokenText(string Text, string Language)
{
    /// <summary>Is this the language that the reader asked for?</summary>
    public bool IsIn(string language) => string.Equals(Language, language, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;
}

/// <summary>
/// One text in several languages, such as a partner's names. Empty texts are not kept. Two are equal when every
/// language says the same. Languages are enumerated in ordinal order, so that every print of it is the same.
/// </summary>
public sealed class LocalText : IReadOnlyCollection<SpokenText>, IEquatable<LocalText>
{
    /// <summary>Nothing said in any language.</summary>
    public static readonly LocalText Empty = new([]);

    // A handful at the most, so that looking through them costs less than any dictionary.
    private readonly SpokenText[] _texts;

    /// <summary>Keeps each text that is not blank, under its lower-case language tag; of two in one language the later.</summary>
    public LocalText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var kept = new List<SpokenText>();
        foreach (var (language, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            var tag = Languages.Normalise(language);
            Forget(kept, tag);
            kept.Add(new SpokenText(text.Trim(), tag));
        }

        if (kept.Count > 1) kept.Sort(static (a, b) => string.CompareOrdinal(a.Language, b.Language));
        _texts = [.. kept];
    }

    /// <summary>A text in a single language.</summary>
    public static LocalText Of(string language, string text) => new([new(language, text)]);

    /// <inheritdoc />
    public int Count => _texts.Length;

    /// <summary>Is nothing said in any language?</summary>
    public bool IsEmpty => _texts.Length == 0;

    /// <summary>The text in exactly this language, or null.</summary>
    public string? this[string language] => In(language)?.Text;

    /// <summary>
    /// The text for a reader: in the first language of <paramref name="chain"/> that has one, else in English, else in the
    /// first language there is. Null only when nothing is said at all.
    /// </summary>
    public SpokenText? For(IReadOnlyList<string> chain)
    {
        foreach (var language in chain)
        {
            if (In(language) is { } said) return said;
        }

        return In("en") ?? (IsEmpty ? null : _texts[0]);
    }

    /// <inheritdoc />
    public IEnumerator<SpokenText> GetEnumerator() => _texts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals([NotNullWhen(true)] LocalText? other) => other is not null && _texts.SequenceEqual(other._texts);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as LocalText);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var text in _texts) hash.Add(text);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(" · ", _texts.Select(t => $"{t.Language}: {t.Text}"));

    private static void Forget(List<SpokenText> kept, string language)
    {
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            if (kept[i].IsIn(language)) kept.RemoveAt(i);
        }
    }

    private SpokenText? In(string language)
    {
        foreach (var text in _texts)
        {
            if (text.IsIn(language)) return text;
        }

        return null;
    }
}
