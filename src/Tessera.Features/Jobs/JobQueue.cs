using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;

namespace Tessera.Features.Jobs;

/// <summary>A job as the operator sees it.</summary>
/// <param name="IsRunning">Has a node taken it?</param>
/// <param name="HasSucceeded">How it last ended; null when it never did.</param>
public sealed record JobView(string Name, DateTimeOffset DueAt, bool IsRunning, DateTimeOffset? EndedAt, bool? HasSucceeded, string Outcome, int Failures);

/// <summary>A job that this node has taken.</summary>
/// <param name="Taking">Shows that it is still taken by the same.</param>
/// <param name="Failures">How often it has failed in a row.</param>
internal sealed record TakenJob(string Name, Guid Taking, int Failures);

/// <summary>
/// Which node runs which job. A due job is taken by a row lock that others skip, in a short transaction; while it runs the taking is prolonged, so that a job whose
/// node died is free again after <see cref="Lease"/>, and no transaction stays open.
/// </summary>
public sealed class JobQueue(Database database, TimeProvider time)
{
    /// <summary>How long a job stays taken by a node that says nothing more.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Letters kept of an outcome.</summary>
    public const int LongestOutcome = 500;

    /// <summary>Every job that has ever been known, by name.</summary>
    public async Task<IReadOnlyList<JobView>> AllAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.Public();
        return await db.Jobs.OrderBy(j => j.Name).Select(j => new JobView(j.Name, j.DueAt, j.TakenUntil > now, j.EndedAt, j.HasSucceeded, j.Outcome, j.Failures)).ToListAsync(cancellation);
    }

    /// <summary>Takes a job when it is due; null when it is not, or another node has it. A job that is new is first due at its regular time.</summary>
    internal async Task<TakenJob?> TakeAsync(IJob job, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (taking, until, first) = (Guid.CreateVersion7(now), now + Lease, job.NextAfter(now));
        await using var db = database.Public();
        var taken = await db.Jobs.FromSql($"""
            update job set taken_by = {taking}, taken_until = {until}, began_at = {now} where name = (
                select name from job where name = {job.Name} and due_at <= {now} and (taken_until is null or taken_until < {now}) for update skip locked)
            returning *
            """).ToListAsync(cancellation);
        if (taken.Count > 0) return new TakenJob(job.Name, taking, taken[0].Failures);
        await db.Database.ExecuteSqlAsync($"insert into job (name, due_at) values ({job.Name}, {first}) on conflict do nothing", cancellation);
        return null;
    }

    /// <summary>Keeps a job for longer; false when it is taken by another by now.</summary>
    internal async Task<bool> ProlongAsync(TakenJob job, CancellationToken cancellation)
    {
        DateTimeOffset? until = time.GetUtcNow() + Lease;
        await using var db = database.Public();
        return await Own(db, job).ExecuteUpdateAsync(j => j.SetProperty(x => x.TakenUntil, until), cancellation) > 0;
    }

    /// <summary>Records how a job went and when it is due again; nothing when another has taken it by now.</summary>
    internal async Task EndAsync(TakenJob job, bool hasSucceeded, string outcome, DateTimeOffset next, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var (failures, said) = (hasSucceeded ? 0 : job.Failures + 1, outcome.Length > LongestOutcome ? outcome[..LongestOutcome] : outcome);
        await using var db = database.Public();
        await Own(db, job).ExecuteUpdateAsync(
            j => j.SetProperty(x => x.DueAt, next).SetProperty(x => x.EndedAt, now).SetProperty(x => x.HasSucceeded, hasSucceeded).SetProperty(x => x.Outcome, said)
                .SetProperty(x => x.Failures, failures).SetProperty(x => x.TakenBy, (Guid?)null).SetProperty(x => x.TakenUntil, (DateTimeOffset?)null), cancellation);
    }

    /// <summary>Gives a job back as it was: it is due at once for whoever comes.</summary>
    internal async Task GiveBackAsync(TakenJob job, CancellationToken cancellation)
    {
        await using var db = database.Public();
        await Own(db, job).ExecuteUpdateAsync(j => j.SetProperty(x => x.TakenBy, (Guid?)null).SetProperty(x => x.TakenUntil, (DateTimeOffset?)null), cancellation);
    }

    private static IQueryable<JobRow> Own(TesseraDb db, TakenJob job) => db.Jobs.Where(j => j.Name == job.Name && j.TakenBy == job.Taking);
}
