using System.Text;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>What the codes of a font mean (ISO 32000-2, clause 9.10.3): single codes, ranges of codes, and how many bytes a code has.</summary>
internal sealed class PdfUnicodeMap
{
    private const int MostCodes = 70_000;
    private const int MostOperands = 30_000;

    private readonly Dictionary<int, string> _letters = [];

    /// <summary>Bytes of a code; 0 where the map does not say.</summary>
    public int CodeLength { get; private set; }

    public string? this[int code] => _letters.GetValueOrDefault(code);

    public static PdfUnicodeMap Read(byte[] content)
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
        if (code is { Length: > 0 and <= 4 } && _letters.Count < MostCodes && Text(letters) is { } text) _letters[Code(code)] = text;
    }

    private void AddRange(byte[]? first, byte[]? last, object? letters)
    {
        if (first is not { Length: > 0 and <= 4 } || last is not { Length: > 0 and <= 4 }) return;
        int from = Code(first), count = Math.Min(Code(last) - from + 1, MostCodes - _letters.Count);
        if (letters is List<object?> list)
        {
            for (var i = 0; i < Math.Min(count, list.Count); i++) _letters[from + i] = Text(list[i]) ?? "";
        }
        else if (letters is byte[] { Length: >= 1 } bytes && Text(bytes) is { Length: > 0 } text)
        {
            for (var i = 0; i < count; i++) _letters[from + i] = text[..^1] + (char)(text[^1] + i);
        }
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
