using System.Globalization;

namespace Tessera.Interchange.Reading.Pages;

/// <summary>
/// What a number format of a workbook (ECMA-376 part 1, clause 18.8.30) shows of a day and of a time: a cell that shows a month and a year is not taken to mean the first of that month. Linear in the format.
/// </summary>
internal sealed record DateStyle(bool HasYear, bool HasMonth, bool HasDay, bool HasTime, bool IsElapsed)
{
    /// <summary>The numbers of formats that stand in no workbook, since every program knows them. Of those of East Asia, which differ by
    /// language, the fuller day counts, and such as are a clock in one of its languages are left out.</summary>
    private const string Formats =
        "14=d/m/yyyy;15=d-mmm-yy;16=d-mmm;17=mmm-yy;18=h:mm AM/PM;19=h:mm:ss AM/PM;20=h:mm;21=h:mm:ss;22=d/m/yyyy h:mm;45=mm:ss;46=[h]:mm:ss;47=mm:ss.0;" +
        "27=yyyy/m/d;28=m/d;29=m/d;30=m/d/yy;31=yyyy/m/d;36=yyyy/m/d;50=yyyy/m/d;51=m/d;52=yyyy/m;53=m/d;54=m/d;57=yyyy/m/d;58=m/d";

    private static readonly Dictionary<int, string> BuiltIn = Formats.Split(';').Select(f => f.Split('=')).ToDictionary(f => int.Parse(f[0], CultureInfo.InvariantCulture), f => f[1]);

    /// <summary>What the format of this number shows; null when it shows neither a day nor a time.</summary>
    public static DateStyle? Of(int number) => BuiltIn.TryGetValue(number, out var format) ? Of(format) : null;

    /// <summary>What the format shows, that of positive numbers where it says several; null when it shows neither a day nor a time.</summary>
    public static DateStyle? Of(string format)
    {
        var (letters, elapsed) = Letters(format);
        var hasClock = letters.Contains('h') || letters.Contains('s') || elapsed;
        var (year, day) = (letters.Contains('y') || letters.Contains('e'), letters.Contains('d'));
        var month = letters.Contains('m') && (year || day || !hasClock);
        return year || month || day || hasClock ? new DateStyle(year, month, day, hasClock, elapsed) : null;
    }

    /// <summary>The number as it is meant: the day as far as it is shown, else the time, else null.</summary>
    /// <param name="serial">Days since the beginning of the workbook's calendar.</param>
    /// <param name="day">The day of that number; null when the calendar has none.</param>
    public string? Show(double serial, DateOnly? day)
    {
        if (!(HasYear || HasMonth || HasDay) || (serial < 1 && HasTime)) return Clock(serial);
        return day?.ToString(HasDay || !HasYear ? "yyyy-MM-dd" : HasMonth ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);
    }

    private string Clock(double serial)
    {
        var time = TimeSpan.FromSeconds(Math.Round((IsElapsed ? serial : serial - Math.Floor(serial)) * TimeSpan.SecondsPerDay));
        var hours = IsElapsed ? (long)time.TotalHours : time.Hours;
        return string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{time.Minutes:00}") + (time.Seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $":{time.Seconds:00}") : "");
    }

    /// <summary>The letters that stand for parts of a date, without quoted and escaped ones, colours, conditions and languages; and is a time counted that passes?</summary>
    private static (string Letters, bool IsElapsed) Letters(string format)
    {
        if (format.Contains("General", StringComparison.OrdinalIgnoreCase)) return ("", false);
        var (letters, elapsed) = (new System.Text.StringBuilder(), false);
        for (var at = 0; at < format.Length && format[at] != ';'; at++)
        {
            if (format[at] is '\\' or '_' or '*') at++;
            else if (format[at] == '"') at = End(format, at, '"');
            else if (format[at] == '[')
            {
                var end = End(format, at, ']');
                elapsed |= end > at + 1 && format[(at + 1)..Math.Min(end, format.Length)].All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S');
                at = end;
            }
            else if (format[at] is 'E' or 'e' && at + 1 < format.Length && format[at + 1] is '+' or '-') at++;
            else if (char.IsAsciiLetter(format[at])) letters.Append(char.ToLowerInvariant(format[at]));
        }

        return (letters.ToString(), elapsed);
    }

    private static int End(string format, int at, char closing) => format.IndexOf(closing, at + 1) is >= 0 and var end ? end : format.Length;
}
