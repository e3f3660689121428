using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>Sessions of the body, who was there and who sat for whom, and what the members did.</summary>
public sealed class DelegationSessions(Database database, TimeProvider time)
{
    private const int LongestTitle = 500;
    private const int LongestAddress = 1000;

    /// <summary>Makes an activity of the office's calendar a session of the body.</summary>
    public Task<IReadOnlyList<Finding>> AddAsync(OfficeView office, string key, string activity, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, async (db, row) =>
    {
        if (await db.Activities.Where(a => a.Key == activity).Select(a => new { a.Id, a.FirstDay, a.LastDay }).SingleOrDefaultAsync(cancellation) is not { } found) return DelegationChange.Refused("activity", DelegationRefusal.NameMissing);
        if (found.FirstDay is null || found.FirstDay > row.LastDay || (found.LastDay ?? found.FirstDay) < row.FirstDay) return DelegationChange.Refused("activity", DelegationRefusal.DayWrong);
        if (await db.DelegationSessions.AnyAsync(s => s.DelegationId == row.Id && s.ActivityId == found.Id, cancellation)) return new DelegationChange([], []);
        db.Add(new DelegationSessionRow { Id = Guid.CreateVersion7(time.GetUtcNow()), OfficeId = office.Id, DelegationId = row.Id, ActivityId = found.Id });
        return DelegationChange.Done("sessions", null, activity);
    }, cancellation);

    /// <summary>An activity is no session any more; who was there is forgotten with it.</summary>
    public Task<IReadOnlyList<Finding>> RemoveAsync(OfficeView office, string key, Guid session, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, async (db, row) =>
    {
        if (await db.DelegationSessions.Include(s => s.Activity).SingleOrDefaultAsync(s => s.Id == session && s.DelegationId == row.Id, cancellation) is not { } found) return new DelegationChange([], []);
        db.Remove(found);
        return DelegationChange.Done("sessions", found.Activity!.Key, null);
    }, cancellation);

    /// <summary>Keeps who was at a session, instead of what was kept of it. A substitute who was there may have sat for a representative of the chamber who was not.</summary>
    public Task<IReadOnlyList<Finding>> AttendAsync(OfficeView office, string key, Guid session, IReadOnlyList<DelegationAttendance> attendance, Edit edit, CancellationToken cancellation) =>
        ChangeAsync(office, key, edit, async (db, row) =>
        {
            if (await db.DelegationSessions.Include(s => s.Activity).SingleOrDefaultAsync(s => s.Id == session && s.DelegationId == row.Id, cancellation) is not { } found) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            var seatings = await db.DelegationSeatings.Where(s => s.DelegationId == row.Id && s.FromDay != null).ToDictionaryAsync(s => s.Id, cancellation);
            if (attendance.Any(a => !seatings.ContainsKey(a.Seating)) || attendance.DistinctBy(a => a.Seating).Count() != attendance.Count) return DelegationChange.Refused("", DelegationRefusal.CannotSit);
            if (attendance.Any(a => !IsPossible(a, attendance, seatings))) return DelegationChange.Refused("satFor", DelegationRefusal.SatForWrong);
            var was = await db.DelegationAttendance.Where(a => a.SessionId == session).ToListAsync(cancellation);
            db.DelegationAttendance.RemoveRange(was);
            await db.SaveChangesAsync(cancellation);
            db.AddRange(attendance.Select(a => new DelegationAttendanceRow { SessionId = session, OfficeId = office.Id, SeatingId = a.Seating, Presence = a.Presence, SatForId = a.SatFor }));
            return DelegationChange.Done("attendance", null, found.Activity!.Key);
        }, cancellation);

    /// <summary>Keeps what a member did: something new, or a known one as it is now.</summary>
    public Task<IReadOnlyList<Finding>> ContributeAsync(OfficeView office, string key, DelegationContribution contribution, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, async (db, row) =>
    {
        if (contribution.Title.Length is 0) return DelegationChange.Refused("title", DelegationRefusal.NameMissing);
        if (contribution.Title.Length > LongestTitle) return DelegationChange.Refused("title", DelegationRefusal.TextTooLong);
        if (contribution.Address is { } address && (address.Length > LongestAddress || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))) return DelegationChange.Refused("address", DelegationRefusal.TextTooLong);
        if (contribution.Day < row.FirstDay || contribution.Day > row.LastDay) return DelegationChange.Refused("day", DelegationRefusal.DayWrong);
        if (!await db.DelegationSeatings.AnyAsync(s => s.DelegationId == row.Id && s.PersonId == contribution.Person && s.FromDay != null, cancellation)) return DelegationChange.Refused("person", DelegationRefusal.CannotSit);
        var session = contribution.Session is { } at && await db.DelegationSessions.AnyAsync(s => s.Id == at && s.DelegationId == row.Id, cancellation) ? contribution.Session : null;
        var found = await db.DelegationContributions.SingleOrDefaultAsync(c => c.Id == contribution.Id && c.DelegationId == row.Id, cancellation);
        var was = found?.Title;
        found ??= db.Add(new DelegationContributionRow { Id = contribution.Id, OfficeId = office.Id, DelegationId = row.Id }).Entity;
        (found.PersonId, found.SessionId, found.Kind, found.Title, found.Language) = (contribution.Person, session, contribution.Kind, contribution.Title, contribution.Language);
        (found.Day, found.Address, found.IsPublic) = (contribution.Day, contribution.Address, contribution.IsPublic);
        return DelegationChange.Done("contributions", was, contribution.Title);
    }, cancellation);

    /// <summary>Takes out what a member did.</summary>
    public Task<IReadOnlyList<Finding>> RemoveContributionAsync(OfficeView office, string key, Guid contribution, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, async (db, row) =>
    {
        if (await db.DelegationContributions.SingleOrDefaultAsync(c => c.Id == contribution && c.DelegationId == row.Id, cancellation) is not { } found) return new DelegationChange([], []);
        db.Remove(found);
        return DelegationChange.Done("contributions", found.Title, null);
    }, cancellation);

    private static bool IsPossible(DelegationAttendance one, IReadOnlyList<DelegationAttendance> all, Dictionary<Guid, DelegationSeatingRow> seatings)
    {
        if (one.SatFor is not { } missing) return true;
        if (one.Presence is not Presence.Present || !seatings.TryGetValue(missing, out var absent)) return false;
        var own = seatings[one.Seating];
        var isFree = !all.Any(a => a.Seating == missing && a.Presence is Presence.Present) && all.Count(a => a.SatFor == missing) == 1;
        return isFree && own.Kind is SeatKind.Substitute && absent.Kind is SeatKind.Representative && own.Chamber == absent.Chamber;
    }

    private Task<IReadOnlyList<Finding>> ChangeAsync(OfficeView office, string key, Edit edit, Func<TesseraDb, DelegationRow, Task<DelegationChange>> change, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, change, cancellation);
}
