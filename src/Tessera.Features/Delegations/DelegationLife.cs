using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Delegations;

/// <summary>What happens to a delegation within its term: a member leaves, another is appointed by the same procedure.</summary>
public sealed class DelegationLife(Database database, TimeProvider time)
{
    /// <summary>Ends a member's seat. Until when it is to be filled again comes from the body's dated rule.</summary>
    /// <param name="lastDay">The last on which she sits.</param>
    /// <param name="ending">Not the end of the term, which ends every seat, nor that it is not known.</param>
    public Task<IReadOnlyList<Finding>> LeaveAsync(OfficeView office, string key, Guid seating, DateOnly lastDay, SeatEnding ending, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (row.State is not DelegationState.Appointed || ending is SeatEnding.TermEnded or SeatEnding.Unknown) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (await db.DelegationSeatings.Include(s => s.Person).SingleOrDefaultAsync(s => s.Id == seating && s.DelegationId == row.Id && s.FromDay != null && s.ToDay == null, cancellation) is not { } found)
                return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (lastDay < found.FromDay || lastDay > row.LastDay || lastDay > time.Today()) return DelegationChange.Refused("lastDay", DelegationRefusal.DayWrong);
            (found.ToDay, found.Ending, found.KeptUntil) = (lastDay, ending, DelegationCourse.FillUntil(lastDay, DelegationTermsCheck.MonthsToFill(row.Body, lastDay), row.LastDay));
            EndMandate(found);
            return DelegationChange.Done("seatings", DelegationComposing.Seat(found.Kind, found.Chamber), Words<SeatEnding>.Write(ending));
        }, cancellation);

    /// <summary>Says why somebody left of whom it was not known.</summary>
    /// <param name="ending">Not the end of the term, nor that it is not known.</param>
    public Task<IReadOnlyList<Finding>> ExplainAsync(OfficeView office, string key, Guid seating, SeatEnding ending, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (ending is SeatEnding.TermEnded or SeatEnding.Unknown) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (await db.DelegationSeatings.Include(s => s.Person).SingleOrDefaultAsync(s => s.Id == seating && s.DelegationId == row.Id && s.Ending == SeatEnding.Unknown, cancellation) is not { } found)
                return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            found.Ending = ending;
            EndMandate(found);
            return DelegationChange.Done("seatings", Words<SeatEnding>.Write(SeatEnding.Unknown), Words<SeatEnding>.Write(ending));
        }, cancellation);

    /// <summary>Appoints who is proposed for a vacant seat. Refused while a blocking rule would be broken.</summary>
    public Task<IReadOnlyList<Finding>> AppointAsync(OfficeView office, string key, Guid seating, DateOnly on, string by, string appointment, string reader, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (row.State is not DelegationState.Appointed) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (await db.DelegationSeatings.SingleOrDefaultAsync(s => s.Id == seating && s.DelegationId == row.Id && s.FromDay == null, cancellation) is not { } found) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (DelegationStages.WhyNot(on, by, appointment) is { } missing) return missing;
            var left = found.ReplacesId is { } before ? await db.DelegationSeatings.Where(s => s.Id == before).Select(s => s.ToDay).SingleAsync(cancellation) : null;
            if (on < row.AppointedOn || on <= left || on > row.LastDay || on > time.Today()) return DelegationChange.Refused("on", DelegationRefusal.DayWrong);
            if (await DelegationStages.BrokenAsync(db, office, row, on, reader, time, cancellation) is { } broken) return broken;
            (found.FromDay, found.AppointedBy, found.Appointment) = (on, by, appointment);
            return DelegationChange.Done("seatings", null, DelegationComposing.Seat(found.Kind, found.Chamber));
        }, cancellation);

    /// <summary>Who left since she lost her mandate has had it no longer than the seat.</summary>
    private static void EndMandate(DelegationSeatingRow left)
    {
        if (left is not { Ending: SeatEnding.LostMandate, ToDay: { } lastDay, Person: { } person } || person.MandateUntil <= lastDay) return;
        person.MandateUntil = person.MandateSince > lastDay ? person.MandateSince : lastDay;
    }
}
