using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Calendar.Holidays;

/// <summary>
/// The public holidays of the countries of Europe and its neighbours, from the data that this assembly carries (holidays.tsv, which names its source and
/// licence; names.tsv adds names in the interface's languages): whole days that hold in all of a country, with movable feasts and substitute days. Regions' own days, half days and what a government moves from
/// year to year are not in it. Asking costs the rules of one country.
/// </summary>
public static class PublicHolidays
{
    /// <summary>The first and last year that the data knows; others have no holidays here.</summary>
    public const int FirstYear = 2024;

    /// <inheritdoc cref="FirstYear" />
    public const int LastYear = 2040;

    private static readonly Lazy<ILookup<string, Entry>> Entries = new(Read);

    /// <summary>The countries that the data knows, by code.</summary>
    public static IReadOnlyList<CountryCode> Countries { get; } = [.. Entries.Value.Select(e => new CountryCode(e.Key)).OrderBy(c => c.Value, StringComparer.Ordinal)];

    /// <summary>A country's holidays of a year, ascending; none of a country or year that the data does not know. Two may fall on one day.</summary>
    public static IReadOnlyList<PublicHoliday> Of(CountryCode country, int year)
    {
        if (year is < FirstYear or > LastYear) return [];
        return [.. from entry in Entries.Value[country.Value]
                   from rule in entry.Rules
                   let day = rule.In(year)
                   where day is not null
                   orderby day.Value, entry.IsSubstitute
                   select new PublicHoliday(country, day.Value, entry.Name, entry.IsSubstitute)];
    }

    /// <summary>A country's holidays from one day to another, both included, ascending.</summary>
    public static IEnumerable<PublicHoliday> Between(CountryCode country, DateOnly first, DateOnly last) =>
        Enumerable.Range(first.Year, Math.Max(0, last.Year - first.Year + 1)).SelectMany(year => Of(country, year)).Where(h => h.Day >= first && h.Day <= last);

    private static ILookup<string, Entry> Read()
    {
        var translated = Rows("HolidayNames").ToDictionary(r => r[0], r => new[] { KeyValuePair.Create("hu", r[1]), KeyValuePair.Create("sv", r[2]), KeyValuePair.Create("ro", r[3]) }, StringComparer.Ordinal);
        return Rows("Holidays").ToLookup(r => r[0], r => new Entry(r[0], r[1].Length > 0, NamesOf(r[2], translated), [.. r[3].Split(' ').Select(HolidayRule.Parse)]), StringComparer.Ordinal);
    }

    private static LocalText NamesOf(string said, Dictionary<string, KeyValuePair<string, string>[]> translated)
    {
        var names = said.Split(';').Select(name => name.Split('=')).ToDictionary(name => name[0], name => name[1], StringComparer.Ordinal);
        foreach (var (language, name) in translated.GetValueOrDefault(names.GetValueOrDefault("en", ""), [])) names.TryAdd(language, name);
        return new LocalText(names);
    }

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var reader = new StreamReader(typeof(PublicHolidays).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) yield return line.Split('\t');
        }
    }

    private sealed record Entry(string Country, bool IsSubstitute, LocalText Name, HolidayRule[] Rules);
}
