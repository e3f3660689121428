using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Guests;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>Puts many activities into the office in one unit of work, each held against the rules of the office's file and entered in the history, as <see cref="ActivityService"/> does with one.</summary>
internal sealed class ActivityBatch(TesseraDb db, OfficeView office, Edit edit, DateTimeOffset now)
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActivityTargets> _targets = new(StringComparer.Ordinal);
    private readonly List<Guid> _put = [];
    private int? _last;

    /// <summary>Has anything been changed?</summary>
    public bool HasChanged { get; private set; }

    /// <summary>A key for a new activity.</summary>
    public async Task<string> FreeKeyAsync(ActivityItem item, CancellationToken cancellation)
    {
        var key = await ActivityKeys.FreeAsync(db, item, _given, cancellation);
        _given.Add(key);
        return key;
    }

    /// <summary>What stands against an activity being so; asked before it is put.</summary>
    public async Task<IReadOnlyList<Finding>> WhyNotAsync(ActivityItem after, CancellationToken cancellation)
    {
        var targets = await TargetsAsync(after, cancellation);
        return ActivityDesk.WhyNot(after.Key.Length > 0 ? after : after with { Key = "activity" }, targets);
    }

    /// <summary>Makes an activity what the item says; the row is the one that was given, or a new one.</summary>
    /// <param name="row">Tracked; null for one that is new.</param>
    public async Task<ActivityRecord> PutAsync(ActivityRecord? row, ActivityItem after, CancellationToken cancellation)
    {
        var targets = await TargetsAsync(after, cancellation);
        var changes = OfficeDifference.Between(row is null ? null : ActivityWriting.Item(row), after);
        if (row is not null && changes.Count == 0) return row;
        var writing = new ActivityWriting(db, office.Id, targets, office.Country, now);
        if (row is null)
        {
            row = db.Add(writing.New(after)).Entity;
            row.Position = (_last = (_last ?? await db.Activities.MaxAsync(a => (int?)a.Position, cancellation) ?? -1) + 1).Value;
        }

        writing.Fill(row, after);
        _put.Add(row.Id);
        Enter(changes, after);
        return row;
    }

    /// <summary>Does anybody expect the activity to take place who would not hear that it is gone?</summary>
    public Task<bool> IsExpectedAsync(ActivityRecord row, CancellationToken cancellation) => GuestsOf.AreWaitingAsync(db, row, DateOnly.FromDateTime(now.UtcDateTime), cancellation);

    /// <summary>Takes an activity out; one that people expect to take place is called off and stays, with them, until the office has told them.</summary>
    /// <returns>Was it taken out?</returns>
    public async Task<bool> RemoveAsync(ActivityRecord row, CancellationToken cancellation)
    {
        var gone = ActivityWriting.Item(row);
        if (await IsExpectedAsync(row, cancellation))
        {
            await PutAsync(row, gone with { Status = Words<ActivityStatus>.Write(ActivityStatus.Cancelled) }, cancellation);
            return false;
        }

        db.Remove(row);
        Enter(OfficeDifference.Between(gone, null), gone);
        return true;
    }

    /// <summary>Writes all of it within a transaction, and tells who keeps pages of the office.</summary>
    /// <returns>What was put where others have the same at once, and then the caller does not commit: of two that were put the later is named, so that without it the earlier can be.</returns>
    public async Task<IReadOnlyList<BookingClash>> SaveAsync(CancellationToken cancellation)
    {
        await BookingClash.AskAtTheEndAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
        if (!HasChanged) return [];
        if (_put.Count > 0 && await BookingClash.AmongAsync(db, _put, office.Chain(office.Languages[0]), cancellation) is { Count: > 0 } clashes)
            return [.. clashes.Where(c => _put.IndexOf(c.Other) < _put.IndexOf(c.Activity)).DistinctBy(c => c.Activity)];
        await db.Database.ExecuteSqlAsync($"update office set updated_at = {now} where id = {office.Id}", cancellation);
        await Changes.AnnounceAsync(db, office.Slug, cancellation);
        return [];
    }

    private void Enter(IReadOnlyList<OfficeChange> changes, ActivityItem item)
    {
        HasChanged |= changes.Count > 0;
        db.Changes.AddRange(changes.Select(c => ChangeEntries.Of(c, item.Title, office.Id, edit, now)));
    }

    /// <summary>Most refer to the same few things, which are asked for once.</summary>
    private async Task<ActivityTargets> TargetsAsync(ActivityItem item, CancellationToken cancellation)
    {
        var asked = string.Join('\n', (string?[])[item.Source, item.Place?.Authority, item.Responsible, item.Membership, item.Coordination?.Organiser, .. item.Partners.Select(p => p.Partner), .. item.Fields]);
        if (!_targets.TryGetValue(asked, out var targets)) _targets[asked] = targets = await ActivityDesk.TargetsAsync(db, item, cancellation);
        return targets;
    }
}
