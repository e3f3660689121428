using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Storage;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>What taking a part of a series did to an activity, and how it was before.</summary>
internal sealed record TakenPart(string Uid, string Part, ActivityRecord Row, ActivityItem? Before, bool IsGone, int? Sequence, DateTimeOffset? Modified, byte[]? Hash);

/// <summary>Holds the series of a calendar against the activities that are known to be of it, by UID and part, and takes them over.</summary>
internal sealed class CalendarTaking
{
    private readonly TesseraDb _db;
    private readonly Guid? _feed;
    private readonly int _office;
    private readonly ILookup<string, CalendarMarkRow> _marks;
    private readonly Dictionary<Guid, ActivityRecord> _activities;
    private readonly HashSet<(string Uid, string Part)> _gone;

    private CalendarTaking(TesseraDb db, int office, Guid? feed, IReadOnlyList<CalendarMarkRow> marks, Dictionary<Guid, ActivityRecord> activities, HashSet<(string Uid, string Part)> gone) =>
        (_db, _office, _feed, _marks, _activities, _gone) = (db, office, feed, marks.ToLookup(m => m.Uid, StringComparer.Ordinal), activities, gone);

    /// <summary>Reads what is known.</summary>
    /// <param name="feed">Of the calendar that is followed; null for files.</param>
    /// <param name="uids">Of which UIDs; null for all of a calendar that is followed.</param>
    /// <param name="tracked">Shall it be changed?</param>
    public static async Task<CalendarTaking> OpenAsync(TesseraDb db, int office, Guid? feed, IReadOnlyList<string>? uids, bool tracked, CancellationToken cancellation)
    {
        var whole = ActivityDesk.Whole(db, tracked);
        var marks = await db.CalendarMarks.Where(m => m.FeedId == feed && (uids == null || uids.Contains(m.Uid))).OrderBy(m => m.Part).ToListAsync(cancellation);
        var ids = marks.Select(m => m.ActivityId).ToList();
        var activities = await whole.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var gone = await db.CalendarGone.AsNoTracking().Where(g => g.FeedId == feed).Select(g => new { g.Uid, g.Part }).ToListAsync(cancellation);
        return new CalendarTaking(db, office, feed, marks, activities, [.. gone.Select(g => (g.Uid, g.Part))]);
    }

    /// <summary>The series without what somebody has taken out by hand; null when that is all of it.</summary>
    public ProposedSeries? WithoutGone(ProposedSeries series)
    {
        if (_gone.Count == 0 || series.Parts.All(p => !_gone.Contains((series.Uid, p.Part)))) return series;
        var left = series.Parts.Where(p => !_gone.Contains((series.Uid, p.Part))).ToList();
        return left.Count == 0 ? null : series with { Parts = left };
    }

    /// <summary>How a series stands to what is there.</summary>
    public EntryPreview Preview(ProposedSeries series)
    {
        var known = _marks[series.Uid].ToList();
        var (state, whyNot) = StateOf(series, known);
        var time = series.Parts is [var first, ..] ? ActivityTime.Read(first.Item.StatedTime()) : null;
        return new EntryPreview(series.Uid, state, series.Line, series.Title, time, series.Parts.Count, state is EntryState.Changed ? Changes(series, known) : [], whyNot);
    }

    /// <summary>Takes a series over: adds, changes and removes its parts. What stands against a part is refused with the whole series, and nothing of it is changed.</summary>
    public async Task<(IReadOnlyList<TakenPart> Parts, CalendarFinding? WhyNot)> TakeAsync(ProposedSeries series, Func<ProposedActivity, ActivityItem> fresh, ActivityBatch batch, CancellationToken cancellation)
    {
        var known = _marks[series.Uid].ToDictionary(m => m.Part, StringComparer.Ordinal);
        var (state, whyNot) = StateOf(series, [.. known.Values]);
        if (state is EntryState.Refused or EntryState.Same) return ([], whyNot);
        var wanted = series.Parts.Select(p => (Proposed: p, Row: known.TryGetValue(p.Part, out var mark) ? _activities[mark.ActivityId] : null))
            .Select(w => (w.Proposed, w.Row, After: w.Row is null ? fresh(w.Proposed) : After(ActivityWriting.Item(w.Row), w.Proposed, known[w.Proposed.Part]))).ToList();
        foreach (var (_, _, after) in wanted)
        {
            if (await batch.WhyNotAsync(after, cancellation) is [var finding, ..]) return ([], new CalendarFinding(series.Line, finding.Code, series.Title) { AtTheOffice = finding });
        }

        var parts = new List<TakenPart>();
        foreach (var (proposed, row, after) in wanted) parts.Add(await PutAsync(series, proposed, row, after, known.GetValueOrDefault(proposed.Part), batch, cancellation));
        foreach (var gone in known.Values.Where(m => series.Parts.All(p => p.Part != m.Part))) parts.Add(await RemoveAsync(gone, batch, cancellation));
        return (parts, null);
    }

    /// <summary>What is to be done with activities whose UID the calendar has no more: what is over stays, since many calendars forget the past; what everybody may see is called off; the rest goes.</summary>
    public async Task<int> LetGoAsync(IReadOnlySet<string> said, DateOnly today, ActivityBatch batch, CancellationToken cancellation)
    {
        var gone = _marks.Where(m => !said.Contains(m.Key)).SelectMany(m => m).Select(m => (Mark: m, Row: _activities[m.ActivityId])).Where(g => !(g.Row.LastDay < today) && g.Row.Status is not ActivityStatus.Cancelled).ToList();
        foreach (var (mark, row) in gone)
        {
            var item = ActivityWriting.Item(row) with { Status = Words<ActivityStatus>.Write(ActivityStatus.Cancelled) };
            if (!row.IsPublic || (await batch.WhyNotAsync(item, cancellation)).Count > 0)
            {
                await batch.RemoveAsync(row, cancellation);
                continue;
            }

            await batch.PutAsync(row, item, cancellation);
            (mark.Hash, mark.Status) = ([], item.Status);
        }

        return gone.Count;
    }

    /// <summary>Shows all of them on the portal, or none; what the calendar calls private never.</summary>
    public async Task PublishAsync(bool isPublic, ActivityBatch batch, CancellationToken cancellation)
    {
        foreach (var mark in _marks.SelectMany(m => m)) await batch.PutAsync(_activities[mark.ActivityId], ActivityWriting.Item(_activities[mark.ActivityId]) with { Public = isPublic && !mark.IsPrivate }, cancellation);
    }

    /// <summary>Takes all of them out; those that people expect are the office's own from here on.</summary>
    public async Task RemoveAllAsync(ActivityBatch batch, CancellationToken cancellation)
    {
        foreach (var mark in _marks.SelectMany(m => m))
        {
            if (!await batch.RemoveAsync(_activities[mark.ActivityId], cancellation)) _db.Remove(mark);
        }
    }

    private async Task<TakenPart> PutAsync(ProposedSeries series, ProposedActivity proposed, ActivityRecord? row, ActivityItem after, CalendarMarkRow? mark, ActivityBatch batch, CancellationToken cancellation)
    {
        var before = row is null ? null : ActivityWriting.Item(row);
        var put = await batch.PutAsync(row, before is null ? after with { Key = await batch.FreeKeyAsync(after, cancellation) } : after, cancellation);
        var taken = new TakenPart(series.Uid, proposed.Part, put, before, false, mark?.Sequence, mark?.Modified, mark?.Hash);
        mark ??= _db.Add(new CalendarMarkRow { OfficeId = _office, ActivityId = put.Id, FeedId = _feed, Uid = series.Uid, Part = proposed.Part }).Entity;
        (mark.Sequence, mark.Modified, mark.Hash, mark.IsPrivate) = (series.Sequence, series.Modified, EntryMerging.HashOf(proposed.Item, proposed.IsPrivate), proposed.IsPrivate);
        mark.Status = proposed.Item.Status;
        return taken;
    }

    private async Task<TakenPart> RemoveAsync(CalendarMarkRow mark, ActivityBatch batch, CancellationToken cancellation)
    {
        var row = _activities[mark.ActivityId];
        var before = ActivityWriting.Item(row);
        return new TakenPart(mark.Uid, mark.Part, row, before, await batch.RemoveAsync(row, cancellation), mark.Sequence, mark.Modified, mark.Hash);
    }

    private (EntryState State, CalendarFinding? WhyNot) StateOf(ProposedSeries series, List<CalendarMarkRow> known)
    {
        if (series.WhyNot is { } refused) return (EntryState.Refused, refused);
        if (known.Count == 0) return (EntryState.New, null);
        var hashes = known.ToDictionary(m => m.Part, m => m.Hash, StringComparer.Ordinal);
        if (known.Count == series.Parts.Count && series.Parts.All(p => hashes.TryGetValue(p.Part, out var hash) && hash.AsSpan().SequenceEqual(EntryMerging.HashOf(p.Item, p.IsPrivate)))) return (EntryState.Same, null);
        var (sequence, modified) = (known.Max(m => m.Sequence), known.Max(m => m.Modified));
        // A calendar that is followed is what it is now; a file may be an old one.
        var isOlder = _feed is null && (series.Sequence < sequence || (series.Sequence == sequence && series.Modified < modified));
        return isOlder ? (EntryState.Refused, new CalendarFinding(series.Line, CalendarCodes.Older, series.Title)) : (EntryState.Changed, null);
    }

    private List<OfficeChange> Changes(ProposedSeries series, List<CalendarMarkRow> known) =>
        [.. series.Parts.Select(p => (Proposed: p, Mark: known.Find(m => m.Part == p.Part))).Where(p => p.Mark is not null).Select(p => (p.Proposed, Mark: p.Mark!, Before: ActivityWriting.Item(_activities[p.Mark!.ActivityId])))
            .SelectMany(p => OfficeDifference.Between(p.Before, After(p.Before, p.Proposed, p.Mark)))];

    /// <summary>An activity that is there as it would be; what the calendar calls private from now on is shown no more.</summary>
    private static ActivityItem After(ActivityItem before, ProposedActivity proposed, CalendarMarkRow mark)
    {
        var after = EntryMerging.After(before, proposed.Item, mark.Status);
        return proposed.IsPrivate ? after with { Public = false } : after;
    }
}
