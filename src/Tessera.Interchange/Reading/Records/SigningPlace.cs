using System.Text;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells whether an agreement was signed here or there, where a place with a word such as "in", or in such a case, stands beside the date.</summary>
internal sealed class SigningPlace(NameSpan partner, IReadOnlyCollection<string> home, Lexicon lexicon)
{
    private const int Near = 40;
    private const int Beside = 24;

    /// <summary>How much farther a place beyond a comma is.</summary>
    private const int Comma = 14;
    private readonly string[] _partner = partner.Core.Split(' ');

    /// <summary>The role of a date of signing.</summary>
    public string RoleOf(Stretch stretch, Mention date)
    {
        var tokens = stretch.Line.Tokens.Where(t => t.Start >= stretch.Start && t.End <= stretch.End).ToList();
        var near = tokens.Where(t => t.IsWord && t.IsCapital && (t.Start < partner.Start || t.Start >= partner.End)).Select(t => (Token: t, Place: new Mention("", "", t.Start, t.End, "")))
            .Where(t => Clauses.Gap(t.Place, date) <= (IsRoleBetween(stretch, t.Place, date) ? Near : Beside) && !stretch.IsParted(t.Place, date))
            .OrderBy(t => Clauses.Gap(t.Place, date) + (stretch.Between(t.Place, date).Contains(',') ? Comma : 0));
        foreach (var (token, _) in near)
        {
            if (NameFinder.IsOneOf(token.Folded, home) && IsThere(stretch, tokens, token, home)) return "signed-here";
            if (_partner.Any(w => NameFinder.IsCaseOf(token.Folded, w)) && IsThere(stretch, tokens, token, _partner)) return "signed-there";
        }

        return "signed";
    }

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
}
