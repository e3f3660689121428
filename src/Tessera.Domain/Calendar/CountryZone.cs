namespace Tessera.Domain.Calendar;

/// <summary>The time zone of a country's capital, for what names none itself: most countries here have one only.</summary>
public static class CountryZone
{
    /// <summary>The name of the zone; that of Brussels, which most of Europe keeps, for countries not listed.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null when it is not known.</param>
    public static string Of(string? country) => country switch
    {
        "RO" => "Europe/Bucharest",
        "HU" => "Europe/Budapest",
        "SE" => "Europe/Stockholm",
        "MD" => "Europe/Chisinau",
        "UA" => "Europe/Kyiv",
        "BG" => "Europe/Sofia",
        "GR" => "Europe/Athens",
        "FI" => "Europe/Helsinki",
        "EE" => "Europe/Tallinn",
        "LV" => "Europe/Riga",
        "LT" => "Europe/Vilnius",
        "TR" => "Europe/Istanbul",
        "GB" => "Europe/London",
        "IE" => "Europe/Dublin",
        "PT" => "Europe/Lisbon",
        "IS" => "Atlantic/Reykjavik",
        _ => "Europe/Brussels",
    };

    /// <summary>The zone itself.</summary>
    public static Zone ZoneOf(string? country) => ActivityTime.ZoneOf(Of(country)) ?? Zone.Utc;
}
