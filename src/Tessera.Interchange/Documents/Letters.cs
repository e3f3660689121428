using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Tessera.Interchange.Documents;

/// <summary>Turns bytes into letters where nobody says, or somebody wrongly says, in which code they were written.</summary>
internal static class Letters
{
    /// <summary>Bytes that a text of <see cref="DocumentLimits.Text"/> letters can need.</summary>
    private const int MostBytes = 4 * DocumentLimits.Text;

    /// <summary>No text of the last forty years has these, unless as UTF-16.</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b).Where(b => b is not (9 or 10 or 12 or 13 or 27)), 0x7F]);

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Central = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;

    /// <summary>ő ű Ő Ű ş ţ Ş Ţ ă Ă ł ą Ą ę ś ź ě ť in windows-1250; in windows-1252 hardly anybody writes what stands there.</summary>
    private static readonly SearchValues<byte> CentralLetters = SearchValues.Create([0xF5, 0xFB, 0xD5, 0xDB, 0xBA, 0xFE, 0xAA, 0xDE, 0xE3, 0xC3, 0xB3, 0xB9, 0xA5, 0xEA, 0x9C, 0x9F, 0xEC, 0x9D]);

    /// <summary>å Å æ Æ ø Ø ñ in windows-1252.</summary>
    private static readonly SearchValues<byte> WesternLetters = SearchValues.Create([0xE5, 0xC5, 0xE6, 0xC6, 0xF8, 0xD8, 0xF1]);

    /// <summary>Whether the bytes are a text at all.</summary>
    public static bool AreIn(ReadOnlySpan<byte> bytes) => IsWide(bytes) ? !Wide(bytes).Contains('\0', StringComparison.Ordinal) : bytes.IndexOfAny(Controls) < 0;

    /// <summary>The letters, by byte order mark, else as UTF-8 where it is valid, else as the more likely of the two Windows codes of Europe.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (IsWide(bytes)) return Wide(bytes);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var code = Utf8.IsValid(bytes) ? Encoding.UTF8 : IsCentral(bytes) ? Central : Western;
        return code.GetString(Start(bytes));
    }

    /// <summary>The letters in the code that somebody names; as <see cref="Of(ReadOnlySpan{byte})"/> where there is no such code.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, string? code) => Named(code) is { } named ? named.GetString(Start(bytes)) : Of(bytes);

    private static Encoding? Named(string? name)
    {
        // Mail that calls itself US-ASCII or nothing and is not: see for yourself.
        if (string.IsNullOrWhiteSpace(name) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsWide(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);

    private static string Wide(ReadOnlySpan<byte> bytes) => (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(Start(bytes)[2..]);

    private static bool IsCentral(ReadOnlySpan<byte> bytes) => Count(bytes, CentralLetters) is var central and > 0 && central >= Count(bytes, WesternLetters);

    private static int Count(ReadOnlySpan<byte> bytes, SearchValues<byte> letters)
    {
        var count = 0;
        while (bytes.IndexOfAny(letters) is var at and >= 0)
        {
            count++;
            bytes = bytes[(at + 1)..];
        }

        return count;
    }

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, MostBytes)];
}
