using System.Globalization;
using Npgsql;
using Tessera.Features.Jobs;
using Tessera.Features.Storage;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>What the doctor says of the jobs: when each last ran and how, and when it is due again.</summary>
internal static class JobDiagnoses
{
    /// <summary>A job that is due for longer is not run by anybody: nodes look twice a minute.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>One for each job that has ever been known; none where the schema is not there yet, which is said already.</summary>
    public static async IAsyncEnumerable<Diagnosis> OfAsync(Database database, TimeProvider time, Texts texts, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await JobsAsync(database, time, cancellation) is not { } jobs) yield break;
        if (jobs.Count == 0) yield return Diagnosis.Warning(texts["commands.doctor.jobs-none"]);
        foreach (var job in jobs) yield return Of(job, time.GetUtcNow(), texts);
    }

    private static Diagnosis Of(JobView job, DateTimeOffset now, Texts texts)
    {
        var (last, next) = (job.EndedAt is { } ended ? Moment(ended) : "", Moment(job.DueAt));
        if (job.HasSucceeded == false) return Diagnosis.Ill(texts.With("commands.doctor.job-failed", ("name", job.Name), ("count", job.Failures.ToString(CultureInfo.CurrentCulture)), ("last", last), ("reason", job.Outcome), ("next", next)));
        if (!job.IsRunning && job.DueAt < now - Late) return Diagnosis.Ill(texts.With("commands.doctor.job-late", ("name", job.Name), ("next", next)));
        return Diagnosis.Well(job.EndedAt is null
            ? texts.With("commands.doctor.job-never", ("name", job.Name), ("next", next))
            : texts.With("commands.doctor.job", ("name", job.Name), ("last", last), ("outcome", job.Outcome), ("next", next)));
    }

    private static async Task<IReadOnlyList<JobView>?> JobsAsync(Database database, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await new JobQueue(database, time).AllAsync(cancellation);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            return null;
        }
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
