using System.Text.RegularExpressions;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>Finds addresses of the web, of mail and of telephones. Linear (the patterns do not backtrack).</summary>
internal static partial class ContactScanner
{
    private static readonly string[] Endings = ["hu", "se", "ro", "de", "at", "ch", "fr", "be", "it", "es", "pt", "nl", "pl", "cz", "sk", "ee", "fi", "lv", "lt", "dk", "no", "hr", "rs", "si", "gr", "bg", "ua", "eu", "org", "com", "net", "gov", "uk", "ie", "is", "lu", "md", "tr", "cn", "jp", "cat", "info", "ba", "mk", "al", "me"];
    private const int LeastPhoneDigits = 7;
    private const int MostPhoneDigits = 15;

    public static IEnumerable<Mention> Find(string line, int offset)
    {
        foreach (Match match in Mail().Matches(line)) yield return Of(Says.Email, match.Value.ToLowerInvariant(), match, offset);
        foreach (Match match in Web().Matches(line))
        {
            var address = Unglued(match.Value.TrimEnd('.', ',', ';', ':', ')', '"', '\'', '>'));
            yield return new Mention(Says.Website, address, offset + match.Index, offset + match.Index + address.Length, "contact:web");
        }

        foreach (Match match in Phone().Matches(line))
        {
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (digits is >= LeastPhoneDigits and <= MostPhoneDigits && !LooksLikeDate(match.Value)) yield return Of(Says.Phone, match.Value.Trim(), match, offset);
        }
    }

    /// <summary>Two or three groups of a day, a month and a year: "04/05/2001".</summary>
    private static bool LooksLikeDate(string digits) => DateLike().IsMatch(digits);

    /// <summary>The address without letters glued to its end: "www.wertheim.demegnyitás" is www.wertheim.de.</summary>
    private static string Unglued(string address)
    {
        var from = address.IndexOf("//", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 2 : 0;
        if (address.IndexOf('/', from) >= 0) return address;
        var last = address.LastIndexOf('.') + 1;
        var ending = address[last..];
        if (ending.Length < 4 || Endings.Contains(ending, StringComparer.OrdinalIgnoreCase)) return address;
        var known = Endings.Where(e => ending.StartsWith(e, StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Length);
        return known is null ? address : address[..(last + known.Length)];
    }

    private static Mention Of(string key, string value, Match match, int offset) => new(key, value, offset + match.Index, offset + match.Index + match.Length, "contact:" + key);

    [GeneratedRegex(@"[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:https?://[^\s<>""]{3,500}|www\.[^\s<>""]{3,500}|\b[a-z][a-z\d-]{1,62}(?:\.[a-z\d-]{2,63}){0,3}\.(?:hu|se|ro|de|at|ch|fr|be|it|es|pt|nl|pl|cz|sk|ee|fi|lv|lt|dk|no|hr|rs|si|gr|bg|ua|eu|org|com|net|gov|uk|ie|is|lu|md|tr|cn|jp|cat|info|ba|mk|al|me)\b(?:/[^\s<>""]{0,500})?)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Web();

    [GeneratedRegex(@"\A(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DateLike();

    [GeneratedRegex(@"(?:\+|\b00)\d[\d ()/.-]{5,22}\d|(?:\(0\d{1,4}\)|\b0\d{2,4})[ /-]\d[\d ()/-]{4,16}\d", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Phone();
}
