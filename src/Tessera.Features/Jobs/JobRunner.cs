using Microsoft.Extensions.Logging;

namespace Tessera.Features.Jobs;

/// <summary>Runs a job when it is due and nobody else does.</summary>
public sealed class JobRunner(JobQueue queue, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>How long a job that failed is left alone after its first failure; each further one doubles it.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause after a failure.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    private const int Doublings = 9;
    private static readonly TimeSpan ProlongEvery = JobQueue.Lease / 5;

    /// <summary>Runs the job if it is due. A job that is cut off because the program stops, or because another node has it by now, counts neither as done nor as failed.</summary>
    /// <returns>Was it run?</returns>
    public async Task<bool> RunIfDueAsync(IJob job, CancellationToken stopping)
    {
        if (await queue.TakeAsync(job, stopping) is not { } taken) return false;
        using var running = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var holding = HoldAsync(taken, running);
        var end = await AttemptAsync(job, taken, running.Token);
        await running.CancelAsync();
        await holding;
        await end(CancellationToken.None);
        return true;
    }

    /// <summary>The pause after this many failures in a row.</summary>
    public static TimeSpan PauseAfter(int failures)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, Doublings));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <returns>What is to be recorded.</returns>
    private async Task<Func<CancellationToken, Task>> AttemptAsync(IJob job, TakenJob taken, CancellationToken cancellation)
    {
        try
        {
            var outcome = await job.RunAsync(cancellation);
            return c => queue.EndAsync(taken, true, outcome, job.NextAfter(time.GetUtcNow()), c);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return c => queue.GiveBackAsync(taken, c);
        }
        catch (Exception failure)
        {
            var unfinished = failure as JobUnfinishedException;
            log.LogError(unfinished is null ? failure : null, "The job {Job} failed, and is tried again: {Reason}", job.Name, failure.Message);
            return c => queue.EndAsync(taken, false, failure.Message, time.GetUtcNow() + PauseAfter(taken.Failures + 1), c);
        }
    }

    /// <summary>Keeps the job as long as it runs. A node that cannot say so in time must stop, since another one may begin.</summary>
    private async Task HoldAsync(TakenJob taken, CancellationTokenSource running)
    {
        var heldUntil = time.GetUtcNow() + JobQueue.Lease;
        try
        {
            while (true)
            {
                await Task.Delay(ProlongEvery, time, running.Token);
                var asked = time.GetUtcNow();
                var isHeld = await TryProlongAsync(taken, running.Token);
                if (isHeld is true) heldUntil = asked + JobQueue.Lease;
                if (isHeld is not false && time.GetUtcNow() + ProlongEvery < heldUntil) continue;
                log.LogWarning("The job {Job} is stopped here: another node may have it.", taken.Name);
                await running.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            // It has ended.
        }
    }

    /// <summary>Null when the database does not answer.</summary>
    private async Task<bool?> TryProlongAsync(TakenJob taken, CancellationToken cancellation)
    {
        try
        {
            return await queue.ProlongAsync(taken, cancellation);
        }
        catch (Exception away) when (Storage.DatabaseLoss.IsCauseOf(away))
        {
            return null;
        }
    }
}
