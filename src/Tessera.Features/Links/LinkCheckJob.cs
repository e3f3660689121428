using Tessera.Features.Jobs;

namespace Tessera.Features.Links;

/// <summary>Follows the links of every register, each about once a week, some every hour. A link that several offices have is followed once for all of them.</summary>
public sealed class LinkCheckJob(LinkQueries links, LinkSettings settings, TimeProvider time) : IJob
{
    /// <summary>How long a link is left alone.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(7);

    /// <summary>Links followed in one hour.</summary>
    public const int MostAtATime = 200;

    private const int HostsAtOnce = 4;

    // One or two dead links say nothing about the network of this machine; this many, and none that is alive, do.
    private const int EnoughToDoubt = 5;

    /// <inheritdoc />
    public string Name => "link-check";

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment) => moment.AddHours(1);

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var offices = new Dictionary<int, IReadOnlyList<(string Url, DateTimeOffset? CheckedAt)>>();
        foreach (var office in await links.OfficesAsync(cancellation)) offices[office] = await links.OfAsync(office, cancellation);
        var due = Due(offices.Values.SelectMany(l => l), time.GetUtcNow());
        var answers = await FollowAsync(due, cancellation);
        if (answers.Count >= EnoughToDoubt && !answers.Values.Any(a => a.IsFromAServer)) throw new JobUnfinishedException($"none of {answers.Count} hosts answers: is this machine cut off from the internet?");
        foreach (var (office, own) in offices)
        {
            var found = own.Where(l => answers.ContainsKey(l.Url)).ToDictionary(l => l.Url, l => answers[l.Url], StringComparer.Ordinal);
            if (found.Count > 0) await links.RecordAsync(office, found, time.GetUtcNow(), cancellation);
        }

        return $"followed {answers.Count}, {answers.Values.Count(a => a.Leads is LinkEnd.Nowhere)} led nowhere";
    }

    /// <summary>Those that nobody has followed for a week, the longest forgotten first.</summary>
    internal static IReadOnlyList<string> Due(IEnumerable<(string Url, DateTimeOffset? CheckedAt)> links, DateTimeOffset now) =>
        [.. links.GroupBy(l => l.Url, StringComparer.Ordinal).Select(g => (Url: g.Key, Last: g.Max(l => l.CheckedAt))).Where(l => l.Last is null || l.Last <= now - Every)
            .OrderBy(l => l.Last ?? DateTimeOffset.MinValue).Take(MostAtATime).Select(l => l.Url)];

    private async Task<IReadOnlyDictionary<string, LinkAnswer>> FollowAsync(IReadOnlyList<string> due, CancellationToken cancellation)
    {
        var answers = new System.Collections.Concurrent.ConcurrentDictionary<string, LinkAnswer>(StringComparer.Ordinal);
        using var visitor = new LinkVisitor(settings, time);
        var hosts = due.GroupBy(l => Uri.TryCreate(l, UriKind.Absolute, out var uri) ? uri.IdnHost : "", StringComparer.OrdinalIgnoreCase);
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellation }, async (host, c) =>
        {
            foreach (var link in host) answers[link] = await visitor.FollowAsync(link, c);
        });
        return answers;
    }
}
