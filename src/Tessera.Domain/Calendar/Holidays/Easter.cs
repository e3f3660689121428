namespace Tessera.Domain.Calendar.Holidays;

/// <summary>
/// Easter Sunday by both reckonings, from 1583 to 4099 (Meeus, Astronomical Algorithms, 2nd edition, chapter 8; the western one is the algorithm of Butcher's
/// Ecclesiastical Calendar, 1876). A dozen divisions.
/// </summary>
public static class Easter
{
    /// <summary>As the western churches reckon, by the Gregorian calendar.</summary>
    public static DateOnly Western(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    /// <summary>As most orthodox churches reckon, by the Julian calendar; the date given is Gregorian.</summary>
    public static DateOnly Orthodox(int year)
    {
        var moon = ((19 * (year % 19)) + 15) % 30;
        var days = moon + (((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1).AddDays((year / 100) - (year / 400) - 2);
    }
}
