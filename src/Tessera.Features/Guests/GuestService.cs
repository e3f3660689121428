using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Guests;

/// <summary>
/// Invites people to activities. Each is told by mail for herself, under one UID for ever; SEQUENCE rises with what she is told. A letter is asked for in the transaction of
/// what it tells of (see <see cref="LetterQueue"/>).
/// </summary>
public sealed class GuestService(Database database, LetterQueue letters, TimeProvider time)
{
    /// <summary>The guests of an activity in the order in which they were added; those whose invitation was taken back last.</summary>
    public async Task<IReadOnlyList<GuestView>> ListAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Guests.Where(g => g.Activity!.Key == activity).OrderBy(g => g.WithdrawnAt != null).ThenBy(g => g.AddedAt).ThenBy(g => g.Name).ToListAsync(cancellation);
        var sent = (await db.Letters.Where(l => db.Guests.Any(g => g.Id == l.GuestId && g.Activity!.Key == activity)).OrderByDescending(l => l.Id).ToListAsync(cancellation)).ToLookup(l => l.GuestId!.Value);
        var needing = (await db.GuestNeeds.Where(n => db.Guests.Any(g => g.Id == n.GuestId && g.Activity!.Key == activity)).Select(n => n.GuestId).ToListAsync(cancellation)).ToHashSet();
        return [.. rows.Select(g => View(g) with { Letters = [.. sent[g.Id].Select(l => new LetterView(l.Kind, l.State, l.AskedAt, l.EndedAt, l.Why))], HasSaidNeeds = needing.Contains(g.Id) })];
    }

    /// <summary>The guest whom a letter is to; null when she is there no more.</summary>
    public async Task<GuestOfActivity?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.Guests.Include(g => g.Activity).SingleOrDefaultAsync(g => g.Id == id, cancellation) is not { } row) return null;
        var same = row.Email is not { } email ? [] : await db.Guests.FromSql($"select * from guest where activity_id = {row.ActivityId} and lower(email) = lower({email}) and id <> {id}").Select(g => new { g.Sequence, g.WithdrawnAt }).ToListAsync(cancellation);
        return new GuestOfActivity(View(row) with { Heard = same.Max(s => s.Sequence), IsInvitedAnew = row.WithdrawnAt is not null && same.Any(s => s is { WithdrawnAt: null, Sequence: not null }) }, row.Activity!.Key);
    }

    /// <summary>Adds a guest; nobody is told by that.</summary>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> AddAsync(OfficeView office, string activity, NewGuest guest, string author, CancellationToken cancellation)
    {
        if (WhyNot(guest) is { Count: > 0 } wrong) return wrong;
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from activity where key = {activity} for update", cancellation);
        var id = await db.Activities.Where(a => a.Key == activity).Select(a => a.Id).SingleAsync(cancellation);
        var there = await db.Guests.Where(g => g.ActivityId == id && g.WithdrawnAt == null).Select(g => g.Email).ToListAsync(cancellation);
        if (there.Count >= Keeping.MostGuests) return [Finding.About("name", GuestRefusal.TooMany)];
        if (guest.Email is not null && there.Contains(guest.Email, StringComparer.OrdinalIgnoreCase)) return [Finding.About("email", GuestRefusal.EmailTaken)];
        db.Add(new GuestRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OfficeId = office.Id,
            ActivityId = id,
            Name = guest.Name,
            Email = guest.Email,
            Role = guest.Role,
            Language = guest.Language,
            IsMinor = guest.IsMinor,
            AddedBy = author,
            AddedAt = time.GetUtcNow(),
            Folded = Folding.Of($"{guest.Name}\n{guest.Email}"),
        });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return [];
    }

    /// <summary>
    /// Tells everybody with an address who has not been told of the activity as it is now: invites, tells what has changed or, when it is called off, that it is.
    /// </summary>
    /// <param name="only">One guest, who is told again even if she was told; null for all.</param>
    /// <returns>What stands against it; empty when the letters are asked for.</returns>
    public async Task<IReadOnlyList<Finding>> TellAsync(OfficeView office, string activity, Guid? only, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        var row = await db.Activities.SingleAsync(a => a.Key == activity, cancellation);
        if (ActivityTime.Read(row.Item.StatedTime())?.First is null) return [Finding.About("", InvitationCodes.NoStart)];
        if (row.LastDay < DateOnly.FromDateTime(now.UtcDateTime)) return [Finding.About("", GuestRefusal.Over)];
        var isOff = row.Status is ActivityStatus.Cancelled;
        var guests = await db.Guests.Where(g => g.ActivityId == row.Id && g.Email != null && g.WithdrawnAt == null).ToListAsync(cancellation);
        var toTell = guests.Where(g => isOff ? g.Sequence is not null && (g.ToldVersion != row.Version || g.Id == only) : g.ToldVersion != row.Version || g.Id == only).Where(g => only is null || g.Id == only).ToList();
        if (toTell.Count == 0) return [Finding.About("", GuestRefusal.NobodyToTell)];
        foreach (var guest in toTell) await LetterQueue.AskAsync(db, office.Id, isOff ? LetterKind.Cancellation : LetterKind.Invitation, guest.Id, null, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        letters.Ring();
        return [];
    }

    /// <summary>Takes a guest off the list. Who was invited by mail is told so; who was not is forgotten at once.</summary>
    public async Task WithdrawAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from guest where id = {id} for update", cancellation);
        if (await db.Guests.AsTracking().SingleOrDefaultAsync(g => g.Id == id, cancellation) is not { WithdrawnAt: null } row) return;
        await db.Letters.Where(l => l.GuestId == id && l.State == LetterState.Waiting).ExecuteDeleteAsync(cancellation);
        // A letter that is being sent may arrive: nobody knows yet.
        var mayKnow = row.Sequence is not null || await db.Letters.AnyAsync(l => l.GuestId == id && l.State == LetterState.Sending, cancellation);
        if (!mayKnow) db.Remove(row);
        else
        {
            await db.GuestNeeds.Where(n => n.GuestId == id).ExecuteDeleteAsync(cancellation);
            (row.WithdrawnAt, row.Link) = (time.GetUtcNow(), null);
            await LetterQueue.AskAsync(db, office.Id, LetterKind.Cancellation, id, null, time.GetUtcNow(), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
    }

    /// <summary>Records that a letter told her of the activity as it was in a version, under a SEQUENCE.</summary>
    public async Task ToldAsync(OfficeView office, Guid id, int version, int sequence, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Guests.Where(g => g.Id == id).ExecuteUpdateAsync(g => g.SetProperty(x => x.ToldVersion, version).SetProperty(x => x.Sequence, sequence), cancellation);
    }

    /// <summary>Reads answers in what somebody pasted or forwarded, and takes those that are to these invitations as they were sent.</summary>
    /// <returns>What came of each; none where it holds no answer.</returns>
    public async Task<IReadOnlyList<AnswerOutcome>> ReadAnswersAsync(OfficeView office, string activity, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var answers = InvitationAnswer.Of(CalendarReader.Read(MailedCalendar.In(content).Span, Zone.Utc));
        if (answers.Count == 0) return [];
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var id = await db.Activities.Where(a => a.Key == activity).Select(a => a.Id).SingleAsync(cancellation);
        var guests = await db.Guests.Where(g => g.ActivityId == id && g.WithdrawnAt == null && g.Sequence != null).ToListAsync(cancellation);
        var outcomes = answers.Select(a => Take(guests, ActivityUid.Of(id, office.Slug), a)).ToList();
        await db.SaveChangesAsync(cancellation);
        return outcomes;
    }

    /// <summary>Records what somebody has answered on another way, as by telephone.</summary>
    public async Task RecordAsync(OfficeView office, Guid id, GuestAnswer answer, CancellationToken cancellation)
    {
        DateTimeOffset? now = answer is GuestAnswer.Open ? null : time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        await db.Guests.Where(g => g.Id == id).ExecuteUpdateAsync(g => g.SetProperty(x => x.Answer, answer).SetProperty(x => x.AnsweredAt, now).SetProperty(x => x.Comment, ""), cancellation);
    }

    /// <summary>
    /// Erases what guests need <see cref="Keeping.DaysOfNeeds"/> days after the last day of the activity, and who they were after <see cref="Keeping.DaysOfGuests"/>. Of what has no last day, the
    /// days are counted from when it was entered. How many of each there were.
    /// </summary>
    public async Task<(int Needs, int Guests)> ForgetAsync(OfficeView office, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (needsEnd, guestsEnd, needsBefore, guestsBefore) = (today.AddDays(-Keeping.DaysOfNeeds), today.AddDays(-Keeping.DaysOfGuests), now.AddDays(-Keeping.DaysOfNeeds), now.AddDays(-Keeping.DaysOfGuests));
        await using var db = database.ForOffice(office.Id);
        var past = db.Guests.Where(g => g.Activity!.LastDay < needsEnd).Select(g => g.Id);
        var endless = db.Guests.Where(g => g.Activity!.LastDay == null).Select(g => g.Id);
        var needs = await db.GuestNeeds.Where(n => past.Contains(n.GuestId) || (endless.Contains(n.GuestId) && n.EnteredAt < needsBefore)).ExecuteDeleteAsync(cancellation);
        // From here on nobody enters any more.
        await db.Guests.Where(g => g.Link != null && g.Activity!.LastDay < needsEnd).ExecuteUpdateAsync(g => g.SetProperty(x => x.Link, (string?)null), cancellation);
        var guests = await db.Guests.Where(g => g.Activity!.LastDay < guestsEnd || (g.Activity.LastDay == null && g.AddedAt < guestsBefore)).ExecuteDeleteAsync(cancellation);
        return (needs, guests);
    }

    private static AnswerOutcome Take(List<GuestRow> guests, string uid, InvitationAnswer answer)
    {
        var guest = guests.FirstOrDefault(g => answer.Address.Equals(g.Email, StringComparison.OrdinalIgnoreCase));
        var sent = new CalendarEntry { Uid = uid, Sequence = guest?.Sequence ?? 0, Attendees = guest is null ? [] : [new Attendee(guest.Email!, guest.Name)] };
        var said = Enum.Parse<GuestAnswer>(answer.Answer is AttendeeAnswer.NeedsAction ? nameof(GuestAnswer.Open) : answer.Answer.ToString());
        if (answer.WhyNotTake(sent, guest?.AnsweredAt) is { } code) return new AnswerOutcome(answer.Address, said, code);
        guest!.Answer = said;
        guest.AnsweredAt = answer.Stamp;
        guest.Comment = answer.Comment.Length > LongestComment ? answer.Comment[..LongestComment] : answer.Comment;
        return new AnswerOutcome(answer.Address, said, null);
    }

    private static List<Finding> WhyNot(NewGuest guest)
    {
        var wrong = new List<Finding>();
        if (guest.Name.Length == 0) wrong.Add(Finding.About("name", GuestRefusal.NameMissing));
        if (guest.Name.Length > Keeping.LongestName) wrong.Add(Finding.About("name", GuestRefusal.TextTooLong));
        if (guest.Email is { } email && !IsAddress(email)) wrong.Add(Finding.About("email", GuestRefusal.EmailWrong));
        return wrong;
    }

    /// <summary>Is it an address to which mail may be sent?</summary>
    public static bool IsAddress(string email) =>
        email.Length <= Keeping.LongestName && MailAddress.TryCreate(email, out var read) && read.Address == email && email.All(c => c is > ' ' and < (char)127 and not (',' or ';' or '<' or '>' or '"'));

    internal static GuestView View(GuestRow g) =>
        new(g.Id, g.Name, g.Email, g.Role, g.Language, g.IsMinor, g.Sequence, g.ToldVersion, g.WithdrawnAt, g.Answer, g.AnsweredAt, g.Comment, g.Link);

    private const int LongestComment = 1000;
}
