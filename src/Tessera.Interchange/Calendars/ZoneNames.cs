namespace Tessera.Interchange.Calendars;

/// <summary>
/// Finds the system's time zone for what programs write as TZID: names of the IANA table; of Windows ("W. Europe Standard Time", by the
/// tables of ICU); what Outlook shows ("(UTC+01:00) Belgrade, Bratislava, Budapest"); and IANA names behind a prefix
/// ("/mozilla.org/20070129_1/Europe/Berlin").
/// </summary>
internal static class ZoneNames
{
    private const int Longest = 120;

    /// <summary>Outlook's names of zones that are not named after cities.</summary>
    private static readonly Dictionary<string, string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Eastern Time (US & Canada)"] = "America/New_York",
        ["Central Time (US & Canada)"] = "America/Chicago",
        ["Mountain Time (US & Canada)"] = "America/Denver",
        ["Pacific Time (US & Canada)"] = "America/Los_Angeles",
        ["Atlantic Time (Canada)"] = "America/Halifax",
        ["Coordinated Universal Time"] = "UTC",
        ["Greenwich Mean Time : Dublin"] = "Europe/Dublin",
        ["Greenwich Mean Time"] = "Europe/London",
    };

    /// <summary>Null where the system has none by this name.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > Longest || name.Contains("..", StringComparison.Ordinal)) return null;
        if (name is "Z" or "GMT" or "tzone://Microsoft/Utc") return TimeZoneInfo.Utc;
        return (name[0] == '/' ? BehindPrefix(name) : name[0] == '(' ? OfOutlook(name) : System(name)) ?? ByEnding(name);
    }

    private static TimeZoneInfo? System(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+' or '.' or ' ' or '(' or ')') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static TimeZoneInfo? BehindPrefix(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(2, 2).Where(n => n < parts.Length).Select(n => System(string.Join('/', parts[^n..]))).FirstOrDefault(z => z is not null);
    }

    /// <summary>Behind the offset in brackets stand cities, of which one has given the zone its name in the IANA table.</summary>
    private static TimeZoneInfo? OfOutlook(string name)
    {
        var shown = name[(name.IndexOf(')', StringComparison.Ordinal) + 1)..].Trim();
        if (Shown.TryGetValue(shown, out var id)) return System(id);
        var cities = shown.Split([',', '/'], 8, StringSplitOptions.TrimEntries).Select(c => c.Replace(' ', '_'));
        return cities.SelectMany(c => (string[])["Europe/" + c, "Asia/" + c, "America/" + c, "Africa/" + c, "Australia/" + c]).Select(System).FirstOrDefault(z => z is not null);
    }

    /// <summary>"Budapest, Europe/Budapest" and the like.</summary>
    private static TimeZoneInfo? ByEnding(string name)
    {
        var space = name.LastIndexOf(' ');
        return space > 0 && name.AsSpan(space).Contains('/') ? System(name[(space + 1)..]) : null;
    }
}
