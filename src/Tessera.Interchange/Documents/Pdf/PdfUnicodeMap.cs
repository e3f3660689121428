using System.Text;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>What the codes of a font mean (ISO 32000-2, clause 9.10.3): single codes, ranges of codes, and how many bytes a code has.</summary>
internal sealed class PdfUnicodeMap
{
    private const int MostOperands = 30_000;

    private readonly PdfRanges<string> _letters = new();

    /// <summary>Bytes of a code; 0 where the map does not say.</summary>
    public int CodeLength { get; private set; }

    /// <summary>The letters of a code: within a range the last of them goes on with the code.</summary>
    public string? this[int code] =>
        !_letters.TryFind(code, out var first, out var text) || text is null ? null : first == code || text.Length == 0 ? text : text[..^1] + (char)(text[^1] + code - first);

    /// <param name="spend">Told what reading cost.</param>
    public static PdfUnicodeMap Read(byte[] content, Action<long> spend)
    {
        var map = new PdfUnicodeMap();
        var lexer = new PdfLexer(content);
        var operands = new List<object?>();
        while (lexer.Next() is var item && item != PdfLexer.End)
        {
            if (item is not PdfWord word)
            {
                if (operands.Count < MostOperands) operands.Add(item);
                continue;
            }

            map.Take(word.Text, operands);
            operands.Clear();
        }

        spend(lexer.Cost);
        return map;
    }

    private void Take(string word, List<object?> operands)
    {
        switch (word)
        {
            case "endcodespacerange" when operands.Count > 0 && operands[0] is byte[] { Length: > 0 and <= 4 } first: CodeLength = Math.Max(CodeLength, first.Length); break;
            case "endbfchar":
                foreach (var pair in operands.Chunk(2).Where(p => p.Length == 2)) Add(pair[0] as byte[], pair[1]);
                break;
            case "endbfrange":
                foreach (var three in operands.Chunk(3).Where(p => p.Length == 3)) AddRange(three[0] as byte[], three[1] as byte[], three[2]);
                break;
            default: break;
        }
    }

    private void Add(byte[]? code, object? letters)
    {
        if (code is { Length: > 0 and <= 4 } && Text(letters) is { } text) _letters.Add(Code(code), text);
    }

    private void AddRange(byte[]? first, byte[]? last, object? letters)
    {
        if (first is not { Length: > 0 and <= 4 } || last is not { Length: > 0 and <= 4 }) return;
        int from = Code(first), to = Code(last);
        if (letters is List<object?> list)
        {
            for (var i = 0; i < list.Count && from + i <= to; i++) _letters.Add(from + i, Text(list[i]) ?? "");
        }
        else if (Text(letters) is { Length: > 0 } text) _letters.Add(from, to, text);
    }

    private static string? Text(object? letters) => letters switch
    {
        byte[] { Length: 1 } bytes => Encoding.Latin1.GetString(bytes),
        byte[] { Length: <= 64 } bytes => Encoding.BigEndianUnicode.GetString(bytes),
        PdfName name => PdfGlyphs.Letters(name.Text),
        _ => null,
    };

    private static int Code(byte[] bytes) => bytes.Aggregate(0, (code, b) => unchecked((code << 8) | b));
}
