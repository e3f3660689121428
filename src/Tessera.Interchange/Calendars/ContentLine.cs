using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Tessera.Interchange.Documents;

namespace Tessera.Interchange.Calendars;

/// <summary>A content line, cut into name, parameters and value. Parameters are read when asked for.</summary>
internal readonly ref struct ContentLine
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not ('\t' or '\n')), '\u007F']);

    private ContentLine(ReadOnlySpan<byte> name, ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> value, int number)
    {
        Name = name.Trim(" \t"u8);
        Parameters = parameters;
        Value = value;
        Number = number;
    }

    public ReadOnlySpan<byte> Name { get; }

    public ReadOnlySpan<byte> Parameters { get; }

    public ReadOnlySpan<byte> Value { get; }

    public int Number { get; }

    /// <summary>False where there is no colon behind a name. A quote that is never closed is taken as a letter.</summary>
    public static bool TryCut(ReadOnlySpan<byte> line, int number, out ContentLine cut)
    {
        cut = default;
        var end = line.IndexOfAny((byte)':', (byte)';');
        if (end <= 0) return false;
        if (line[end] == ':')
        {
            cut = new(line[..end], default, line[(end + 1)..], number);
            return true;
        }

        var colon = ColonOutsideOfQuotes(line, end);
        if (colon < 0) colon = line.IndexOf((byte)':');
        if (colon < 0) return false;
        cut = new(line[..end], line[(end + 1)..Math.Max(colon, end + 1)], line[(colon + 1)..], number);
        return true;
    }

    /// <summary>The value of a parameter without quotes, its carets resolved (RFC 6868); null where there is none.</summary>
    public string? Parameter(ReadOnlySpan<byte> name)
    {
        var raw = Raw(name, out var isThere);
        if (!isThere) return null;
        var text = Decode(raw);
        return text.Contains('^', StringComparison.Ordinal) ? Uncaret(text) : text;
    }

    /// <summary>Whether a parameter has a value, in whatever case.</summary>
    public bool Says(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Parameters.Length > 0 && Ascii.EqualsIgnoreCase(Raw(name, out _), value);

    /// <summary>The bytes of the first value of a parameter, without quotes.</summary>
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> name, out bool isThere)
    {
        for (var rest = Parameters; rest.Length > 0;)
        {
            var end = EndOfParameter(rest);
            var one = rest[..end];
            var sign = one.IndexOf((byte)'=');
            if (sign >= 0 && Ascii.EqualsIgnoreCase(one[..sign].Trim(" \t"u8), name))
            {
                isThere = true;
                return Unquoted(one[(sign + 1)..].Trim(" \t"u8));
            }

            rest = end < rest.Length ? rest[(end + 1)..] : default;
        }

        isThere = false;
        return default;
    }

    /// <summary>UTF-8, or the likeliest older code where it is not; without control characters other than tab and end of line.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Letters.Of(bytes);
        return text.AsSpan().IndexOfAny(Controls) < 0 ? text : string.Concat(text.Where(c => !Controls.Contains(c)));
    }

    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> value)
    {
        if (value.Length == 0 || value[0] != '"') return value;
        var end = value[1..].IndexOf((byte)'"');
        return end < 0 ? value[1..] : value[1..(end + 1)];
    }

    private static int EndOfParameter(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at < rest.Length; at++)
        {
            var next = rest[at..].IndexOfAny((byte)'"', (byte)';');
            if (next < 0) return rest.Length;
            at += next;
            if (rest[at] == ';') return at;
            var closing = rest[(at + 1)..].IndexOf((byte)'"');
            if (closing < 0) return rest.Length;
            at += closing + 1;
        }

        return rest.Length;
    }

    private static int ColonOutsideOfQuotes(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length)
        {
            var next = line[at..].IndexOfAny((byte)'"', (byte)':');
            if (next < 0) return -1;
            at += next;
            if (line[at] == ':') return at;
            var closing = line[(at + 1)..].IndexOf((byte)'"');
            if (closing < 0) return -1;
            at += closing + 2;
        }

        return -1;
    }

    private static string Uncaret(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var meant = text[i] == '^' && i + 1 < text.Length ? text[i + 1] switch { 'n' => '\n', '\'' => '"', '^' => '^', _ => '\0' } : '\0';
            plain.Append(meant == '\0' ? text[i] : meant);
            if (meant != '\0') i++;
        }

        return plain.ToString();
    }
}
