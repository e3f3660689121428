using Microsoft.EntityFrameworkCore;
using Tessera.Features.Jobs;
using Tessera.Features.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>Asks for the calendars that offices follow, each when it is due; hosts at once, but of one host one after the other.</summary>
public sealed class CalendarFeedJob(CalendarFeedService feeds, OfficeQueries offices) : IJob
{
    private const int HostsAtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public string Name => "calendar-feeds";

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment) => moment + Look;

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var due = new List<(OfficeView Office, Guid Feed, string Host)>();
        foreach (var card in await offices.AllAsync(cancellation))
        {
            if (await offices.FindAsync(card.Slug, cancellation) is { } office) due.AddRange((await feeds.DueAsync(office.Id, cancellation)).Select(f => (office, f.Id, f.Host)));
        }

        var failed = 0;
        await Parallel.ForEachAsync(due.GroupBy(d => d.Host, StringComparer.OrdinalIgnoreCase), new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellation }, async (host, c) =>
        {
            foreach (var (office, feed, _) in host)
            {
                if (!await IsFollowedAsync(office, feed, c)) Interlocked.Increment(ref failed);
            }
        });
        return $"asked for {due.Count} calendars, {failed} failed";
    }

    /// <summary>One calendar that the storage refuses, such as for a stage that is booked, keeps no other from being followed.</summary>
    private async Task<bool> IsFollowedAsync(OfficeView office, Guid feed, CancellationToken cancellation)
    {
        try
        {
            return await feeds.FollowAsync(office, feed, cancellation) is null;
        }
        catch (DbUpdateException)
        {
            await feeds.NotKeptAsync(office, feed, cancellation);
            return false;
        }
    }
}
