using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>
/// The letters that glyph names mean, after the Adobe Glyph List Specification 1.7. The names of Latin letters are built as Adobe built them, a letter and its accent, so
/// no table of them is kept: <c>ohungarumlaut</c> is o and U+030B.
/// </summary>
internal static class PdfGlyphs
{
    private static readonly FrozenDictionary<string, char> Accents = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["acute"] = '\u0301',
        ["grave"] = '\u0300',
        ["circumflex"] = '\u0302',
        ["dieresis"] = '\u0308',
        ["tilde"] = '\u0303',
        ["ring"] = '\u030A',
        ["caron"] = '\u030C',
        ["cedilla"] = '\u0327',
        ["ogonek"] = '\u0328',
        ["macron"] = '\u0304',
        ["breve"] = '\u0306',
        ["dotaccent"] = '\u0307',
        ["hungarumlaut"] = '\u030B',
        ["commaaccent"] = '\u0326',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Others = (
        "exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) asterisk * plus + comma , hyphen - minus − period . slash / "
        + "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] "
        + "asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotedblbase „ quotesinglbase ‚ "
        + "guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › endash – emdash — bullet • ellipsis … section § paragraph ¶ degree ° copyright © registered ® trademark ™ "
        + "Euro € sterling £ germandbls ß ae æ AE Æ oe œ OE Œ oslash ø Oslash Ø lslash ł Lslash Ł dcroat đ Dcroat Đ eth ð Eth Ð thorn þ Thorn Þ dotlessi ı fi fi fl fl ff ff ffi ffi ffl ffl "
        + "multiply × divide ÷ plusminus ± onehalf ½ periodcentered · exclamdown ¡ questiondown ¿ ").Split(' ').Chunk(2)
        .Where(p => p.Length == 2).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    /// <summary>The letters of a name; null where the name means none.</summary>
    public static string? Letters(string name)
    {
        if (name.Length > 60) return null;
        name = name.Split('.')[0];
        if (name.Contains('_', StringComparison.Ordinal)) return string.Concat(name.Split('_').Select(One));
        return One(name);
    }

    private static string? One(string name)
    {
        if (name.Length == 1) return name;
        if (name is "space" or "nbspace") return " ";
        if (Others.TryGetValue(name, out var other)) return other;
        if (name.Length == 7 && name.StartsWith("uni", StringComparison.Ordinal)) return Code(name[3..]);
        if (name.Length is >= 5 and <= 7 && name[0] == 'u' && Code(name[1..]) is { } code) return code;
        return name.Length > 1 && Accents.TryGetValue(name[1..], out var accent) ? Accented(name[0], accent) : null;
    }

    private static string? Code(string digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) ? new Rune(code).ToString() : null;

    /// <summary>Only s and t have a comma below them; under g, k, l, n and r the same name draws a comma and Unicode says cedilla.</summary>
    private static string Accented(char letter, char accent) =>
        $"{letter}{(accent == '\u0326' && !"sStT".Contains(letter, StringComparison.Ordinal) ? '\u0327' : accent)}".Normalize(NormalizationForm.FormC);
}
