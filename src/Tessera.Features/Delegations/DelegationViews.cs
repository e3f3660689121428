using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>A delegation in a list.</summary>
/// <param name="Seats">Seats of both kinds.</param>
/// <param name="Filled">Those on which somebody sits, or, before the appointment, is proposed to sit.</param>
public sealed record DelegationCard(
    string Key, string Body, LocalText BodyNames, LocalText Names, string Country, DateOnly First, DateOnly Last, DelegationState State, bool IsPublished, int Seats, int Filled);

/// <summary>A delegation by its name.</summary>
public sealed record DelegationBrief(string Key, LocalText Names);

/// <summary>Who proposes people.</summary>
/// <param name="LinkMadeAt">Since when there is an address by which the association proposes without an account; null while there is none.</param>
/// <param name="ProposedAt">When it last proposed by that address.</param>
public sealed record DelegationProposer(
    Guid Id, string Key, LocalText Names, string? Email, string Language, DateTimeOffset? LinkMadeAt, DateTimeOffset? ProposedAt, ProposerReply Reply, string Comment, DateTimeOffset? RepliedAt);

/// <summary>Somebody who is proposed, or sits; what only the rules need is not here (<see cref="DelegationTraits"/>).</summary>
/// <param name="Proposer">The key of the association; null where the office itself has entered her.</param>
/// <param name="PublicOffice">The office that makes her name public, such as "mayor of X"; empty for none.</param>
/// <param name="RepresentativeRank">The association's preference for her as a representative, 1 the first; null where she cannot be.</param>
/// <param name="SubstituteRank">The same as a substitute.</param>
/// <param name="IsYouth">Is she the youth delegate, who has no seat?</param>
/// <param name="MayBeNamed">Has she said that she may be named, where no public office makes her name public?</param>
public sealed record DelegationPerson(
    Guid Id, string? Proposer, string Name, string Authority, string Region, AuthorityLevel Level, MandateKind Mandate, DateOnly? MandateSince, DateOnly? MandateUntil, LocalText PublicOffice,
    int? RepresentativeRank, int? SubstituteRank, bool IsYouth, bool MayBeNamed, string? Email, string? Phone, string? Language, IReadOnlyList<DelegationPost> Posts, string ProposedBy,
    DateTimeOffset ProposedAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>May her name stand on the portal?</summary>
    public bool IsPublic => !PublicOffice.IsEmpty || MayBeNamed;
}

/// <summary>What only the rules of the body need of a person.</summary>
/// <param name="PoliticalGroup">As registered in the body; empty for none.</param>
public sealed record DelegationTraits(Sex Sex, int? BirthYear, string PoliticalGroup)
{
    /// <summary>Nothing said.</summary>
    public static DelegationTraits Unsaid { get; } = new(Sex.Unstated, null, "");
}

/// <summary>A person on a seat.</summary>
/// <param name="From">The first day; null while it is only proposed.</param>
/// <param name="To">The last day; null while she sits.</param>
/// <param name="FillUntil">When she has left: the last day by which the seat is to be filled again; null where the body sets no time.</param>
/// <param name="Replaces">The seating that ended and that she follows upon; null for the first on a seat.</param>
/// <param name="AppointedBy">Who appointed her, where it was not with the delegation; empty otherwise.</param>
/// <param name="Appointment">By which document.</param>
public sealed record DelegationSeating(
    Guid Id, Guid Person, SeatKind Kind, Chamber Chamber, DateOnly? From, DateOnly? To, SeatEnding? Ending, DateOnly? FillUntil, Guid? Replaces, string AppointedBy, string Appointment)
{
    /// <summary>Is it proposed and not appointed yet?</summary>
    public bool IsDraft => From is null;

    /// <summary>Does she sit on a day?</summary>
    public bool SitsOn(DateOnly day) => From <= day && !(To < day);
}

/// <summary>A seat on which nobody sits.</summary>
/// <param name="After">Who left it last; null where nobody has had it.</param>
/// <param name="Since">The first day on which it is vacant.</param>
/// <param name="FillUntil">The last day by which it is to be filled; null where the body sets no time or it is the first holder that lacks.</param>
/// <param name="Proposed">Who is proposed for it and not appointed yet.</param>
public sealed record DelegationVacancy(SeatKind Kind, Chamber Chamber, DelegationSeating? After, DateOnly? Since, DateOnly? FillUntil, DelegationSeating? Proposed);

/// <summary>A file of a delegation.</summary>
public sealed record DelegationDocument(Guid Id, DelegationDocumentKind Kind, string Title, string FileName, string MediaType, long Size, bool IsPublic, string UploadedBy, DateTimeOffset UploadedAt);

/// <summary>A session of the body: an activity of the office's calendar.</summary>
public sealed record DelegationSession(Guid Id, Guid ActivityId, string Activity, LocalText Title, DateOnly? First, DateOnly? Last, bool IsPublic, IReadOnlyList<DelegationAttendance> Attendance);

/// <summary>Whether a member was at a session.</summary>
/// <param name="SatFor">The seating of the representative in whose place the substitute sat; null for none.</param>
public sealed record DelegationAttendance(Guid Seating, Presence Presence, Guid? SatFor);

/// <summary>What a member did in the body.</summary>
/// <param name="Session">At which session; null outside of one.</param>
/// <param name="Address">Where it can be read; null for nowhere.</param>
public sealed record DelegationContribution(Guid Id, Guid Person, Guid? Session, ContributionKind Kind, string Title, string? Language, DateOnly Day, string? Address, bool IsPublic);

/// <summary>Somebody has read what the rules need of the people of a delegation.</summary>
public sealed record TraitsReading(string Reader, string Purpose, DateTimeOffset At);

/// <summary>A delegation with everything but what is bound to the rules' purpose.</summary>
/// <param name="Version">To be given back with a change of the terms.</param>
public sealed record DelegationView(
    Guid Id, string Key, int Version, DelegationTerms Terms, DelegationState State, LocalText CallText, DateOnly? CalledOn, DateOnly? ProposalsUntil, DateOnly? ConsultingSince, DateOnly? ConsultingUntil,
    DateOnly? AppointedOn, string AppointedBy, string Appointment, DateOnly? CredentialsOn, string Credentials, DateTimeOffset? PublishedAt, IReadOnlyList<DelegationProposer> Proposers,
    IReadOnlyList<DelegationPerson> People, IReadOnlyList<DelegationSeating> Seatings, IReadOnlyList<DelegationDocument> Documents, IReadOnlyList<DelegationSession> Sessions,
    IReadOnlyList<DelegationContribution> Contributions)
{
    /// <summary>A person by her number.</summary>
    public DelegationPerson Person(Guid id) => People.First(p => p.Id == id);

    /// <summary>Who sits on a day: before the appointment nobody.</summary>
    public IEnumerable<DelegationSeating> SittingOn(DateOnly day) => Seatings.Where(s => s.SitsOn(day));

    /// <summary>The seats on which nobody sits on a day, by kind and chamber: those left last before those never taken.</summary>
    public IReadOnlyList<DelegationVacancy> VacantOn(DateOnly day)
    {
        var followed = Seatings.Where(s => s is { IsDraft: false, Replaces: not null } && s.From <= day).Select(s => s.Replaces!.Value).ToHashSet();
        return
        [
            .. Terms.Seats.SelectMany(block =>
            {
                var own = Seatings.Where(s => s.Kind == block.Kind && s.Chamber == block.Chamber).ToList();
                var free = Math.Max(0, block.Seats - own.Count(s => s.SitsOn(day)));
                var left = own.Where(s => s.To < day && !followed.Contains(s.Id)).OrderByDescending(s => s.To).ThenBy(s => s.Id).ToList();
                var drafts = own.Where(s => s.IsDraft).ToList();
                return Enumerable.Range(0, free).Select(i =>
                {
                    var after = i < left.Count ? left[i] : null;
                    var proposed = drafts.Find(d => d.Replaces == after?.Id) ?? (after is null ? drafts.Where(d => d.Replaces is null).Skip(i - left.Count).FirstOrDefault() : null);
                    return new DelegationVacancy(block.Kind, block.Chamber, after, after?.To?.AddDays(1), after?.FillUntil, proposed);
                });
            }),
        ];
    }
}
