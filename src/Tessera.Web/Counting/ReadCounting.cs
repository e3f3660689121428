using Tessera.Features.News;

namespace Tessera.Web.Counting;

/// <summary>Writes the reads that were noted, a few times a minute and when the program stops.</summary>
public sealed class ReadCounting(NewsReads reads, TimeProvider time, ILogger<ReadCounting> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, time, stoppingToken);
                await WriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await reads.WriteAsync(cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "Reads of news could not be written; they are written the next time.");
        }
    }
}
