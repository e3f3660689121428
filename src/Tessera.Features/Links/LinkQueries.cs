using System.Text;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;

namespace Tessera.Features.Links;

/// <summary>The links of every register, and what is known of them.</summary>
public sealed class LinkQueries(Database database)
{
    private const int MostBytes = 2000;

    /// <summary>The offices of the installation that are open.</summary>
    internal async Task<IReadOnlyList<int>> OfficesAsync(CancellationToken cancellation)
    {
        await using var db = database.Public();
        return await db.Offices.Where(o => o.SuspendedAt == null).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellation);
    }

    /// <summary>The links of an office, each with the moment it was last followed; what is known of links that stand there no more is forgotten.</summary>
    internal async Task<IReadOnlyList<(string Url, DateTimeOffset? CheckedAt)>> OfAsync(int office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office);
        var partners = await db.Partners.Where(p => p.ArchivedOn == null).Select(p => new { p.Number, p.Websites, Theirs = p.Agreements.Select(a => a.Theirs).ToList() }).OrderBy(p => p.Number).ToListAsync(cancellation);
        var links = partners.SelectMany(p => p.Websites.Concat(p.Theirs.Select(t => t?.Page).OfType<string>())).Where(l => Encoding.UTF8.GetByteCount(l) <= MostBytes).Distinct(StringComparer.Ordinal).ToList();
        await db.LinkChecks.Where(l => !links.Contains(l.Url)).ExecuteDeleteAsync(cancellation);
        var known = await db.LinkChecks.ToDictionaryAsync(l => l.Url, l => (DateTimeOffset?)l.CheckedAt, StringComparer.Ordinal, cancellation);
        return [.. links.Select(l => (l, known.GetValueOrDefault(l)))];
    }

    /// <summary>Keeps what came of following links for an office.</summary>
    internal async Task RecordAsync(int office, IReadOnlyDictionary<string, LinkAnswer> answers, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office);
        var known = await db.LinkChecks.AsTracking().Where(l => answers.Keys.Contains(l.Url)).ToDictionaryAsync(l => l.Url, StringComparer.Ordinal, cancellation);
        foreach (var (url, answer) in answers)
        {
            if (!known.TryGetValue(url, out var row)) db.Add(row = new LinkCheckRow { OfficeId = office, Url = url });
            row.Record(answer, at);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
