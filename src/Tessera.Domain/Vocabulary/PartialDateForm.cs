using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tessera.Domain.Vocabulary;

/// <summary>
/// One written form of <see cref="PartialDateTables"/>: prints by filling its tokens, reads by the regular expression made of it.
/// Reading takes time in proportion to the text; texts are short.
/// </summary>
internal sealed partial class PartialDateForm
{
    private const string Dash = "–";

    private readonly PartialDateGrammar grammar;
    private readonly Dictionary<string, IReadOnlyDictionary<string, int>> words = [];
    private readonly string text;
    private readonly Lazy<Regex> whole;
    private readonly Lazy<Regex> separator;

    public PartialDateForm(PartialDateGrammar grammar, string key, string text)
    {
        (this.grammar, this.text) = (grammar, text);
        (Role, Kind) = key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (key[..dot], key[(dot + 1)..]) : (key, "");
        whole = new(() => new Regex($@"\A{Expression(IsInterval ? Outside(text) : text)}\z", RegexOptions.CultureInvariant));
        separator = new(() => new Regex(Expression(Between(text)), RegexOptions.CultureInvariant));
    }

    /// <summary>What the form says: "date", "phrase", "since", "days" ...</summary>
    public string Role { get; }

    /// <summary>For which dates: "year", "first-decade", "winter" ..., or empty for any.</summary>
    public string Kind { get; }

    /// <summary>Whether the form goes around a date of any form.</summary>
    public bool IsWrapping => text.Contains("{date}", StringComparison.Ordinal);

    /// <summary>Whether the form stands between two dates of any form.</summary>
    public bool IsInterval => text.Contains("{a}", StringComparison.Ordinal);

    /// <summary>The form with its tokens filled and its optional parts written out.</summary>
    public string Print(Func<string, string> fill) =>
        Token().Replace(PartialDateGrammar.Printed(text), match => fill(match.Groups[1].Value));

    public Match Match(string folded) => whole.Value.Match(folded);

    /// <summary>The number that a token of the form stands for in the match; null when the form has none.</summary>
    public int? Number(Match match, string token)
    {
        if (match.Groups[token] is not { Success: true, Value: var value })
            return null;
        return words.TryGetValue(token, out var numbers)
            ? numbers[value]
            : int.Parse(value.TrimStart('\''), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Every way to cut the text into the two dates of an interval.</summary>
    public IEnumerable<(string Start, string End)> Cuts(string folded)
    {
        if (Match(folded) is not { Success: true } match)
            yield break;
        var body = match.Groups["body"].Value;
        foreach (Match cut in separator.Value.Matches(body))
            yield return (body[..cut.Index], body[(cut.Index + cut.Length)..]);
    }

    private static string Outside(string text) => Ends().Replace(text, "{body}");

    private static string Between(string text) => Ends().Match(text).Groups[1].Value;

    private string Expression(string form)
    {
        var expression = new StringBuilder();
        var end = 0;
        foreach (Match token in Token().Matches(form))
        {
            AppendLiteral(expression, form[end..token.Index]);
            expression.Append(TokenExpression(token.Groups[1].Value));
            end = token.Index + token.Length;
        }
        return AppendLiteral(expression, form[end..].TrimEnd('.')).ToString();
    }

    private static StringBuilder AppendLiteral(StringBuilder expression, string literal)
    {
        var folded = Dashes().Replace(PartialDateText.FoldLetters(literal), Dash);
        for (var i = 0; i < folded.Length; i++)
        {
            expression.Append(folded[i] switch
            {
                '[' or '(' => "(?:",
                ']' => ")?",
                ')' => ")",
                '|' => "|",
                '–' => " ?[-–—] ?",
                '.' when i + 1 < folded.Length && char.IsLetter(folded[i + 1]) => @"\. ",
                var other => Regex.Escape(other.ToString()),
            });
        }
        return expression;
    }

    private string TokenExpression(string token) => token switch
    {
        "y" => @"(?<y>[0-9]{4}|'?[0-9]{2})",
        "z" or "e" => $"(?<{token}>[0-9]{{4}}|[0-9]{{2}})",
        "mm" or "d" or "D" => $"(?<{token}>[0-9]{{1,2}})",
        "date" or "body" => $"(?<{token}>.+)",
        "~" => $"(?<about>{Approximately} )?",
        "about" => $"(?<about>{Approximately} )",
        ['y', '.', ..] => $"(?:{string.Join('|', grammar.Endings(token))})",
        _ => WordExpression(token),
    };

    private string Approximately
    {
        get
        {
            var alternatives = grammar.Approximately.OrderByDescending(word => word.Length).Select(word => AppendLiteral(new(), word).ToString());
            return $"(?:{string.Join('|', alternatives)})";
        }
    }

    /// <summary>Words stand for numbers under the token's first letter: "{m.from}" is read as "m".</summary>
    private string WordExpression(string token)
    {
        var numbers = grammar.Numbers(token);
        words[token[..1]] = numbers;
        var longestFirst = numbers.Keys.OrderByDescending(word => word.Length).Select(Regex.Escape);
        return $@"(?<{token[..1]}>{string.Join('|', longestFirst)})\.?";
    }

    [GeneratedRegex(@"\{([^}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\{a\}(.*)\{b\}", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@" ?– ?", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();
}
