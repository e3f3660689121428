using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Guests;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>An activity as it is kept.</summary>
/// <param name="Version">To be given back with a change, so that nobody's work is overwritten unseen.</param>
/// <param name="Link">The secret by which guests open the booklet; null while there is none.</param>
public sealed record KeptActivity(ActivityItem Item, int Version, DateTimeOffset UpdatedAt, string? Link) : IKept<ActivityItem>;

/// <summary>What came of a change: done, or what stands against it, and then nothing was changed.</summary>
/// <param name="Findings">What is wrong; the path names the field.</param>
/// <param name="Meanwhile">The activity as somebody else has left it since the form was opened; null when nobody has.</param>
public sealed record ActivityResult(IReadOnlyList<Finding> Findings, KeptActivity? Meanwhile) : KeepingResult<KeptActivity>(Findings, Meanwhile);

/// <summary>A step to be taken, with what it asks for.</summary>
/// <param name="Reason">Why it is called off or put off.</param>
/// <param name="Outcome">What came of it, of what was held.</param>
/// <param name="Figures">What was counted, of what was held.</param>
public sealed record ActivityStepping(ActivityStep Step, LocalText Reason, LocalText Outcome, IReadOnlyList<FigureItem> Figures);

/// <summary>
/// Keeps activities. Every change is one transaction: the activity is read and locked, changed as an item of an office file, held against the rules of the
/// file, compared with what was, written, and entered in the history field by field.
/// </summary>
public sealed class ActivityService(Database database, TimeProvider time)
{
    /// <summary>An activity as it is kept; null when there is none under this key.</summary>
    public async Task<KeptActivity?> FindAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await ActivityDesk.ReadAsync(db, key, tracked: false, cancellation) is { } row ? Kept(row) : null;
    }

    /// <summary>The activity whose booklet this secret opens; null when none does.</summary>
    public async Task<KeptActivity?> OpenAsync(OfficeView office, string link, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await ActivityDesk.Whole(db, tracked: false).SingleOrDefaultAsync(a => a.Link == link, cancellation) is { } row ? Kept(row) : null;
    }

    /// <summary>Adds an activity under a key made of its title.</summary>
    public Task<(ActivityResult Result, string Key)> AddAsync(OfficeView office, ActivityItem activity, Edit edit, CancellationToken cancellation) =>
        OnceMore.DoAsync(() => AddOnceAsync(office, activity, edit, cancellation), cancellation);

    private async Task<(ActivityResult Result, string Key)> AddOnceAsync(OfficeView office, ActivityItem activity, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        var item = activity with { Key = await ActivityKeys.FreeAsync(db, activity, null, cancellation), Source = await NewPartners.SourceAsync(db, office, time.GetUtcNow(), cancellation) };
        var result = await SaveAsync(db, office, null, null, item, edit, cancellation);
        if (result.IsDone) await transaction.CommitAsync(cancellation);
        return (result, item.Key);
    }

    /// <summary>Changes an activity.</summary>
    /// <param name="version">That of the activity when the form was opened; null to change whatever is there.</param>
    /// <param name="change">The activity as it shall be; its key stays.</param>
    public async Task<ActivityResult> ChangeAsync(OfficeView office, string key, int? version, Func<ActivityItem, ActivityItem> change, Edit edit, CancellationToken cancellation) =>
        await ChangeAsync(office, key, version, item => (change(item), []), edit, cancellation);

    /// <summary>Changes several in one unit of work, so that they may swap what they have booked: all of them, or none.</summary>
    /// <param name="changes">Each by its key; null where it is not to be changed after all.</param>
    /// <returns>Were they changed? Why not is told to who changes them one by one.</returns>
    internal Task<bool> TryChangeTogetherAsync(OfficeView office, IReadOnlyList<(string Key, Func<ActivityItem, ActivityItem?> Change)> changes, Edit edit, CancellationToken cancellation) => OnceMore.DoAsync(async () =>
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        var keys = changes.Select(c => c.Key).ToList();
        var rows = await ActivityDesk.Whole(db, tracked: true).Where(a => keys.Contains(a.Key)).ToDictionaryAsync(a => a.Key, cancellation);
        var batch = new Others.ActivityBatch(db, office, edit, time.GetUtcNow());
        foreach (var (key, change) in changes)
        {
            if (!rows.TryGetValue(key, out var row) || change(ActivityWriting.Item(row)) is not { } after || (await batch.WhyNotAsync(after, cancellation)).Count > 0) return false;
            await batch.PutAsync(row, after, cancellation);
        }

        if ((await batch.SaveAsync(cancellation)).Count > 0) return false;
        await transaction.CommitAsync(cancellation);
        return true;
    }, cancellation);

    /// <summary>Takes somebody's name out. The history tells which fields were changed, and not what they said.</summary>
    internal async Task ForgetNameAsync(OfficeView office, string key, Func<ActivityItem, ActivityItem> change, Edit edit, CancellationToken cancellation) =>
        await ChangeAsync(office, key, null, item => (change(item), []), edit, cancellation, isSilent: true);

    /// <summary>Takes a step: the status follows on it.</summary>
    public Task<ActivityResult> StepAsync(OfficeView office, string key, int? version, ActivityStepping step, Edit edit, CancellationToken cancellation) =>
        ChangeAsync(office, key, version, item => (After(item, step), WhyNot(item, step)), edit, cancellation);

    /// <summary>Of <see cref="ActivityRefusal"/>, why a step may not be taken from the outset; null when it may.</summary>
    public string? WhyNot(ActivityItem item, ActivityStep step) =>
        ActivityLife.WhyNot(step, Words<ActivityStatus>.Parse(item.Status), ActivityTime.Read(item.StatedTime())!, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    /// <summary>Takes an activity out for good.</summary>
    public Task<ActivityResult> RemoveAsync(OfficeView office, string key, int version, Edit edit, CancellationToken cancellation) =>
        OnceMore.DoAsync(() => RemoveOnceAsync(office, key, version, edit, cancellation), cancellation);

    private async Task<ActivityResult> RemoveOnceAsync(OfficeView office, string key, int version, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, office, key, cancellation);
        if (row.Version != version) return new ActivityResult([], Kept(row));
        if (await GuestsOf.AreWaitingAsync(db, row, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation)) return new ActivityResult([Finding.About("", GuestRefusal.ToldOnes)], null);
        var gone = ActivityWriting.Item(row);
        // What somebody takes out of a calendar that is followed is not to come again with it.
        await db.Database.ExecuteSqlAsync(
            $"insert into calendar_gone (feed_id, uid, part, at) select feed_id, uid, part, {time.GetUtcNow()} from calendar_mark where activity_id = {row.Id} and feed_id is not null on conflict do nothing", cancellation);
        db.Remove(row);
        Enter(db, office, OfficeDifference.Between(gone, null), gone.Title, edit);
        await SaveAsync(db, office, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ActivityResult([], null);
    }

    /// <summary>Makes a new secret for the booklet, so that an old one opens nothing any more; or takes it back.</summary>
    /// <returns>The secret; null when it was taken back.</returns>
    public Task<string?> LinkAsync(OfficeView office, string key, bool isOpen, Edit edit, CancellationToken cancellation) =>
        OnceMore.DoAsync(() => LinkOnceAsync(office, key, isOpen, edit, cancellation), cancellation);

    private async Task<string?> LinkOnceAsync(OfficeView office, string key, bool isOpen, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, office, key, cancellation);
        var had = row.Link is null ? null : "open";
        var has = isOpen ? had is null ? "open" : "renewed" : null;
        row.Link = isOpen ? Tokens.New() : null;
        // The history says that the booklet can be opened, never by which secret.
        Enter(db, office, [new OfficeChange(Interchange.Offices.ChangeKind.Changed, "activity", key, null, [new FieldChange("booklet-link", had, has)])], row.Title, edit);
        await SaveAsync(db, office, cancellation);
        await transaction.CommitAsync(cancellation);
        return row.Link;
    }

    private Task<ActivityResult> ChangeAsync(
        OfficeView office, string key, int? version, Func<ActivityItem, (ActivityItem After, IReadOnlyList<Finding> WhyNot)> change, Edit edit, CancellationToken cancellation, bool isSilent = false) =>
        OnceMore.DoAsync(() => ChangeOnceAsync(office, key, version, change, edit, isSilent, cancellation), cancellation);

    private async Task<ActivityResult> ChangeOnceAsync(
        OfficeView office, string key, int? version, Func<ActivityItem, (ActivityItem After, IReadOnlyList<Finding> WhyNot)> change, Edit edit, bool isSilent, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, office, key, cancellation);
        if (version is { } seen && seen != row.Version) return new ActivityResult([], Kept(row));
        var before = ActivityWriting.Item(row);
        var (after, whyNot) = change(before);
        if (whyNot.Count > 0) return new ActivityResult(whyNot, null);
        var result = await SaveAsync(db, office, row, before, after with { Key = before.Key, Source = before.Source }, edit, cancellation, isSilent);
        if (result.IsDone) await transaction.CommitAsync(cancellation);
        return result;
    }

    private IReadOnlyList<Finding> WhyNot(ActivityItem item, ActivityStepping step)
    {
        var hasOutcome = !step.Outcome.IsEmpty || step.Figures.Any(f => !f.Expected);
        var code = WhyNot(item, step.Step) ?? ActivityLife.WhatIsMissing(step.Step, hasOutcome, !step.Reason.IsEmpty);
        if (code is null) return [];
        return [Finding.About(code switch { ActivityRefusal.OutcomeMissing => "outcome", ActivityRefusal.ReasonMissing => "reason", _ => "step" }, code)];
    }

    private static ActivityItem After(ActivityItem item, ActivityStepping step) => item with
    {
        Status = Words<ActivityStatus>.Write(ActivityLife.After(step.Step)),
        Reason = step.Step is ActivityStep.Cancel or ActivityStep.Postpone ? step.Reason : LocalText.Empty,
        Outcome = step.Step is ActivityStep.Hold ? step.Outcome : item.Outcome,
        Figures = step.Step is ActivityStep.Hold ? [.. item.Figures.Where(f => f.Expected || step.Figures.All(s => s.Kind != f.Kind)), .. step.Figures] : item.Figures,
    };

    private static async Task<ActivityRecord> LockAsync(TesseraDb db, OfficeView office, string key, CancellationToken cancellation)
    {
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from activity where key = {key} for update", cancellation);
        return await ActivityDesk.ReadAsync(db, key, tracked: true, cancellation) ?? throw new InvalidOperationException($"No activity {key}.");
    }

    /// <param name="row">Null for one that is new.</param>
    /// <param name="isSilent">Shall the history not know what was changed into what?</param>
    private async Task<ActivityResult> SaveAsync(TesseraDb db, OfficeView office, ActivityRecord? row, ActivityItem? before, ActivityItem after, Edit edit, CancellationToken cancellation, bool isSilent = false)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var targets = await ActivityDesk.TargetsAsync(db, after, cancellation);
        var findings = ActivityDesk.WhyNot(after, targets);
        if (findings.Count > 0) return new ActivityResult(findings, null);
        var changes = OfficeDifference.Between(before, after);
        if (changes.Count == 0) return new ActivityResult([], null);
        var writing = new ActivityWriting(db, office.Id, targets, office.Country, time.GetUtcNow());
        if (row is null)
        {
            row = db.Add(writing.New(after)).Entity;
            row.Position = await db.Activities.MaxAsync(a => (int?)a.Position, cancellation) + 1 ?? 0;
        }

        writing.Fill(row, after);
        if (await Bookings.WhyNotAsync(db, office, row, cancellation) is { Count: > 0 } booked) return new ActivityResult(booked, null);
        Enter(db, office, isSilent ? [.. changes.Select(c => c with { Fields = [.. c.Fields.Select(f => new FieldChange(f.Field, null, null))] })] : changes, after.Title, edit);
        try
        {
            await SaveAsync(db, office, cancellation);
        }
        catch (DbUpdateException failed) when (Bookings.IsRefusal(failed))
        {
            // Somebody booked it past the question, such as who loads a whole file; the transaction is over, so it is asked anew who.
            await using var anew = database.ForOffice(office.Id);
            if (await Bookings.WhyNotAsync(anew, office, row, cancellation) is { Count: > 0 } who) return new ActivityResult(who, null);
            throw;
        }

        return new ActivityResult([], null);
    }

    private void Enter(TesseraDb db, OfficeView office, IReadOnlyList<OfficeChange> changes, LocalText title, Edit edit) =>
        db.Changes.AddRange(changes.Select(c => ChangeEntries.Of(c, title, office.Id, edit, time.GetUtcNow())));

    private async Task SaveAsync(TesseraDb db, OfficeView office, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"update office set updated_at = {time.GetUtcNow()} where id = {office.Id}", cancellation);
        await Changes.AnnounceAsync(db, office.Slug, cancellation);
    }

    private static KeptActivity Kept(ActivityRecord row) => new(ActivityWriting.Item(row), row.Version, row.UpdatedAt, row.Link);
}
