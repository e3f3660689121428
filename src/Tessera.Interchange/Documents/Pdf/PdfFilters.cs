using System.IO.Compression;
using Tessera.Interchange.Documents.Archives;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>
/// Unpacks streams (ISO 32000-2, clause 7.4): Flate, ASCIIHex and ASCII85, as many as stand one after another. All streams of a file share one allowance. LZW and the
/// filters of pictures are not unpacked: no program of the last twenty years writes text so.
/// </summary>
internal sealed class PdfFilters(Unpacking unpacking)
{
    private const int MostFilters = 4;
    private const long MostOfOne = 40L * 1024 * 1024;

    /// <summary>The bytes, at most <paramref name="most"/> of each filter; null where a filter is not known or the stream is broken from its beginning.</summary>
    /// <exception cref="PdfLimitException">The file unpacks to more than it may.</exception>
    public byte[]? Unpack(PdfStream stream, Func<object?, object?> resolve, long most = MostOfOne)
    {
        var filters = Items(resolve(stream.Dictionary["Filter"] ?? stream.Dictionary["F"]), resolve);
        if (filters.Count > MostFilters) return null;
        var parameters = Items(resolve(stream.Dictionary["DecodeParms"] ?? stream.Dictionary["DP"]), resolve).OfType<PdfDictionary>().FirstOrDefault(p => resolve(p["Predictor"]) is double and > 1);
        var bytes = stream.Packed;
        foreach (var filter in filters)
        {
            if (Unpack(bytes, (filter as PdfName)?.Text, most) is not { } unpacked) return null;
            bytes = unpacked;
        }

        var start = bytes[..(int)Math.Min(bytes.Length, most)];
        return parameters is null ? start.ToArray() : PdfPredictor.Undo(start.Span, Columns(parameters, resolve));
    }

    private static List<object?> Items(object? value, Func<object?, object?> resolve) => value switch
    {
        null => [],
        List<object?> list => [.. list.Take(MostFilters + 1).Select(resolve)],
        _ => [value],
    };

    private static int Columns(PdfDictionary parameters, Func<object?, object?> resolve) => resolve(parameters["Columns"]) is double and >= 1 and <= 1_000_000 and var columns ? (int)columns : 1;

    private byte[]? Unpack(ReadOnlyMemory<byte> bytes, string? filter, long most) => filter switch
    {
        "FlateDecode" or "Fl" => Inflate(bytes, most),
        "ASCIIHexDecode" or "AHx" => PdfStrings.Bytes(bytes.Span[..(bytes.Span.IndexOf((byte)'>') is var end and >= 0 ? end : bytes.Length)]),
        "ASCII85Decode" or "A85" => Ascii85(bytes.Span),
        _ => null,
    };

    private byte[]? Inflate(ReadOnlyMemory<byte> bytes, long most)
    {
        try
        {
            using var stream = new ZLibStream(Unpacking.Open(bytes), CompressionMode.Decompress);
            var unpacked = unpacking.Bytes(stream, most);
            return unpacking.IsExhausted ? throw new PdfLimitException(DocumentCodes.ZipBomb) : unpacked;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Ascii85(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length);
        var (group, count) = (0u, 0);
        foreach (var sign in text)
        {
            if (sign == '~') break;
            if (sign == 'z' && count == 0) bytes.AddRange([0, 0, 0, 0]);
            if (sign is < (byte)'!' or > (byte)'u') continue;
            group = unchecked((group * 85) + (uint)(sign - '!'));
            if (++count == 5) (group, count) = Take(bytes, group, 4);
        }

        if (count > 1)
        {
            for (var missing = count; missing < 5; missing++) group = unchecked((group * 85) + 84);
            Take(bytes, group, count - 1);
        }

        return [.. bytes];
    }

    private static (uint Group, int Count) Take(List<byte> bytes, uint group, int count)
    {
        for (var i = 0; i < count; i++) bytes.Add((byte)(group >> (24 - (8 * i))));
        return (0, 0);
    }
}
