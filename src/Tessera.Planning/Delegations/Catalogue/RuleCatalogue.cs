using System.Globalization;

namespace Tessera.Planning.Delegations.Catalogue;

/// <summary>A number of a body's rules with the time it holds and where it was read. A caller may put its own before it.</summary>
/// <param name="Body">congress, committee-of-the-regions or cemr-policy-committee.</param>
/// <param name="Scope">A country's code, or a bracket; empty for all.</param>
/// <param name="From">First day; none means not known.</param>
/// <param name="To">Last day; none means still.</param>
/// <param name="Source">Address; empty where it is general knowledge.</param>
/// <param name="IsVerified">Was it read at the source? Otherwise it is to be shown as not verified.</param>
public sealed record CatalogueRule(
    string Body, string Scope, string Parameter, int Value, string Unit, DateOnly? From, DateOnly? To, string Source, bool IsVerified, string Note)
{
    public bool HoldsOn(DateOnly day) => !(From > day) && !(To < day);
}

/// <summary>The defaults that the program brings along, as dated data: seats, shares, terms of the Congress, the Committee of the Regions and CEMR's Policy Committee.</summary>
public static class RuleCatalogue
{
    private static readonly Lazy<List<CatalogueRule>> Read = new(ReadAll);

    public static IReadOnlyList<CatalogueRule> All => Read.Value;

    /// <summary>What holds for a body on a day.</summary>
    public static IEnumerable<CatalogueRule> Of(string body, DateOnly day) => All.Where(r => r.Body == body && r.HoldsOn(day));

    /// <summary>The value of a parameter on a day, the scope's own before that for all; null where nothing is known.</summary>
    public static CatalogueRule? Find(string body, string parameter, string scope, DateOnly day) =>
        Of(body, day).Where(r => r.Parameter == parameter && (r.Scope == scope || r.Scope.Length == 0)).OrderByDescending(r => r.Scope.Length).FirstOrDefault();

    private static List<CatalogueRule> ReadAll()
    {
        using var reader = new StreamReader(typeof(RuleCatalogue).Assembly.GetManifestResourceStream("Delegations.rules.csv")!);
        var rules = new List<CatalogueRule>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line) rules.Add(Rule(Cells(line)));
        return rules;
    }

    private static CatalogueRule Rule(List<string> cells) => new(
        cells[0], cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], Day(cells[5]), Day(cells[6]), cells[7], cells[9] == "read", cells[10]);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(c);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
