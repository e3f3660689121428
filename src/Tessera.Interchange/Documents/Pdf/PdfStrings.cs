namespace Tessera.Interchange.Documents.Pdf;

/// <summary>The two ways of writing strings (ISO 32000-2, clause 7.3.4).</summary>
internal static class PdfStrings
{
    /// <summary>Reads <c>(so)</c>, parentheses inside and escapes included.</summary>
    public static byte[] Literal(PdfLexer lexer, ReadOnlySpan<byte> content, int longest)
    {
        var bytes = new List<byte>();
        var (at, open) = (lexer.At + 1, 1);
        while (at < content.Length && bytes.Count < longest)
        {
            var sign = content[at++];
            if (sign == '(') open++;
            if (sign == ')' && --open == 0) break;
            if (sign == '\\' && at < content.Length) Escape(content, ref at, bytes);
            else bytes.Add(sign);
        }

        lexer.At = at;
        return [.. bytes];
    }

    /// <summary>Reads <c>&lt;736F&gt;</c>; an odd last digit counts as if a zero followed.</summary>
    public static byte[] Hexadecimal(PdfLexer lexer, ReadOnlySpan<byte> content, int longest)
    {
        var rest = content[(lexer.At + 1)..];
        var end = rest.IndexOf((byte)'>');
        if (end < 0) end = rest.Length;
        lexer.At = Math.Min(content.Length, lexer.At + end + 2);
        return Bytes(rest[..Math.Min(end, longest)]);
    }

    /// <summary>The bytes that hexadecimal digits mean; other signs are passed over.</summary>
    public static byte[] Bytes(ReadOnlySpan<byte> digits)
    {
        var bytes = new List<byte>(digits.Length / 2);
        var half = -1;
        foreach (var sign in digits)
        {
            if (!char.IsAsciiHexDigit((char)sign)) continue;
            var digit = Digit(sign);
            if (half < 0) half = digit;
            else
            {
                bytes.Add((byte)((half << 4) | digit));
                half = -1;
            }
        }

        if (half >= 0) bytes.Add((byte)(half << 4));
        return [.. bytes];
    }

    private static int Digit(byte sign) => sign <= '9' ? sign - '0' : (sign | 0x20) - 'a' + 10;

    private static void Escape(ReadOnlySpan<byte> content, ref int at, List<byte> bytes)
    {
        var sign = content[at++];
        switch (sign)
        {
            case (byte)'n': bytes.Add(10); break;
            case (byte)'r': bytes.Add(13); break;
            case (byte)'t': bytes.Add(9); break;
            case (byte)'b': bytes.Add(8); break;
            case (byte)'f': bytes.Add(12); break;
            case (byte)'\n': break;
            case (byte)'\r':
                if (at < content.Length && content[at] == '\n') at++;
                break;
            case >= (byte)'0' and <= (byte)'7': bytes.Add(Octal(content, ref at, sign - '0')); break;
            default: bytes.Add(sign); break;
        }
    }

    private static byte Octal(ReadOnlySpan<byte> content, ref int at, int number)
    {
        for (var more = 0; more < 2 && at < content.Length && content[at] is >= (byte)'0' and <= (byte)'7'; more++) number = (number * 8) + content[at++] - '0';
        return (byte)number;
    }
}
