using Tessera.Features.Delegations;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>People by what is searched for.</summary>
public static class PeopleFilter
{
    /// <summary>Those of an association whose name, authority or region has the words, by the reader's alphabet.</summary>
    /// <param name="association">Empty for all.</param>
    public static IReadOnlyList<DelegationPerson> Of(IEnumerable<DelegationPerson> people, string asked, string association, Display display) =>
    [
        .. people.Where(p => (association.Length == 0 || p.Proposer == association) && Has($"{p.Name} {p.Authority} {p.Region}", asked)).OrderBy(p => p.Name, display.Alphabet).ThenBy(p => p.Id),
    ];

    private static bool Has(string text, string asked) => asked.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(w => System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, w, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0);
}
