using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>An activity as it is kept.</summary>
/// <param name="Version">To be given back with a change, so that nobody's work is overwritten unseen.</param>
/// <param name="Link">The secret by which guests open the booklet; null while there is none.</param>
public sealed record KeptActivity(ActivityItem Item, int Version, DateTimeOffset UpdatedAt, string? Link);

/// <summary>What came of a change: done, or what stands against it, and then nothing was changed.</summary>
/// <param name="Findings">What is wrong; the path names the field.</param>
/// <param name="Meanwhile">The activity as somebody else has left it since the form was opened; null when nobody has.</param>
public sealed record ActivityResult(IReadOnlyList<Finding> Findings, KeptActivity? Meanwhile)
{
    /// <summary>Was it done?</summary>
    public bool IsDone => Findings.Count == 0 && Meanwhile is null;
}

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
    private const int LinkBytes = 24;

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
    public async Task<(ActivityResult Result, string Key)> AddAsync(OfficeView office, ActivityItem activity, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var partners = activity.Partners.Select(p => p.Partner).ToList();
        // In the order in which the loading of a whole office locks, so that neither waits for the other for ever.
        await db.Database.ExecuteSqlAsync($"select 1 from partner where key = any({partners}) order by id for key share", cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from office where id = {office.Id} for update", cancellation);
        var item = activity with { Key = await FreeKeyAsync(db, activity, cancellation), Source = await NewPartners.SourceAsync(db, office, time.GetUtcNow(), cancellation) };
        var result = await SaveAsync(db, office, null, null, item, edit, cancellation);
        if (result.IsDone) await transaction.CommitAsync(cancellation);
        return (result, item.Key);
    }

    /// <summary>Changes an activity.</summary>
    /// <param name="version">That of the activity when the form was opened; null to change whatever is there.</param>
    /// <param name="change">The activity as it shall be; its key stays.</param>
    public async Task<ActivityResult> ChangeAsync(OfficeView office, string key, int? version, Func<ActivityItem, ActivityItem> change, Edit edit, CancellationToken cancellation) =>
        await ChangeAsync(office, key, version, item => (change(item), []), edit, cancellation);

    /// <summary>Takes a step: the status follows on it.</summary>
    public Task<ActivityResult> StepAsync(OfficeView office, string key, int? version, ActivityStepping step, Edit edit, CancellationToken cancellation) =>
        ChangeAsync(office, key, version, item => (After(item, step), WhyNot(item, step)), edit, cancellation);

    /// <summary>Of <see cref="ActivityRefusal"/>, why a step may not be taken from the outset; null when it may.</summary>
    public string? WhyNot(ActivityItem item, ActivityStep step) =>
        ActivityLife.WhyNot(step, Words<ActivityStatus>.Parse(item.Status), ActivityTime.Read(item.StatedTime())!, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    /// <summary>Takes an activity out for good.</summary>
    public async Task<ActivityResult> RemoveAsync(OfficeView office, string key, int version, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, key, cancellation);
        if (row.Version != version) return new ActivityResult([], Kept(row));
        var gone = ActivityWriting.Item(row);
        db.Remove(row);
        Enter(db, office, OfficeDifference.Between(gone, null), gone.Title, edit);
        await SaveAsync(db, office, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ActivityResult([], null);
    }

    /// <summary>Makes a new secret for the booklet, so that an old one opens nothing any more; or takes it back.</summary>
    /// <returns>The secret; null when it was taken back.</returns>
    public async Task<string?> LinkAsync(OfficeView office, string key, bool isOpen, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var link = isOpen ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(LinkBytes)) : null;
        await db.Activities.Where(a => a.Key == key).ExecuteUpdateAsync(a => a.SetProperty(x => x.Link, link), cancellation);
        return link;
    }

    private async Task<ActivityResult> ChangeAsync(
        OfficeView office, string key, int? version, Func<ActivityItem, (ActivityItem After, IReadOnlyList<Finding> WhyNot)> change, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, key, cancellation);
        if (version is { } seen && seen != row.Version) return new ActivityResult([], Kept(row));
        var before = ActivityWriting.Item(row);
        var (after, whyNot) = change(before);
        if (whyNot.Count > 0) return new ActivityResult(whyNot, null);
        var result = await SaveAsync(db, office, row, before, after with { Key = before.Key, Source = before.Source }, edit, cancellation);
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
        Figures = step.Step is ActivityStep.Hold ? [.. item.Figures.Where(f => f.Expected), .. step.Figures] : item.Figures,
    };

    private static async Task<ActivityRecord> LockAsync(TesseraDb db, string key, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from activity where key = {key} for update", cancellation);
        return await ActivityDesk.ReadAsync(db, key, tracked: true, cancellation) ?? throw new InvalidOperationException($"No activity {key}.");
    }

    private static async Task<string> FreeKeyAsync(TesseraDb db, ActivityItem activity, CancellationToken cancellation)
    {
        var title = activity.Title.FirstOrDefault().Text ?? "";
        var stem = Keys.Of(title) is { Length: > 0 } made ? made : "activity";
        var taken = await db.Activities.Where(a => a.Key.StartsWith(stem)).Select(a => a.Key).ToListAsync(cancellation);
        return Keys.Of(title, "activity", taken.Append("new").Contains);
    }

    /// <param name="row">Null for one that is new.</param>
    private async Task<ActivityResult> SaveAsync(TesseraDb db, OfficeView office, ActivityRecord? row, ActivityItem? before, ActivityItem after, Edit edit, CancellationToken cancellation)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var targets = await ActivityDesk.TargetsAsync(db, after, cancellation);
        var findings = ActivityDesk.WhyNot(after, targets);
        if (findings.Count > 0) return new ActivityResult(findings, null);
        var changes = OfficeDifference.Between(before, after);
        if (changes.Count == 0) return new ActivityResult([], null);
        var writing = new ActivityWriting(db, office.Id, targets, time.GetUtcNow());
        if (row is null)
        {
            row = db.Add(writing.New(after)).Entity;
            row.Position = await db.Activities.MaxAsync(a => (int?)a.Position, cancellation) + 1 ?? 0;
        }

        writing.Fill(row, after);
        Enter(db, office, changes, after.Title, edit);
        await SaveAsync(db, office, cancellation);
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
