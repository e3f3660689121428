using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>How many of a kind were read rightly, of how many said, of how many there are.</summary>
public sealed record Tally(double Right, double Said, double Due)
{
    /// <summary>The share of what stands on the pages that was found.</summary>
    public double Recall => Due == 0 ? 1 : Right / Due;

    /// <summary>The share of what was said that is right.</summary>
    public double Precision => Said == 0 ? 1 : Right / Said;
}

/// <summary>
/// Holds readings against their keys, field by field and language by language. Fields are compared for partners that were found; a date is right only with its role; an interval of years is a beginning and an end.
/// </summary>
public sealed partial class CorpusScore
{
    /// <summary>Words that say what an authority is and do not tell one from another.</summary>
    private static readonly string[] Generic =
    [
        "megye", "onkormanyzata", "county", "city", "stadt", "kommun", "kommune", "municipality", "obec", "mesto", "miasto", "gmina", "powiat", "judetul", "comuna", "orasul", "municipiul", "ville", "de", "the", "of", "town", "di", "comune",
        "varos", "vald", "linn", "landkreis", "kreis", "okres", "grad", "opcina", "novads", "rajonas", "savivaldybe", "savivaldybes",
    ];

    private readonly Dictionary<(string Field, string Language), Tally> _tallies = [];
    private readonly List<string> _faults = [];

    /// <summary>Each fault in a line: page, partner, what was said and what is right.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The fields that were held against the keys.</summary>
    public IEnumerable<string> Fields => _tallies.Keys.Select(k => k.Field).Distinct();

    /// <summary>The languages of the pages.</summary>
    public IEnumerable<string> Languages => _tallies.Keys.Select(k => k.Language).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The tally of a field, in one language or in all.</summary>
    public Tally Of(string field, string? language = null) =>
        _tallies.Where(t => t.Key.Field == field && (language is null || t.Key.Language == language)).Aggregate(new Tally(0, 0, 0), (sum, t) => new Tally(sum.Right + t.Value.Right, sum.Said + t.Value.Said, sum.Due + t.Value.Due));

    /// <summary>Adds a page.</summary>
    public void Add(CorpusPage page, PageReading reading)
    {
        var left = reading.Proposals.ToList();
        var found = 0;
        foreach (var due in page.Key.Partners)
        {
            if (left.FirstOrDefault(p => IsSame(due, p)) is not { } proposal)
            {
                _faults.Add($"{page.Name}: {due.Name} is missing");
                continue;
            }

            left.Remove(proposal);
            found++;
            Compare(page, due, proposal);
        }

        Count("partners", page, found, reading.Proposals.Count, page.Key.Partners.Count);
        foreach (var extra in left) _faults.Add($"{page.Name}: {extra.Name} ({extra.Country}) is no partner: {string.Join("; ", extra.Because)}");
    }

    private void Compare(CorpusPage page, CorpusPartner due, Proposal said)
    {
        One("country", page, due, said.Country, due.Country);
        One("level", page, due, said.Level, due.Level ?? "municipality");
        One("address", page, due, Plain(said.Address), Plain(due.Address));
        One("website", page, due, Plain(Site(said.Website)), Plain(Site(due.Website)));
        One("email", page, due, said.Email, due.Email);
        One("phone", page, due, Plain(said.Phone), Plain(due.Phone));
        One("mayor", page, due, Plain(said.Mayor), Plain(due.Mayor));
        One("population", page, due, said.Population?.ToString(CultureInfo.InvariantCulture), due.Population?.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < Math.Max(due.Agreements.Count, said.Agreements.Count); i++)
        {
            var (one, other) = (said.Agreements.ElementAtOrDefault(i), due.Agreements.ElementAtOrDefault(i));
            if (other is null) continue;
            One("kind", page, due, one?.Kind, other.Kind);
            One("status", page, due, one?.Status, other.Status);
        }

        Many("decision", page, due, said.Agreements.Select(a => Number(a.Decision)).OfType<string>(), due.Agreements.Select(a => Number(a.Decision)).OfType<string>());
        Many("dates", page, due, said.Agreements.SelectMany(a => a.Dates).SelectMany(d => Dates(d.Role, d.Date.ToString())), due.Agreements.SelectMany(a => a.Dates).SelectMany(d => Dates(d.Role, d.Date)));
    }

    /// <summary>An address as it is typed: what stands before its host says nothing of the page.</summary>
    private static string? Site(string? website) => website is null ? null : website[(website.IndexOf("://", StringComparison.Ordinal) is var at and > 0 ? at + 3 : 0)..];

    private static bool IsSame(CorpusPartner due, Proposal said)
    {
        var names = said.Directory.Count == 1 ? new[] { said.Name, said.Directory[0].Name } : [said.Name];
        return due.Names.Any(d => names.Any(s => Core(d) == Core(s) || Folding.Of(d) == Folding.Of(s)));
    }

    private static string Core(string name) => string.Join(' ', Folding.Of(name).Split(' ').Where(w => !Generic.Contains(w)));

    private static string? Plain(string? text) => text is null ? null : Folding.Of(text);

    /// <summary>A decision's number without the word before it.</summary>
    private static string? Number(string? decision) => decision is null ? null : BeforeNumber().Replace(decision, "").Replace(" ", "", StringComparison.Ordinal).TrimEnd('.') is var number && number.IndexOf(')', StringComparison.Ordinal) is var bracket and > 0 ? number[..(bracket + 1)] : number;

    private static IEnumerable<string> Dates(string role, string date) =>
        date is [_, _, _, _, '/', _, _, _, _] ? ["signed " + date[..4], "ended " + date[5..]] : [role + " " + date];

    private void One(string field, CorpusPage page, CorpusPartner due, string? said, string? right)
    {
        if (said is null && right is null) return;
        Count(field, page, said == right ? 1 : 0, said is null ? 0 : 1, right is null ? 0 : 1);
        if (said != right) _faults.Add($"{page.Name}: {due.Name}: {field} is {right ?? "not there"}, not {said ?? "nothing"}");
    }

    private void Many(string field, CorpusPage page, CorpusPartner due, IEnumerable<string> said, IEnumerable<string> right)
    {
        var (one, other) = (said.ToHashSet(), right.ToHashSet());
        Count(field, page, one.Intersect(other).Count(), one.Count, other.Count);
        if (!one.SetEquals(other)) _faults.Add($"{page.Name}: {due.Name}: {field} are {string.Join(", ", other)}, not {string.Join(", ", one)}");
    }

    private void Count(string field, CorpusPage page, double right, double said, double due)
    {
        var key = (field, page.Key.Language);
        var sum = _tallies.GetValueOrDefault(key, new Tally(0, 0, 0));
        _tallies[key] = new Tally(sum.Right + right, sum.Said + said, sum.Due + due);
    }

    [GeneratedRegex(@"\A(?:[^\dIVXLC§]|[IVXLC](?![IVXLC]*\s?/))*", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeNumber();
}
