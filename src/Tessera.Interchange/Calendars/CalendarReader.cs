using System.Text;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>
/// Reads iCalendar (RFC 5545), and vCalendar 1.0 as far as it is alike. Never throws on what a file says: what is not understood becomes
/// a finding with its line. Text before and behind a calendar, as in a pasted mail, is passed over. Time and memory are linear in the
/// file, within <see cref="CalendarLimits"/>.
/// </summary>
public static class CalendarReader
{
    /// <summary>Reads all of it.</summary>
    /// <param name="local">Where the reader is: there are times whose zone nobody knows.</param>
    public static CalendarReading Read(ReadOnlySpan<byte> file, Zone local)
    {
        if (file.Length >= 2 && ((file[0], file[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))) file = Narrow(file);
        if (file.StartsWith(Encoding.UTF8.Preamble)) file = file[Encoding.UTF8.Preamble.Length..];
        var reading = new ComponentReader(local);
        if (file.Length > CalendarLimits.File)
        {
            reading.Say(0, CalendarCodes.TooLarge);
            file = file[..CalendarLimits.File];
        }

        var lines = new ContentLines(file);
        while (lines.MoveNext() && !reading.IsFull)
        {
            if (lines.IsCut) reading.Say(lines.Number, CalendarCodes.LineTooLong);
            reading.Take(lines.Current, lines.Number);
        }

        return reading.Finish();
    }

    private static byte[] Narrow(ReadOnlySpan<byte> wide) =>
        Encoding.UTF8.GetBytes((wide[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(wide[2..Math.Min(wide.Length, CalendarLimits.File)]));
}
