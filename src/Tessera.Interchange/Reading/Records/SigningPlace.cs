using System.Text;
using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells whether an agreement was signed here or there, where a place with a word such as "in", or in such a case, stands beside the date.</summary>
internal sealed partial class SigningPlace(RawRecord record, IReadOnlyCollection<string> home, Lexicon lexicon)
{
    private const int Close = 24;
    private const int Near = 110;
    private const int Beside = 60;
    private const int ShortestAlias = 4;

    /// <summary>How much farther a place beyond a comma is.</summary>
    private const int Comma = 14;
    private readonly string[] _partner = [.. record.Name.Core.Split(' '), .. Alias(record)];

    /// <summary>The role of a date of signing.</summary>
    public string RoleOf(Stretch stretch, Mention date)
    {
        var tokens = stretch.Line.Tokens.Where(t => t.Start >= stretch.Start && t.End <= stretch.End).ToList();
        var near = Told(stretch).Concat(Named(stretch, tokens, date)).Where(t => Clauses.Gap(t.Place, date) <= (IsRoleBetween(stretch, t.Place, date) ? Near : Beside) && !stretch.IsParted(t.Place, date) && !IsNearerToAnother(stretch, t.Place, date));
        return near.OrderBy(t => Away(stretch, t.Place, date)).Select(t => t.Role).FirstOrDefault("signed");
    }

    /// <summary>The role that a clause without a date tells, of a signing whose date stands elsewhere; null when none does.</summary>
    public string? RoleAlone(IEnumerable<Stretch> stretches) =>
        stretches.Where(s => !s.IsProse).SelectMany(s => s.Mentions.Where(m => m is { Key: Says.Role, Value: "signed" }).Select(m => RoleBeside(s, m))).FirstOrDefault(r => r is not null);

    private string? RoleBeside(Stretch stretch, Mention signed)
    {
        var tokens = stretch.Line.Tokens.Where(t => t.Start >= stretch.Start && t.End <= stretch.End).ToList();
        var beside = Named(stretch, tokens, signed).Where(t => t.Place.Start >= signed.End && t.Place.Start - signed.End <= Close && !stretch.IsParted(signed, t.Place)).ToList();
        return beside.Count == 1 && !stretch.Mentions.Any(d => d.Key == Says.Date && !stretch.IsParted(beside[0].Place, d)) ? beside[0].Role : null;
    }

    /// <summary>The words of another name in brackets behind the partner's: "Kolomyia (Colomeea)".</summary>
    private static IEnumerable<string> Alias(RawRecord record)
    {
        if (record.Stretches.FirstOrDefault(s => s.Start <= record.Name.Start && record.Name.End <= s.End) is not { } stretch) return [];
        var behind = stretch.Line.Tokens.SkipWhile(t => t.Start < record.Name.End).ToList();
        if (behind.Count == 0 || !behind[0].Is('(')) return [];
        return behind.Skip(1).TakeWhile(t => !t.Is(')')).Where(t => t.IsWord && t.IsCapital && t.Folded.Length >= ShortestAlias && !stretch.Line.IsWithin(t, Says.Country, "country-adjective", Says.Level, Says.Kind, Says.Role)).Select(t => t.Folded);
    }

    /// <summary>A place some way off is of the date that it stands nearer to.</summary>
    private static bool IsNearerToAnother(Stretch stretch, Mention place, Mention date) =>
        Clauses.Gap(place, date) > Close && stretch.Mentions.Any(d => d.Key == Says.Date && d != date && Away(stretch, place, d) < Away(stretch, place, date) && !stretch.IsParted(place, d));

    /// <summary>How far a place is from a date; beyond a comma it is farther.</summary>
    private static int Away(Stretch stretch, Mention place, Mention date) => Clauses.Gap(place, date) + (stretch.Between(place, date).Contains(',') ? Comma : 0);

    /// <summary>"Here", "in our town", "over there".</summary>
    private static IEnumerable<(Mention Place, string Role)> Told(Stretch stretch) =>
        stretch.Mentions.Where(m => m.Key is "here" or "there").Select(m => (m, "signed-" + m.Key));

    /// <summary>The names of home and of the partner in a case or behind a word that says where.</summary>
    private IEnumerable<(Mention Place, string Role)> Named(Stretch stretch, List<Token> tokens, Mention date)
    {
        if (Country(stretch, tokens) is { } country) yield return (country, "signed-there");
        foreach (var token in tokens.Where(t => t.IsWord && t.IsCapital && (t.Start < record.Name.Start || t.Start >= record.Name.End || IsInSentence(stretch, tokens, t))))
        {
            var place = new Mention("", "", token.Start, token.End, "");
            var isFormula = IsFormula(stretch, place, date);
            if (Names(token, home) && (isFormula || IsThere(stretch, tokens, token, home))) yield return (place, "signed-here");
            else if (Names(token, _partner) && (isFormula || IsThere(stretch, tokens, token, _partner))) yield return (place, "signed-there");
        }
    }

    private bool Names(Token token, IReadOnlyCollection<string> names) => NameFinder.IsOneOf(token.Folded, names) || lexicon.Nominatives(token.Folded).Any(names.Contains);

    /// <summary>The very words that name the partner say where, too, when they stand behind "in" in running text: "the signing took place in Deggendorf".</summary>
    private static bool IsInSentence(Stretch stretch, List<Token> tokens, Token name) => stretch.IsProse && tokens.FindLastIndex(t => t.End <= name.Start) is >= 0 and var at && stretch.Line.IsWithin(tokens[at], "at");

    /// <summary>"It was signed in Hungary": the partner's country right behind such a word or in such a case, where it does not say where the partner lies.</summary>
    private Mention? Country(Stretch stretch, List<Token> tokens)
    {
        if (!stretch.IsProse || (record.Country ?? record.HeadingCountry) is not { } own) return null;
        var said = stretch.Mentions.FirstOrDefault(m => m.Key == Says.Country && m != record.Country && m.Value == own.Value && IsBehindSigned(stretch, m));
        return said is not null && IsThere(stretch, tokens, tokens.Find(t => t.Start == said.Start), []) ? said : null;
    }

    private static bool IsBehindSigned(Stretch stretch, Mention country) =>
        stretch.Mentions.Any(m => m is { Key: Says.Role, Value: "signed" } && country.Start - m.End is > 0 and <= Close && !stretch.IsParted(m, country) && !stretch.Between(m, country).Contains(','));

    /// <summary>"Rzeszów, 8 October 2004", as deeds are dated: a place and a day with a comma between.</summary>
    private static bool IsFormula(Stretch stretch, Mention place, Mention date) =>
        date.Date is { Precision: PartialDatePrecision.Day } && Formula().IsMatch(stretch.Between(place, date));

    /// <summary>Does a word such as "in" stand before the place, or has it the ending of such a case?</summary>
    private bool IsThere(Stretch stretch, List<Token> tokens, Token token, IEnumerable<string> nominatives)
    {
        if (IsBehindAt(stretch, tokens, token)) return true;
        var word = stretch.Between(token.Start, token.End).ToString();
        var isNominative = nominatives.Contains(token.Folded);
        return lexicon.Locatives.Any(e => word.EndsWith(e, StringComparison.OrdinalIgnoreCase) && (!isNominative || !Ascii.IsValid(e)));
    }

    /// <summary>"In Rennes", "v saské Oschatzi": a word such as "in" stands before the place, or before a small word before it.</summary>
    private static bool IsBehindAt(Stretch stretch, List<Token> tokens, Token place)
    {
        var at = tokens.FindLastIndex(t => t.End <= place.Start);
        return at >= 0 && (stretch.Line.IsWithin(tokens[at], "at") || (at > 0 && tokens[at] is { IsWord: true, IsCapital: false } && IsAlone(tokens, at - 1) && stretch.Line.IsWithin(tokens[at - 1], "at") && !stretch.Line.IsWithin(tokens[at], Says.Role)));
    }

    /// <summary>Does a space stand before a word? What a hyphen joins to a number is its ending: "15-én".</summary>
    private static bool IsAlone(List<Token> tokens, int at) => at == 0 || tokens[at - 1].End < tokens[at].Start;

    /// <summary>"On 15 June 1979, the deed was signed in Besançon".</summary>
    private static bool IsRoleBetween(Stretch stretch, Mention place, Mention date) =>
        stretch.Mentions.Any(m => m.Key == Says.Role && m.Start >= Math.Min(place.End, date.End) && m.End <= Math.Max(place.Start, date.Start));

    /// <summary>What stands between the place and the day of a deed: a comma, with short words such as "r." and "m." around it.</summary>
    [GeneratedRegex(@"^\s?(?:\p{L}{0,2}\.)?,\s(?:\p{Ll}{1,3}\.\s)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Formula();
}
