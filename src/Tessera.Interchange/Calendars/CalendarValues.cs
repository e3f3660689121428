using System.Buffers.Text;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>The value types of RFC 5545, 3.3, read from bytes. Nothing is mended but what is plain: a time without seconds, a space around it.</summary>
internal static class CalendarValues
{
    /// <summary>A DATE: eight digits.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out DateTime day)
    {
        day = default;
        if (text.Length != 8 || !Digits(text[..4], out var year) || !Digits(text[4..6], out var month) || !Digits(text[6..], out var number)) return false;
        if (year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new(year, month, number);
        return true;
    }

    /// <summary>A DATE-TIME: <c>19970714T170000Z</c>. The leap second counts as the one before it.</summary>
    public static bool TryTime(ReadOnlySpan<byte> text, out DateTime time, out bool isUtc)
    {
        isUtc = text.Length > 0 && text[^1] is (byte)'Z' or (byte)'z';
        if (isUtc) text = text[..^1];
        if (text.Length is not (13 or 15) || text[8] is not ((byte)'T' or (byte)'t') || !TryDay(text[..8], out time))
        {
            time = default;
            return false;
        }

        var second = 0;
        var isTime = Digits(text[9..11], out var hour) && Digits(text[11..13], out var minute) && (text.Length == 13 || Digits(text[13..], out second));
        if (!isTime || hour > 23 || !Digits(text[11..13], out minute) || minute > 59 || second > 60) return false;
        time = time.AddTicks((((hour * 60L) + minute) * 60 + Math.Min(second, 59)) * TimeSpan.TicksPerSecond);
        return true;
    }

    /// <summary>A DURATION: <c>P15DT5H0M20S</c>, <c>P7W</c>, <c>-PT15M</c>.</summary>
    public static bool TryLength(ReadOnlySpan<byte> text, out Span length)
    {
        length = default;
        var isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+') text = text[1..];
        if (text.Length < 3 || text[0] is not ((byte)'P' or (byte)'p')) return false;
        text = text[1..];
        var (days, seconds, isTime) = (0L, 0L, false);
        while (text.Length > 0)
        {
            if (!isTime && text[0] is (byte)'T' or (byte)'t')
            {
                isTime = true;
                text = text[1..];
                continue;
            }

            if (!Utf8Parser.TryParse(text, out uint number, out var read) || read == text.Length || number > 100_000_000) return false;
            switch ((char)(text[read] & 0xDF), isTime)
            {
                case ('W', false): days += number * 7L; break;
                case ('D', false): days += number; break;
                case ('H', true): seconds += number * 3600L; break;
                case ('M', true): seconds += number * 60L; break;
                case ('S', true): seconds += number; break;
                default: return false;
            }

            text = text[(read + 1)..];
        }

        if (days > 3_650_000 || seconds > 3_650_000L * 86_400) return false;
        length = isNegative ? new(-(int)days, TimeSpan.FromSeconds(-seconds)) : new((int)days, TimeSpan.FromSeconds(seconds));
        return true;
    }

    /// <summary>A UTC-OFFSET: <c>-0500</c>, <c>+013000</c>; less than a day.</summary>
    public static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length is not (5 or 7) || text[0] is not ((byte)'+' or (byte)'-')) return false;
        var second = 0;
        if (!Digits(text[1..3], out var hour) || !Digits(text[3..5], out var minute) || (text.Length == 7 && !Digits(text[5..], out second))) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        offset = new TimeSpan(hour, minute, second) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    public static bool TryNumber(ReadOnlySpan<byte> text, out int number) => Utf8Parser.TryParse(text, out number, out var read) && read == text.Length;

    /// <summary>A GEO: two numbers of degrees, with the comma of vCalendar 1.0 as well.</summary>
    public static bool TryPoint(ReadOnlySpan<byte> text, out GeoPoint point)
    {
        point = default;
        var cut = text.IndexOfAny((byte)';', (byte)',');
        if (cut < 0 || !Degrees(text[..cut], 90, out var latitude) || !Degrees(text[(cut + 1)..], 180, out var longitude)) return false;
        point = new(latitude, longitude);
        return true;
    }

    /// <summary>A TEXT with its escapes resolved.</summary>
    public static string Text(ReadOnlySpan<byte> value)
    {
        if (value.IndexOf((byte)'\\') < 0) return ContentLine.Decode(value);
        var plain = value.Length <= 1024 ? stackalloc byte[value.Length] : new byte[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            if (letter == '\\' && i + 1 < value.Length) letter = value[++i] is (byte)'n' or (byte)'N' ? (byte)'\n' : value[i];
            plain[length++] = letter;
        }

        return ContentLine.Decode(plain[..length]);
    }

    /// <summary>Where a list's next value ends: at a separator that is not escaped.</summary>
    public static int EndOfValue(ReadOnlySpan<byte> list, byte separator)
    {
        for (var at = 0; at < list.Length; at++)
        {
            var next = list[at..].IndexOfAny((byte)'\\', separator);
            if (next < 0) break;
            at += next;
            if (list[at] == separator) return at;
            at++;
        }

        return list.Length;
    }

    private static bool Degrees(ReadOnlySpan<byte> text, double most, out double degrees) =>
        Utf8Parser.TryParse(text.Trim((byte)' '), out degrees, out var read) && read == text.Trim((byte)' ').Length && Math.Abs(degrees) <= most;

    private static bool Digits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
