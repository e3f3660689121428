using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>The program's texts in one language. A key that has no text is shown as it is, unless <see cref="TextCatalogue.IsStrict"/>.</summary>
public sealed partial class Texts(string language, IReadOnlyDictionary<string, IReadOnlyList<string>> texts)
{
    /// <summary>The language, one of the interface's.</summary>
    public string Language => language;

    /// <summary>The culture by which numbers, days and alphabets go.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language switch { "hu" => "hu-HU", "sv" => "sv-SE", "ro" => "ro-RO", _ => "en-GB" });

    /// <summary>The text of a key.</summary>
    public string this[string key] => Forms(key)[0];

    /// <summary>The text of a key for a number: its plural form, with {count} as the number is written in the language.</summary>
    public string this[string key, int count]
    {
        get
        {
            var forms = Forms(key);
            return forms[Math.Min(Plural(count), forms.Count - 1)].Replace("{count}", count.ToString("N0", Culture), StringComparison.Ordinal);
        }
    }

    /// <summary>The text of a key with its named places filled.</summary>
    public string With(string key, params ReadOnlySpan<(string Name, string Value)> values) => Fill(this[key], values);

    /// <summary>The same in the plural form of a number, whole or not.</summary>
    public string With(string key, decimal number, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var forms = Forms(key);
        return Fill(forms[Math.Min(Plural(number), forms.Count - 1)], values);
    }

    /// <summary>The text of a key as a heading begins: some languages write the names of things small.</summary>
    public string Heading(string key)
    {
        var text = this[key];
        return text.Length == 0 ? text : Culture.TextInfo.ToUpper(text[0]) + text[1..];
    }

    private static string Fill(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = new StringBuilder(text.Length + 32);
        var done = 0;
        foreach (var place in Place().EnumerateMatches(text))
        {
            var value = ValueOf(text.AsSpan(place.Index, place.Length), values);
            filled.Append(text.AsSpan(done..place.Index)).Append(value);
            done = place.Index + place.Length;
            // A Hungarian date and an abbreviation end with a stop of their own, which ends the sentence too.
            if (value is [.., not '.', '.'] && text.AsSpan(done) is ['.', ..]) done++;
        }

        return filled.Append(text.AsSpan(done)).ToString();
    }

    /// <summary>The label of a value of the domain, under the key <c>enum-name.value</c>.</summary>
    public string Of<TEnum>(TEnum value) where TEnum : struct, Enum => this[Keys<TEnum>.Of[value]];

    /// <summary>The key under which a value's label stands.</summary>
    public static string KeyOf<TEnum>(TEnum value) where TEnum : struct, Enum => $"{WordNames.Kebab(typeof(TEnum).Name)}.{Words<TEnum>.Write(value)}";

    /// <summary>A value is never looked into for further places: it may be a name that somebody chose.</summary>
    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> place, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (place[1..^1].SequenceEqual(name)) return value;
        }

        return place;
    }

    private IReadOnlyList<string> Forms(string key)
    {
        if (texts.TryGetValue(key, out var forms)) return forms;
        return TextCatalogue.IsStrict ? throw new KeyNotFoundException($"No text '{key}' in {language}.") : [key];
    }

    /// <summary>The place of the plural form as the language counts (Unicode CLDR, cardinals): Romanian puts "de" from 20 on, and not before a fraction.</summary>
    private int Plural(decimal count) => language switch
    {
        "ro" when count != 1 && (count == 0 || count != Math.Truncate(count) || Math.Abs(count) % 100 is > 0 and < 20) => 1,
        "ro" when count != 1 => 2,
        _ => count == 1 ? 0 : 1,
    };

    private static class Keys<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Of = Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, KeyOf);
    }

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Place();
}
