using System.Globalization;
using System.Text;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>
/// Reads the objects of PDF (ISO 32000-2, clause 7.3) from bytes, and the operators of its pages, which are written alike. It forgives what viewers forgive: a dictionary that
/// is not closed ends with its file. At most <see cref="MostInOne"/> values in one object, at most <see cref="Deepest"/> deep.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> content, int at = 0)
{
    private const int Deepest = 60;
    private const int MostInOne = 400_000;
    private const int LongestString = 4 * 1024 * 1024;

    /// <summary>What closes an array or a dictionary, and what stands at the end.</summary>
    public static readonly object CloseArray = new(), CloseDictionary = new(), End = new();

    private int _values;

    /// <summary>Where the next object begins.</summary>
    public int At { get; set; } = at;

    /// <summary>Values read in all: what reading has cost.</summary>
    public long Cost { get; private set; }

    private int Current => At < content.Length ? content.Span[At] : -1;

    private int Following => At + 1 < content.Length ? content.Span[At + 1] : -1;

    /// <summary>The next object; <see cref="End"/> where there is none.</summary>
    public object? Next()
    {
        _values = 0;
        return Value(0);
    }

    private object? Value(int depth)
    {
        if (depth > Deepest || ++_values > MostInOne) throw new PdfLimitException(DocumentCodes.Damaged);
        Cost++;
        SkipSpace();
        switch (Current)
        {
            case -1: return End;
            case '/': return Name();
            case '(': return PdfStrings.Literal(this, content.Span, LongestString);
            case '[': return Array(depth);
            case ']': return Closing(1, CloseArray);
            case '<': return Following == '<' ? Dictionary(depth) : PdfStrings.Hexadecimal(this, content.Span, LongestString);
            case '>': return Closing(Following == '>' ? 2 : 1, CloseDictionary);
            case '{' or '}' or ')': return Closing(1, new PdfWord("?"));
            case '+' or '-' or '.' or (>= '0' and <= '9'): return NumberOrReference();
            default: return Word();
        }
    }

    private object Closing(int length, object what)
    {
        At += length;
        return what;
    }

    private List<object?> Array(int depth)
    {
        At++;
        var items = new List<object?>();
        while (Value(depth + 1) is var item && item != CloseArray && item != End)
        {
            if (item is PdfWord { Text: "endobj" or "endstream" }) break;
            items.Add(item);
        }

        return items;
    }

    private PdfDictionary Dictionary(int depth)
    {
        At += 2;
        var dictionary = new PdfDictionary();
        while (Value(depth + 1) is var key && key != CloseDictionary && key != End)
        {
            if (key is PdfWord { Text: "endobj" or "stream" or "endstream" }) break;
            if (key is not PdfName name) continue;
            var value = Value(depth + 1);
            if (value == CloseDictionary || value == End) break;
            dictionary[name.Text] = value;
        }

        return dictionary;
    }

    private PdfName Name()
    {
        At++;
        var bytes = Regular();
        var escaped = bytes.Contains((byte)'#') ? Mail.MailWords.Escaped(bytes, (byte)'#') : bytes;
        return new PdfName(Encoding.Latin1.GetString(escaped));
    }

    private object? Word()
    {
        var bytes = Regular();
        if (bytes.IsEmpty) At++;
        var word = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 40)]);
        return word switch { "true" => true, "false" => false, "null" => null, _ => new PdfWord(word) };
    }

    /// <summary><c>12 0 R</c> is one value, <c>12 0</c> are two: only reading on tells.</summary>
    private object NumberOrReference()
    {
        var number = Number();
        if (number is < 1 or > int.MaxValue || number != Math.Floor(number)) return number;
        var after = At;
        SkipSpace();
        if (char.IsAsciiDigit((char)Math.Max(0, Current)) && At < after + 8 && Number() is >= 0 and <= 65_535)
        {
            SkipSpace();
            if (Current == 'R' && (At + 1 >= content.Length || !PdfSigns.IsRegular(content.Span[At + 1])))
            {
                At++;
                return new PdfReference((int)number);
            }
        }

        At = after;
        return number;
    }

    private double Number()
    {
        var bytes = Regular();
        return double.TryParse(bytes[..Math.Min(bytes.Length, 40)], NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
    }

    private ReadOnlySpan<byte> Regular()
    {
        var start = At;
        while (At < content.Length && PdfSigns.IsRegular(content.Span[At])) At++;
        return content.Span[start..At];
    }

    private void SkipSpace()
    {
        while (Current is var sign and >= 0)
        {
            if (sign == '%') At += content.Span[At..].IndexOfAny((byte)'\r', (byte)'\n') is var line and >= 0 ? line : content.Length - At;
            else if (PdfSigns.IsSpace((byte)sign)) At++;
            else return;
        }
    }
}
