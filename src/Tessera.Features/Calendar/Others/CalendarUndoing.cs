using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar.Others;

/// <summary>Takes back what taking a calendar file did: what came goes, what was changed is as it was, what went comes back.</summary>
internal sealed class CalendarUndoing(TesseraDb db, int office, ActivityBatch batch)
{
    /// <summary>Takes all of it back; an activity with another version than it had then is left, and so is one that came and that people expect.</summary>
    /// <param name="booked">The keys of activities that are left since another has their stage; those that turn out so are added, and then nothing is to be kept.</param>
    /// <returns>Null when it is to be done again without them.</returns>
    public async Task<CalendarUndone?> UndoAsync(IReadOnlyList<CalendarImportEntryRow> entries, HashSet<string> booked, CancellationToken cancellation)
    {
        var keys = entries.Select(e => e.ActivityKey).ToList();
        var rows = await ActivityDesk.Whole(db, tracked: true).Where(a => keys.Contains(a.Key)).ToDictionaryAsync(a => a.Key, cancellation);
        var ids = rows.Values.Select(r => r.Id).ToList();
        var marks = await db.CalendarMarks.Where(m => ids.Contains(m.ActivityId)).ToDictionaryAsync(m => m.ActivityId, cancellation);
        var (undone, left) = (0, new List<LocalText>());
        foreach (var entry in entries)
        {
            var row = rows.GetValueOrDefault(entry.ActivityKey);
            if (!booked.Contains(entry.ActivityKey) && row?.Version == entry.VersionAfter && await IsUndoneAsync(entry, row, row is null ? null : marks.GetValueOrDefault(row.Id), cancellation)) undone++;
            else left.Add(row?.Title ?? entry.ItemBefore?.Title ?? LocalText.Empty);
        }

        var clashes = await batch.SaveAsync(cancellation);
        booked.UnionWith(clashes.Select(c => c.ActivityKey));
        return clashes.Count > 0 ? null : new CalendarUndone(undone, [.. left.Where(t => !t.IsEmpty)]);
    }

    private async Task<bool> IsUndoneAsync(CalendarImportEntryRow entry, ActivityRecord? row, CalendarMarkRow? mark, CancellationToken cancellation)
    {
        if (entry.ItemBefore is not { } before)
        {
            if (await batch.IsExpectedAsync(row!, cancellation)) return false;
            if (mark is not null) db.Remove(mark);
            return await batch.RemoveAsync(row!, cancellation);
        }

        if ((await batch.WhyNotAsync(before, cancellation)).Count > 0) return false;
        var put = await batch.PutAsync(row, before, cancellation);
        mark ??= db.Add(new CalendarMarkRow { OfficeId = office, ActivityId = put.Id, Uid = entry.Uid, Part = entry.Part }).Entity;
        (mark.Sequence, mark.Modified, mark.Hash, mark.Status) = (entry.SequenceBefore ?? 0, entry.ModifiedBefore, entry.HashBefore ?? [], null);
        return true;
    }
}
