using System.Numerics;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>Where text stands while the operators of a page are read (ISO 32000-2, tables 56, 103, 105, 106 and 107).</summary>
internal sealed class PdfTextState(PdfLines lines, Matrix3x2 place)
{
    private const int MostSaved = 200;

    private readonly Stack<Matrix3x2> _saved = new();
    private Matrix3x2 _text = Matrix3x2.Identity;
    private Matrix3x2 _line = Matrix3x2.Identity;
    private double _size = 1, _letterSpace, _wordSpace, _stretch = 1, _leading, _rise;

    public PdfFont? Font { get; set; }

    /// <summary>From the user's space to the page's.</summary>
    public Matrix3x2 Place { get; private set; } = place;

    public static Matrix3x2? Matrix(List<object?> numbers) => numbers.Count == 6 && numbers.All(n => n is double)
        ? new Matrix3x2(Number(numbers, 0), Number(numbers, 1), Number(numbers, 2), Number(numbers, 3), Number(numbers, 4), Number(numbers, 5))
        : null;

    public void Take(string word, List<object?> operands)
    {
        switch (word)
        {
            case "q" when _saved.Count < MostSaved: _saved.Push(Place); break;
            case "Q": Place = _saved.TryPop(out var saved) ? saved : Place; break;
            case "cm": Place = (Matrix(operands) ?? Matrix3x2.Identity) * Place; break;
            case "BT": _text = _line = Matrix3x2.Identity; break;
            case "Tf": _size = Number(operands, 1); break;
            case "Tc": _letterSpace = Number(operands, 0); break;
            case "Tw": _wordSpace = Number(operands, 0); break;
            case "Tz": _stretch = Number(operands, 0) / 100; break;
            case "TL": _leading = Number(operands, 0); break;
            case "Ts": _rise = Number(operands, 0); break;
            case "Tm": _text = _line = Matrix(operands) ?? _line; break;
            default: MoveOrShow(word, operands); break;
        }
    }

    private void MoveOrShow(string word, List<object?> operands)
    {
        if (word == "TD") _leading = -Number(operands, 1);
        if (word is "Td" or "TD") Move(Number(operands, 0), Number(operands, 1));
        if (word == "\"") (_wordSpace, _letterSpace) = (Number(operands, 0), Number(operands, 1));
        if (word is "T*" or "'" or "\"") Move(0, (float)-_leading);
        if (word is not ("Tj" or "TJ" or "'" or "\"") || operands.Count == 0) return;
        foreach (var piece in operands[^1] as List<object?> ?? [operands[^1]]) Show(piece);
    }

    private void Move(float x, float y) => _text = _line = Matrix3x2.CreateTranslation(x, y) * _line;

    private void Show(object? piece)
    {
        if (piece is double adjustment) Advance(-adjustment / 1000 * _size);
        if (piece is not byte[] shown || Font is null) return;
        foreach (var glyph in Font.Read(shown))
        {
            var at = Matrix3x2.CreateTranslation(0, (float)_rise) * _text * Place;
            Advance((glyph.Width / 1000 * _size) + _letterSpace + (glyph.IsWordSpace ? _wordSpace : 0));
            lines.Add(glyph.Letters, at, (Matrix3x2.CreateTranslation(0, (float)_rise) * _text * Place).Translation, (float)_size);
        }
    }

    private void Advance(double width) => _text = Matrix3x2.CreateTranslation((float)(width * _stretch), 0) * _text;

    private static float Number(List<object?> operands, int index) => index < operands.Count && operands[index] is double number ? (float)number : 0;
}

/// <summary>Makes words and lines of letters at places.</summary>
internal sealed class PdfLines(BoundedText text)
{
    /// <summary>Parts of the letter's height. What is narrower is the spacing of letters; what is lower is a raised letter.</summary>
    private const float WordGap = 0.18f, LineGap = 0.6f, Back = -0.6f;

    private Vector2? _end;

    /// <summary>A letter from one place to another.</summary>
    /// <param name="at">Its matrix, which also tells the direction of the line.</param>
    public void Add(string letters, Matrix3x2 at, Vector2 end, float size)
    {
        var along = Vector2.Normalize(new Vector2(at.M11, at.M12));
        var height = Math.Abs(size) * new Vector2(at.M21, at.M22).Length();
        if (_end is { } before && height > 0 && float.IsFinite(along.X))
        {
            var step = at.Translation - before;
            var ahead = Vector2.Dot(step, along);
            var aside = Math.Abs((step.X * along.Y) - (step.Y * along.X));
            if (aside > LineGap * height) text.EndLine();
            else if (ahead > WordGap * height || ahead < Back * height) text.Space();
        }

        _end = end;
        if (letters.Length > 0 && char.IsWhiteSpace(letters[0])) text.Space();
        else text.Append(letters);
    }
}
