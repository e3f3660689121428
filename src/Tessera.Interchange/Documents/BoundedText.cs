using System.Text;

namespace Tessera.Interchange.Documents;

/// <summary>Collects at most <see cref="DocumentLimits.Text"/> letters, and gives them back in a form that a database can hold and a search can compare.</summary>
internal sealed class BoundedText
{
    private readonly StringBuilder _text = new();

    /// <summary>Nothing more is taken in: a reader may stop.</summary>
    public bool IsFull => _text.Length >= DocumentLimits.Text;

    /// <summary>True at the start and after a space or an end of line.</summary>
    public bool IsAfterSpace => _text.Length == 0 || char.IsWhiteSpace(_text[^1]);

    public void Append(ReadOnlySpan<char> letters) => _text.Append(letters[..Math.Min(letters.Length, DocumentLimits.Text - _text.Length)]);

    /// <summary>A space, but never two.</summary>
    public void Space()
    {
        if (!IsAfterSpace) Append(" ");
    }

    public void EndLine()
    {
        while (_text.Length > 0 && _text[^1] == ' ') _text.Length--;
        if (_text.Length > 0) Append("\n");
    }

    /// <summary>The text, composed (NFC), without controls, broken surrogates and runs of empty lines; null where it has neither letter nor digit.</summary>
    public string? Answer()
    {
        var kept = new StringBuilder(_text.Length);
        var lines = 0;
        foreach (var chunk in _text.ToString().EnumerateRunes())
        {
            var isEnd = chunk.Value is '\n' or 0x2028 or 0x2029 or '\f';
            lines = isEnd ? lines + 1 : Rune.IsWhiteSpace(chunk) ? lines : 0;
            if (isEnd && lines <= 2) kept.Append('\n');
            else if (!isEnd && (chunk.Value == '\t' || !IsUnwanted(chunk))) kept.Append(chunk.ToString());
        }

        var text = kept.ToString().Normalize(NormalizationForm.FormC).Trim();
        if (text.Length > DocumentLimits.Text) text = text[..(DocumentLimits.Text - (char.IsHighSurrogate(text[DocumentLimits.Text - 1]) ? 1 : 0))];
        return text.Any(char.IsLetterOrDigit) ? text : null;
    }

    /// <summary>The replacement sign stands for what could not be read; the soft hyphen would part a word from its search.</summary>
    private static bool IsUnwanted(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value is 0xAD or 0xFEFF or 0x200B or (>= 0xFFFE and <= 0xFFFF);
}
