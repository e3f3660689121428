using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tessera.Interchange.Documents.Mail;

/// <summary>The ways in which mail writes letters that are not ASCII: encoded words (RFC 2047), quoted-printable and base64 (RFC 2045, sections 6.7 and 6.8).</summary>
internal static partial class MailWords
{
    private const int LongestHeader = 20_000;

    /// <summary>A header with its encoded words read. A letter may begin in one word and end in the next, so neighbours of one code are joined first.</summary>
    public static string Decode(string header)
    {
        if (header.Length > LongestHeader) header = header[..LongestHeader];
        if (!header.Contains("=?", StringComparison.Ordinal)) return header;
        var text = new StringBuilder();
        var (at, code, bytes) = (0, "", new List<byte>());
        foreach (Match word in Word().Matches(header))
        {
            var between = header[at..word.Index];
            var goesOn = at > 0 && string.IsNullOrWhiteSpace(between);
            if (!goesOn || !code.Equals(word.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) Flush(text, bytes, code);
            if (!goesOn) text.Append(between);
            code = word.Groups[1].Value;
            bytes.AddRange(Bytes(word.Groups[3].Value, word.Groups[2].Value is "B" or "b"));
            at = word.Index + word.Length;
        }

        Flush(text, bytes, code);
        return text.Append(header, at, header.Length - at).ToString();
    }

    /// <summary>The bytes of a body as its transfer encoding writes them.</summary>
    public static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> body, string transferEncoding) => transferEncoding switch
    {
        "base64" => Base64(body.Span),
        "quoted-printable" => Escaped(WithoutSoftBreaks(body.Span), (byte)'='),
        _ => body,
    };

    /// <summary>Replaces a sign and two hexadecimal digits by the byte they mean.</summary>
    public static byte[] Escaped(ReadOnlySpan<byte> bytes, byte sign)
    {
        var read = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscape = bytes[i] == sign && i + 2 < bytes.Length && byte.TryParse(bytes.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out read[length]);
            if (isEscape) i += 2;
            else read[length] = bytes[i];
            length++;
        }

        return read[..length];
    }

    private static void Flush(StringBuilder text, List<byte> bytes, string code)
    {
        text.Append(Letters.Of(bytes.ToArray(), code.Split('*')[0]));
        bytes.Clear();
    }

    private static byte[] Bytes(string word, bool isBase64)
    {
        var ascii = Encoding.Latin1.GetBytes(word);
        return isBase64 ? Base64(ascii) : Escaped([.. ascii.Select(b => b == (byte)'_' ? (byte)' ' : b)], (byte)'=');
    }

    /// <summary>Signs that are not of the alphabet, line ends above all, are passed over; a broken end is dropped.</summary>
    private static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var signs = new byte[text.Length + 3];
        var length = 0;
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit((char)sign) || sign is (byte)'+' or (byte)'/') signs[length++] = sign;
        }

        if (length % 4 == 1) length--;
        while (length % 4 != 0) signs[length++] = (byte)'=';
        var bytes = new byte[length];
        System.Buffers.Text.Base64.DecodeFromUtf8(signs.AsSpan(0, length), bytes, out _, out var written);
        return bytes[..written];
    }

    private static byte[] WithoutSoftBreaks(ReadOnlySpan<byte> text)
    {
        var kept = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && text[(i + 1)..].StartsWith("\r\n"u8)) i += 2;
            else if (text[i] == '=' && text[(i + 1)..].StartsWith("\n"u8)) i++;
            else kept[length++] = text[i];
        }

        return kept[..length];
    }

    [GeneratedRegex(@"=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex Word();
}
