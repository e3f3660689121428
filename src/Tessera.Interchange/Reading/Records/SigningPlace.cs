using System.Text;
using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells whether an agreement was signed here or there, where a place with a word such as "in", or in such a case, stands beside the date.</summary>
internal sealed partial class SigningPlace(NameSpan partner, IReadOnlyCollection<string> home, Lexicon lexicon)
{
    private const int Close = 24;
    private const int Near = 110;
    private const int Beside = 60;

    /// <summary>How much farther a place beyond a comma is.</summary>
    private const int Comma = 14;
    private readonly string[] _partner = partner.Core.Split(' ');

    /// <summary>The role of a date of signing.</summary>
    public string RoleOf(Stretch stretch, Mention date)
    {
        var tokens = stretch.Line.Tokens.Where(t => t.Start >= stretch.Start && t.End <= stretch.End).ToList();
        var near = Told(stretch).Concat(Named(stretch, tokens, date)).Where(t => Clauses.Gap(t.Place, date) <= (IsRoleBetween(stretch, t.Place, date) ? Near : Beside) && !stretch.IsParted(t.Place, date) && !IsNearerToAnother(stretch, t.Place, date));
        return near.OrderBy(t => Clauses.Gap(t.Place, date) + (stretch.Between(t.Place, date).Contains(',') ? Comma : 0)).Select(t => t.Role).FirstOrDefault("signed");
    }

    /// <summary>A place some way off is of the date that it stands nearer to.</summary>
    private static bool IsNearerToAnother(Stretch stretch, Mention place, Mention date) =>
        Clauses.Gap(place, date) > Close && stretch.Mentions.Any(d => d.Key == Says.Date && d != date && Clauses.Gap(place, d) < Clauses.Gap(place, date) && !stretch.IsParted(place, d));

    /// <summary>"Here", "in our town", "over there".</summary>
    private static IEnumerable<(Mention Place, string Role)> Told(Stretch stretch) =>
        stretch.Mentions.Where(m => m.Key is "here" or "there").Select(m => (m, "signed-" + m.Key));

    /// <summary>The names of home and of the partner in a case or behind a word that says where.</summary>
    private IEnumerable<(Mention Place, string Role)> Named(Stretch stretch, List<Token> tokens, Mention date)
    {
        foreach (var token in tokens.Where(t => t.IsWord && t.IsCapital && (t.Start < partner.Start || t.Start >= partner.End)))
        {
            var place = new Mention("", "", token.Start, token.End, "");
            var isFormula = IsFormula(stretch, place, date);
            if (NameFinder.IsOneOf(token.Folded, home) && (isFormula || IsThere(stretch, tokens, token, home))) yield return (place, "signed-here");
            else if (_partner.Any(w => NameFinder.IsCaseOf(token.Folded, w)) && (isFormula || IsThere(stretch, tokens, token, _partner))) yield return (place, "signed-there");
        }
    }

    /// <summary>"Rzeszów, 8 October 2004", as deeds are dated: a place and a day with a comma between.</summary>
    private static bool IsFormula(Stretch stretch, Mention place, Mention date) =>
        date.Date is { Precision: PartialDatePrecision.Day } && Formula().IsMatch(stretch.Between(place, date));

    /// <summary>Does a word such as "in" stand before the place, or has it the ending of such a case?</summary>
    private bool IsThere(Stretch stretch, List<Token> tokens, Token token, IEnumerable<string> nominatives)
    {
        var before = tokens.LastOrDefault(t => t.End <= token.Start);
        if (before.End > 0 && stretch.Line.IsWithin(before, "at")) return true;
        var word = stretch.Between(token.Start, token.End).ToString();
        var isNominative = nominatives.Contains(token.Folded);
        return lexicon.Locatives.Any(e => word.EndsWith(e, StringComparison.OrdinalIgnoreCase) && (!isNominative || !Ascii.IsValid(e)));
    }

    /// <summary>"On 15 June 1979, the deed was signed in Besançon".</summary>
    private static bool IsRoleBetween(Stretch stretch, Mention place, Mention date) =>
        stretch.Mentions.Any(m => m.Key == Says.Role && m.Start >= Math.Min(place.End, date.End) && m.End <= Math.Max(place.Start, date.Start));

    /// <summary>What stands between the place and the day of a deed: a comma, with short words such as "r." and "m." around it.</summary>
    [GeneratedRegex(@"^\s?(?:\p{L}{1,2}\.)?,\s(?:\p{Ll}{1,3}\.\s)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Formula();
}
