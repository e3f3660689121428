using Tessera.Features.Jobs;
using Tessera.Features.Storage;

namespace Tessera.Web.Hosting;

/// <summary>Looks now and then whether a job is due, each job for itself, so that a long one keeps no other waiting. Nodes look at different moments.</summary>
/// <param name="every">About how often; null for every 30 seconds.</param>
/// <param name="bell">Rings when a job is to be looked at without waiting.</param>
public sealed class JobPolling(IEnumerable<IJob> jobs, JobRunner runner, TimeProvider time, ILogger<JobPolling> log, TimeSpan? every = null, JobBell? bell = null) : BackgroundService
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _every = every ?? Usual;
    private readonly JobBell _bell = bell ?? new JobBell();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(jobs.Select(job => PollAsync(job, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task PollAsync(IJob job, CancellationToken stopping)
    {
        while (true)
        {
            // Between half of it and one and a half: nodes that were started together drift apart.
            var isRung = await _bell.WaitAsync(job.Name, _every * (0.5 + Random.Shared.NextDouble()), time, stopping);
            try
            {
                // The first look at a job that is new only makes it known.
                if (!await runner.RunIfDueAsync(job, stopping) && isRung) await runner.RunIfDueAsync(job, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                if (DatabaseLoss.IsCauseOf(failure)) log.LogWarning("Nobody knows whether the job {Job} is due: {Reason}", job.Name, failure.GetBaseException().Message);
                else log.LogError(failure, "Running the job {Job} failed; it is looked at again.", job.Name);
            }
        }
    }
}
