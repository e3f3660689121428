using System.Text.RegularExpressions;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>
/// Finds the numbers of decisions. Some have a form of their own ("151/2013.(X.31.)", "HCL 173/28.09.2006", "XXIV/173/2004", "KS § 165"); others are known by the word before them
/// ("határozat", "uchwała nr", "Beschluss"). A bare number and year ("19/1994") is one wherever it stands, since no date is written so.
/// </summary>
internal static partial class DecisionScanner
{
    private const int FarthestFromWord = 24;
    private const int FarthestFromLaw = 14;

    public static IEnumerable<Mention> Find(string line, int offset, IReadOnlyList<Mention> terms, bool hasParagraphs)
    {
        foreach (Match match in OwnForm().Matches(line))
        {
            if ((match.Value[0] == '§' && !hasParagraphs) || MonthOfYear().IsMatch(match.Value) || terms.Any(t => t.Key == "law" && t.End <= offset + match.Index && offset + match.Index - t.End <= FarthestFromLaw)) continue;
            yield return Of(match.Groups["ref"], offset, "decision:own-form");
        }

        foreach (var word in terms.Where(t => t.Key == "decision"))
        {
            var after = line[(word.End - offset)..Math.Min(line.Length, word.End - offset + FarthestFromWord + 40)];
            if (AfterWord().Match(after) is { Success: true } match && match.Groups["ref"].Index <= FarthestFromWord && (IsNumber(match.Groups["ref"].Value) || IsDated(line, after, match, terms, word.End, offset))) yield return BeforeDate(Of(match.Groups["ref"], word.End, "decision:after-word"), terms);
            else if (Signed(after, terms) is { Success: true } signed) yield return Of(signed.Groups["ref"], word.End, "decision:number-sign");
            var before = line[Math.Max(0, word.Start - offset - 40)..(word.Start - offset)];
            if (BeforeWord().Match(before) is { Success: true } ahead) yield return Of(ahead.Groups["ref"], word.Start - before.Length, "decision:before-word");
        }
    }

    /// <summary>A number behind its sign: of several parts wherever it stands, a bare one where a council and the year of its decision come before it.</summary>
    private static Match Signed(string after, IReadOnlyList<Mention> terms) =>
        SignedNumber().Match(after) is { Success: true } parted ? parted : terms.Any(t => t.Key == "body") ? BehindDate().Match(after) : Match.Empty;

    /// <summary>"Decision No 85 of 30.09.1999", "the council's decision No 43": a short number behind "No" is one where a date follows it or a council stands in the line.</summary>
    private static bool IsDated(string line, string after, Match match, IReadOnlyList<Mention> terms, int from, int offset)
    {
        var number = match.Groups["ref"];
        var end = number.Index + number.Length;
        if (!number.Value.All(char.IsAsciiDigit) || !Numbered().IsMatch(line[..(from - offset + number.Index)])) return false;
        return terms.Any(t => t.Key == "body" || t is { Key: Says.Role, Value: "decided" }) || (DayAfter().IsMatch(after[end..]) || terms.Any(t => t.Key == "month" && t.Start > from + end && t.Start - from - end <= FarthestFromLaw));
    }

    /// <summary>"587/31 August 2006": what follows the stroke is the day of the date.</summary>
    private static Mention BeforeDate(Mention number, IReadOnlyList<Mention> terms) =>
        number.Value.LastIndexOf('/') is var at and > 0 && number.Value.Length - at is 2 or 3 && terms.Any(t => t.Key == "month" && t.Start - number.End is 1 or 2) ? number with { Value = number.Value[..at], End = number.Start + at } : number;

    /// <summary>A number of one or two digits numbers a paragraph or an item, a lone letter nothing; a year or a day is none.</summary>
    private static bool IsNumber(string found) => !YearOrDate().IsMatch(found) && (found.Count(char.IsAsciiDigit) >= 3 || (found.Any(char.IsAsciiDigit) && found.AsSpan().IndexOfAny("/§") >= 0));

    private static Mention Of(Group found, int offset, string rule) => new(Says.Decision, found.Value.Trim().TrimEnd(',', ';'), offset + found.Index, offset + found.Index + found.Length, rule);

    /// <summary>A word such as "No" right before a number.</summary>
    [GeneratedRegex(@"(?<!\p{L})(?:n|nr|no|num|č|br|бр|№|n°|nº)\.?\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Numbered();

    /// <summary>A number of several parts behind its sign, beyond the date.</summary>
    [GeneratedRegex(@"\A[^.;()№]{0,50}(?:№|(?<!\p{L})(?:nr|č|sz)\.?)\s*(?<ref>\d{1,5}(?:[/-]\w{1,6}){1,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SignedNumber();

    /// <summary>"... of 21 February 2007 No 12".</summary>
    [GeneratedRegex(@"\A[^;()№]{0,30}(?:19|20)\d\d\.?,?\s+(?:\p{L}{1,2}\.\s+)?(?:№|(?:nr|no|č|sz|n°)\.?)\s*(?<ref>\d{1,4})(?![\d./-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BehindDate();

    /// <summary>A small word and a date in figures.</summary>
    [GeneratedRegex(@"\A,?\s*(?:\p{L}{1,5}\.?\s+){1,2}\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayAfter();

    /// <summary>What stands behind the word is a year or a day and no number.</summary>
    [GeneratedRegex(@"\A(?:(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearOrDate();

    /// <summary>A month with its zero and a year.</summary>
    [GeneratedRegex(@"\A0[1-9]/\d{4}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"(?:(?<![\d/.\p{L}-])|(?<=(?<!\d)(?:19|20)\d\d))(?<ref>(?:(?:HCL|HCJ|HCM|HCGMB|H\.C\.L\.|H\.C\.J\.)\s*(?:nr\.?\s*)?)?\d{1,4}\s?/\s?\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:(?:HCL|HCJ|HCM|H\.C\.L\.|H\.C\.J\.)\s*(?:nr\.?\s*)?)\d{1,4}\s?/\s?(?:19|20)\d\d|\d{1,4}\s?/\s?(?:19|20)\d\d\.?\s?\([IVX]{1,4}\.\s?\d{1,2}\.?\)(?:\s?\p{Lu}[\p{L}.]{0,6}(?=\s\p{L}*hat))?|[IVXLC]{1,8}\s?/\s?\d{1,4}\s?/\s?(?:19|20)?\d\d|(?:KS|KF|Kf|Ks|KSAU|FUM|KFN)\s?§\s?\d{1,4}(?:\s?/\s?(?:19|20)?\d\d)?|§\s?\d{1,4}(?:\s?/\s?(?:19|20)?\d\d)?|\d{3}-\d{2}/\d{2}-\d{2}/\d{1,4}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\s?§\s?\d{1,4}|\d{1,3}/(?:3[2-9]|[4-9]\d|\d{3,4})/(?:19|20)\d\d|\d{1,4}/(?:19|20)\d\d)(?![\d/])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnForm();

    [GeneratedRegex(@"\A(?:[\s:.,(°º]|\p{L}{1,12}[\s.:°º]|[§№])*?(?<ref>(?:[A-Z]{1,6}[\s./-]?(?:§\s?)?)?(?:[IVXLC]{1,8}|\d{1,5})(?:[./-][A-Z\d]{1,6}){0,4})(?![\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterWord();

    [GeneratedRegex(@"(?<ref>\d{1,4}\s?/\s?(?:19|20)?\d\d\.?(?:\s?\([IVX]{1,4}\.\s?\d{1,2}\.?\))?)\.?\s*(?:\p{L}{1,4}\.?\s*|sz(?:ámú|\.)\s*){0,2}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BeforeWord();
}
