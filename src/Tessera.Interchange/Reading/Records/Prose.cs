using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Finds partners named within sentences. Names and countries are paired by where they stand: "Rehna in Germany", "Rehna (Germany)", "Germany: Rehna, Ratzeburg"; which of the two comes first is told by the
/// sentence itself. A name without a country counts only when the directory knows it abroad.
/// </summary>
internal sealed class Prose(string text, string? homeCountry)
{
    private const int WidestGap = 6;
    private const int Beside = 16;
    private const int LongestClause = 60;
    private const int LeastAbroad = 5_000;

    /// <summary>The partners of a stretch, each with the clause it stands in. A country above the paragraph is that of the names it has.</summary>
    public IEnumerable<(NameSpan Name, Mention? Country, IReadOnlyList<Stretch> Clauses)> Read(Line line, int start, int end, IReadOnlyList<NameSpan> names, Mention? above)
    {
        var partners = Partners(line, start, end, names, above);
        var clauses = new List<Stretch>();
        for (var i = 0; i < partners.Count; i++)
        {
            var name = partners[i].Name;
            var from = i == 0 ? start : Math.Max(start, Clause(line, partners[i - 1].Name.End, name.Start));
            var to = i + 1 < partners.Count ? Clause(line, name.End, partners[i + 1].Name.Start) : end;
            clauses.Add(new Stretch(line, Math.Min(from, name.Start), Math.Max(to, name.End), true));
        }

        return partners.Select((p, i) => (p.Name, p.Country, Shared(line, partners, clauses, i)));
    }

    /// <summary>"Esbjerg in Denmark, Lappeenranta and Stavanger in Norway have been our twin towns since 1946": what stands behind the last of several names is said of all.</summary>
    private static IReadOnlyList<Stretch> Shared(Line line, List<(NameSpan Name, Mention? Country)> partners, List<Stretch> clauses, int i)
    {
        var last = i;
        while (last + 1 < partners.Count && AreListed(line, partners[last].Name.End, partners[last + 1].Name.Start)) last++;
        if (last == i || clauses[i].Mentions.Any(m => m.Key is Says.Date or Says.Status) || !line.All("and").Any(a => a.Start >= partners[i].Name.End && a.End <= partners[last].Name.Start)) return [clauses[i]];
        var (name, clause) = (partners[last].Name, clauses[last]);
        return [clauses[i], clause with { Start = name.End }];
    }

    /// <summary>Are two names parted by nothing but their countries, commas and "and"?</summary>
    private static bool AreListed(Line line, int from, int to) =>
        line.Tokens.Where(t => t.Start >= from && t.End <= to).All(t => t.Is(',') || t.Is('(') || t.Is(')') || line.IsWithin(t, "and", Says.Country, "country-adjective", Says.Level, "in"));

    private List<(NameSpan Name, Mention? Country)> Partners(Line line, int start, int end, IReadOnlyList<NameSpan> names, Mention? above)
    {
        var inside = names.Where(n => n.Start >= start && n.End <= end).ToList();
        var countries = line.All(Says.Country).Where(c => c.Start >= start && c.End <= end && !IsCounted(line, c)).ToList();
        var isCountryFirst = IsCountryFirst(line, inside, countries);
        var found = new List<(NameSpan Name, Mention? Country)>();
        for (var i = 0; i < inside.Count; i++)
        {
            var country = Adjective(line, inside[i]) ?? (isCountryFirst ? Before(countries, inside[i]) : After(line, countries, inside, i)) ?? (above is not null && inside[i].IsIn(above.Value) ? above : null);
            if (country is null ? !IsAbroad(inside[i]) : !(IsLikely(line, inside[i], country) || IsJoinedToPlace(line, inside, i, country)) || IsQualifier(inside, i, country)) continue;
            if (found.Exists(f => f.Name.IsSame(inside[i]))) continue;
            if (i > 0 && IsAlias(inside[i - 1], inside[i])) continue;
            if (IsInstitutions(line, start, inside[i]) || IsRegionOf(line, inside, i) || IsLandmark(line, inside[i]) || IsOwnCounty(line, inside[i])) continue;
            found.Add((inside[i], country));
        }

        return found;
    }

    /// <summary>The sentences of a line.</summary>
    public static IEnumerable<(int Start, int End)> Sentences(Line line)
    {
        var start = line.Start;
        for (var i = 0; i + 1 < line.Tokens.Count; i++)
        {
            if (!line.Tokens[i].Is('.') && !line.Tokens[i].Is('!') && !line.Tokens[i].Is('?')) continue;
            var next = line.Tokens[i + 1];
            var before = i > 0 ? line.Tokens[i - 1] : default;
            if (!next.IsWord || !next.IsCapital || (i > 0 && before.Kind != TokenKind.Sign && before.Folded.Length < 3) || line.Mentions.Any(m => m.Start < next.Start && m.End > line.Tokens[i].Start)) continue;
            yield return (start, line.Tokens[i].End);
            start = next.Start;
        }

        yield return (start, line.End);
    }

    /// <summary>Where one name's words end and the next one's begin: at the last sign between them, or at an "and" behind it that a date comes before ("since 1992 and with Killarney").</summary>
    private int Clause(Line line, int from, int to)
    {
        var sign = to;
        for (var at = to - 1; at > from && sign == to; at--)
        {
            if (text[at] is ',' or ';' or '.' or ':' or '•' or '·' or '|') sign = at;
        }

        var since = sign == to ? from : sign;
        return line.All("and").LastOrDefault(a => a.Start > since && a.End <= to && line.All(Says.Date).Any(d => d.Start >= since && d.End <= a.Start))?.Start ?? sign;
    }

    private static bool IsCountryFirst(Line line, List<NameSpan> names, List<Mention> countries)
    {
        if (countries.Count == 0 || names.Count == 0) return false;
        if (countries[0].Start > names[0].Start) return false;
        var last = names[^1];
        return countries[^1].Start < last.Start || line.Tokens.Any(t => t.Is(':') && t.Start == countries[0].End);
    }

    /// <summary>"The Finnish town of Pori": an adjective of a country shortly before a name.</summary>
    private Mention? Adjective(Line line, NameSpan name) =>
        line.All("country-adjective").LastOrDefault(a => a.End <= name.Start && name.Start - a.End <= Beside && name.IsIn(a.Value)) ??
        line.All("country-adjective").FirstOrDefault(a => a.Start >= name.End && a.Start - name.End <= Beside && name.IsIn(a.Value) && text[name.End] == ',') ??
        line.All("country-adjective").LastOrDefault(a => name.Start - a.End == 1 && a.Value != homeCountry);

    private static Mention? Before(List<Mention> countries, NameSpan name) => countries.LastOrDefault(c => c.End <= name.Start);

    /// <summary>"13 Hungarian, 2 Italian": a number before a country counts partners and names none.</summary>
    private static bool IsCounted(Line line, Mention country) => line.Tokens.LastOrDefault(t => t.End <= country.Start) is { IsNumber: true, Folded.Length: < 4 };

    /// <summary>The country after a name; names joined by commas and "and" share the one after the last of them.</summary>
    private static Mention? After(Line line, List<Mention> countries, List<NameSpan> names, int i)
    {
        for (var n = i; n < names.Count; n++)
        {
            var country = countries.FirstOrDefault(c => c.Start >= names[n].End);
            if (country is null) return null;
            if (Words(line, names[n].End, country.Start) <= WidestGap && (n + 1 == names.Count || names[n + 1].Start > country.Start)) return country;
            if (n + 1 == names.Count || !AreJoined(line, names[n].End, names[n + 1].Start)) return null;
        }

        return null;
    }

    private static bool AreJoined(Line line, int from, int to) =>
        line.Tokens.Where(t => t.Start >= from && t.End <= to).All(t => t.Is(',') || line.IsWithin(t, "and", Says.Level, Says.Date, "in") || t.Is('(') || t.Is(')'));

    private static int Words(Line line, int from, int to) => line.Tokens.Count(t => t.Kind != TokenKind.Sign && t.Start >= from && t.End <= to && !line.IsWithin(t, "in", Says.Level, Says.Noise, "country-adjective"));

    private bool IsAbroad(NameSpan name) =>
        name.IsPlace && name.Places.All(p => p.Country != homeCountry) && name.Places[0].Population > LeastAbroad && (name.Nominative == name.Core || !IsAfterStop(name));

    /// <summary>A name that the directory does not know must stand right beside its country, and not at the beginning of a sentence.</summary>
    private bool IsLikely(Line line, NameSpan name, Mention country)
    {
        if (name.IsIn(country.Value)) return true;
        var gap = country.Start >= name.End ? country.Start - name.End : name.Start - country.End;
        var isFirst = name.Start == line.Start || IsAfterStop(name);
        if (Words(line, Math.Min(name.End, country.End), Math.Max(name.Start, country.Start)) > 0) return false;
        return gap <= Beside && (!isFirst || name.IsWide || gap <= 3) && (!name.IsPlace || name.Places.Count < 3);
    }

    /// <summary>An unknown name joined to one that the country knows: "with Gīterslo and Halle in Germany".</summary>
    private static bool IsJoinedToPlace(Line line, List<NameSpan> names, int i, Mention country) =>
        !names[i].IsPlace && ((i + 1 < names.Count && names[i + 1].IsIn(country.Value) && AreJoined(line, names[i].End, names[i + 1].Start)) || (i > 0 && names[i - 1].IsIn(country.Value) && AreJoined(line, names[i - 1].End, names[i].Start)));

    /// <summary>"The association ... helps the orphanage of Dapaong": what an institution does in a sentence that names no agreement binds no authority.</summary>
    private static bool IsInstitutions(Line line, int start, NameSpan name) =>
        line.All(Says.Level).Any(l => l.Value == "institution" && l.Start >= start && l.End <= name.Start) && !line.Mentions.Any(m => (m.IsInstrument || m.Key is Says.Role or Says.Date) && m.Start >= start && m.Start <= name.End + LongestClause);

    /// <summary>"Hannut, in the province of Liège": a county or region named behind a place says only where that lies.</summary>
    private static bool IsRegionOf(Line line, List<NameSpan> names, int i) =>
        i > 0 && names[i - 1].IsPlace && line.All(Says.Level).Any(l => Levels.Wide.Contains(l.Value) && l.Start >= names[i - 1].End && l.End <= names[i].End) &&
        line.Tokens.Where(t => t.Start >= names[i - 1].End && t.End <= names[i].Start).All(t => t.Is(',') || t.Is('(') || line.IsWithin(t, "in", "country-adjective", Says.Level) || t.Folded.Length <= 3);

    /// <summary>"Mediaș, județul Sibiu, România": the county of an authority of the office's own country.</summary>
    private bool IsOwnCounty(Line line, NameSpan name) =>
        homeCountry is not null && !name.IsWide && name.IsIn(homeCountry) && line.All(Says.Level).Any(l => Levels.Wide.Contains(l.Value) && name.Start - l.End == 1);

    /// <summary>"West of Munich", "a Párizs melletti": a place by which another one is found.</summary>
    private static bool IsLandmark(Line line, NameSpan name) =>
        line.All("near").Any(n => n.Value.Length == 0 ? name.Start - n.End is > 0 and <= 2 : n.Start - name.End is > 0 and <= 2);

    /// <summary>"Sibiu (Hermannstadt)": the same place in another language.</summary>
    private static bool IsAlias(NameSpan one, NameSpan other) => other.Start - one.End <= 3 && one.SharesPlace(other);

    /// <summary>Are two names parted by a single small word, such as "with"?</summary>
    public static bool IsNext(Line line, NameSpan one, NameSpan other)
    {
        var between = line.Tokens.Where(t => t.Start >= one.End && t.End <= other.Start).ToList();
        return between is [{ IsWord: true, IsCapital: false }] && !line.IsWithin(between[0], "and");
    }

    /// <summary>Does a sentence or line begin with the name?</summary>
    private bool IsAfterStop(NameSpan name)
    {
        var at = name.Start - 1;
        while (at >= 0 && text[at] == ' ') at--;
        return at < 0 || text[at] is '.' or '!' or '?' or ':' or '\n';
    }

    /// <summary>"Stuttgart, Baden-Württemberg, Germany": a name between a place of the country and the country says only where it lies.</summary>
    private static bool IsQualifier(List<NameSpan> names, int i, Mention country) =>
        i > 0 && !names[i].IsPlace && country.Start >= names[i].End && country.Start - names[i].End <= 4 && names[i - 1].IsIn(country.Value) && names[i].Start - names[i - 1].End <= 4;
}
