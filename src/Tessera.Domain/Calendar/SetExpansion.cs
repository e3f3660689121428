namespace Tessera.Domain.Calendar;

/// <summary>
/// Expands a <see cref="RecurrenceSet"/>. The changes with THISANDFUTURE cut the set into stretches, each moved by one distance; within a
/// stretch rules and dates are merged in order, and the stretches and single changes are merged by instant.
/// </summary>
internal sealed class SetExpansion
{
    private readonly RecurrenceSet _set;
    private readonly Zone _local;
    private readonly HashSet<DateTime> _excepted;
    private readonly HashSet<DateTime> _exceptedDays;
    private readonly Dictionary<DateTime, ChangedOccurrence> _changed = [];
    private readonly List<AddedDate> _added;

    public SetExpansion(RecurrenceSet set, Zone local)
    {
        (_set, _local) = (set, local);
        _excepted = [.. set.Excepted.Where(e => !e.IsDay || set.Start.IsDay).Select(Wall)];
        _exceptedDays = [.. set.Excepted.Where(e => e.IsDay && !set.Start.IsDay).Select(e => e.Wall)];
        foreach (var change in set.Changed) _changed[Wall(change.Of)] = change;
        _added = [.. set.Added.Append(new(set.Start)).OrderBy(a => Wall(a.Start)).ThenBy(a => a.Length is null)];
    }

    public IEnumerable<Occurrence> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var streams = Stretches(from, to).Append(Singles());
        return Ordered.Merge(streams, o => o.Instant).SkipWhile(o => o.Instant < from).TakeWhile(o => o.Instant < to);
    }

    /// <summary>Single changes, and those that begin a stretch.</summary>
    private IEnumerable<Occurrence> Singles() =>
        _changed.Values.Select(c => new Occurrence(c.Of, c.Start, c.Start.ToInstant(_local), c, null)).OrderBy(o => o.Instant);

    private IEnumerable<IEnumerable<Occurrence>> Stretches(DateTimeOffset from, DateTimeOffset to)
    {
        var cuts = _changed.Where(c => c.Value.AndFuture).OrderBy(c => c.Key).ToList();
        for (var i = -1; i < cuts.Count; i++)
        {
            var (begin, change) = i < 0 ? (DateTime.MinValue, null) : (cuts[i].Key, cuts[i].Value);
            yield return InOrder(Stretch(begin, i + 1 < cuts.Count ? cuts[i + 1].Key : DateTime.MaxValue, change, (from, to)));
        }
    }

    /// <summary>What lies from one cut to the next, moved as the first of them was; a day more on either side than the window, for zones.</summary>
    private IEnumerable<Occurrence> Stretch(DateTime begin, DateTime end, ChangedOccurrence? change, (DateTimeOffset From, DateTimeOffset To) window)
    {
        var moved = change is null ? TimeSpan.Zero : change.Start.Wall - begin;
        var first = Zone.Moved(window.From.UtcDateTime, -TimeSpan.FromDays(2) - moved);
        var last = Zone.Moved(window.To.UtcDateTime, TimeSpan.FromDays(2) - moved);
        foreach (var (wall, length) in Base(first > begin ? first : begin, last))
        {
            if (wall >= end || wall > last) yield break;
            if (wall < begin || IsLeftOut(wall)) continue;
            var meant = _set.Start.With(wall);
            var start = change is null ? meant : change.Start.With(Zone.Moved(wall, moved));
            yield return new(meant, start, start.ToInstant(_local), change, length);
        }
    }

    /// <summary>
    /// By instant, each instant once: where clocks go forward, wall times that do not exist are moved behind later ones, and are held back
    /// until their turn.
    /// </summary>
    private IEnumerable<Occurrence> InOrder(IEnumerable<Occurrence> stretch)
    {
        var held = new PriorityQueue<Occurrence, DateTimeOffset>();
        DateTimeOffset? before = null;
        foreach (var next in stretch)
        {
            held.Enqueue(next, next.Instant);
            if (IsMoved(next)) continue;
            while (held.TryPeek(out var first, out var instant) && instant <= next.Instant)
            {
                held.Dequeue();
                if (instant != before) yield return first;
                before = instant;
            }
        }

        while (held.TryDequeue(out var first, out var instant))
        {
            if (instant != before) yield return first;
            before = instant;
        }
    }

    private bool IsMoved(Occurrence one) => (one.Start.Zone ?? _local).ToWall(one.Instant.UtcDateTime) != one.Start.Wall;

    private bool IsLeftOut(DateTime wall) => _excepted.Contains(wall) || _changed.ContainsKey(wall) || (_exceptedDays.Count > 0 && _exceptedDays.Contains(wall.Date));

    /// <summary>Rules and dates in the order of their wall times, each time once; a date with its own length wins.</summary>
    private IEnumerable<(DateTime Wall, Span? Length)> Base(DateTime from, DateTime to)
    {
        var zone = _set.Start.Zone;
        var streams = _set.Rules.Select(r => r.Occurrences(_set.Start.Wall, zone, from, to).Select(w => (Wall: w, Length: (Span?)null)))
            .Prepend(_added.Select(a => (Wall: Wall(a.Start), a.Length)).SkipWhile(a => a.Wall < from));
        DateTime? before = null;
        foreach (var next in Ordered.Merge(streams, o => o.Wall))
        {
            if (next.Wall == before) continue;
            before = next.Wall;
            yield return next;
        }
    }

    /// <summary>The wall time in the set's own zone; of sets of whole days, the day.</summary>
    private DateTime Wall(Moment moment) => _set.Start.IsDay ? moment.Wall.Date : _set.Start.WallOf(moment);
}

/// <summary>Merging of streams that are in order.</summary>
internal static class Ordered
{
    /// <summary>All of them in order; of equal ones the earlier stream's first. Lazy; a step costs the logarithm of the number of streams.</summary>
    public static IEnumerable<T> Merge<T, TKey>(IEnumerable<IEnumerable<T>> streams, Func<T, TKey> key)
    {
        var all = streams.Select(s => s.GetEnumerator()).ToList();
        try
        {
            var heads = new PriorityQueue<int, (TKey, int)>();
            for (var i = 0; i < all.Count; i++)
            {
                if (all[i].MoveNext()) heads.Enqueue(i, (key(all[i].Current), i));
            }

            while (heads.TryDequeue(out var next, out _))
            {
                yield return all[next].Current;
                if (all[next].MoveNext()) heads.Enqueue(next, (key(all[next].Current), next));
            }
        }
        finally
        {
            foreach (var one in all) one.Dispose();
        }
    }
}
