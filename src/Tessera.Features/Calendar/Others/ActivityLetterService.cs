using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>Somebody who gets a mail each week of what is coming.</summary>
/// <param name="Filter">Which activities: all, or of a kind, partner or field.</param>
public sealed record ActivityLetterView(Guid Id, string Email, string Language, ActivityFilter Filter, bool IsConfirmed);

/// <summary>
/// Who gets the weekly mail of an office's coming activities. Nobody gets it before she has confirmed by the mail that asks her, and her address is forgotten at once when she leaves, or after
/// <see cref="DaysToConfirm"/> days without an answer.
/// </summary>
public sealed class ActivityLetterService(Database database, LetterQueue letters, TimeProvider time)
{
    /// <summary>Days for which a mail that asks can be answered.</summary>
    public const int DaysToConfirm = 7;

    private const int MostForOne = 20;
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Somebody asks for the mail: a letter asks whether it was she, unless she has it already, was asked a moment ago, or has as many as one may have. Whichever it is, the same is asked of the
    /// database, so that neither the answer nor its time tells who has the mail.
    /// </summary>
    public async Task AskAsync(OfficeView office, string email, string language, ActivityFilter filter, CancellationToken cancellation)
    {
        var (now, address) = (time.GetUtcNow(), email.Trim().ToLowerInvariant());
        var (id, letter, lately) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now), now - Apart);
        var kind = filter.Kind is { } of ? Words<ActivityKind>.Write(of) : null;
        await using var db = database.ForOffice(office.Id);
        await db.Database.ExecuteSqlAsync($"""
            with asked as (
                insert into activity_letter (id, email, language, kind, partner, field, made_at)
                select {id}, {address}, {language}, {kind}, {filter.Partner}, {filter.Field}, {now} where (select count(*) from activity_letter where email = {address}) < {MostForOne}
                on conflict (office_id, email, kind, partner, field) do update set made_at = excluded.made_at, language = excluded.language
                    where activity_letter.confirmed_at is null and activity_letter.made_at <= {lately}
                returning id)
            insert into letter (id, kind, activity_letter_id, state, asked_at, next_try_at, tries)
            select {letter}, 'asking', id, 'waiting', {now}, {now}, 0 from asked where not exists (select from letter where activity_letter_id = asked.id and state = 'waiting')
            """, cancellation);
        letters.Ring();
    }

    /// <summary>Forgets the addresses of those who did not confirm in time.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(OfficeView office, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().AddDays(-DaysToConfirm);
        await using var db = database.ForOffice(office.Id);
        return await db.ActivityLetters.Where(l => l.ConfirmedAt == null && l.MadeAt < oldest).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>A subscription; null when there is none of this number.</summary>
    public async Task<ActivityLetterView?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().AddDays(-DaysToConfirm);
        await using var db = database.ForOffice(office.Id);
        return await db.ActivityLetters.SingleOrDefaultAsync(l => l.Id == id && (l.ConfirmedAt != null || l.MadeAt >= oldest), cancellation) is { } row ? View(row) : null;
    }

    /// <summary>It was she: the mail comes from now on.</summary>
    public async Task ConfirmAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        await db.ActivityLetters.Where(l => l.Id == id && l.ConfirmedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.ConfirmedAt, now), cancellation);
    }

    /// <summary>She wants it no more; her address is forgotten.</summary>
    public async Task EndAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.ActivityLetters.Where(l => l.Id == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Those who have confirmed and have no mail of this week yet.</summary>
    public async Task<IReadOnlyList<ActivityLetterView>> WantedAsync(OfficeView office, DateOnly week, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return [.. (await db.ActivityLetters.Where(l => l.ConfirmedAt != null && (l.SentFor == null || l.SentFor < week)).OrderBy(l => l.Id).ToListAsync(cancellation)).Select(View)];
    }

    /// <summary>Takes it upon itself to send the mail of a week; false when another does or did, or she has left.</summary>
    public async Task<bool> TakeAsync(OfficeView office, Guid id, DateOnly week, CancellationToken cancellation)
    {
        DateOnly? taken = week;
        await using var db = database.ForOffice(office.Id);
        return await db.ActivityLetters.Where(l => l.Id == id && (l.SentFor == null || l.SentFor < week)).ExecuteUpdateAsync(l => l.SetProperty(x => x.SentFor, taken), cancellation) > 0;
    }

    /// <summary>The mail of a week could not be sent: it may be taken again.</summary>
    public async Task GiveBackAsync(OfficeView office, Guid id, DateOnly week, CancellationToken cancellation)
    {
        DateOnly? before = week.AddDays(-7);
        await using var db = database.ForOffice(office.Id);
        await db.ActivityLetters.Where(l => l.Id == id && l.SentFor == week).ExecuteUpdateAsync(l => l.SetProperty(x => x.SentFor, before), cancellation);
    }

    private static ActivityLetterView View(ActivityLetterRow row) => new(row.Id, row.Email, row.Language, new ActivityFilter(row.Kind, row.Partner, row.Field), row.ConfirmedAt is not null);
}
