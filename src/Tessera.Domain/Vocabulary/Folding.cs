using System.Globalization;
using System.Text;

namespace Tessera.Domain.Vocabulary;

/// <summary>
/// The spelling under which names are searched: lower case, without diacritics, letters that do not decompose written out
/// (ø to o, ß to ss, ł to l, đ to d, æ to ae, œ to oe, þ to th, ı and İ to i, ς to σ), every run of other signs one space, the
/// letter that looks like an apostrophe among them. So "Strășeni", "Străşeni" and "straseni" are one. Linear in the length of the text.
/// </summary>
public static class Folding
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ø'] = "o",
        ['ß'] = "ss",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ς'] = "σ",
        // The invariant culture leaves İ as it is, and without its dot it is a capital.
        ['I'] = "i",
    };

    /// <summary>Unicode counts it among the letters; people write it where others write an apostrophe.</summary>
    private const char LetterApostrophe = 'ʼ';

    /// <summary>The folded spelling; empty for a text without letters and digits.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var sign in text.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) continue;
            if (sign == LetterApostrophe || !char.IsLetterOrDigit(sign))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap) folded.Append(' ');
            gap = false;
            if (Letters.TryGetValue(sign, out var written)) folded.Append(written);
            else folded.Append(sign);
        }

        return folded.ToString();
    }

    /// <summary>The folded spelling with hyphens for spaces, as it stands in an address; empty when nothing is left of it.</summary>
    public static string Slug(string? text) => string.Concat(Of(text).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')).Trim().Replace(' ', '-');
}
