using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Planning.Delegations;
using Tessera.Web.Pages.Portal.Delegations;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>Delegations as they are told to other programs, in the reader's language.</summary>
/// <param name="Origin">Before the addresses of the portal's pages.</param>
internal sealed record StatedDelegations(string Origin, PortalLinks Links, Texts Texts, Display Display)
{
    /// <summary>A delegation with what the given view of it holds.</summary>
    /// <param name="delegation">As everybody may see it, or as the office does.</param>
    /// <param name="traits">What of it may be told.</param>
    /// <param name="isOwn">Is it for the office itself, which may know why somebody left? The portal's page does not tell.</param>
    public StatedDelegation Of(DelegationView delegation, IReadOnlyDictionary<Guid, DelegationTraits> traits, bool isOwn = false)
    {
        var terms = delegation.Terms;
        return new StatedDelegation(
            delegation.Key, terms.Body, DelegationNames.Body(terms.Body, terms.BodyNames, Texts, Display), Display.Text(terms.Names)?.Text ?? delegation.Key, terms.Country, terms.First, terms.Last)
        {
            Page = delegation.PublishedAt is null ? null : Origin + Links.Delegation(delegation.Key),
            SeatSource = terms.SeatSource,
            Seats = [.. terms.Seats.OrderBy(s => s.Kind).ThenBy(s => s.Chamber).Select(s => new StatedSeats(Words<SeatKind>.Write(s.Kind), Words<Chamber>.Write(s.Chamber), s.Seats))],
            Members = [.. delegation.Seatings.Where(s => !s.IsDraft).Select(s => Member(s, delegation.Person(s.Person), traits.GetValueOrDefault(s.Person), isOwn))],
            Sessions = [.. delegation.Sessions.Select(Session)],
            Contributions = [.. delegation.Contributions.Select(c => Contribution(c, delegation))],
        };
    }

    /// <summary>Who was at which session, and who sat for whom.</summary>
    public IEnumerable<StatedAttendance> Attendance(DelegationView delegation)
    {
        var seatings = delegation.Seatings.ToDictionary(s => s.Id);
        return delegation.Sessions.SelectMany(session => session.Attendance.Select(a =>
        {
            var seating = seatings[a.Seating];
            var absent = a.SatFor is { } missing ? delegation.Person(seatings[missing].Person).Name : null;
            return new StatedAttendance(
                Session(session), KeyOf(seating.Person), delegation.Person(seating.Person).Name, Words<SeatKind>.Write(seating.Kind), Words<Chamber>.Write(seating.Chamber), Words<Presence>.Write(a.Presence), absent);
        }));
    }

    private StatedSession Session(DelegationSession session)
    {
        var count = SessionCount.Of(session);
        return new StatedSession(session.Activity, Display.Text(session.Title)?.Text ?? session.Activity, session.First, session.Last)
        {
            Counts = count.IsKnown ? new StatedCounts(count.Present, count.Away, count.SatFor) : null,
            Page = session.IsPublic ? Origin + Links.Activity(session.Activity) : null,
        };
    }

    /// <summary>At a session that the view does not hold, it was done outside of one.</summary>
    private static StatedContribution Contribution(DelegationContribution done, DelegationView delegation) => new(
        done.Day, Words<ContributionKind>.Write(done.Kind), done.Title, done.Language, KeyOf(done.Person), delegation.Person(done.Person).Name,
        delegation.Sessions.FirstOrDefault(s => s.Id == done.Session)?.Activity, done.Address, done.IsPublic);

    private StatedMember Member(DelegationSeating seating, DelegationPerson person, DelegationTraits? traits, bool isOwn) => new(
        KeyOf(person.Id), person.Name, Display.Text(person.PublicOffice)?.Text ?? "", person.Authority, traits?.PoliticalGroup ?? "", Words<SeatKind>.Write(seating.Kind), Words<Chamber>.Write(seating.Chamber),
        seating.From, seating.To, [.. person.Posts.Select(p => new StatedPost(Display.Text(p.Title)?.Text ?? "", p.From, p.Until))])
    {
        Ending = isOwn && seating.Ending is { } ending and not SeatEnding.Unknown ? Words<SeatEnding>.Write(ending) : "",
    };

    private static string KeyOf(Guid person) => $"person/{person:N}";
}
