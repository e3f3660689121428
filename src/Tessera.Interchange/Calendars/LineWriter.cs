using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>
/// Writes content lines: escaped, as UTF-8, folded at 75 octets and never within a letter (RFC 5545, 3.1), ended by CRLF. A line is put
/// together in one buffer that is used again, so writing makes no garbage.
/// </summary>
internal sealed class LineWriter(IBufferWriter<byte> target) : IDisposable
{
    private const int Widest = 75;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'\\', (byte)';', (byte)',', .. Enumerable.Range(0, 32).Select(b => (byte)b), 0x7F]);
    private static readonly SearchValues<char> Quoted = SearchValues.Create(":;,");

    private byte[] _line = ArrayPool<byte>.Shared.Rent(1024);
    private byte[] _text = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_line);
        ArrayPool<byte>.Shared.Return(_text);
    }

    /// <summary>Bytes as they stand.</summary>
    public LineWriter Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
        return this;
    }

    /// <summary>Text that needs no escapes, without line ends and control characters.</summary>
    public LineWriter Plain(ReadOnlySpan<char> text)
    {
        var bytes = Utf8(text);
        while (bytes.IndexOfAnyInRange((byte)0, (byte)31) is >= 0 and var control)
        {
            Raw(bytes[..control]);
            bytes = bytes[(control + 1)..];
        }

        return Raw(bytes);
    }

    /// <summary>A TEXT.</summary>
    public LineWriter Text(ReadOnlySpan<char> text)
    {
        var rest = Utf8(text);
        while (rest.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Raw(rest[..at]);
            Escape(rest[at]);
            rest = rest[(at + (rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n' ? 2 : 1))..];
        }

        return Raw(rest);
    }

    /// <summary>The value of a parameter, quoted where it must be, with the carets of RFC 6868.</summary>
    public LineWriter Parameter(ReadOnlySpan<char> value)
    {
        var isQuoted = value.IndexOfAny(Quoted) >= 0;
        if (isQuoted) Raw("\""u8);
        foreach (var octet in Utf8(value))
        {
            if (octet == '^') Raw("^^"u8);
            else if (octet == '"') Raw("^'"u8);
            else if (octet == '\n') Raw("^n"u8);
            else if (octet is >= 32 and not 127) Octet(octet);
        }

        return isQuoted ? Raw("\""u8) : this;
    }

    public LineWriter Number(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        _length += written;
        return this;
    }

    /// <summary>A DATE: eight digits.</summary>
    public LineWriter Day(DateTime day)
    {
        var room = Room(8);
        Digits(room, day.Year, 4);
        Digits(room[4..], day.Month, 2);
        Digits(room[6..], day.Day, 2);
        _length += 8;
        return this;
    }

    /// <summary>A DATE-TIME without zone.</summary>
    public LineWriter Time(DateTime time)
    {
        Day(time);
        var room = Room(7);
        room[0] = (byte)'T';
        Digits(room[1..], time.Hour, 2);
        Digits(room[3..], time.Minute, 2);
        Digits(room[5..], time.Second, 2);
        _length += 7;
        return this;
    }

    /// <summary>An instant as a DATE-TIME in UTC.</summary>
    public LineWriter Instant(DateTimeOffset instant) => Time(instant.UtcDateTime).Raw("Z"u8);

    /// <summary>A DURATION.</summary>
    public LineWriter Length(Span length)
    {
        if (length.Days < 0 || length.Time < TimeSpan.Zero) Raw("-"u8);
        Raw("P"u8);
        var (days, seconds) = (Math.Abs(length.Days), (long)Math.Abs(length.Time.TotalSeconds));
        if (days > 0 || seconds == 0) Number(days).Raw("D"u8);
        if (seconds == 0) return this;
        Raw("T"u8);
        if (seconds >= 3600) Number(seconds / 3600).Raw("H"u8);
        if (seconds % 3600 >= 60) Number(seconds % 3600 / 60).Raw("M"u8);
        return seconds % 60 > 0 ? Number(seconds % 60).Raw("S"u8) : this;
    }

    /// <summary>Ends the line and hands it on, folded.</summary>
    public void End()
    {
        var rest = _line.AsSpan(0, _length);
        var room = target.GetSpan(_length + ((_length / 60) * 3) + 8);
        var (written, width) = (0, Widest);
        while (rest.Length > width)
        {
            var cut = width;
            while (cut > width - 4 && (rest[cut] & 0xC0) == 0x80) cut--;
            rest[..cut].CopyTo(room[written..]);
            "\r\n "u8.CopyTo(room[(written + cut)..]);
            written += cut + 3;
            rest = rest[cut..];
            width = Widest - 1;
        }

        rest.CopyTo(room[written..]);
        "\r\n"u8.CopyTo(room[(written + rest.Length)..]);
        target.Advance(written + rest.Length + 2);
        _length = 0;
    }

    private static void Digits(Span<byte> room, int number, int count)
    {
        for (var i = count - 1; i >= 0; i--, number /= 10) room[i] = (byte)('0' + (number % 10));
    }

    private void Escape(byte octet)
    {
        switch (octet)
        {
            case (byte)'\n' or (byte)'\r': Raw("\\n"u8); break;
            case (byte)'\t': Raw("\t"u8); break;
            case (byte)'\\' or (byte)';' or (byte)',': Raw("\\"u8).Octet(octet); break;
            default: break;
        }
    }

    private void Octet(byte octet)
    {
        Room(1)[0] = octet;
        _length++;
    }

    /// <summary>Lone halves of surrogate pairs become the replacement character.</summary>
    private ReadOnlySpan<byte> Utf8(ReadOnlySpan<char> text)
    {
        if (_text.Length < text.Length * 3) Grow(ref _text, text.Length * 3, 0);
        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }

    private Span<byte> Room(int length)
    {
        if (_line.Length < _length + length) Grow(ref _line, _length + length, _length);
        return _line.AsSpan(_length);
    }

    private static void Grow(ref byte[] buffer, int needed, int kept)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, kept).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
