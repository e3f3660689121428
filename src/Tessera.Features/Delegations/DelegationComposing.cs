using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;

namespace Tessera.Features.Delegations;

/// <summary>Composes a delegation: who is proposed for which seat, how that stands to the rules, and what would be best. Every look reads the people's traits and is written down.</summary>
public sealed class DelegationComposing(Database database, DelegationQueries queries, DelegationPeople people, TimeProvider time)
{
    /// <summary>Why the traits are read.</summary>
    public const string Purpose = "composition";

    /// <summary>How the composition stands to the rules, and what would mend it. Null where there is no such delegation.</summary>
    public async Task<ComposedView?> CheckAsync(OfficeView office, string key, string reader, CancellationToken cancellation)
    {
        if (await ModelAsync(office, key, reader, cancellation) is not var (delegation, model)) return null;
        var composition = DelegationModels.Composition(delegation);
        return new ComposedView(model, composition, DelegationChecker.Check(model, composition, ComposerSettings.Default, cancellation));
    }

    /// <summary>The best composition with the next best, or why there is none. Null where there is no such delegation.</summary>
    public async Task<(DelegationModel Model, CompositionProposal Proposal)?> ComposeAsync(OfficeView office, string key, string reader, int alternatives, CancellationToken cancellation)
    {
        if (await ModelAsync(office, key, reader, cancellation) is not var (_, model)) return null;
        return (model, DelegationComposer.Compose(model, ComposerSettings.Default with { Alternatives = alternatives }, cancellation));
    }

    /// <summary>Proposes somebody for a free seat.</summary>
    /// <param name="replaces">The seating that ended and that she would follow upon; null for a seat that nobody has left.</param>
    public Task<IReadOnlyList<Finding>> SeatAsync(OfficeView office, string key, Guid person, SeatKind kind, Chamber chamber, Guid? replaces, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (WhyNot(row) is { } stage) return stage;
            if (await db.DelegationPeople.SingleOrDefaultAsync(p => p.Id == person && p.DelegationId == row.Id, cancellation) is not { WithdrawnAt: null, IsYouth: false } found) return DelegationChange.Refused("", DelegationRefusal.CannotSit);
            if ((kind is SeatKind.Representative ? found.RepresentativeRank : found.SubstituteRank) is null) return DelegationChange.Refused("", DelegationRefusal.CannotSit);
            var open = await db.DelegationSeatings.Where(s => s.DelegationId == row.Id && s.ToDay == null).ToListAsync(cancellation);
            if (open.Exists(s => s.PersonId == person && !(s.FromDay is null))) return DelegationChange.Refused("", DelegationRefusal.SitsAlready);
            // Who is proposed for another seat moves from there.
            db.DelegationSeatings.RemoveRange(open.Where(s => s.PersonId == person));
            await db.SaveChangesAsync(cancellation);
            var seats = row.Seats.Where(s => s.Kind == kind && s.Chamber == chamber).Sum(s => s.Seats);
            if (open.Count(s => s.PersonId != person && s.Kind == kind && s.Chamber == chamber) >= seats) return DelegationChange.Refused("", DelegationRefusal.SeatTaken);
            if (replaces is { } left && !await db.DelegationSeatings.AnyAsync(s => s.Id == left && s.DelegationId == row.Id && s.ToDay != null && s.Kind == kind && s.Chamber == chamber, cancellation))
                return DelegationChange.Refused("", DelegationRefusal.SeatTaken);
            db.Add(New(office, row, person, kind, chamber, replaces));
            return DelegationChange.Done("seatings", null, Seat(kind, chamber));
        }, cancellation);

    /// <summary>Takes a proposal for a seat back.</summary>
    public Task<IReadOnlyList<Finding>> UnseatAsync(OfficeView office, string key, Guid seating, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (await db.DelegationSeatings.SingleOrDefaultAsync(s => s.Id == seating && s.DelegationId == row.Id && s.FromDay == null, cancellation) is not { } found) return new DelegationChange([], []);
            db.Remove(found);
            return DelegationChange.Done("seatings", Seat(found.Kind, found.Chamber), null);
        }, cancellation);

    /// <summary>Makes a composition the one that is proposed: an exchange, a proposal of the composer's, an alternative. Who sits already has to be in it on her seat.</summary>
    public Task<IReadOnlyList<Finding>> ApplyAsync(OfficeView office, string key, IReadOnlyList<Seating> seats, Edit edit, CancellationToken cancellation) =>
        DelegationDesk.ChangeAsync(database, time, office, key, edit, async (db, row) =>
        {
            if (WhyNot(row) is { } stage) return stage;
            var delegation = DelegationQueries.View(row, await DelegationQueries.PartsAsync(db, row.Id, cancellation));
            var known = delegation.People.ToDictionary(p => DelegationModels.KeyOf(p.Id));
            var wanted = seats.DistinctBy(s => s.Candidate).Where(s => known.ContainsKey(s.Candidate)).Select(s => (Person: known[s.Candidate], s.Kind, s.Chamber)).ToList();
            var sitting = delegation.Seatings.Where(s => s is { IsDraft: false, To: null }).ToList();
            if (wanted.Count != seats.Count || sitting.Exists(s => !wanted.Exists(w => (w.Person.Id, w.Kind, w.Chamber) == (s.Person, s.Kind, s.Chamber)))) return DelegationChange.Refused("", DelegationRefusal.CannotSit);
            var coming = wanted.Where(w => !sitting.Exists(s => s.Person == w.Person.Id)).ToList();
            if (coming.Exists(w => w.Person is { WithdrawnAt: not null } or { IsYouth: true } || (w.Kind is SeatKind.Representative ? w.Person.RepresentativeRank : w.Person.SubstituteRank) is null)) return DelegationChange.Refused("", DelegationRefusal.CannotSit);
            if (wanted.GroupBy(w => (w.Kind, w.Chamber)).Any(g => g.Count() > row.Seats.Where(s => s.Kind == g.Key.Kind && s.Chamber == g.Key.Chamber).Sum(s => s.Seats))) return DelegationChange.Refused("", DelegationRefusal.SeatTaken);
            await ReplaceDraftsAsync(db, office, row, delegation, coming, cancellation);
            return DelegationChange.Done("seatings", null, coming.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }, cancellation);

    private async Task ReplaceDraftsAsync(
        TesseraDb db, OfficeView office, DelegationRow row, DelegationView delegation, List<(DelegationPerson Person, SeatKind Kind, Chamber Chamber)> coming, CancellationToken cancellation)
    {
        var drafts = await db.DelegationSeatings.Where(s => s.DelegationId == row.Id && s.FromDay == null).ToListAsync(cancellation);
        var staying = drafts.Where(d => coming.Exists(w => (w.Person.Id, w.Kind, w.Chamber) == (d.PersonId, d.Kind, d.Chamber))).ToList();
        db.DelegationSeatings.RemoveRange(drafts.Except(staying));
        await db.SaveChangesAsync(cancellation);
        var vacancies = delegation.VacantOn(time.Today()).Where(v => v.After is not null && !staying.Exists(s => s.ReplacesId == v.After.Id)).ToList();
        foreach (var (person, kind, chamber) in coming.Where(w => !staying.Exists(s => s.PersonId == w.Person.Id)))
        {
            var left = vacancies.Find(v => v.Kind == kind && v.Chamber == chamber);
            if (left is not null) vacancies.Remove(left);
            db.Add(New(office, row, person.Id, kind, chamber, left?.After?.Id));
        }
    }

    private async Task<(DelegationView Delegation, DelegationModel Model)?> ModelAsync(OfficeView office, string key, string reader, CancellationToken cancellation)
    {
        if (await queries.FindAsync(office, key, publicOnly: false, cancellation) is not { } delegation) return null;
        var traits = await people.TraitsAsync(office, key, reader, Purpose, cancellation);
        return (delegation, DelegationModels.Of(delegation, traits, time.Today()));
    }

    private static DelegationChange? WhyNot(DelegationRow row) => row.State is DelegationState.Ended ? DelegationChange.Refused("", DelegationRefusal.StageWrong) : null;

    private DelegationSeatingRow New(OfficeView office, DelegationRow row, Guid person, SeatKind kind, Chamber chamber, Guid? replaces) =>
        new() { Id = Guid.CreateVersion7(time.GetUtcNow()), OfficeId = office.Id, DelegationId = row.Id, PersonId = person, Kind = kind, Chamber = chamber, ReplacesId = replaces };

    internal static string Seat(SeatKind kind, Chamber chamber) => chamber is Chamber.None ? Words<SeatKind>.Write(kind) : $"{Words<SeatKind>.Write(kind)}/{Words<Chamber>.Write(chamber)}";
}
