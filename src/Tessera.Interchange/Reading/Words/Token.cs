namespace Tessera.Interchange.Reading.Words;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One other sign.</summary>
    Sign,
}

/// <summary>A word, a number or a sign of a page's text.</summary>
/// <param name="Folded">The word under its folded spelling; the digits; the sign.</param>
/// <param name="IsCapital">Does it begin with a capital?</param>
/// <param name="AllCapitals">Are all its letters capitals, and at least two?</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Folded, bool IsCapital, bool AllCapitals)
{
    public bool IsWord => Kind == TokenKind.Word;

    public bool IsNumber => Kind == TokenKind.Number;

    /// <summary>The number; -1 when it is none or has more than nine digits.</summary>
    public int Number => Kind == TokenKind.Number && Folded.Length < 10 ? int.Parse(Folded, System.Globalization.CultureInfo.InvariantCulture) : -1;

    public bool Is(char sign) => Kind == TokenKind.Sign && Folded[0] == sign;
}
