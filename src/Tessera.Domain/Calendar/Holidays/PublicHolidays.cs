using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Calendar.Holidays;

/// <summary>
/// The public holidays of the countries of Europe and its neighbours, from the data that this assembly carries (holidays.tsv, which names its source and
/// licence): whole days that hold in all of a country, with movable feasts and substitute days. Regions' own days, half days and what a government moves from
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
        using var reader = new StreamReader(typeof(PublicHolidays).Assembly.GetManifestResourceStream("Holidays")!);
        var entries = new List<Entry>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            var names = cells[2].Split(';').Select(name => name.Split('=')).Select(name => KeyValuePair.Create(name[0], name[1]));
            entries.Add(new Entry(cells[0], cells[1].Length > 0, new LocalText(names), [.. cells[3].Split(' ').Select(HolidayRule.Parse)]));
        }

        return entries.ToLookup(e => e.Country, StringComparer.Ordinal);
    }

    private sealed record Entry(string Country, bool IsSubstitute, LocalText Name, HolidayRule[] Rules);
}
