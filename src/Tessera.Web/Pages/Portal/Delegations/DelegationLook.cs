using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Hemicycles;

namespace Tessera.Web.Pages.Portal.Delegations;

/// <summary>Somebody who sits or has sat, as everybody may see her.</summary>
/// <param name="Name">Her name, or that the seat is taken.</param>
/// <param name="Seat">What seat it is, in words.</param>
/// <param name="Group">Her political group, where it is public; empty otherwise.</param>
/// <param name="Present">At how many of the sessions she was, of <paramref name="Sessions"/> that are known; both 0 where nothing is.</param>
public sealed record MemberCard(DelegationSeating Seating, DelegationPerson Person, string Name, string Seat, string Group, int Present, int Sessions)
{
    /// <summary>Where it stands on the page.</summary>
    public string Id => $"m-{Seating.Id:N}";
}

/// <summary>The seats of one kind in one chamber.</summary>
public sealed record SeatGroup(string Heading, int Seats, IReadOnlyList<MemberCard> Members, IReadOnlyList<DelegationVacancy> Vacancies);

/// <summary>How many were at a session.</summary>
/// <param name="SatFor">Substitutes who sat in the place of a representative.</param>
public sealed record SessionCount(DelegationSession Session, int Present, int Away, int SatFor)
{
    /// <summary>Is it known who was there?</summary>
    public bool IsKnown => Present + Away > 0;

    /// <summary>Counts who was there.</summary>
    public static SessionCount Of(DelegationSession session) => new(
        session, session.Attendance.Count(a => a.Presence is Presence.Present), session.Attendance.Count(a => a.Presence is not Presence.Present), session.Attendance.Count(a => a.SatFor is not null));
}

/// <summary>A published delegation: its seats with who sits, who has left, the picture, the sessions.</summary>
/// <param name="Former">Who left before the end, the last first.</param>
public sealed record DelegationLook(IReadOnlyList<SeatGroup> Groups, IReadOnlyList<MemberCard> Former, IReadOnlyList<SessionCount> Sessions, Hemicycle? Picture)
{
    /// <summary>The delegation as it is on a day; after its end as it was then.</summary>
    public static DelegationLook Of(DelegationView delegation, IReadOnlyDictionary<Guid, DelegationTraits> traits, DateOnly day, Texts texts)
    {
        var attended = delegation.Sessions.SelectMany(s => s.Attendance).ToLookup(a => a.Seating);
        MemberCard Card(DelegationSeating s)
        {
            var person = delegation.Person(s.Person);
            return new MemberCard(
                s, person, NameOf(person, texts), SeatOf(s.Kind, s.Chamber, texts), traits.GetValueOrDefault(s.Person)?.PoliticalGroup ?? "",
                attended[s.Id].Count(a => a.Presence is Presence.Present), attended[s.Id].Count());
        }

        var isOver = delegation.State is DelegationState.Ended;
        bool Sits(DelegationSeating s) => isOver ? s.Ending is SeatEnding.TermEnded : s.SitsOn(day) || s.From > day;
        var vacant = isOver ? [] : delegation.VacantOn(day);
        List<SeatGroup> groups =
        [
            .. delegation.Terms.Seats.OrderBy(b => b.Kind).ThenBy(b => b.Chamber).Select(b =>
            {
                List<MemberCard> members = [.. delegation.Seatings.Where(s => s.Kind == b.Kind && s.Chamber == b.Chamber && Sits(s)).Select(Card)];
                List<DelegationVacancy> free = [.. vacant.Where(v => v.Kind == b.Kind && v.Chamber == b.Chamber)];
                var missing = Math.Max(0, b.Seats - members.Count);
                return new SeatGroup(SeatOf(b.Kind, b.Chamber, texts), b.Seats, members, [.. free.Concat(Enumerable.Repeat(new DelegationVacancy(b.Kind, b.Chamber, null, null, null, null), missing)).Take(missing)]);
            }),
        ];
        List<MemberCard> former = [.. delegation.Seatings.Where(s => !Sits(s) && s.To is not null).OrderByDescending(s => s.To).ThenBy(s => s.Id).Select(Card)];
        return new DelegationLook(groups, former, [.. delegation.Sessions.Select(SessionCount.Of)], Draw(groups, texts));
    }

    /// <summary>A name, or that the seat is taken.</summary>
    public static string NameOf(DelegationPerson person, Texts texts) => person.Name.Length > 0 ? person.Name : texts["delegation-page.taken"];

    /// <summary>A seat by kind and chamber.</summary>
    public static string SeatOf(SeatKind kind, Chamber chamber, Texts texts) =>
        texts[$"delegation-page.seat-{Words<SeatKind>.Write(kind)}{(chamber is Chamber.None ? "" : "-" + Words<Chamber>.Write(chamber))}"];

    private static Hemicycle? Draw(List<SeatGroup> groups, Texts texts)
    {
        var seats = groups.SelectMany(g => g.Members.Select(m => new HemicycleSeat(m.Seating.Kind, m.Seating.Chamber, true, $"{m.Name}, {m.Seat}", "#" + m.Id))
            .Concat(g.Vacancies.Select(v => new HemicycleSeat(v.Kind, v.Chamber, false, $"{texts["delegation-page.vacant"]}, {g.Heading}"))));
        return Hemicycle.Of(texts.With("delegation-page.picture", ("filled", Number(groups.Sum(g => g.Members.Count), texts)), ("seats", Number(groups.Sum(g => g.Seats), texts))), seats);
    }

    private static string Number(int number, Texts texts) => number.ToString("N0", texts.Culture);
}
