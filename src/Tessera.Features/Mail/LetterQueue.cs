using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Guests;
using Tessera.Features.Jobs;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Mail;

/// <summary>A letter that is due.</summary>
/// <param name="Guest">To whom; null when it is to no guest.</param>
/// <param name="Registration">To whom; null when it is to nobody registered.</param>
/// <param name="Asking">What is asked of an organiser; null when it is to none.</param>
/// <param name="Reader">To whom; null when it is to nobody who wants the weekly mail.</param>
/// <param name="Tour">To whom; null when it is to nobody who applied for a study tour.</param>
/// <param name="Association">To whom; null when it is to no association that proposes people for a delegation.</param>
public sealed record DueLetter(Guid Id, LetterKind Kind, Guid? Guest, Guid? Registration, Guid? Asking, Guid? Reader, Guid? Tour, Guid? Association, DateTimeOffset AskedAt, int Tries);

/// <summary>How a letter stands, for who asked for it.</summary>
/// <param name="Why">Why it could not be written; null when it could, or nobody has tried.</param>
public sealed record LetterView(LetterKind Kind, LetterState State, DateTimeOffset AskedAt, DateTimeOffset? EndedAt, string? Why);

/// <summary>
/// Letters to guests, to people registered, to organisers, to those who want the weekly mail, to authorities that apply for a study tour and to associations that propose people for a delegation. One is asked for in the transaction of what it tells of, so that neither is without the other; it is sent by a job, written anew from what is so by
/// then, and tried again for as long as the mail server is away. At worst it is sent twice, which a calendar does not notice: the same UID and SEQUENCE.
/// </summary>
public sealed class LetterQueue(Database database, TimeProvider time, JobBell bell)
{
    /// <summary>The job that sends them.</summary>
    public const string JobName = "letters";

    /// <summary>How long a letter is tried (RFC 5321, 4.5.4.1: four to five days).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    /// <summary>How often it is tried to write a letter that cannot be written.</summary>
    public const int MostWritings = 5;

    private const int LongestWhy = 500;
    private const int MostAtOnce = 500;
    private const int Doublings = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    /// <summary>Lets those that were asked for be sent now.</summary>
    public void Ring() => bell.Ring(JobName);

    /// <summary>The letters of an office that are due, the oldest first.</summary>
    public async Task<IReadOnlyList<DueLetter>> DueAsync(OfficeView office, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        return await db.Letters.Where(l => (l.State == LetterState.Waiting || l.State == LetterState.Sending) && l.NextTryAt <= now).OrderBy(l => l.Id).Take(MostAtOnce)
            .Select(l => new DueLetter(l.Id, l.Kind, l.GuestId, l.RegistrationId, l.AskingId, l.ActivityLetterId, l.TourApplicationId, l.DelegationProposerId, l.AskedAt, l.Tries)).ToListAsync(cancellation);
    }

    /// <summary>Begins a letter; false when nobody wants it any more.</summary>
    public async Task<bool> TakeAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.Letters.Where(l => l.Id == id && (l.State == LetterState.Waiting || l.State == LetterState.Sending)).ExecuteUpdateAsync(l => l.SetProperty(x => x.State, LetterState.Sending), cancellation) > 0;
    }

    /// <summary>Records what became of a letter: sent, refused for good, or to be tried again later.</summary>
    /// <returns>How it stands now.</returns>
    public async Task<LetterState> EndAsync(OfficeView office, DueLetter letter, Delivery delivery, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var state = delivery switch
        {
            Delivery.Sent => LetterState.Sent,
            Delivery.Refused => LetterState.Refused,
            _ => letter.AskedAt + Patience < now ? LetterState.Refused : LetterState.Waiting,
        };
        DateTimeOffset? ended = state is LetterState.Waiting ? null : now;
        return await EndAsync(office, letter, state, ended, null, cancellation);
    }

    /// <summary>Records that a letter could not be written: it is tried again later, a few times, and then given up with the reason.</summary>
    /// <returns>How it stands now.</returns>
    public Task<LetterState> NotWrittenAsync(OfficeView office, DueLetter letter, string why, CancellationToken cancellation)
    {
        var isLast = letter.Tries + 1 >= MostWritings;
        return EndAsync(office, letter, isLast ? LetterState.Refused : LetterState.Waiting, isLast ? time.GetUtcNow() : null, why.Length > LongestWhy ? why[..LongestWhy] : why, cancellation);
    }

    private async Task<LetterState> EndAsync(OfficeView office, DueLetter letter, LetterState state, DateTimeOffset? ended, string? why, CancellationToken cancellation)
    {
        var next = time.GetUtcNow() + (FirstPause * Math.Pow(2, Math.Min(letter.Tries, Doublings)));
        await using var db = database.ForOffice(office.Id);
        await db.Letters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(
            l => l.SetProperty(x => x.State, state).SetProperty(x => x.EndedAt, ended).SetProperty(x => x.NextTryAt, next).SetProperty(x => x.Tries, letter.Tries + 1).SetProperty(x => x.Why, why), cancellation);
        return state;
    }

    /// <summary>Lets a letter go that has nothing to say any more.</summary>
    public async Task DropAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Letters.Where(l => l.Id == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Asks for a letter to an organiser within a unit of work.</summary>
    internal static void Ask(TesseraDb db, int office, LetterKind kind, Guid asking, DateTimeOffset now) => db.Add(New(office, kind, now, asking: asking));

    /// <summary>Asks for a letter within a unit of work; one of the same kind that waits already will say the same.</summary>
    internal static Task AskAsync(TesseraDb db, int office, LetterKind kind, Guid? guest, Guid? registration, DateTimeOffset now, CancellationToken cancellation) =>
        AskOnceAsync(db, New(office, kind, now, guest: guest, registration: registration), cancellation);

    /// <summary>The same to an association that proposes people for a delegation.</summary>
    internal static Task AskAssociationAsync(TesseraDb db, int office, LetterKind kind, Guid proposer, DateTimeOffset now, CancellationToken cancellation) =>
        AskOnceAsync(db, New(office, kind, now, association: proposer), cancellation);

    /// <summary>The same to whoever applied for a study tour.</summary>
    internal static Task AskTourAsync(TesseraDb db, int office, LetterKind kind, Guid application, DateTimeOffset now, CancellationToken cancellation) =>
        AskOnceAsync(db, New(office, kind, now, tour: application), cancellation);

    private static async Task AskOnceAsync(TesseraDb db, LetterRow asked, CancellationToken cancellation)
    {
        var waits = await db.Letters.AnyAsync(
            l => l.Kind == asked.Kind && l.State == LetterState.Waiting && l.GuestId == asked.GuestId && l.RegistrationId == asked.RegistrationId && l.TourApplicationId == asked.TourApplicationId
                && l.DelegationProposerId == asked.DelegationProposerId, cancellation);
        if (!waits) db.Add(asked);
    }

    /// <summary>A letter that waits, to one of those named.</summary>
    private static LetterRow New(int office, LetterKind kind, DateTimeOffset now, Guid? guest = null, Guid? registration = null, Guid? asking = null, Guid? tour = null, Guid? association = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        OfficeId = office,
        Kind = kind,
        GuestId = guest,
        RegistrationId = registration,
        AskingId = asking,
        TourApplicationId = tour,
        DelegationProposerId = association,
        State = LetterState.Waiting,
        AskedAt = now,
        NextTryAt = now,
    };
}
