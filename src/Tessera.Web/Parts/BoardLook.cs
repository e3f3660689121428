using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Tessera.Domain.Calendar;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Planning.Programmes;

namespace Tessera.Web.Parts;

/// <summary>What is asked of the board.</summary>
/// <param name="AsTable">The plain table rather than the weeks.</param>
/// <param name="Page">Of the conflicts.</param>
public sealed record BoardFilter(DateOnly? From = null, DateOnly? To = null, string? Organiser = null, string? Audience = null, bool AsTable = false, int Page = 1)
{
    /// <summary>Conflicts on a page.</summary>
    public const int PageSize = 40;

    /// <summary>Does it leave programmes out?</summary>
    public bool Narrows => Organiser is not null || Audience is not null;

    /// <summary>As an address asks; what cannot be read asks nothing.</summary>
    public static BoardFilter Read(IQueryCollection query) => new(
        Day(query["from"]), Day(query["to"]), FormTexts.OrNull(query["organiser"]), Words<ProgrammeAudience>.TryParse(query["audience"], out _) ? query["audience"].ToString() : null,
        query["view"] == "table", int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);

    /// <summary>The query that asks this of a page.</summary>
    public string On(string address)
    {
        (string, string?)[] parts = [("from", Text(From)), ("to", Text(To)), ("organiser", Organiser), ("audience", Audience), ("view", AsTable ? "table" : null), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null)];
        return parts.Aggregate(address, (a, p) => p.Item2 is null ? a : QueryHelpers.AddQueryString(a, p.Item1, p.Item2));
    }

    /// <summary>Is the programme one of those that are asked for? What is for everybody is for each.</summary>
    public bool Takes(SeasonEntry entry) =>
        (Organiser is null || entry.Organiser.Key == Organiser) && (Audience is null || entry.Said.Audiences.Count == 0 || entry.Said.Audiences.Contains(Audience));

    /// <summary>The address of a table of the same as a file.</summary>
    public string File(string address, string kind, string ending) => QueryHelpers.AddQueryString(On(address), new Dictionary<string, string?> { ["handler"] = "File", ["kind"] = kind, ["ending"] = ending });

    /// <summary>A day as an address and a date field have it.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is { Length: > 0 } ? ActivityTime.DayOf(text) : null;
}

/// <summary>A season as a page of the board shows it to somebody.</summary>
/// <param name="Address">Of the page, to which the filter is sent.</param>
/// <param name="HrefOf">Where a programme leads; null for nowhere.</param>
public sealed record BoardLook(SeasonBoard Season, BoardFilter Filter, BoardSentences Say, string Address, Func<SeasonEntry, string?> HrefOf)
{
    private readonly Lazy<ILookup<int, Conflict>> _byEntry = new(Season.ByEntry);

    /// <summary>The places in the season of the programmes that are asked for and that the reader sees.</summary>
    public IReadOnlyList<int> Shown { get; } = [.. Enumerable.Range(0, Season.Entries.Count).Where(i => IsAsked(Season.Entries[i], Filter, Say) && Say.Shows(Season.Entries[i]))];

    /// <summary>The conflicts of those, the heaviest first; a conflict with what the reader does not see is left out.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; } = Heaviest(Season, Filter, Say);

    /// <summary>Pages of conflicts.</summary>
    public int Pages => Math.Max(1, (Conflicts.Count + BoardFilter.PageSize - 1) / BoardFilter.PageSize);

    /// <summary>The conflicts of the page that is asked for.</summary>
    public IEnumerable<ConflictReason> Reasons => Conflicts.Skip((Filter.Page - 1) * BoardFilter.PageSize).Take(BoardFilter.PageSize).Select(Season.Reason);

    /// <summary>What they add up to.</summary>
    public SeasonTotals Totals => SeasonTotals.Of(ConflictTotals.Of([.. Conflicts]));

    /// <summary>How many conflicts a programme has that the reader sees.</summary>
    public int ConflictsOf(int entry) => _byEntry.Value[entry].Count(IsSeen);

    /// <summary>The visitors that those would cost.</summary>
    public double LostBy(int entry) => _byEntry.Value[entry].Where(IsSeen).Sum(c => c.VisitorsLost);

    private bool IsSeen(Conflict conflict) => conflict.IsWithDay || (Say.Shows(Season.Entries[conflict.First]) && Say.Shows(Season.Entries[conflict.Second]));

    /// <summary>Whose programme a hint is of cannot be found out by asking for each organiser.</summary>
    private static bool IsAsked(SeasonEntry entry, BoardFilter filter, BoardSentences say) => filter.Takes(entry) && (filter.Organiser is null || say.Names(entry));

    private static List<Conflict> Heaviest(SeasonBoard season, BoardFilter filter, BoardSentences say)
    {
        bool IsShown(int entry) => say.Shows(season.Entries[entry]);
        return [.. season.Conflicts.Where(c => c.IsWithDay ? IsShown(c.First) && IsAsked(season.Entries[c.First], filter, say) : IsShown(c.First) && IsShown(c.Second) && (IsAsked(season.Entries[c.First], filter, say) || IsAsked(season.Entries[c.Second], filter, say))).OrderByDescending(c => c.Weight)];
    }
}

/// <summary>A day of the board.</summary>
public sealed record BoardDay(DateOnly Day, IReadOnlyList<int> Entries, IReadOnlyList<SeasonDay> Facts);

/// <summary>The board as weeks from Monday on; weeks in which nothing is are left out.</summary>
public static class BoardWeeks
{
    private const int DaysOfWeek = 7;

    /// <summary>What lasts longer stands on its first day alone.</summary>
    private const int MostDays = 4;

    /// <summary>The weeks of the season. Linear in days and programmes.</summary>
    public static IReadOnlyList<IReadOnlyList<BoardDay>> Of(BoardLook look)
    {
        var byDay = new Dictionary<DateOnly, List<int>>();
        foreach (var entry in look.Shown)
        {
            var dates = look.Season.Entries[entry].Dates;
            var last = dates.LastDay.DayNumber - dates.FirstDay.DayNumber >= MostDays ? dates.FirstDay : dates.LastDay;
            for (var day = dates.FirstDay; day <= last; day = day.AddDays(1))
            {
                if (!byDay.TryGetValue(day, out var list)) byDay[day] = list = [];
                list.Add(entry);
            }
        }

        if (byDay.Count == 0) return [];
        var (first, end) = (byDay.Keys.Min(), byDay.Keys.Max());
        var weeks = new List<IReadOnlyList<BoardDay>>();
        for (var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % DaysOfWeek)); monday <= end; monday = monday.AddDays(DaysOfWeek))
        {
            var week = Enumerable.Range(0, DaysOfWeek).Select(i => monday.AddDays(i)).Select(d => new BoardDay(d, byDay.GetValueOrDefault(d) ?? [], FactsOn(look.Season, d))).ToList();
            if (week.Any(d => d.Entries.Count > 0)) weeks.Add(week);
        }

        return weeks;
    }

    private static List<SeasonDay> FactsOn(SeasonBoard season, DateOnly day) => [.. season.Days.Where(d => d.First <= day && d.Last >= day)];
}
