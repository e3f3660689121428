using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Registrations;

/// <summary>
/// Registers people for activities without an account. Whatever changes who has a place locks the activity first, so that however many register at once, no place is given twice; the letters that
/// tell of it are asked for in the same transaction.
/// </summary>
public sealed class RegistrationService(Database database, LetterQueue letters, TimeProvider time)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>How registering for an activity stands; null when nobody has ever opened it.</summary>
    public async Task<RegistrationDesk?> DeskAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.Activities.SingleOrDefaultAsync(a => a.Key == activity, cancellation) is not { } row || await db.RegistrationDesks.SingleOrDefaultAsync(d => d.ActivityId == row.Id, cancellation) is not { } desk) return null;
        var people = await db.Registrations.Where(r => r.ActivityId == row.Id && r.State != RegistrationState.Cancelled).GroupBy(r => r.State).Select(g => new { g.Key, Sum = g.Sum(r => r.People) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancellation);
        return new RegistrationDesk(Rules(desk), people.GetValueOrDefault(RegistrationState.Place), people.GetValueOrDefault(RegistrationState.Waiting), IsOpen(row, desk));
    }

    /// <summary>Who has registered for an activity, in the order in which they came; who cancelled last.</summary>
    public async Task<IReadOnlyList<RegistrationView>> ListAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Registrations.Where(r => r.Activity!.Key == activity).OrderBy(r => r.State == RegistrationState.Cancelled).ThenBy(r => r.At).ThenBy(r => r.Id).ToListAsync(cancellation);
        return [.. rows.Select(View)];
    }

    /// <summary>The registration that a letter is to; null when it is there no more.</summary>
    public Task<RegistrationOfActivity?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation) => FindAsync(office, r => r.Id == id, cancellation);

    /// <summary>The registration that a secret opens; null when none does.</summary>
    public Task<RegistrationOfActivity?> OpenAsync(OfficeView office, string secret, CancellationToken cancellation) => FindAsync(office, r => r.Secret == secret, cancellation);

    /// <summary>Says how one registers. More places let those move up who wait; fewer take nobody's place away.</summary>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> SetAsync(OfficeView office, string activity, RegistrationRules rules, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, activity, cancellation);
        if (WhyNot(row, rules) is { Count: > 0 } wrong) return wrong;
        var desk = await db.RegistrationDesks.SingleOrDefaultAsync(d => d.ActivityId == row.Id, cancellation) ?? db.Add(new RegistrationDeskRow { ActivityId = row.Id, OfficeId = office.Id }).Entity;
        (desk.IsOpen, desk.Places, desk.UntilDay, desk.HasWaitingList, desk.AsksPhone, desk.Question, desk.Notice) =
            (rules.IsOpen, rules.Places, rules.Until, rules.HasWaitingList, rules.AsksPhone, rules.Question, rules.Notice);
        await db.SaveChangesAsync(cancellation);
        await MoveUpAsync(db, office, desk, cancellation);
        await Changes.AnnounceAsync(db, office.Slug, cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
        return [];
    }

    /// <summary>
    /// Registers somebody: with a place, or to wait for one. Who is registered already under the address gets the letter about that once more, and whoever asks learns nothing of it.
    /// </summary>
    /// <param name="byOffice">Entered at the desk: also without an address, and while registering is closed for everybody else.</param>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<Finding>> RegisterAsync(OfficeView office, string activity, NewRegistration registration, bool byOffice, CancellationToken cancellation)
    {
        if (WhyNot(registration, byOffice) is { Count: > 0 } wrong) return wrong;
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await LockAsync(db, activity, cancellation);
        if (await db.RegistrationDesks.SingleOrDefaultAsync(d => d.ActivityId == row.Id, cancellation) is not { } desk || (!byOffice && !IsOpen(row, desk))) return [Finding.About("", GuestRefusal.Closed)];
        var folded = registration.Email?.ToLowerInvariant();
        var known = folded is null ? null : await db.Registrations.FromSql($"select * from registration where activity_id = {row.Id} and state <> 'cancelled' and lower(email) = {folded}").Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellation);
        if (known is not null && byOffice) return [Finding.About("email", GuestRefusal.EmailTaken)];
        var hasPlace = await TakenAsync(db, row.Id, cancellation) + registration.People <= desk.Places;
        // Asked before it is told who is known: the answer says nothing of who has registered.
        if (!hasPlace && !desk.HasWaitingList) return [Finding.About("people", GuestRefusal.Full)];
        if (known is null)
        {
            known = db.Add(New(office, row.Id, registration, hasPlace)).Entity.Id;
            await db.SaveChangesAsync(cancellation);
        }

        if (registration.Email is not null) await LetterQueue.AskAsync(db, office.Id, LetterKind.Registration, null, known, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
        return [];
    }

    /// <summary>Cancels a registration; who waits moves up. Once is enough.</summary>
    /// <param name="byOffice">The one who had registered is told.</param>
    public async Task CancelAsync(OfficeView office, Guid id, bool byOffice, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from activity where id = (select activity_id from registration where id = {id}) for update", cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        if (await db.Registrations.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { State: not RegistrationState.Cancelled } row) return;
        (row.State, row.ChangedAt) = (RegistrationState.Cancelled, time.GetUtcNow());
        await db.Letters.Where(l => l.RegistrationId == id && l.State == LetterState.Waiting).ExecuteDeleteAsync(cancellation);
        if (byOffice && row.Email is not null) await LetterQueue.AskAsync(db, office.Id, LetterKind.Registration, null, id, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        if (await db.RegistrationDesks.SingleOrDefaultAsync(d => d.ActivityId == row.ActivityId, cancellation) is { } desk) await MoveUpAsync(db, office, desk, cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
    }

    /// <summary>Erases a registration as if it had never been; who waits moves up.</summary>
    internal async Task EraseAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from activity where id = (select activity_id from registration where id = {id}) for update", cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        if (await db.Registrations.Include(r => r.Activity).SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { Activity: { } activity } row) return;
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
        var isToCome = activity.LastDay >= Today && activity.Status is not ActivityStatus.Cancelled;
        if (isToCome && await db.RegistrationDesks.SingleOrDefaultAsync(d => d.ActivityId == row.ActivityId, cancellation) is { } desk) await MoveUpAsync(db, office, desk, cancellation);
        await transaction.CommitAsync(cancellation);
        letters.Ring();
    }

    /// <summary>Tells everybody who has registered how the activity and the registration stand now: when it has changed, or is called off.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> TellAsync(OfficeView office, string activity, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var all = await db.Registrations.Where(r => r.Activity!.Key == activity && r.State != RegistrationState.Cancelled && r.Email != null).Select(r => r.Id).ToListAsync(cancellation);
        foreach (var id in all) await LetterQueue.AskAsync(db, office.Id, LetterKind.Registration, null, id, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        letters.Ring();
        return all.Count;
    }

    /// <summary>Erases what is kept of activities that were over for <see cref="Keeping.DaysOfRegistrations"/> days; of those that have no day, after <see cref="Keeping.DaysOfGuests"/>. How many registrations there were.</summary>
    public async Task<int> ForgetAsync(OfficeView office, CancellationToken cancellation)
    {
        var past = Today.AddDays(-Keeping.DaysOfRegistrations);
        await using var db = database.ForOffice(office.Id);
        var longAgo = time.GetUtcNow().AddDays(-Keeping.DaysOfGuests);
        return await db.Registrations.Where(r => r.Activity!.LastDay < past || (r.Activity.LastDay == null && r.At < longAgo)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>May one register for this activity today?</summary>
    private bool IsOpen(ActivityRecord activity, RegistrationDeskRow desk) => desk.IsOpen && desk.UntilDay >= Today && Fits(activity);

    private bool Fits(ActivityRecord activity) => activity is { IsPublic: true, FirstDay: not null, LastDay: { } last, Recurrence: null, Starts: not null, Status: ActivityStatus.Planned or ActivityStatus.Confirmed } && last >= Today;

    private List<Finding> WhyNot(ActivityRecord activity, RegistrationRules rules)
    {
        var wrong = new List<Finding>();
        if (rules.IsOpen && !Fits(activity)) wrong.Add(Finding.About("open", GuestRefusal.NotForThis));
        if (rules.Places is < 1 or > Keeping.MostPlaces) wrong.Add(Finding.About("places", GuestRefusal.PlacesWrong));
        if (rules.IsOpen && rules.Until > activity.LastDay) wrong.Add(Finding.About("until", GuestRefusal.UntilWrong));
        return wrong;
    }

    private static List<Finding> WhyNot(NewRegistration registration, bool byOffice)
    {
        var wrong = new List<Finding>();
        if (registration.Name.Length == 0 || IsNoName(registration.Name)) wrong.Add(Finding.About("name", GuestRefusal.NameMissing));
        if (registration.Name.Length > Keeping.LongestName) wrong.Add(Finding.About("name", GuestRefusal.TextTooLong));
        if (registration.Email is { } email ? !GuestService.IsAddress(email) : !byOffice) wrong.Add(Finding.About("email", GuestRefusal.EmailWrong));
        if (registration.People is < 1 or > Keeping.MostPeople) wrong.Add(Finding.About("people", GuestRefusal.PeopleWrong));
        if (registration.Phone.Length > Keeping.LongestNumber) wrong.Add(Finding.About("phone", GuestRefusal.TextTooLong));
        if (registration.Reply.Length > Keeping.LongestReply) wrong.Add(Finding.About("reply", GuestRefusal.TextTooLong));
        return wrong;
    }

    /// <summary>Letters begin with the name: what carries an address of the web or line ends is nobody's.</summary>
    private static bool IsNoName(string name) => name.Any(char.IsControl) || name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private async Task MoveUpAsync(TesseraDb db, OfficeView office, RegistrationDeskRow desk, CancellationToken cancellation)
    {
        var waiting = await db.Registrations.Where(r => r.ActivityId == desk.ActivityId && r.State == RegistrationState.Waiting).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(cancellation);
        foreach (var i in WaitingList.MovingUp(desk.Places - await TakenAsync(db, desk.ActivityId, cancellation), [.. waiting.Select(r => r.People)]))
        {
            (waiting[i].State, waiting[i].ChangedAt) = (RegistrationState.Place, time.GetUtcNow());
            if (waiting[i].Email is not null) await LetterQueue.AskAsync(db, office.Id, LetterKind.MovedUp, null, waiting[i].Id, time.GetUtcNow(), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static Task<int> TakenAsync(TesseraDb db, Guid activity, CancellationToken cancellation) =>
        db.Registrations.Where(r => r.ActivityId == activity && r.State == RegistrationState.Place).SumAsync(r => r.People, cancellation);

    private static async Task<ActivityRecord> LockAsync(TesseraDb db, string activity, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from activity where key = {activity} for update", cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return await db.Activities.SingleAsync(a => a.Key == activity, cancellation);
    }

    private async Task<RegistrationOfActivity?> FindAsync(OfficeView office, System.Linq.Expressions.Expression<Func<RegistrationRow, bool>> which, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.Registrations.Include(r => r.Activity).SingleOrDefaultAsync(which, cancellation) is { } row ? new RegistrationOfActivity(View(row), row.Activity!.Key) : null;
    }

    private RegistrationRow New(OfficeView office, Guid activity, NewRegistration registration, bool hasPlace) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OfficeId = office.Id,
        ActivityId = activity,
        Name = registration.Name,
        Email = registration.Email,
        Phone = registration.Phone,
        Reply = registration.Reply,
        People = registration.People,
        Language = registration.Language,
        State = hasPlace ? RegistrationState.Place : RegistrationState.Waiting,
        At = time.GetUtcNow(),
        ChangedAt = time.GetUtcNow(),
        Secret = Tokens.New(),
        Folded = Folding.Of($"{registration.Name}\n{registration.Email}"),
    };

    private static RegistrationRules Rules(RegistrationDeskRow d) => new(d.IsOpen, d.Places, d.UntilDay, d.HasWaitingList, d.AsksPhone, d.Question, d.Notice);

    private static RegistrationView View(RegistrationRow r) => new(r.Id, r.Name, r.Email, r.People, r.Phone, r.Reply, r.Language, r.State, r.At, r.Secret);
}
