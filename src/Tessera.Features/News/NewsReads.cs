using System.Net;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.News;

/// <summary>That a page of news was sent to somebody.</summary>
/// <param name="Agent">What the browser calls itself.</param>
public sealed record NewsRead(string Office, string Key, IPAddress? Address, string Agent, DateOnly Day);

/// <summary>
/// Counts how often news is read: each visitor once a day and piece of news, without cookies, without keeping who it was (<see cref="VisitorMarks"/>), and without those
/// that call themselves programs. A read is noted in passing and written with others later; what is noted faster than it is written is left out.
/// Each node of an installation counts its own visitors.
/// </summary>
public sealed class NewsReads(Database database, OfficeQueries offices) : IDisposable
{
    private const int MostNoted = 20_000;

    private static readonly string[] Programs =
    [
        "bot", "crawl", "spider", "slurp", "fetch", "curl", "wget", "python", "java/", "go-http", "okhttp", "libwww", "headless", "preview", "facebookexternalhit", "monitor", "uptime", "feed", "scan", "archive",
    ];

    private readonly Channel<NewsRead> _noted = Channel.CreateBounded<NewsRead>(new BoundedChannelOptions(MostNoted) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = false });
    private readonly Dictionary<(string Office, string Key, DateOnly Day), int> _counted = [];
    private readonly SemaphoreSlim _turn = new(1);
    private readonly VisitorMarks _marks = new();

    /// <summary>Notes a read; costs nothing but memory.</summary>
    public void Note(NewsRead read) => _noted.Writer.TryWrite(read);

    /// <summary>Does this name belong to a person's browser, as far as it says?</summary>
    public static bool IsPerson(string agent) => agent.Length > 0 && !Programs.Any(p => agent.Contains(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes what was noted. What cannot be written now is written the next time.</summary>
    /// <returns>Reads that were written.</returns>
    public async Task<int> WriteAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            Count();
            var written = 0;
            foreach (var office in _counted.Keys.GroupBy(k => k.Office).ToList()) written += await WriteAsync(office.Key, [.. office], cancellation);
            return written;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private void Count()
    {
        while (_noted.Reader.TryRead(out var read))
        {
            if (!IsPerson(read.Agent) || !_marks.IsFirst(read.Day, $"{read.Office}/{read.Key}", read.Address, read.Agent)) continue;
            var key = (read.Office, read.Key, read.Day);
            _counted[key] = _counted.GetValueOrDefault(key) + 1;
        }
    }

    private async Task<int> WriteAsync(string slug, List<(string Office, string Key, DateOnly Day)> reads, CancellationToken cancellation)
    {
        var written = 0;
        if (await offices.FindAsync(slug, cancellation) is { } office)
        {
            await using var db = database.ForOffice(office.Id);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            // In one order, so that two nodes do not wait for each other.
            foreach (var read in reads.OrderBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Day))
            {
                var count = _counted[read];
                written += count * await db.Database.ExecuteSqlAsync(
                    $"insert into news_day (news_id, day, reads, useful, not_useful) select id, {read.Day}, {count}, 0, 0 from news where key = {read.Key} on conflict (news_id, day) do update set reads = news_day.reads + excluded.reads",
                    cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }

        foreach (var read in reads) _counted.Remove(read);
        return written;
    }
}
