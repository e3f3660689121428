using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Digests;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;

namespace Tessera.Web.Digests;

/// <summary>Every Monday morning: mails those who have asked for it what is coming at an office. That a mail of a week is taken is written down before it is sent, so nobody gets it twice.</summary>
public sealed class ActivityMailJob(ActivityLetterService subscriptions, OfficeQueries offices, ActivityQueries activities, Mailer mailer, ActivityLetters letters, TimeProvider time) : IJob
{
    // A server that takes none of so many in a row is left alone until the next try.
    private const int EnoughFailures = 3;

    /// <inheritdoc />
    public string Name => "activity-mail";

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment) => new DateTimeOffset(WeekAt(moment), TimeOnly.FromTimeSpan(WeeklyMailJob.Hour), TimeSpan.Zero).AddDays(7);

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (!mailer.HasServer) return "no mail server";
        var (week, today, sent, later) = (WeekAt(time.GetUtcNow()), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), 0, 0);
        foreach (var card in await offices.AllAsync(cancellation))
        {
            if (await offices.FindAsync(card.Slug, cancellation) is not { } office) continue;
            foreach (var letter in await subscriptions.WantedAsync(office, week, cancellation))
            {
                var coming = (await activities.BetweenAsync(office, today, today.AddDays(ActivityLetters.DaysAhead), letter.Filter, publicOnly: true, cancellation)).Dated;
                if (!await subscriptions.TakeAsync(office, letter.Id, week, cancellation) || letters.Weekly(office, letter, coming) is not { } mail) continue;
                // A letter that was begun is sent to its end, also when the program stops meanwhile.
                var delivery = await mailer.SendAsync(mail, CancellationToken.None);
                if (delivery is Delivery.Later) await subscriptions.GiveBackAsync(office, letter.Id, week, CancellationToken.None);
                (sent, later) = (sent + (delivery is Delivery.Sent ? 1 : 0), delivery is Delivery.Later ? later + 1 : 0);
                if (later == EnoughFailures) throw new JobUnfinishedException($"sent {sent}; the mail server takes none now");
            }
        }

        return later == 0 ? $"sent {sent}" : throw new JobUnfinishedException($"sent {sent}, {later} or more not taken by the mail server");
    }

    private static DateOnly WeekAt(DateTimeOffset moment) => DigestService.WeekOf(DateOnly.FromDateTime((moment - WeeklyMailJob.Hour).UtcDateTime));
}
