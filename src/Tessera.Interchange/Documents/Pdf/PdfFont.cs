using System.Text;

namespace Tessera.Interchange.Documents.Pdf;

/// <summary>A code of a shown string: what it means, how far it moves on in thousandths of the font's size, and whether it is the one-byte space that spaces words.</summary>
internal readonly record struct PdfGlyph(string Letters, double Width, bool IsWordSpace);

/// <summary>
/// What a font's codes mean and how wide they are (ISO 32000-2, clauses 9.6 to 9.10): by its map to Unicode; without one by the names of its glyphs; without names by its encoding.
/// A composite font without a map means nothing, and its text cannot be read.
/// </summary>
internal sealed class PdfFont
{
    private const double UsualWidth = 500;

    private readonly PdfFile _file;
    private readonly PdfUnicodeMap? _map;
    private readonly string?[] _simple = new string?[256];
    private readonly PdfRanges<double> _widths = new();
    private readonly bool _isComposite;
    private readonly double _otherWidth;

    public PdfFont(PdfFile file, PdfDictionary font)
    {
        _file = file;
        _isComposite = font.Is("Subtype", "Type0");
        _map = file.Resolve(font["ToUnicode"]) is PdfStream stream && file.Unpack(stream) is { } map ? PdfUnicodeMap.Read(map, file.Spend) : null;
        var descendant = _isComposite ? file.Resolve((file.Resolve(font["DescendantFonts"]) as List<object?>)?.FirstOrDefault()) as PdfDictionary : null;
        _otherWidth = descendant is null ? UsualWidth : file.Resolve(descendant["DW"]) as double? ?? 1000;
        if (descendant is not null) ReadCompositeWidths(file.Resolve(descendant["W"]) as List<object?> ?? []);
        if (_isComposite) return;
        ReadWidths(font);
        ReadEncoding(file.Resolve(font["Encoding"]));
    }

    public IEnumerable<PdfGlyph> Read(byte[] shown)
    {
        var length = _map is { CodeLength: > 0 } ? _map.CodeLength : _isComposite ? 2 : 1;
        if (!_isComposite) length = 1;
        for (var at = 0; at + length <= shown.Length; at += length)
        {
            var code = 0;
            for (var i = 0; i < length; i++) code = (code << 8) | shown[at + i];
            var letters = _map?[code] ?? (_isComposite ? "" : _simple[code] ?? "");
            yield return new PdfGlyph(letters, _widths.TryFind(code, out _, out var width) ? width : _otherWidth, length == 1 && code == ' ');
        }
    }

    private void ReadWidths(PdfDictionary font)
    {
        if (_file.Resolve(font["Widths"]) is not List<object?> widths) return;
        var first = (int)Math.Clamp(_file.Resolve(font["FirstChar"]) as double? ?? 0, 0, 255);
        var scale = font.Is("Subtype", "Type3") && _file.Resolve(font["FontMatrix"]) is List<object?> { Count: 6 } matrix && matrix[0] is double unit ? unit * 1000 : 1;
        for (var i = 0; i < widths.Count && first + i < 256; i++) _widths.Add(first + i, scale * (_file.Resolve(widths[i]) as double? ?? 0));
    }

    /// <summary><c>1 [500 600] 7 9 400</c>: the codes 1 and 2, then all from 7 to 9.</summary>
    private void ReadCompositeWidths(List<object?> widths)
    {
        for (var i = 0; i + 1 < widths.Count;)
        {
            var first = (int)Math.Clamp(_file.Resolve(widths[i]) as double? ?? 0, 0, 65_535);
            var next = _file.Resolve(widths[i + 1]);
            if (next is List<object?> list)
            {
                for (var n = 0; n < list.Count && first + n < 65_536; n++) _widths.Add(first + n, _file.Resolve(list[n]) as double? ?? 0);
                i += 2;
                continue;
            }

            var last = (int)Math.Clamp(next as double? ?? 0, 0, 65_535);
            _widths.Add(first, last, i + 2 < widths.Count ? _file.Resolve(widths[i + 2]) as double? ?? 0 : 0);
            i += 3;
        }
    }

    private void ReadEncoding(object? encoding)
    {
        var named = encoding as PdfName ?? _file.Resolve((encoding as PdfDictionary)?["BaseEncoding"]) as PdfName;
        var letters = CodePagesEncodingProvider.Instance.GetEncoding(named?.Text == "MacRomanEncoding" ? 10000 : 1252)!;
        for (var code = 32; code < 256; code++) _simple[code] = letters.GetString([(byte)code]);
        if (_file.Resolve((encoding as PdfDictionary)?["Differences"]) is not List<object?> differences) return;
        var at = 0;
        foreach (var item in differences)
        {
            if (item is double code) at = (int)Math.Clamp(code, 0, 255);
            else if (item is PdfName name && at < 256) _simple[at++] = PdfGlyphs.Letters(name.Text);
        }
    }
}
