using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Planning.Delegations;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>Published delegations as they are told to other programs, in the reader's language.</summary>
internal static class StatedDelegations
{
    /// <summary>A delegation without anything that is not public.</summary>
    /// <param name="delegation">As everybody may see it.</param>
    /// <param name="traits">What of it is public.</param>
    public static StatedDelegation Of(DelegationView delegation, IReadOnlyDictionary<Guid, DelegationTraits> traits, string page, Texts texts, Display display)
    {
        var terms = delegation.Terms;
        return new StatedDelegation(
            delegation.Key, terms.Body, DelegationNames.Body(terms.Body, terms.BodyNames, texts, display), display.Text(terms.Names)?.Text ?? delegation.Key, terms.Country, terms.First, terms.Last)
        {
            Page = page,
            SeatSource = terms.SeatSource,
            Seats = [.. terms.Seats.OrderBy(s => s.Kind).ThenBy(s => s.Chamber).Select(s => new StatedSeats(Words<SeatKind>.Write(s.Kind), Words<Chamber>.Write(s.Chamber), s.Seats))],
            Members = [.. delegation.Seatings.Select(s => Member(s, delegation.Person(s.Person), traits.GetValueOrDefault(s.Person), display))],
            Sessions = [.. delegation.Sessions.Select(s => new StatedSession(s.Activity, display.Text(s.Title)?.Text ?? s.Activity, s.First, s.Last))],
        };
    }

    private static StatedMember Member(DelegationSeating seating, DelegationPerson person, DelegationTraits? traits, Display display) => new(
        $"person/{person.Id:N}", person.Name, display.Text(person.PublicOffice)?.Text ?? "", person.Authority, traits?.PoliticalGroup ?? "", Words<SeatKind>.Write(seating.Kind), Words<Chamber>.Write(seating.Chamber),
        seating.From, seating.To, [.. person.Posts.Select(p => new StatedPost(display.Text(p.Title)?.Text ?? "", p.From, p.Until))]);
}
