using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Tessera.Interchange.Offices;

/// <summary>The words by which an enumeration of the domain is written in files, in the database and in addresses: <c>SisterCounty</c> is <c>sister-county</c>.</summary>
public static class Words<TEnum> where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, v => WordNames.Kebab(v.ToString()));
    private static readonly FrozenDictionary<string, TEnum> ByWord = ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>Every word, in the order of the values.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TEnum>().Select(Write)];

    /// <summary>The word of a value.</summary>
    public static string Write(TEnum value) => ByValue[value];

    /// <summary>The value of a word.</summary>
    /// <exception cref="FormatException">There is no such word.</exception>
    public static TEnum Parse(string word) => ByWord.TryGetValue(word, out var value) ? value : throw new FormatException($"'{word}' is none of {string.Join(", ", All)}.");

    /// <summary>The value of a word, where there is such a word.</summary>
    public static bool TryParse([NotNullWhen(true)] string? word, out TEnum value)
    {
        value = default;
        return word is not null && ByWord.TryGetValue(word, out value);
    }
}

/// <summary>How names of code become words.</summary>
public static class WordNames
{
    /// <summary>kebab-case of a PascalCase name.</summary>
    public static string Kebab(string name)
    {
        var written = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && written.Length > 0) written.Append('-');
            written.Append(char.ToLowerInvariant(letter));
        }

        return written.ToString();
    }
}
