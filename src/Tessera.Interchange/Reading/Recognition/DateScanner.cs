using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>
/// Finds dates in running text, in any order of their parts and any language that has a lexicon. Each token becomes one letter for its class (Y a year, D a day or month in digits, M a month's name,
/// R a Roman numeral ...), and patterns over these letters find the forms; so a form is written once for all languages. The longest form that begins at a place wins. Linear.
/// </summary>
internal static partial class DateScanner
{
    private const int FirstYear = 1900;
    private const int LastYear = 2060;
    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>The dates of a line.</summary>
    public static IEnumerable<Mention> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> terms, IReadOnlyList<Mention> masked)
    {
        var (classes, spans) = Classes(tokens, terms, masked);
        for (var match = Form().Match(classes); match.Success; match = match.NextMatch())
        {
            if (match.Groups["open"].Success)
            {
                if (Open(match, spans, tokens) is { } open) yield return new Mention(Says.OpenDate, open, spans[match.Index].Start, spans[match.Index + match.Length - 1].End, "date:open");
                continue;
            }

            if (match.Groups["skip"].Success || Date(match, spans, tokens) is not { } date) continue;
            if (!PartialDate.TryParseEdtf(date, out var read)) continue;
            yield return new Mention(Says.Date, date, spans[match.Index].Start, spans[match.Index + match.Length - 1].End, "date:" + classes[match.Index..(match.Index + match.Length)]) { Date = read };
        }
    }

    /// <summary>A day of a month whose year stands elsewhere: "on 29 April of that year", as MM-DD.</summary>
    private static string? Open(Match match, List<Piece> pieces, IReadOnlyList<Token> tokens)
    {
        var (month, day) = (Month(pieces[match.Groups["m"].Index], tokens), tokens[pieces[match.Groups["d"].Index].Token].Number);
        return day <= DateTime.DaysInMonth(2000, month) ? $"{Two(month)}-{Two(day)}" : null;
    }

    /// <summary>One letter for each token or term, and the words it stands for.</summary>
    private static (string Classes, List<Piece> Pieces) Classes(IReadOnlyList<Token> tokens, IReadOnlyList<Mention> terms, IReadOnlyList<Mention> masked)
    {
        var (classes, pieces) = (new StringBuilder(tokens.Count), new List<Piece>(tokens.Count));
        var byStart = terms.Where(t => t.Key is "month" or "decade" or "since" or "until" or "about" or "year" or "inhabitants" or "area-unit").ToLookup(t => t.Start);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var term = byStart[token.Start].Where(t => t.Key != "decade" || IsDecade(t, tokens, i)).OrderByDescending(t => t.End).ThenBy(t => t.Key == "month" ? 0 : 1).FirstOrDefault();
            var isMasked = masked.Any(m => m.Start <= token.Start && token.Start < m.End);
            classes.Append(isMasked ? 'x' : term is null || (term.Key == "year" && token.IsNumber) ? Class(token) : Class(term));
            pieces.Add(new Piece(token.Start, Math.Max(token.End, term?.End ?? 0), term, i));
            while (term is not null && i + 1 < tokens.Count && tokens[i + 1].Start < term.End) i++;
        }

        return (classes.ToString(), pieces);
    }

    private static char Class(Mention term) => term.Key switch
    {
        "month" => 'M',
        "decade" => 'E',
        "since" => 'S',
        "until" => 'U',
        "about" => 'B',
        "year" => 'y',
        _ => 'u',
    };

    private static char Class(Token token) => token.Kind switch
    {
        TokenKind.Number => NumberClass(token),
        TokenKind.Sign when token.Folded is "°" or "º" => 'o',
        TokenKind.Sign => token.Folded[0] is var sign && ".,/-()'~".Contains(sign, StringComparison.Ordinal) ? sign : 'x',
        _ when token.AllCapitals && Romans.Contains(token.Folded) || (token.Folded is "v" or "x" or "i" && token.IsCapital) => 'R',
        _ => token.Folded switch
        {
            "st" or "nd" or "rd" or "th" or "er" or "eme" or "e" or "o" or "a" => 'o',
            "of" or "de" or "del" or "do" or "da" or "di" or "the" or "den" or "al" or "του" => 'f',
            _ => 'w',
        },
    };

    private static char NumberClass(Token token) => token.Folded.Length switch
    {
        4 when token.Number is >= FirstYear and <= LastYear => 'Y',
        1 or 2 when token.Number is >= 1 and <= 31 => 'D',
        2 => 'C',
        _ => 'N',
    };

    private static string? Date(Match match, List<Piece> pieces, IReadOnlyList<Token> tokens)
    {
        int Value(string group) => match.Groups[group] is { Success: true } found ? tokens[pieces[found.Index].Token].Number : 0;
        var about = match.Groups["about"].Success ? "~" : "";
        if (match.Groups["decade"] is { Success: true } decade) return Decade(pieces[decade.Index], tokens) is { } written ? written + about : null;
        var (year, last) = (Year(Value("y")), Value("y2"));
        if (last > 0) return last > year ? $"{Four(year)}/{Four(last)}" : null;
        var month = match.Groups["m"] is { Success: true } named ? Month(pieces[named.Index], tokens) : Value("n");
        var (day, lastDay) = (Value("d"), Value("d2"));
        if (month is < 1 or > 12) return month == 0 ? Four(year) + about : null;
        if (day == 0 || day > DateTime.DaysInMonth(year, month)) return $"{Four(year)}-{Two(month)}" + about;
        var first = $"{Four(year)}-{Two(month)}-{Two(day)}";
        return lastDay > day && lastDay <= DateTime.DaysInMonth(year, month) ? $"{first}/{Four(year)}-{Two(month)}-{Two(lastDay)}" : first + about;
    }

    /// <summary>Two digits are a year of the hundred years up to 2030.</summary>
    private static int Year(int number) => number is > 0 and < 100 ? (number <= 30 ? 2000 : 1900) + number : number;

    private static int Month(Piece piece, IReadOnlyList<Token> tokens) =>
        piece.Term is { } term ? int.Parse(term.Value, CultureInfo.InvariantCulture) : Array.IndexOf(Romans, tokens[piece.Token].Folded) + 1;

    /// <summary>The words of a decade beside another year name that year: "v letech 1993–2012", "2004-aisiais".</summary>
    private static bool IsDecade(Mention term, IReadOnlyList<Token> tokens, int first) => DecadeYear(term.End, tokens, first) % 10 == 0;

    private static string? Decade(Piece piece, IReadOnlyList<Token> tokens) =>
        DecadeYear(piece.End, tokens, piece.Token) is >= FirstYear and <= LastYear and var number && number % 10 == 0 ? Four(number)[..3] + "X" : null;

    private static int DecadeYear(int end, IReadOnlyList<Token> tokens, int first)
    {
        for (var i = first; i < tokens.Count && tokens[i].Start < end; i++)
        {
            if (tokens[i].IsNumber) return tokens[i].Number is > 0 and < 100 ? tokens[i].Number + 1900 : tokens[i].Number;
        }

        return 0;
    }

    private static string Four(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>A letter of the classes: where its words begin and end, its term if it is one, its first token.</summary>
    private readonly record struct Piece(int Start, int End, Mention? Term, int Token);

    [GeneratedRegex(
        @"(?<about>B\.?)?(?:(?<decade>E)" +
        @"|(?<y>Y)\.?y?\.?-?(?<m>M)\.?(?<d>D)\.?-(?<d2>D)" +
        @"|(?<d>D)\.?[-/](?<d2>D)\.?/?f?(?:(?<m>M)|(?<n>D)\.)\.?f?(?<y>Y)" +
        @"|(?<y>Y)\.?y?\.?[-,]?(?<m>M)\.?f?(?<d>D)(?![-/.]?D?Y)" +
        @"|(?<y>Y)\.?y?\.?,?(?<d>D)\.?(?<m>M)(?!\.?,?f?Y)" +
        @"|(?<d>D)[.o]?-?o?f?(?<m>M)\.?,?f?f?(?<y>Y)" +
        @"|(?<m>M)\.?(?<d>D)o?,?(?<y>Y)" +
        @"|(?<d>D)\.?(?<m>R)\.?(?<y>Y)" +
        @"|(?<y>Y)\.?\(?(?<m>R)\.(?<d>D)" +
        @"|(?<![.wRDCNYM])(?<m>R)\.?(?<y>Y)" +
        @"|(?<d>D)[./-](?<n>D)[./-]?(?<y>Y)" +
        @"|(?<y>Y)[./-](?<n>D)[./-](?<d>D)(?!\d)" +
        @"|(?<d>D)[./](?<n>D)[./](?<y>[CD])(?![./]?[YDN])" +
        @"|(?<m>M)\.?,?'?f?f?(?<y>Y)" +
        @"|(?<y>Y)\.?y?\.?,?(?<m>M)" +
        @"|(?<=[^.])(?<n>D)\.(?<y>Y)" +
        @"|(?<![./D])(?<n>D)/(?<y>Y)" +
        @"|(?<open>(?<d>D)[.o]?f?(?<m>M)|(?<m>M)\.?(?<d>D)o?)" +
        @"|S?(?<y>Y)\.?y?\.?(?:-|U)(?<y2>Y)" +
        @"|(?<skip>Y[,.]?\d?u|Y\.N|Y,N)" +
        @"|(?<y>Y))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Form();
}
