using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>Reads delegations.</summary>
public sealed class DelegationQueries(Database database)
{
    /// <summary>All delegations, the latest term first.</summary>
    public async Task<IReadOnlyList<DelegationCard>> ListAsync(OfficeView office, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Delegations.Where(d => !publicOnly || d.PublishedAt != null).OrderByDescending(d => d.FirstDay).ThenBy(d => d.Key)
            .Select(d => new { Row = d, Filled = db.DelegationSeatings.Count(s => s.DelegationId == d.Id && (s.ToDay == null || s.Ending == SeatEnding.TermEnded)) }).ToListAsync(cancellation);
        return [.. rows.Select(r => new DelegationCard(
            r.Row.Key, r.Row.Body, r.Row.BodyNames, r.Row.Names, r.Row.Country, r.Row.FirstDay, r.Row.LastDay, r.Row.State, r.Row.PublishedAt is not null, r.Row.Seats.Sum(s => s.Seats), r.Filled))];
    }

    /// <summary>A delegation with all that belongs to it; null when there is none under this key, or it is not published where that is asked for.</summary>
    /// <param name="publicOnly">Only what everybody may see: who sits or has sat and the youth delegate, without addresses, and without the name where nothing makes it public.</param>
    public async Task<DelegationView?> FindAsync(OfficeView office, string key, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        if (await db.Delegations.Include(d => d.Membership).SingleOrDefaultAsync(d => d.Key == key && (!publicOnly || d.PublishedAt != null), cancellation) is not { } row) return null;
        var whole = View(row, await PartsAsync(db, row.Id, cancellation));
        return publicOnly ? Public(whole) : whole;
    }

    /// <summary>The delegations to a body of which an activity is a session.</summary>
    public async Task<IReadOnlyList<DelegationBrief>> OfActivityAsync(OfficeView office, string activity, bool publicOnly, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.DelegationSessions.Where(s => s.Activity!.Key == activity && (!publicOnly || s.Delegation!.PublishedAt != null)).OrderByDescending(s => s.Delegation!.FirstDay).ThenBy(s => s.Delegation!.Key)
            .Select(s => new DelegationBrief(s.Delegation!.Key, s.Delegation.Names)).ToListAsync(cancellation);
    }

    /// <summary>Of members with a public office, what the delegation's rules let everybody see; the rest unsaid.</summary>
    public async Task<IReadOnlyDictionary<Guid, DelegationTraits>> PublicTraitsAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.Delegations.Where(d => d.Key == key && d.PublishedAt != null).Select(d => new { d.Id, d.Rules }).SingleOrDefaultAsync(cancellation) is not { } row || row.Rules.PublicFields.Count == 0)
            return new Dictionary<Guid, DelegationTraits>();
        var people = await db.DelegationPeople.Where(p => p.DelegationId == row.Id && db.DelegationSeatings.Any(s => s.PersonId == p.Id && s.FromDay != null)).Select(p => new { p.Id, p.PublicOffice }).ToListAsync(cancellation);
        var ids = people.Where(p => !p.PublicOffice.IsEmpty).Select(p => p.Id).ToList();
        var shown = row.Rules.PublicFields;
        return (await db.DelegationTraits.Where(t => ids.Contains(t.PersonId)).ToListAsync(cancellation)).ToDictionary(t => t.PersonId, t => new DelegationTraits(
            shown.Contains("sex") ? t.Sex : Sex.Unstated, shown.Contains("birth-year") ? t.BirthYear : null, shown.Contains("political-group") ? t.PoliticalGroup : ""));
    }

    /// <summary>Those whose term is not over, with their seats alone.</summary>
    internal static async Task<IReadOnlyList<DelegationView>> AllAsync(TesseraDb db, CancellationToken cancellation)
    {
        var rows = await db.Delegations.Where(d => d.State != DelegationState.Ended).OrderBy(d => d.FirstDay).ThenBy(d => d.Key).ToListAsync(cancellation);
        if (rows.Count == 0) return [];
        var ids = rows.Select(r => r.Id).ToList();
        var seatings = (await db.DelegationSeatings.Where(s => ids.Contains(s.DelegationId)).OrderBy(s => s.Id).ToListAsync(cancellation)).ToLookup(s => s.DelegationId);
        return [.. rows.Select(r => View(r, new DelegationParts([], [], [.. seatings[r.Id]], [], [], [], [])))];
    }

    internal static async Task<DelegationParts> PartsAsync(TesseraDb db, Guid id, CancellationToken cancellation) => new(
        await db.DelegationProposers.Where(p => p.DelegationId == id).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellation),
        await db.DelegationPeople.Where(p => p.DelegationId == id).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(cancellation),
        await db.DelegationSeatings.Where(s => s.DelegationId == id).OrderBy(s => s.Kind).ThenBy(s => s.Chamber).ThenBy(s => s.FromDay).ThenBy(s => s.Id).ToListAsync(cancellation),
        await db.DelegationDocuments.Where(d => d.DelegationId == id && d.WithdrawnAt == null).OrderBy(d => d.UploadedAt).ToListAsync(cancellation),
        await db.DelegationSessions.Include(s => s.Activity).Where(s => s.DelegationId == id).OrderBy(s => s.Activity!.FirstDay).ThenBy(s => s.Id).ToListAsync(cancellation),
        await db.DelegationAttendance.Where(a => a.Session!.DelegationId == id).OrderBy(a => a.SeatingId).ToListAsync(cancellation),
        await db.DelegationContributions.Where(c => c.DelegationId == id).OrderByDescending(c => c.Day).ThenBy(c => c.Id).ToListAsync(cancellation));

    internal static DelegationView View(DelegationRow row, DelegationParts parts)
    {
        var proposers = parts.Proposers.ToDictionary(p => p.Id, p => p.Key);
        var attendance = parts.Attendance.ToLookup(a => a.SessionId);
        return new DelegationView(
            row.Id, row.Key, row.Version,
            new DelegationTerms(row.Body, row.BodyNames, row.Names, row.Country, row.Membership?.Key, row.FirstDay, row.LastDay, row.Seats, row.SeatSource, row.Rules, row.Secretary),
            row.State, row.CallText, row.CalledOn, row.ProposalsUntil, row.ConsultingSince, row.ConsultingUntil, row.AppointedOn, row.AppointedBy, row.Appointment, row.CredentialsOn, row.Credentials, row.PublishedAt,
            [.. parts.Proposers.Select(p => new DelegationProposer(p.Id, p.Key, p.Names, p.Email, p.Language, p.LinkMadeAt, p.ProposedAt, p.Reply, p.Comment, p.RepliedAt))],
            [.. parts.People.Select(p => Person(p, p.ProposerId is { } by ? proposers.GetValueOrDefault(by) : null))],
            [.. parts.Seatings.Select(s => new DelegationSeating(s.Id, s.PersonId, s.Kind, s.Chamber, s.FromDay, s.ToDay, s.Ending, s.KeptUntil, s.ReplacesId, s.AppointedBy, s.Appointment))],
            [.. parts.Documents.Select(Document)],
            [.. parts.Sessions.Select(s => new DelegationSession(
                s.Id, s.ActivityId, s.Activity!.Key, s.Activity.Title, s.Activity.FirstDay, s.Activity.LastDay, s.Activity.IsPublic, [.. attendance[s.Id].Select(a => new DelegationAttendance(a.SeatingId, a.Presence, a.SatForId))]))],
            [.. parts.Contributions.Select(c => new DelegationContribution(c.Id, c.PersonId, c.SessionId, c.Kind, c.Title, c.Language, c.Day, c.Address, c.IsPublic))]);
    }

    internal static DelegationDocument Document(DelegationDocumentRow d) => new(d.Id, d.Kind, d.Title, d.FileName, d.MediaType, d.Size, d.IsPublic, d.UploadedBy, d.UploadedAt);

    private static DelegationPerson Person(DelegationPersonRow p, string? proposer) => new(
        p.Id, proposer, p.Name, p.Authority, p.Region, p.Level, p.Mandate, p.MandateSince, p.MandateUntil, p.PublicOffice, p.RepresentativeRank, p.SubstituteRank, p.IsYouth, p.MayBeNamed, p.Email, p.Phone,
        p.Language, p.Posts, p.ProposedBy, p.ProposedAt, p.WithdrawnAt);

    private static DelegationView Public(DelegationView whole)
    {
        var seatings = whole.Seatings.Where(s => !s.IsDraft).ToList();
        var sat = seatings.Select(s => s.Person).ToHashSet();
        return whole with
        {
            CallText = LocalText.Empty,
            Proposers = [.. whole.Proposers.Select(p => p with { Email = null, LinkMadeAt = null, ProposedAt = null, Reply = ProposerReply.Open, Comment = "", RepliedAt = null })],
            People = [.. whole.People.Where(p => sat.Contains(p.Id) || (p.IsYouth && p.WithdrawnAt is null && p.IsPublic)).Select(Public)],
            Seatings = seatings,
            Documents = [.. whole.Documents.Where(d => d.IsPublic)],
            Sessions = [.. whole.Sessions.Where(s => s.IsPublic)],
            Contributions = [.. whole.Contributions.Where(c => c.IsPublic && sat.Contains(c.Person))],
        };
    }

    /// <summary>Whose name is not public is a seat that is taken, and nothing that would tell who it is.</summary>
    private static DelegationPerson Public(DelegationPerson person)
    {
        var shown = person with { Email = null, Phone = null, Language = null, RepresentativeRank = null, SubstituteRank = null, ProposedBy = "" };
        return person.IsPublic ? shown : shown with { Name = "", Authority = "", Region = "", MandateSince = null, MandateUntil = null, Posts = [] };
    }
}

/// <summary>The rows of a delegation.</summary>
internal sealed record DelegationParts(
    IReadOnlyList<DelegationProposerRow> Proposers, IReadOnlyList<DelegationPersonRow> People, IReadOnlyList<DelegationSeatingRow> Seatings, IReadOnlyList<DelegationDocumentRow> Documents,
    IReadOnlyList<DelegationSessionRow> Sessions, IReadOnlyList<DelegationAttendanceRow> Attendance, IReadOnlyList<DelegationContributionRow> Contributions);
