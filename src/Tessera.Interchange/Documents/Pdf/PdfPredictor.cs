namespace Tessera.Interchange.Documents.Pdf;

/// <summary>
/// Undoes the predictors of PNG (ISO 32000-2, clause 7.4.4.4; PNG, clause 9) for bytes of one colour, as tables and packed objects have them. Those of TIFF and of pictures
/// with several colours are not needed for text.
/// </summary>
internal static class PdfPredictor
{
    /// <summary>Rows of one byte that names the filter and as many bytes as there are columns; a last row may be shorter.</summary>
    public static byte[] Undo(ReadOnlySpan<byte> rows, int columns)
    {
        var plain = new List<byte>(rows.Length);
        var above = new byte[columns];
        for (; rows.Length > 1; rows = rows[Math.Min(rows.Length, columns + 1)..])
        {
            var row = rows[1..Math.Min(rows.Length, columns + 1)].ToArray();
            for (var i = 0; i < row.Length; i++) row[i] += Predicted(rows[0], i > 0 ? row[i - 1] : 0, above[i], i > 0 ? above[i - 1] : 0);
            plain.AddRange(row);
            row.CopyTo(above, 0);
        }

        return [.. plain];
    }

    private static byte Predicted(byte filter, int left, int up, int upLeft) => filter switch
    {
        1 => (byte)left,
        2 => (byte)up,
        3 => (byte)((left + up) / 2),
        4 => Nearest(left, up, upLeft),
        _ => 0,
    };

    private static byte Nearest(int left, int up, int upLeft)
    {
        var guess = left + up - upLeft;
        int byLeft = Math.Abs(guess - left), byUp = Math.Abs(guess - up), byUpLeft = Math.Abs(guess - upLeft);
        return (byte)(byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft);
    }
}
