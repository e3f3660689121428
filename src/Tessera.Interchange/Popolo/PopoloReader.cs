using System.Globalization;
using System.Text.Json;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Popolo;

/// <summary>
/// Finds the delegations in a Popolo document: the organizations of the class <c>delegation</c>, and the memberships and posts in them or in their chambers. A membership's <c>label</c> is the office that makes a
/// name public, where it has none the person's role in the authority on whose behalf she sits; its <c>end_reason</c>, this program's own member, says why she left. What else the document holds is left alone.
/// </summary>
internal sealed class PopoloReader(JsonElement root, JsonPositions positions, DelegationFindings findings)
{
    private static readonly Dictionary<string, string> KindsByRole = new(StringComparer.OrdinalIgnoreCase)
    {
        [StatedDelegation.Representative] = StatedDelegation.Representative,
        ["member"] = StatedDelegation.Representative,
        [StatedDelegation.Substitute] = StatedDelegation.Substitute,
        ["alternate"] = StatedDelegation.Substitute,
        ["alternate member"] = StatedDelegation.Substitute,
    };

    private readonly Dictionary<string, DelegationDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Delegation, string Chamber)> _homes = new(StringComparer.Ordinal);
    private Dictionary<string, Item> _organizations = new(StringComparer.Ordinal);
    private Dictionary<string, Item> _persons = new(StringComparer.Ordinal);
    private Dictionary<string, Item> _posts = new(StringComparer.Ordinal);
    private List<Item> _memberships = [];

    public List<DelegationDraft> Read()
    {
        if (root.ValueKind is not JsonValueKind.Object || !IsList("organizations") || !IsList("memberships"))
        {
            findings.Add(new Place(1, 1, ""), DelegationFileCodes.UnknownForm, ("wanted", "organizations, memberships"));
            return [];
        }

        (_organizations, _persons, _posts, _memberships) = (ById("organizations"), ById("persons"), ById("posts"), [.. List("memberships")]);
        foreach (var organization in _organizations.Values.Where(o => Is(o, "delegation"))) Delegation(organization);
        foreach (var (id, chamber) in _organizations.Where(o => o.Value.Text("parent_id") is { } parent && _drafts.ContainsKey(parent))) _homes[id] = (chamber.Text("parent_id")!, ChamberOf(id, chamber));
        foreach (var post in List("posts")) Post(post);
        foreach (var membership in _memberships) Membership(membership);
        foreach (var happening in List("events")) Event(happening);
        return [.. _drafts.Values];
    }

    private void Delegation(Item item)
    {
        var id = item.Text("id")!;
        var parent = item.Text("parent_id") is { } body ? _organizations.GetValueOrDefault(body) : null;
        if (item.Text("parent_id") is { } unknown && parent is null) findings.Add(At(item, "parent_id"), DelegationFileCodes.UnknownId, ("text", DelegationFindings.Short(unknown)));
        var (first, last) = (findings.Day(item.Text("founding_date"), At(item, "founding_date")), findings.Day(item.Text("dissolution_date"), At(item, "dissolution_date"), isLast: true));
        if (first is null) findings.Add(At(item, "founding_date"), DelegationFileCodes.Missing, ("field", "founding_date"));
        if (last is null) findings.Add(At(item, "dissolution_date"), DelegationFileCodes.Missing, ("field", "dissolution_date"));
        var key = id.StartsWith("delegation/", StringComparison.Ordinal) ? id["delegation/".Length..] : Keys.Of(item.Text("name") ?? id);
        _homes[id] = (id, StatedDelegation.NoChamber);
        _drafts[id] = new DelegationDraft(At(item), new StatedDelegation(key, BodyOf(parent), parent?.Text("name") ?? "", item.Text("name") ?? "", CountryOf(item), first ?? default, last ?? DateOnly.MaxValue)
        {
            Page = item.First("links", "url"),
            SeatSource = item.First("sources", "note") ?? item.First("sources", "url") ?? "",
        });
    }

    private void Post(Item post)
    {
        if (post.Text("organization_id") is not { } id || !_homes.TryGetValue(id, out var home)) return;
        if (Kind(post) is not { } kind) return;
        var seats = post.Json.TryGetProperty("seats", out var said) && said.ValueKind is JsonValueKind.Number && said.TryGetInt32(out var number) ? number : 1;
        var draft = _drafts[home.Delegation];
        var known = draft.Seats.FindIndex(s => s.Seats.Kind == kind && s.Seats.Chamber == home.Chamber);
        if (known < 0) draft.Seats.Add((new StatedSeats(kind, home.Chamber, seats), At(post)));
        else draft.Seats[known] = (draft.Seats[known].Seats with { Seats = draft.Seats[known].Seats.Seats + seats }, draft.Seats[known].Place);
    }

    private void Membership(Item item)
    {
        if (item.Text("organization_id") is not { } id || !_homes.TryGetValue(id, out var home)) return;
        var person = item.Text("person_id");
        if (person is null || !_persons.TryGetValue(person, out var known))
        {
            findings.Add(At(item, "person_id"), person is null ? DelegationFileCodes.Missing : DelegationFileCodes.UnknownId, ("text", DelegationFindings.Short(person ?? "")), ("field", "person_id"));
            return;
        }

        var post = item.Text("post_id") is { } postId ? _posts.GetValueOrDefault(postId) : null;
        if (Kind(item, post) is not { } kind) return;
        var behalf = item.Text("on_behalf_of_id");
        var authority = behalf is null ? null : _organizations.GetValueOrDefault(behalf);
        if (behalf is not null && authority is null) findings.Add(At(item, "on_behalf_of_id"), DelegationFileCodes.UnknownId, ("text", DelegationFindings.Short(behalf)));
        var draft = _drafts[home.Delegation];
        var (from, until) = (findings.Day(item.Text("start_date"), At(item, "start_date")), findings.Day(item.Text("end_date"), At(item, "end_date"), isLast: true));
        draft.Members.Add((new StatedMember(
            person, known.Text("name") ?? "", item.Text("label") ?? RoleIn(person, behalf) ?? "", authority?.Text("name") ?? "", GroupOf(person), kind, home.Chamber, from, until, PostsOf(person, draft))
        {
            Ending = item.Text("end_reason") ?? "",
        }, At(item)));
    }

    private void Event(Item item)
    {
        if (item.Text("organization_id") is not { } id || !_homes.TryGetValue(id, out var home) || item.Text("name") is not { } name) return;
        var key = item.Text("id") is { } said && said.StartsWith("event/", StringComparison.Ordinal) ? said["event/".Length..] : Keys.Of(name);
        _drafts[home.Delegation].Sessions.Add(new StatedSession(key, name, findings.Day(item.Text("start_date"), At(item, "start_date")), findings.Day(item.Text("end_date"), At(item, "end_date"), isLast: true)));
    }

    /// <summary>Posts in the body within the delegation's term.</summary>
    private List<StatedPost> PostsOf(string person, DelegationDraft draft) =>
    [
        .. _memberships.Where(m => m.Text("person_id") == person && m.Text("role") is not null && m.Text("organization_id") is { } id && _organizations.TryGetValue(id, out var organization)
                && !_homes.ContainsKey(id) && BodyOf(organization) == draft.Stated.Body && Is(organization, "body"))
            .Select(m => new StatedPost(m.Text("role")!, findings.Day(m.Text("start_date"), At(m, "start_date")), findings.Day(m.Text("end_date"), At(m, "end_date"), isLast: true))),
    ];

    private string GroupOf(string person) => _memberships.Where(m => m.Text("person_id") == person && m.Text("organization_id") is { } id && _organizations.TryGetValue(id, out var group) && Is(group, "political group"))
        .Select(m => _organizations[m.Text("organization_id")!].Text("name")).FirstOrDefault() ?? "";

    private string? RoleIn(string person, string? organization) =>
        organization is null ? null : _memberships.Where(m => m.Text("person_id") == person && m.Text("organization_id") == organization).Select(m => m.Text("role")).FirstOrDefault(r => r is not null);

    private string? Kind(Item item, Item? post = null)
    {
        var role = item.Text("role") ?? post?.Text("role") ?? "";
        if (KindsByRole.TryGetValue(role.Trim(), out var kind)) return kind;
        findings.Add(At(item, "role"), DelegationFileCodes.UnknownWord, ("text", DelegationFindings.Short(role)), ("wanted", string.Join(", ", StatedDelegation.Kinds)));
        return null;
    }

    private string ChamberOf(string id, Item item)
    {
        var last = id[(id.LastIndexOf('/') + 1)..];
        if (StatedDelegation.Chambers.Contains(last)) return last;
        var name = item.Text("name") ?? "";
        if (name.Contains("region", StringComparison.OrdinalIgnoreCase)) return "regions";
        if (name.Contains("local", StringComparison.OrdinalIgnoreCase)) return "local";
        findings.Add(At(item), DelegationFileCodes.UnknownWord, ("text", DelegationFindings.Short(name)), ("wanted", string.Join(", ", StatedDelegation.Chambers)));
        return StatedDelegation.NoChamber;
    }

    private static string BodyOf(Item? body) => body?.Text("id") is { } id && id.StartsWith("body/", StringComparison.Ordinal) ? id["body/".Length..] : Keys.Of(body?.Text("name") ?? "");

    private static string CountryOf(Item item)
    {
        if (item.Json.TryGetProperty("area", out var area) && area.ValueKind is JsonValueKind.Object && new Item("", area).Text("identifier") is { } identifier) return identifier.ToUpperInvariant();
        var id = item.Text("area_id") ?? "";
        return id[(id.LastIndexOf('/') + 1)..].ToUpperInvariant();
    }

    private static bool Is(Item item, string classification) => string.Equals(item.Text("classification"), classification, StringComparison.OrdinalIgnoreCase);

    private bool IsList(string member) => root.TryGetProperty(member, out var list) && list.ValueKind is JsonValueKind.Array;

    private IEnumerable<Item> List(string member) => !IsList(member) ? [] : root.GetProperty(member).EnumerateArray()
        .Select((json, i) => new Item(string.Create(CultureInfo.InvariantCulture, $"{member}[{i}]"), json)).Where(i => i.Json.ValueKind is JsonValueKind.Object);

    private Dictionary<string, Item> ById(string member)
    {
        var byId = new Dictionary<string, Item>(StringComparer.Ordinal);
        foreach (var item in List(member))
        {
            if (item.Text("id") is not { } id) findings.Add(At(item), DelegationFileCodes.Missing, ("field", "id"));
            else if (!byId.TryAdd(id, item)) findings.Add(At(item, "id"), DelegationFileCodes.Contradiction, ("field", "id"), ("text", DelegationFindings.Short(id)));
        }

        return byId;
    }

    private Place At(Item item, string member = "")
    {
        var path = member.Length == 0 ? item.Path : $"{item.Path}.{member}";
        var (line, column) = positions.Of(path);
        return new Place(line, column, path);
    }

    private sealed record Item(string Path, JsonElement Json)
    {
        public string? Text(string member) => Json.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

        /// <summary>A text of the first of a list.</summary>
        public string? First(string list, string member) => Json.TryGetProperty(list, out var found) && found.ValueKind is JsonValueKind.Array
            ? found.EnumerateArray().Where(f => f.ValueKind is JsonValueKind.Object).Select(f => new Item("", f).Text(member)).FirstOrDefault(t => t is not null) : null;
    }
}
