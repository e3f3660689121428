using System.Numerics;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>
/// The text of a PDF in the order in which its pages show it (ISO 32000-2, clauses 8 and 9). A PDF has letters at places, not words and lines; so a letter that stands higher or
/// lower than the one before begins a line, and one that stands apart from it begins a word. Pages that are pictures have no text. Time: linear in what is shown, which is bounded.
/// </summary>
internal sealed class PdfText(PdfFile file, BoundedText text)
{
    private const int MostForms = 2_000;
    private const int DeepestForm = 6;
    private const long MostCost = 20_000_000;

    private const int MostFonts = 500;

    /// <summary>By reference, or by the dictionary itself where it stands in the page.</summary>
    private readonly Dictionary<object, PdfFont> _fonts = [];
    private readonly PdfLines _lines = new(text);
    private int _forms;
    private long _cost;

    public static void Read(ReadOnlyMemory<byte> content, BoundedText text)
    {
        var file = PdfFile.Read(content, (_, _) => { });
        if (file.IsEncrypted) return;
        var reading = new PdfText(file, text);
        foreach (var page in PdfPages.Of(file))
        {
            if (text.IsFull) return;
            reading.Run(reading.Content(file.Resolve(page["Contents"])), new PdfResources(file, page["Resources"]), Matrix3x2.Identity, 0);
            text.EndLine();
        }
    }

    /// <summary>The streams of a page are one stream that was cut between two operators.</summary>
    private byte[] Content(object? contents) => contents switch
    {
        PdfStream stream => file.Unpack(stream) ?? [],
        List<object?> list => [.. list.Take(1_000).Select(file.Resolve).OfType<PdfStream>().SelectMany(s => (file.Unpack(s) ?? []).Append((byte)'\n'))],
        _ => [],
    };

    private void Run(byte[] content, PdfResources resources, Matrix3x2 place, int depth)
    {
        var state = new PdfTextState(_lines, place);
        var lexer = new PdfLexer(content);
        var operands = new List<object?>();
        while (!text.IsFull && lexer.Next() is var item && item != PdfLexer.End)
        {
            if (item is not PdfWord word)
            {
                if (operands.Count < 100) operands.Add(item);
                continue;
            }

            if (++_cost + lexer.Cost > MostCost) throw new PdfLimitException(DocumentCodes.Damaged);
            if (word.Text == "Tf") state.Font = Font(resources, operands);
            if (word.Text == "Do") Form(resources, operands, state.Place, depth);
            else if (word.Text == "ID") SkipPicture(lexer, content);
            else state.Take(word.Text, operands);
            operands.Clear();
        }

        _cost += lexer.Cost;
    }

    private PdfFont? Font(PdfResources resources, List<object?> operands)
    {
        if (resources.Find("Font", operands) is not { } found) return null;
        if (_fonts.TryGetValue(found, out var known)) return known;
        if (file.Resolve(found) is not PdfDictionary dictionary) return null;
        if (_fonts.Count >= MostFonts) _fonts.Clear();
        return _fonts[found] = new PdfFont(file, dictionary);
    }

    /// <summary>A form is a page within a page.</summary>
    private void Form(PdfResources resources, List<object?> operands, Matrix3x2 place, int depth)
    {
        if (depth >= DeepestForm || ++_forms > MostForms) return;
        if (file.Resolve(resources.Find("XObject", operands)) is not PdfStream form || !form.Dictionary.Is("Subtype", "Form")) return;
        var matrix = PdfTextState.Matrix(file.Resolve(form.Dictionary["Matrix"]) as List<object?> ?? []) ?? Matrix3x2.Identity;
        Run(file.Unpack(form) ?? [], form.Dictionary["Resources"] is { } own ? new PdfResources(file, own) : resources, matrix * place, depth + 1);
    }

    /// <summary>The bytes of a picture within the page end at <c>EI</c> between spaces.</summary>
    private static void SkipPicture(PdfLexer lexer, ReadOnlySpan<byte> content)
    {
        while (content[lexer.At..].IndexOf("EI"u8) is var found and >= 0)
        {
            lexer.At += found + 2;
            var isAfterSpace = PdfSigns.IsSpace(content[lexer.At - 3]);
            if (isAfterSpace && (lexer.At == content.Length || PdfSigns.IsSpace(content[lexer.At]))) return;
        }

        lexer.At = content.Length;
    }
}

/// <summary>What the names in the operators of a page stand for. Each list is looked up once.</summary>
internal sealed class PdfResources(PdfFile file, object? resources)
{
    private readonly Dictionary<string, PdfDictionary?> _lists = new(StringComparer.Ordinal);

    /// <summary>The object, or a reference to it, that the first operand names.</summary>
    public object? Find(string list, List<object?> operands)
    {
        if (operands.FirstOrDefault() is not PdfName name) return null;
        if (!_lists.TryGetValue(list, out var found)) _lists[list] = found = file.Resolve((file.Resolve(resources) as PdfDictionary)?[list]) as PdfDictionary;
        return found?[name.Text];
    }
}
