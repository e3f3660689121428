namespace Tessera.Interchange.Documents.Pdf;

/// <summary>Goes through a file and finds whatever stands between <c>1 0 obj</c> and <c>endobj</c>, and every <c>trailer</c>. The inside of streams is passed over.</summary>
internal static class PdfScan
{
    /// <summary>Each object with the place of its value; number 0 is a trailer.</summary>
    /// <param name="spend">Told what reading cost.</param>
    public static IEnumerable<(int At, PdfObject Read)> Objects(ReadOnlyMemory<byte> content, Action<long> spend)
    {
        var from = 0;
        while (NextKeyword(content.Span, from) is var (number, at) && at >= 0)
        {
            var lexer = new PdfLexer(content, at);
            var value = Body(lexer, content);
            spend(lexer.Cost);
            yield return (at, new PdfObject(number, value));
            from = Math.Max(at, lexer.At);
        }
    }

    /// <summary>A value and, where it is a dictionary that a stream follows, the stream.</summary>
    public static object? Body(PdfLexer lexer, ReadOnlyMemory<byte> content)
    {
        var value = lexer.Next();
        if (value is not PdfDictionary dictionary) return value == PdfLexer.End ? null : value;
        var after = lexer.At;
        if (lexer.Next() is not PdfWord { Text: "stream" })
        {
            lexer.At = after;
            return value;
        }

        var start = AfterLineEnd(content.Span, lexer.At);
        var length = Length(content.Span, start, dictionary["Length"]);
        lexer.At = start + length;
        return new PdfStream(dictionary, content.Slice(start, length));
    }

    private static int AfterLineEnd(ReadOnlySpan<byte> content, int at)
    {
        if (at < content.Length && content[at] == '\r') at++;
        return at < content.Length && content[at] == '\n' ? at + 1 : at;
    }

    /// <summary>The length that the dictionary says where <c>endstream</c> follows it; else up to the next <c>endstream</c>.</summary>
    private static int Length(ReadOnlySpan<byte> content, int start, object? said)
    {
        var rest = content[start..];
        if (said is double length and >= 0 && length <= rest.Length && rest[(int)length..].TrimStart("\r\n \t"u8).StartsWith("endstream"u8)) return (int)length;
        var end = rest.IndexOf("endstream"u8);
        return end < 0 ? rest.Length : end;
    }

    private static (int Number, int At) NextKeyword(ReadOnlySpan<byte> content, int from)
    {
        while (from < content.Length)
        {
            var found = content[from..].IndexOfAny("obj"u8[0], (byte)'t');
            if (found < 0) break;
            var at = from + found;
            if (content[at..].StartsWith("trailer"u8)) return (0, at + 7);
            if (content[at..].StartsWith("obj"u8) && NumberBefore(content, at) is > 0 and var number) return (number, at + 3);
            from = at + 1;
        }

        return (0, -1);
    }

    /// <summary>The object number in <c>12 0 obj</c>, read backwards; 0 where there is none.</summary>
    private static int NumberBefore(ReadOnlySpan<byte> content, int at)
    {
        var generation = Digits(content, at);
        if (generation.IsEmpty) return 0;
        var number = Digits(content, at - Spaces(content, at) - generation.Length);
        return number.IsEmpty || !int.TryParse(number, out var read) ? 0 : read;
    }

    private static int Spaces(ReadOnlySpan<byte> content, int end)
    {
        var count = 0;
        while (count < 20 && end - count > 0 && PdfSigns.IsSpace(content[end - count - 1])) count++;
        return count;
    }

    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> content, int end)
    {
        end -= Spaces(content, end);
        var start = end;
        while (start > 0 && end - start < 10 && char.IsAsciiDigit((char)content[start - 1])) start--;
        return content[start..end];
    }
}
