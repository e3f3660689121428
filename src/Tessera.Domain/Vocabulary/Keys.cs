namespace Tessera.Domain.Vocabulary;

/// <summary>Keys of records: lower-case letters and figures parted by hyphens, at most eighty; they are the slugs of the portal's addresses.</summary>
public static class Keys
{
    /// <summary>Letters at most.</summary>
    public const int Longest = 80;

    /// <summary>A key made of a name: folded, what is no letter or figure of ASCII becomes a hyphen. Empty when nothing is left.</summary>
    public static string Of(string name)
    {
        var letters = Folding.Of(name).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        var key = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return key.Length <= Longest ? key : key[..Longest].Trim('-');
    }

    /// <summary>The key of a name, with a number at its end when it is taken.</summary>
    public static string Of(string name, string otherwise, Func<string, bool> isTaken)
    {
        var key = Of(name) is { Length: > 0 } made ? made : otherwise;
        if (!isTaken(key)) return key;
        var stem = key.Length > Longest - 5 ? key[..(Longest - 5)].Trim('-') : key;
        for (var number = 2; ; number++)
        {
            var next = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{number}");
            if (!isTaken(next)) return next;
        }
    }
}
