using System.Globalization;
using System.Text.Json.Nodes;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Popolo;

/// <summary>
/// Delegations as Popolo (popoloproject.com, popolo-project/popolo-spec, 2016): the body, the delegation, its chambers and the members' authorities as organizations; one post for the seats of a kind in a
/// chamber, with their number as <c>seats</c>; who sits as memberships on behalf of the authority; posts in the body and political groups as memberships there; sessions as events. A seat that is taken by
/// somebody who is not named is a person without a name. What is not known is null. Three things are this program's own, since Popolo has no place for them: how many were at a session as <c>attendance</c> of the
/// event, what members did as <c>contributions</c>, and, where it is told at all, why somebody left as <c>end_reason</c> of the membership. Linear in the members.
/// </summary>
public static class PopoloWriter
{
    /// <summary>All of them as one document.</summary>
    public static JsonObject Write(IReadOnlyList<StatedDelegation> delegations)
    {
        var document = new PopoloDocument();
        foreach (var delegation in delegations) document.Add(delegation);
        return document.Json();
    }

    /// <summary>A day as Popolo has it.</summary>
    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A document that is being written.</summary>
internal sealed class PopoloDocument
{
    private readonly Dictionary<string, (string Id, JsonObject Json)> _organizations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _persons = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _posts = [];
    private readonly List<JsonObject> _memberships = [];
    private readonly List<JsonObject> _events = [];
    private readonly List<JsonObject> _contributions = [];

    public void Add(StatedDelegation delegation)
    {
        var body = Organization("body", delegation.Body, delegation.BodyName);
        var id = $"delegation/{delegation.Key}";
        Delegation(delegation, id, body);
        foreach (var seats in delegation.Seats) Post(delegation, seats, id);
        foreach (var (member, number) in delegation.Members.Select((m, i) => (m, i + 1))) Member(delegation, member, number, id, body);
        _events.AddRange(delegation.Sessions.Select(s => Event(s, id)));
        _contributions.AddRange(delegation.Contributions.Select(c => Contribution(c, id)));
    }

    public JsonObject Json() => new()
    {
        ["persons"] = new JsonArray([.. _persons.Values]),
        ["organizations"] = new JsonArray([.. _organizations.Values.Select(o => o.Json)]),
        ["posts"] = new JsonArray([.. _posts]),
        ["memberships"] = new JsonArray([.. _memberships]),
        ["events"] = new JsonArray([.. _events]),
        ["contributions"] = new JsonArray([.. _contributions]),
    };

    private void Delegation(StatedDelegation delegation, string id, string body)
    {
        var own = OrganizationOf(id, delegation.Name, "delegation", body);
        own["founding_date"] = PopoloWriter.Day(delegation.First);
        own["dissolution_date"] = PopoloWriter.Day(delegation.Last);
        own["area"] = new JsonObject { ["id"] = $"country/{delegation.Country}", ["identifier"] = delegation.Country, ["classification"] = "country" };
        if (delegation.Page is { } page) own["links"] = new JsonArray(new JsonObject { ["url"] = page });
        if (delegation.SeatSource.Length > 0) own["sources"] = new JsonArray(new JsonObject { ["note"] = delegation.SeatSource });
        _organizations[id] = (id, own);
        foreach (var chamber in delegation.Seats.Select(s => s.Chamber).Where(c => c != StatedDelegation.NoChamber).Distinct())
        {
            var home = Home(id, chamber);
            _organizations[home] = (home, OrganizationOf(home, $"{delegation.Name}: {chamber}", "chamber", id));
        }
    }

    private void Post(StatedDelegation delegation, StatedSeats seats, string id) => _posts.Add(new JsonObject
    {
        ["id"] = PostId(id, seats.Kind, seats.Chamber),
        ["label"] = seats.Chamber == StatedDelegation.NoChamber ? seats.Kind : $"{seats.Kind}, {seats.Chamber}",
        ["role"] = seats.Kind,
        ["organization_id"] = Home(id, seats.Chamber),
        ["seats"] = seats.Seats,
        ["start_date"] = PopoloWriter.Day(delegation.First),
        ["end_date"] = PopoloWriter.Day(delegation.Last),
    });

    private void Member(StatedDelegation delegation, StatedMember member, int number, string id, string body)
    {
        var isNew = _persons.TryAdd(member.Person, new JsonObject { ["id"] = member.Person, ["name"] = OrNull(member.Name) });
        var membership = MembershipOf(member.Person, Home(id, member.Chamber), member.Kind, member.From, member.Until);
        membership["id"] = string.Create(CultureInfo.InvariantCulture, $"{id}/membership/{number}");
        membership["post_id"] = delegation.Seats.Any(s => s.Kind == member.Kind && s.Chamber == member.Chamber) ? PostId(id, member.Kind, member.Chamber) : null;
        membership["label"] = OrNull(member.PublicOffice);
        membership["on_behalf_of_id"] = member.Authority.Length > 0 ? Organization("authority", member.Authority, member.Authority) : null;
        if (member.Ending.Length > 0) membership["end_reason"] = member.Ending;
        _memberships.Add(membership);
        if (!isNew) return;
        _memberships.AddRange(member.Posts.Select(p => MembershipOf(member.Person, body, p.Title, p.From, p.Until)));
        if (member.Group.Length > 0) _memberships.Add(MembershipOf(member.Person, Organization("political group", member.Group, member.Group), null, null, null));
    }

    private static JsonObject Event(StatedSession session, string id) => new()
    {
        ["id"] = $"event/{session.Key}",
        ["name"] = session.Title,
        ["classification"] = "session",
        ["organization_id"] = id,
        ["start_date"] = PopoloWriter.Day(session.First),
        ["end_date"] = PopoloWriter.Day(session.Last),
        ["attendance"] = session.Counts is { } counts ? new JsonObject { ["present"] = counts.Present, ["away"] = counts.Away, ["sat_for"] = counts.SatFor } : null,
    };

    private static JsonObject Contribution(StatedContribution contribution, string id) => new()
    {
        ["date"] = PopoloWriter.Day(contribution.Day),
        ["classification"] = contribution.Kind,
        ["title"] = contribution.Title,
        ["language"] = contribution.Language,
        ["person_id"] = contribution.Person,
        ["organization_id"] = id,
        ["event_id"] = contribution.Session is { } session ? $"event/{session}" : null,
        ["url"] = contribution.Address,
    };

    private static JsonObject MembershipOf(string person, string organization, string? role, DateOnly? from, DateOnly? until) => new()
    {
        ["id"] = null,
        ["person_id"] = person,
        ["organization_id"] = organization,
        ["post_id"] = null,
        ["role"] = role,
        ["label"] = null,
        ["on_behalf_of_id"] = null,
        ["start_date"] = PopoloWriter.Day(from),
        ["end_date"] = PopoloWriter.Day(until),
    };

    private static JsonObject OrganizationOf(string id, string name, string classification, string? parent) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["classification"] = classification,
        ["parent_id"] = parent,
        ["founding_date"] = null,
        ["dissolution_date"] = null,
        ["area"] = null,
        ["links"] = new JsonArray(),
        ["sources"] = new JsonArray(),
    };

    /// <summary>The id of an organization of a class; of another name that makes the same key, another.</summary>
    private string Organization(string classification, string key, string name)
    {
        if (_organizations.TryGetValue($"{classification}:{key}", out var known)) return known.Id;
        var id = $"{Keys.Of(classification)}/{Keys.Of(key, "x", k => _ids.Contains($"{Keys.Of(classification)}/{k}"))}";
        _ids.Add(id);
        _organizations[$"{classification}:{key}"] = (id, OrganizationOf(id, name, classification, null));
        return id;
    }

    private static string Home(string id, string chamber) => chamber == StatedDelegation.NoChamber ? id : $"{id}/{chamber}";

    private static string PostId(string id, string kind, string chamber) => chamber == StatedDelegation.NoChamber ? $"{id}/{kind}" : $"{id}/{kind}-{chamber}";

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
