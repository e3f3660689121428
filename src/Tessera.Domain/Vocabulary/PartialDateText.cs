using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tessera.Domain.Vocabulary;

/// <summary>Brings what was typed, and the words it is compared with, to one spelling.</summary>
internal static partial class PartialDateText
{
    /// <summary>Small letters without accents; hyphens and apostrophes of one kind. The text has no surrogates.</summary>
    public static string FoldLetters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(Plain(letter));
        }
        return folded.ToString();
    }

    /// <summary>The folded text with one space after every full stop and comma and none before, or null when it has no such spelling.</summary>
    public static string? Fold(string text) =>
        text.Any(letter => char.IsSurrogate(letter) || letter is '\uFFFE' or '\uFFFF')
            ? null
            : TrimStops(Stops().Replace(Spaces().Replace(FoldLetters(text), " "), "$1 "));

    /// <summary>Without spaces around, and without the full stop that ends a sentence or a Hungarian day.</summary>
    public static string TrimStops(string text) => text.Trim().TrimEnd('.', ',', ' ');

    /// <summary>The text before a closing question mark, bare or in brackets, and whether there was one.</summary>
    public static (string Text, bool IsUncertain) SplitQuestion(string text) =>
        Question().Match(text) is { Success: true } match ? (TrimStops(match.Groups[1].Value), true) : (TrimStops(text), false);

    private static char Plain(char letter) => letter switch
    {
        '\u2010' or '\u2011' or '\u2212' => '-',
        '\u2019' => '\'',
        _ => char.ToLowerInvariant(letter),
    };

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?([.,]) ?", RegexOptions.CultureInvariant)]
    private static partial Regex Stops();

    [GeneratedRegex(@"\A(.+?) ?(?:\(\?\)|\?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
