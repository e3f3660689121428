using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Calendars;

/// <summary>A part of a VTIMEZONE: from when on, and when again, the clocks go from one offset to another.</summary>
internal sealed record Observance(DateTime Start, TimeSpan From, TimeSpan To, IReadOnlyList<RecurrenceRule> Rules, IReadOnlyList<DateTime> Added);

/// <summary>
/// A zone by the VTIMEZONE of a file. Named before its rules are known, for they may stand behind the events; without rules it is where
/// the reader is. Changes of clock are worked out once, up to <see cref="LastYear"/> and <see cref="MostChanges"/>; afterwards the last
/// offset stays. A question costs the logarithm of the number of changes.
/// </summary>
internal sealed class FileZone(string name, Zone elsewhere) : Zone(name, isForeign: true)
{
    /// <summary>The last year whose changes of clock are known.</summary>
    public const int LastYear = 2150;

    /// <summary>More than any place on earth has had.</summary>
    public const int MostChanges = 4_000;

    private IReadOnlyList<Observance> _observances = [];
    private (DateTime Utc, TimeSpan To)[]? _changes;

    public bool IsKnown => _observances.Count > 0;

    public void Define(IReadOnlyList<Observance> observances)
    {
        if (!IsKnown) _observances = observances;
    }

    public override TimeSpan OffsetAt(DateTime utc)
    {
        if (!IsKnown) return elsewhere.OffsetAt(utc);
        var changes = _changes ??= Changes();
        var (low, high) = (0, changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (changes[middle].Utc <= utc) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? _observances.MinBy(o => o.Start)!.From : changes[low - 1].To;
    }

    private (DateTime Utc, TimeSpan To)[] Changes() =>
        [.. _observances.SelectMany(o => Times(o).Select(wall => (Utc: Instant(wall, o.From), o.To))).OrderBy(c => c.Utc).Take(MostChanges)];

    private static IEnumerable<DateTime> Times(Observance observance)
    {
        var before = Fixed("", observance.From);
        return observance.Rules.SelectMany(r => r.Occurrences(observance.Start, before).TakeWhile(t => t.Year <= LastYear).Take(MostChanges))
            .Concat(observance.Added).Append(observance.Start).Distinct();
    }

    private static DateTime Instant(DateTime wall, TimeSpan offset) =>
        new(Math.Clamp(wall.Ticks - offset.Ticks, 0, DateTime.MaxValue.Ticks));
}
