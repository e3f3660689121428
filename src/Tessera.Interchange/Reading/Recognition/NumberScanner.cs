using System.Globalization;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>
/// Finds numbers of inhabitants and areas: a number with its groups ("90. 400", "28.000", "1 380", "1,6 miljoner") next to a word that says what it counts. Numbers that no place has are left out.
/// </summary>
internal static class NumberScanner
{
    private const double MostInhabitants = 50_000_000;
    private const double LargestArea = 3_200_000;
    private const int Reach = 4;

    public static IEnumerable<Mention> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> terms, IReadOnlyList<Mention> dates)
    {
        foreach (var word in terms.Where(t => t.Key is "inhabitants" or "area-unit" || (t.Key == Says.Label && t.Value is "population" or "area")))
        {
            var isArea = word.Key == "area-unit" || word.Value == "area";
            if (Near(tokens, word, terms, dates) is not { } found) continue;
            var value = isArea && Token(tokens, word) == "ha" ? found.Value / 100 : found.Value;
            if (value > 0 && value <= (isArea ? LargestArea : MostInhabitants))
                yield return new Mention(isArea ? Says.Area : Says.Population, value.ToString("0.###", CultureInfo.InvariantCulture), Math.Min(found.Start, word.Start), Math.Max(found.End, word.End), "number:beside-word");
        }
    }

    private static string Token(IReadOnlyList<Token> tokens, Mention word) => tokens.First(t => t.Start == word.Start).Folded;

    /// <summary>The number before the word or, after a colon or a few words, behind it.</summary>
    private static (double Value, int Start, int End)? Near(IReadOnlyList<Token> tokens, Mention word, IReadOnlyList<Mention> terms, IReadOnlyList<Mention> dates)
    {
        var first = Index(tokens, word.Start);
        for (var i = first - 1; i >= 0 && first - i <= Reach; i--)
        {
            if (tokens[i].IsNumber && !dates.Any(d => d.Start <= tokens[i].Start && tokens[i].Start < d.End)) return Read(tokens, FirstOfGroup(tokens, i), terms);
            if (tokens[i].Is('.') && i == first - 1) break;
        }

        var last = Index(tokens, word.End);
        for (var i = last; i < tokens.Count && i - last < Reach + 2; i++)
        {
            if (tokens[i].IsNumber && !dates.Any(d => d.Start <= tokens[i].Start && tokens[i].Start < d.End)) return Read(tokens, i, terms);
        }

        return null;
    }

    private static int Index(IReadOnlyList<Token> tokens, int start)
    {
        var i = 0;
        while (i < tokens.Count && tokens[i].Start < start) i++;
        return i;
    }

    private static int FirstOfGroup(IReadOnlyList<Token> tokens, int at)
    {
        while (at > 0 && ((tokens[at - 1].IsNumber && tokens[at].Folded.Length == 3) || (at > 1 && tokens[at - 1].Kind == TokenKind.Sign && tokens[at - 1].Folded[0] is '.' or ',' or '\'' && tokens[at - 2].IsNumber)))
            at -= tokens[at - 1].IsNumber ? 1 : 2;
        return at;
    }

    private static (double Value, int Start, int End)? Read(IReadOnlyList<Token> tokens, int at, IReadOnlyList<Mention> terms)
    {
        var (digits, start, end) = (tokens[at].Folded, tokens[at].Start, tokens[at].End);
        var next = at + 1;
        var fraction = "";
        while (next < tokens.Count && fraction.Length == 0)
        {
            var sign = tokens[next].Kind == TokenKind.Sign && tokens[next].Folded[0] is '.' or ',' or '\'' ? 1 : 0;
            if (next + sign >= tokens.Count || !tokens[next + sign].IsNumber) break;
            var group = tokens[next + sign];
            if (group.Folded.Length == 3) digits += group.Folded;
            else if (sign == 1) fraction = group.Folded;
            else break;
            (next, end) = (next + sign + 1, group.End);
        }

        if (!double.TryParse(fraction.Length > 0 ? $"{digits}.{fraction}" : digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        var unit = next < tokens.Count ? terms.FirstOrDefault(t => t.Start == tokens[next].Start && t.Key is "million" or "thousand") : null;
        if (unit is not null) (value, end) = (value * (unit.Key == "million" ? 1_000_000 : 1_000), unit.End);
        return (value, start, end);
    }
}
