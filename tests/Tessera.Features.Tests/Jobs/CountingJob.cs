using Tessera.Features.Jobs;

namespace Tessera.Features.Tests.Jobs;

/// <summary>A job that counts its runs, and does what a test says. It is due every hour.</summary>
internal sealed class CountingJob(Func<CancellationToken, Task>? does = null) : IJob
{
    private int _runs;

    public int Runs => _runs;

    public string Name => "counting";

    public DateTimeOffset NextAfter(DateTimeOffset moment) => moment.AddHours(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _runs);
        if (does is not null) await does(cancellation);
        return "counted";
    }
}
