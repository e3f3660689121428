using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Delegations;

/// <summary>
/// Every change of a delegation is one transaction: the office is taken, then the delegation, and what was done is entered in the history. The history never says who was proposed or what is known of
/// her, since it could not be erased from there.
/// </summary>
internal static class DelegationDesk
{
    public const string Subject = "delegation";

    /// <summary>Takes a delegation for a change.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<DelegationRow> LockAsync(TesseraDb db, OfficeView office, string key, CancellationToken cancellation)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await RegisterLock.TakeAsync(db, office.Id, cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from delegation where key = {key} for update", cancellation);
        return await db.Delegations.SingleOrDefaultAsync(d => d.Key == key, cancellation) ?? throw new InvalidOperationException($"No delegation {key}.");
    }

    /// <summary>Changes a delegation by <paramref name="change"/>, which says what stands against it; then nothing is changed.</summary>
    /// <param name="change">Says what was done as fields of the history.</param>
    public static Task<IReadOnlyList<Finding>> ChangeAsync(
        Database database, TimeProvider time, OfficeView office, string key, Edit edit, Func<TesseraDb, DelegationRow, Task<DelegationChange>> change, CancellationToken cancellation) => OnceMore.DoAsync(async () =>
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, office, key, cancellation);
        var done = await change(db, row);
        if (done.Findings.Count > 0) return done.Findings;
        row.Version++;
        if (done.Fields.Count > 0) Enter(db, office, row, Interchange.Offices.ChangeKind.Changed, done.Fields, edit, time.GetUtcNow());
        await SaveAsync(db, office, time.GetUtcNow(), cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }, cancellation);

    /// <summary>Enters in the history what was done to a delegation.</summary>
    public static void Enter(TesseraDb db, OfficeView office, DelegationRow row, Interchange.Offices.ChangeKind kind, IReadOnlyList<FieldChange> fields, Edit edit, DateTimeOffset now) =>
        db.Changes.Add(ChangeEntries.Of(new OfficeChange(kind, Subject, row.Key, null, fields), row.Names, office.Id, edit, now));

    /// <summary>Saves, and tells the installation that the office's pages have changed.</summary>
    public static async Task SaveAsync(TesseraDb db, OfficeView office, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"update office set updated_at = {now} where id = {office.Id}", cancellation);
        await Storage.Changes.AnnounceAsync(db, office.Slug, cancellation);
    }

    /// <summary>A day as the history has it.</summary>
    public static string? Written(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The present day by UTC.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}

/// <summary>What came of a change, and how the history tells it.</summary>
internal sealed record DelegationChange(IReadOnlyList<Finding> Findings, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Something stands against it.</summary>
    public static DelegationChange Refused(string path, string code, params (string Name, string Value)[] arguments) => new([Finding.About(path, code, arguments)], []);

    /// <summary>Done, and told as one field.</summary>
    public static DelegationChange Done(string field, string? old, string? now) => new([], old == now ? [] : [new FieldChange(field, old, now)]);

    /// <summary>It went to another stage.</summary>
    public static DelegationChange Gone(DelegationState from, DelegationState to) => Done("state", Words<DelegationState>.Write(from), Words<DelegationState>.Write(to));
}
