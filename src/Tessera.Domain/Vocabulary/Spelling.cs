namespace Tessera.Domain.Vocabulary;

/// <summary>
/// What a reader typed into a search box, held against folded texts. Each word typed must stand in the text: at the beginning of one of
/// its words, or from three letters on anywhere in one. <see cref="Nearly"/> also forgives one slip in words of four to six letters and two in longer ones
/// (optimal string alignment distance, Boytsov 2011), a beginning of a word being enough. Linear in the text for the first, in text times word for the second.
/// </summary>
public sealed class Spelling
{
    private const int Anywhere = 3;
    private readonly string[] _words;

    private Spelling(string[] words) => _words = words;

    /// <summary>Null when nothing that can be searched was typed.</summary>
    public static Spelling? Of(string? typed)
    {
        var words = Folding.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : new Spelling(words);
    }

    /// <summary>Does every word stand in this folded text?</summary>
    public bool Matches(string folded) => _words.All(word => StandsIn(folded, word));

    /// <summary>Does every word stand in this folded text, small slips forgiven?</summary>
    public bool Nearly(string folded)
    {
        var texts = folded.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return _words.All(word => StandsIn(folded, word) || texts.Any(text => IsNear(word, text)));
    }

    private static bool StandsIn(string folded, string word)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (word.Length >= Anywhere || at == 0 || !char.IsLetterOrDigit(folded[at - 1])) return true;
        }

        return false;
    }

    private static bool IsNear(string word, string text)
    {
        var slips = word.Length switch { < 4 => 0, < 7 => 1, _ => 2 };
        return slips > 0 && (Distance(word, text) <= slips || (text.Length > word.Length && Distance(word, text[..word.Length]) <= slips));
    }

    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2) return int.MaxValue;
        var rows = new int[3][];
        for (var i = 0; i < 3; i++) rows[i] = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var (row, above, twoAbove) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + same);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
        }

        return rows[one.Length % 3][other.Length];
    }
}
