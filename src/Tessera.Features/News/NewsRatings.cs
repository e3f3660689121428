using System.Net;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.News;

/// <summary>
/// Counts whether readers found a piece of news useful: each visitor once a day and piece of news, and from one network address a few at most, since a browser may call itself what it likes.
/// Only numbers are kept; see <see cref="VisitorMarks"/>.
/// </summary>
public sealed class NewsRatings(Database database, TimeProvider time)
{
    /// <summary>Answers from one address on a day about one piece of news; behind it may be a school or a town hall.</summary>
    public const int MostFromOneAddress = 5;

    private readonly VisitorMarks _marks = new();

    /// <summary>Counts an answer.</summary>
    /// <returns>Was it counted? Not when this visitor has answered today, the address has answered often enough, or there is no such news.</returns>
    public async Task<bool> RateAsync(OfficeView office, string key, bool isUseful, IPAddress? address, string agent, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!NewsReads.IsPerson(agent) || !_marks.IsFirst(day, $"{office.Slug}/{key}", address, agent)) return false;
        if (!Enumerable.Range(0, MostFromOneAddress).Any(i => _marks.IsFirst(day, FormattableString.Invariant($"{office.Slug}/{key}/{i}"), address, ""))) return false;
        var (useful, not) = isUseful ? (1, 0) : (0, 1);
        await using var db = database.ForOffice(office.Id);
        return await db.Database.ExecuteSqlAsync(
            $"insert into news_day (news_id, day, reads, useful, not_useful) select id, {day}, 0, {useful}, {not} from news where key = {key} on conflict (news_id, day) do update set useful = news_day.useful + excluded.useful, not_useful = news_day.not_useful + excluded.not_useful",
            cancellation) > 0;
    }
}
