using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>
/// Turns bytes into text. A byte order mark decides; then the charset that the host told; then valid UTF-8; then the charset that the page declares, unless its letters are unlikely; else the code page whose letters make the likeliest words.
/// Text that was once decoded under the wrong code page ("MegbĂ­zott", "Ã¶") is repaired. Linear.
/// </summary>
public static partial class Decoding
{
    private const int ControlSign = 6;

    private const int Looked = 4_096;
    private const int WordCounts = 6;
    private static readonly Lazy<FrozenSet<string>> Known = new(ReadWords);
    private static readonly string[] CodePages = ["windows-1252", "windows-1250", "iso-8859-2", "windows-1251", "windows-1253", "windows-1254", "windows-1257", "koi8-r"];

    static Decoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text.</summary>
    /// <param name="contentType">What the host says of it; a charset in it that is not known, or under which the bytes are none, is passed over.</param>
    public static string Read(byte[] bytes, string? contentType = null)
    {
        var text = Decode(bytes, contentType);
        return Repair(text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text).Normalize(NormalizationForm.FormC);
    }

    private static string Decode(byte[] bytes, string? contentType)
    {
        if (bytes.Length > 1 && bytes[0] == 0xFF && bytes[1] == 0xFE) return Encoding.Unicode.GetString(bytes);
        if (bytes.Length > 1 && bytes[0] == 0xFE && bytes[1] == 0xFF) return Encoding.BigEndianUnicode.GetString(bytes);
        return (bytes is [0xEF, 0xBB, 0xBF, ..] ? null : Told(bytes, contentType)) ?? Valid(bytes, new UTF8Encoding(false, true)) ?? Likeliest(bytes, Declared(bytes));
    }

    /// <summary>As the host says; null when it names no charset that is known, or the bytes are none of it.</summary>
    private static string? Told(byte[] bytes, string? contentType)
    {
        if (contentType is null || Charset().Match(contentType) is not { Success: true } match) return null;
        // As browsers take it: what is called Latin 1 or ASCII is windows-1252.
        var name = match.Groups[1].Value.ToLowerInvariant() is var said and not ("iso-8859-1" or "latin1" or "us-ascii" or "ascii") ? said : "windows-1252";
        if (name is "utf-8" or "utf8") return Valid(bytes, new UTF8Encoding(false, true));
        return IsKnown(name) ? Valid(bytes, Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)) : null;
    }

    private static string? Valid(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Looked));
        return Charset().Match(head) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;
    }

    private static string Likeliest(byte[] bytes, string? declared)
    {
        var best = (Text: "", Score: double.NegativeInfinity);
        foreach (var name in CodePages.Prepend(declared).OfType<string>().Distinct().Where(IsKnown))
        {
            var text = Encoding.GetEncoding(name).GetString(bytes);
            var score = (Score(text) + (WordCounts * Words(text))) * (name == declared ? 1.02 : 1);
            if (score > best.Score) best = (text, score);
        }

        return best.Text;
    }

    private static bool IsKnown(string name)
    {
        try
        {
            return !Encoding.GetEncoding(name).CodePage.Equals(65001);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>How likely the letters beyond ASCII are: letters of one script within words count for it, signs within words, capitals after small letters or alone and above all control signs, which no text has, against it.</summary>
    private static double Score(string text)
    {
        double score = 1000;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter < 128) continue;
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            if (char.IsControl(letter)) score -= ControlSign;
            else if (!char.IsLetter(letter)) score -= char.IsLetter(before) && char.IsLetter(after) ? 4 : letter is '\u00A0' or '–' or '„' or '”' or '“' or '’' or '§' or '°' or '©' or '»' or '«' or '•' or '…' ? 0 : 1;
            else if (char.IsUpper(letter) && (char.IsLower(before) || (!char.IsLetter(before) && !char.IsLetter(after)))) score -= 4;
            else if ((char.IsLetter(before) && Script(before) != Script(letter)) || (char.IsLetter(after) && Script(after) != Script(letter))) score -= 3;
            else score += Frequent.Contains(letter, StringComparison.Ordinal) ? 1 : -0.5;
        }

        return score;
    }

    /// <summary>How many words of the lexicons, spelt with all their marks, stand in the text: Hungarian under a western code page has none with ő.</summary>
    private static int Words(string text)
    {
        var count = 0;
        foreach (var word in WordsOf().EnumerateMatches(text))
        {
            if (Known.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(word.Index, word.Length))) count++;
        }

        return count;
    }

    private static FrozenSet<string> ReadWords() =>
        LexiconSource.Languages.SelectMany(l => LexiconSource.Entries(l).Select(e => e.Term).Concat(LexiconSource.Countries(l).Select(c => c.Name))).SelectMany(t => t.Split(' '))
            .Where(w => !w.Contains('*', StringComparison.Ordinal) && w.Any(c => c > 127)).Select(w => w.Trim(',', '.', ')', '(')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static int Script(char letter) => letter switch { < '\u0370' => 0, < '\u0400' => 1, < '\u0530' => 2, _ => 3 };

    /// <summary>Text in which UTF-8 was taken for a code page: turned back where nearly all of it can be.</summary>
    private static string Repair(string text)
    {
        foreach (var (mark, name) in new[] { ("Ã", "windows-1252"), ("Å", "windows-1252"), ("Ä", "windows-1252"), ("Ă", "windows-1250"), ("Ĺ", "windows-1250"), ("Đ", "windows-1251") })
        {
            if (!text.Contains(mark, StringComparison.Ordinal)) continue;
            var repaired = Garbled().Replace(text, match => Back(match.Value, name));
            if (repaired.Length < text.Length) return repaired;
        }

        return text;
    }

    private static string Back(string garbled, string name)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetBytes(garbled));
        }
        catch (Exception wrong) when (wrong is DecoderFallbackException or EncoderFallbackException)
        {
            return garbled;
        }
    }

    private const string Frequent = "ðÐþÞáéíóöőúüűÁÉÍÓÖŐÚÜŰåäöÅÄÖăâîșțşţĂÂÎȘȚŞŢßàèéêëçîïôûùœñìòãõąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽľĺŕôäõšžÕāčēģīķļņšūžąčęėįšųūžøæØÆđĐćčšžİığşçабвгдежзийклмнопрстуфхцчшщъыьэюяіїєґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЮЯІЇЄαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";

    [GeneratedRegex(@"\p{L}{2,30}", RegexOptions.CultureInvariant)]
    private static partial Regex WordsOf();

    [GeneratedRegex(@"charset\s*=\s*[""']?([\w-]{3,20})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex(@"[ÃÅÄÂâĂĹĐÐ][\u0080-\u00FF\u0100-\u017F\u2010-\u2122\u02C0-\u02DF]{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Garbled();
}
