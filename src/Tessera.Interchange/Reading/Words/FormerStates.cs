namespace Tessera.Interchange.Reading.Words;

/// <summary>States that are no more and what they parted into, by ISO 3166-3: pages keep the name under which a partner was found. East Germany is not among them: all of it is in one state of today.</summary>
internal static class FormerStates
{
    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["YUCS"] = ["SI", "HR", "BA", "RS", "ME", "MK", "XK"],
        ["CSXX"] = ["RS", "ME", "XK"],
        ["CSHH"] = ["CZ", "SK"],
        ["SUHH"] = ["RU", "UA", "BY", "MD", "EE", "LV", "LT", "GE", "AM", "AZ", "KZ", "KG", "TJ", "TM", "UZ"],
    };

    /// <summary>Is this no state of today?</summary>
    public static bool Is(string code) => Parts.ContainsKey(code);

    /// <summary>Does a place in a country of today lie in the state of a code, of today or former?</summary>
    public static bool Covers(string code, string today) => code == today || (Parts.TryGetValue(code, out var parts) && parts.Contains(today));
}
