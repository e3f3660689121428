using System.Globalization;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading.Words;

/// <summary>Parts a text into words, numbers and signs. A number ends where letters begin ("1970s" is two tokens), a word where a capital follows small letters, a year where a decision's number is glued to it ("198919/1989"). Linear.</summary>
internal static class Tokens
{
    private const int LongestWord = 60;

    public static List<Token> Of(string text, int start, int end)
    {
        var tokens = new List<Token>();
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else at = Add(tokens, text, at, end);
        }

        return tokens;
    }

    private static int Add(List<Token> tokens, string text, int at, int end)
    {
        var to = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            while (to < end && char.IsAsciiDigit(text[to])) to++;
            if (to - at is > 4 and < 9 && to < end && text[to] == '/') to = at + 4;
            tokens.Add(new Token(TokenKind.Number, at, to, text[at..to], false, false));
        }
        else if (IsLetter(text, at))
        {
            while (to < end && (IsLetter(text, to) || IsMark(text[to])) && to - at < LongestWord && !IsFused(text, at, to)) to++;
            tokens.Add(Word(text, at, to));
        }
        else tokens.Add(new Token(TokenKind.Sign, at, to, Sign(text[at]), false, false));

        return to;
    }

    private static Token Word(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var capitals = 0;
        foreach (var letter in word) capitals += char.IsUpper(letter) ? 1 : 0;
        return new Token(TokenKind.Word, start, end, Folding.Of(word.ToString()), char.IsUpper(word[0]), capitals > 1 && capitals == word.Length);
    }

    private static string Sign(char sign) => sign switch
    {
        '–' or '—' or '−' or '‐' or '‑' => "-",
        '’' or '‘' or '´' or '`' => "'",
        '„' or '”' or '“' or '«' or '»' => "\"",
        _ => sign.ToString(),
    };

    /// <summary>A capital after small letters begins a word that lost its space: "WertheimNémetország".</summary>
    private static bool IsFused(string text, int start, int at) =>
        at - start > 2 && char.IsUpper(text[at]) && (char.IsLower(text[at - 1]) || (at + 1 < text.Length && char.IsLower(text[at + 1]) && char.IsUpper(text[at - 1]) && char.IsUpper(text[at - 2])));

    private static bool IsLetter(string text, int at) => char.IsLetter(text[at]);

    private static bool IsMark(char sign) => CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
