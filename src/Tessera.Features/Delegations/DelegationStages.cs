using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;

namespace Tessera.Features.Delegations;

/// <summary>Takes a delegation from the call to the end of its term.</summary>
public sealed class DelegationStages(Database database, TimeProvider time)
{
    private const int LongestAppointment = 300;
    private const int LongestCredentials = 1000;
    private const int LongestCall = 4000;

    /// <summary>Calls upon the associations to propose people until a day; who has been called upon already is told the new day.</summary>
    public Task<IReadOnlyList<Finding>> CallAsync(OfficeView office, string key, DateOnly on, DateOnly until, LocalText text, Edit edit, CancellationToken cancellation) =>
        ChangeAsync(office, key, edit, async (db, row) =>
        {
            if (row.State is not DelegationState.Called && !DelegationCourse.MayGo(row.State, DelegationState.Called)) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (until < on || until < time.Today() || until > row.LastDay) return DelegationChange.Refused("until", DelegationRefusal.DeadlineWrong);
            if (text.Any(t => t.Text.Length > LongestCall)) return DelegationChange.Refused("text", DelegationRefusal.TextTooLong);
            if (!await db.DelegationProposers.AnyAsync(p => p.DelegationId == row.Id, cancellation)) return DelegationChange.Refused("", DelegationRefusal.NobodyToCall);
            var from = row.State;
            (row.State, row.CalledOn, row.ProposalsUntil, row.CallText, row.ConsultingSince, row.ConsultingUntil) = (DelegationState.Called, on, until, text, null, null);
            return DelegationChange.Gone(from, row.State);
        }, cancellation);

    /// <summary>Lays the composition before the associations until a day. What they said of an earlier one counts no more.</summary>
    public Task<IReadOnlyList<Finding>> ConsultAsync(OfficeView office, string key, DateOnly on, DateOnly until, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, async (db, row) =>
    {
        if (row.State is not DelegationState.Consulting && !DelegationCourse.MayGo(row.State, DelegationState.Consulting)) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
        if (until < on || until < time.Today() || until > row.LastDay) return DelegationChange.Refused("until", DelegationRefusal.DeadlineWrong);
        if (!await db.DelegationSeatings.AnyAsync(s => s.DelegationId == row.Id && s.FromDay == null, cancellation)) return DelegationChange.Refused("", DelegationRefusal.NobodySeated);
        foreach (var proposer in await db.DelegationProposers.Where(p => p.DelegationId == row.Id).ToListAsync(cancellation)) (proposer.Reply, proposer.Comment, proposer.RepliedAt) = (ProposerReply.Open, "", null);
        var from = row.State;
        (row.State, row.ConsultingSince, row.ConsultingUntil) = (DelegationState.Consulting, on, until);
        return DelegationChange.Gone(from, row.State);
    }, cancellation);

    /// <summary>Goes a stage back: from the consultation to the proposals, from these to the preparation.</summary>
    public Task<IReadOnlyList<Finding>> BackAsync(OfficeView office, string key, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, (_, row) =>
    {
        var (from, to) = (row.State, row.State is DelegationState.Consulting ? DelegationState.Called : DelegationState.Preparing);
        if (!DelegationCourse.MayGo(from, to)) return Task.FromResult(DelegationChange.Refused("", DelegationRefusal.StageWrong));
        row.State = to;
        return Task.FromResult(DelegationChange.Gone(from, to));
    }, cancellation);

    /// <summary>Records the appointment: whoever is proposed for a seat sits from its day, or from the first of the term when that is later. Refused while a blocking rule is broken.</summary>
    /// <param name="by">Who appointed, such as a ministry.</param>
    /// <param name="appointment">The decision's number or name.</param>
    public Task<IReadOnlyList<Finding>> AppointAsync(OfficeView office, string key, DateOnly on, string by, string appointment, string reader, Edit edit, CancellationToken cancellation) =>
        ChangeAsync(office, key, edit, async (db, row) =>
        {
            if (!DelegationCourse.MayGo(row.State, DelegationState.Appointed)) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
            if (WhyNot(on, by, appointment) is { } missing) return missing;
            if (on < row.ConsultingSince || on > row.LastDay || on > time.Today()) return DelegationChange.Refused("on", DelegationRefusal.DayWrong);
            if (await BrokenAsync(db, office, row, on, reader, time, cancellation) is { } broken) return broken;
            var first = on > row.FirstDay ? on : row.FirstDay;
            var drafts = await db.DelegationSeatings.Where(s => s.DelegationId == row.Id && s.FromDay == null).ToListAsync(cancellation);
            if (drafts.Count == 0) return DelegationChange.Refused("", DelegationRefusal.NobodySeated);
            foreach (var seating in drafts) seating.FromDay = first;
            var from = row.State;
            (row.State, row.AppointedOn, row.AppointedBy, row.Appointment) = (DelegationState.Appointed, on, by, appointment);
            return DelegationChange.Gone(from, row.State);
        }, cancellation);

    /// <summary>Records what the body said of the members' credentials; no day takes it back.</summary>
    public Task<IReadOnlyList<Finding>> CredentialsAsync(OfficeView office, string key, DateOnly? on, string text, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, (_, row) =>
    {
        if (row.State is not (DelegationState.Appointed or DelegationState.Ended)) return Task.FromResult(DelegationChange.Refused("", DelegationRefusal.StageWrong));
        if (text.Length > LongestCredentials) return Task.FromResult(DelegationChange.Refused("text", DelegationRefusal.TextTooLong));
        if (on < row.AppointedOn || on > time.Today()) return Task.FromResult(DelegationChange.Refused("on", DelegationRefusal.DayWrong));
        var was = DelegationDesk.Written(row.CredentialsOn);
        (row.CredentialsOn, row.Credentials) = (on, text);
        return Task.FromResult(DelegationChange.Done("credentials", was, DelegationDesk.Written(on)));
    }, cancellation);

    /// <summary>Shows the delegation on the portal, or takes it from there. Refused while a member may not be named.</summary>
    public Task<IReadOnlyList<Finding>> PublishAsync(OfficeView office, string key, bool isPublic, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, async (db, row) =>
    {
        if (isPublic && row.State is not (DelegationState.Appointed or DelegationState.Ended)) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
        var sitting = isPublic ? await db.DelegationSeatings.Where(s => s.DelegationId == row.Id && s.FromDay != null && s.ToDay == null).Select(s => s.Person!).ToListAsync(cancellation) : [];
        if (sitting.Find(p => p.PublicOffice.IsEmpty && !p.MayBeNamed) is { } unnamed) return DelegationChange.Refused("", DelegationRefusal.NotToBeNamed, ("name", unnamed.Name));
        var was = row.PublishedAt is not null;
        row.PublishedAt = isPublic ? row.PublishedAt ?? time.GetUtcNow() : null;
        return DelegationChange.Done("published", was ? "true" : "false", isPublic ? "true" : "false");
    }, cancellation);

    /// <summary>Ends the term: whoever sits leaves on its last day, or today when it is ended before; what was only proposed falls away.</summary>
    public Task<IReadOnlyList<Finding>> EndAsync(OfficeView office, string key, Edit edit, CancellationToken cancellation) => ChangeAsync(office, key, edit, async (db, row) =>
    {
        var today = time.Today();
        if (!DelegationCourse.MayGo(row.State, DelegationState.Ended)) return DelegationChange.Refused("", DelegationRefusal.StageWrong);
        var last = row.LastDay < today ? row.LastDay : today;
        var open = await db.DelegationSeatings.Where(s => s.DelegationId == row.Id && s.ToDay == null).ToListAsync(cancellation);
        if (open.Exists(s => s.FromDay > last)) return DelegationChange.Refused("", DelegationRefusal.DayWrong);
        db.DelegationSeatings.RemoveRange(open.Where(s => s.FromDay is null));
        foreach (var seating in open.Where(s => s.FromDay is not null)) (seating.ToDay, seating.Ending) = (last, SeatEnding.TermEnded);
        row.State = DelegationState.Ended;
        return DelegationChange.Gone(DelegationState.Appointed, row.State);
    }, cancellation);

    private Task<IReadOnlyList<Finding>> ChangeAsync(OfficeView office, string key, Edit edit, Func<TesseraDb, DelegationRow, Task<DelegationChange>> change, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, change, cancellation);

    /// <summary>An appointment says by whom and by what.</summary>
    internal static DelegationChange? WhyNot(DateOnly on, string by, string appointment)
    {
        if (on == default) return DelegationChange.Refused("on", DelegationRefusal.AppointmentMissing);
        if (by.Length == 0) return DelegationChange.Refused("by", DelegationRefusal.AppointmentMissing);
        if (appointment.Length == 0) return DelegationChange.Refused("appointment", DelegationRefusal.AppointmentMissing);
        return by.Length > LongestAppointment || appointment.Length > LongestAppointment ? DelegationChange.Refused("by", DelegationRefusal.TextTooLong) : null;
    }

    /// <summary>The refusal of a composition that breaks a blocking rule, by the first of them; null where none is broken.</summary>
    internal static async Task<DelegationChange?> BrokenAsync(TesseraDb db, OfficeView office, DelegationRow row, DateOnly day, string reader, TimeProvider time, CancellationToken cancellation)
    {
        var delegation = DelegationQueries.View(row, await DelegationQueries.PartsAsync(db, row.Id, cancellation));
        var traits = await DelegationPeople.ReadTraitsAsync(db, office, row.Id, reader, DelegationComposing.Purpose, time.GetUtcNow(), cancellation);
        var verdicts = DelegationChecker.Verdicts(DelegationModels.Of(delegation, traits, day), DelegationModels.Composition(delegation));
        return verdicts.FirstOrDefault(v => v is { IsKept: false, Severity: Severity.Blocking }) is { } broken ? DelegationChange.Refused("", DelegationRefusal.RuleBroken, ("rule", broken.Rule)) : null;
    }
}
