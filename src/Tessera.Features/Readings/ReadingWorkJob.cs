using Tessera.Features.Jobs;
using Tessera.Features.Offices;

namespace Tessera.Features.Readings;

/// <summary>Works off the runs over readings that somebody has ordered. It is due whenever it is looked for; who orders a run rings for it.</summary>
public sealed class ReadingWorkJob(ReadingService readings, OfficeQueries offices) : IJob
{
    /// <summary>The job's name, by which it is rung for.</summary>
    public const string JobName = "readings";

    /// <inheritdoc />
    public string Name => JobName;

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment) => moment;

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var (slug, work) in await readings.OrderedAsync(cancellation))
        {
            if (await offices.FindAsync(slug, cancellation) is not { } office) continue;
            await readings.WorkAsync(office, work, cancellation);
            done++;
        }

        return $"worked off {done} runs over readings";
    }
}
