using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>One time that something takes place, with the entry that describes it then.</summary>
/// <param name="End">As the entry says for this occurrence.</param>
public sealed record DatedEntry(CalendarEntry Entry, Occurrence Occurrence, Moment End);

/// <summary>
/// All entries of one UID: the series, and its occurrences that differ. Of two that mean the same the higher SEQUENCE counts, then the
/// later DTSTAMP, then the later in the file.
/// </summary>
/// <param name="Whole">The series or single event; null where a file has only changed occurrences.</param>
public sealed record CalendarSeries(string Uid, CalendarEntry? Whole, IReadOnlyList<CalendarEntry> Changes)
{
    /// <summary>Gathers a file's entries; those without UID stay alone. In the order in which each first stands in the file.</summary>
    public static IReadOnlyList<CalendarSeries> Of(IReadOnlyList<CalendarEntry> entries)
    {
        var alone = entries.Where(e => e.Uid.Length == 0).Select(e => (e.Line, Series: new CalendarSeries("", e, [])));
        var gathered = entries.Where(e => e.Uid.Length > 0).GroupBy(e => (e.Uid, e.Kind)).Select(g => (g.First().Line, Series: Gather(g.Key.Uid, [.. g])));
        return [.. gathered.Concat(alone).OrderBy(s => s.Line).Select(s => s.Series)];
    }

    /// <summary>What begins from <paramref name="from"/> to before <paramref name="to"/>, by instant; lazy, so take as many as there is room for.</summary>
    /// <param name="local">Where whole days and floating times are.</param>
    public IEnumerable<DatedEntry> Between(DateTimeOffset from, DateTimeOffset to, Zone local)
    {
        var entries = new Dictionary<ChangedOccurrence, CalendarEntry>(ReferenceEqualityComparer.Instance);
        foreach (var change in Changes)
        {
            if (change.RecurrenceId is { } of) entries[new(of, change.Start ?? of, change.IsAndFuture)] = change;
        }

        var set = Whole?.Start is { } start
            ? new RecurrenceSet(start) { Rules = Whole.Rules, Added = Whole.Added, Excepted = Whole.Excepted, Changed = [.. entries.Keys] }
            : entries.Keys.FirstOrDefault() is { } first ? new RecurrenceSet(first.Of) { Changed = [.. entries.Keys] } : null;
        return set is null ? [] : set.Between(from, to, local).Select(o => Dated(o, o.Change is { } change ? entries[change] : Whole!));
    }

    private static DatedEntry Dated(Occurrence occurrence, CalendarEntry entry) =>
        new(entry, occurrence, occurrence.Length is { } own ? occurrence.Start.Plus(own) : entry.EndOf(occurrence.Start));

    private static CalendarSeries Gather(string uid, List<CalendarEntry> entries)
    {
        var latest = entries.GroupBy(e => e.RecurrenceId).Select(g => g.OrderBy(e => e.Sequence).ThenBy(e => e.Stamp).Last()).ToList();
        return new(uid, latest.Find(e => e.RecurrenceId is null), [.. latest.Where(e => e.RecurrenceId is not null)]);
    }
}
