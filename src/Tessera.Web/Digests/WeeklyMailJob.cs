using Tessera.Features.Accounts;
using Tessera.Features.Digests;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;

namespace Tessera.Web.Digests;

/// <summary>
/// Every Monday morning: mails each person who wants it what needs her. Whose mail is taken is written down before it is sent, so that however often the job is begun, and
/// by however many nodes, nobody gets it twice in a week; what a mail server does not take is tried again.
/// </summary>
public sealed class WeeklyMailJob(
    DigestService digests, MemberService members, OfficeQueries offices, NeedsQueries needs, Mailer mailer, WeeklyLetters letters, TimeProvider time) : IJob
{
    private const int DaysOfAWeek = 7;

    // A server that takes none of so many in a row is left alone until the next try.
    private const int EnoughFailures = 3;

    /// <summary>When on Monday (UTC).</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(6);

    /// <inheritdoc />
    public string Name => "weekly-mail";

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment) => new DateTimeOffset(WeekAt(moment), TimeOnly.FromTimeSpan(Hour), TimeSpan.Zero).AddDays(DaysOfAWeek);

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (!mailer.HasServer) return "no mail server";
        var week = WeekAt(time.GetUtcNow());
        await digests.ForgetBeforeAsync(week, cancellation);
        var (reading, sent, refused, later, inARow) = (new Dictionary<string, (OfficeView, IReadOnlyList<Need>)?>(StringComparer.Ordinal), 0, 0, 0, 0);
        foreach (var account in await digests.WantedAsync(week, cancellation))
        {
            var letter = letters.Write(account, await NeedsOfAsync(account, reading, cancellation));
            if (!await digests.TakeAsync(account.Id, week, cancellation) || letter is null) continue;
            var delivery = await DeliverAsync(account, letter, week);
            (sent, refused, later) = (sent + (delivery is Delivery.Sent ? 1 : 0), refused + (delivery is Delivery.Refused ? 1 : 0), later + (delivery is Delivery.Later ? 1 : 0));
            inARow = delivery is Delivery.Later ? inARow + 1 : 0;
            if (inARow == EnoughFailures) break;
        }

        var outcome = $"sent {sent}, refused {refused}";
        return later == 0 ? outcome : throw new JobUnfinishedException($"{outcome}, {later} or more not taken by the mail server");
    }

    /// <summary>The Monday of the week, which begins when its mail is due.</summary>
    private static DateOnly WeekAt(DateTimeOffset moment) => DigestService.WeekOf(DateOnly.FromDateTime((moment - Hour).UtcDateTime));

    /// <summary>A letter that was begun is sent to its end, also when the program stops meanwhile.</summary>
    private async Task<Delivery> DeliverAsync(Account account, Letter letter, DateOnly week)
    {
        var delivery = await mailer.SendAsync(letter, CancellationToken.None);
        if (delivery is Delivery.Later) await digests.GiveBackAsync(account.Id, week, CancellationToken.None);
        return delivery;
    }

    private async Task<IReadOnlyList<OfficeNeeds>> NeedsOfAsync(Account account, Dictionary<string, (OfficeView Office, IReadOnlyList<Need> Needs)?> reading, CancellationToken cancellation)
    {
        var own = new List<OfficeNeeds>();
        foreach (var office in await members.OfficesOfAsync(account.Id, cancellation))
        {
            if (!reading.TryGetValue(office.Slug, out var read)) reading[office.Slug] = read = await ReadAsync(office.Slug, cancellation);
            if (read is var (view, all)) own.Add(new OfficeNeeds(view, office.Role, all));
        }

        return own;
    }

    private async Task<(OfficeView, IReadOnlyList<Need>)?> ReadAsync(string slug, CancellationToken cancellation) => await offices.FindAsync(slug, cancellation) is { } office
        ? (office, await needs.AllAsync(office, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation)) : null;
}
