using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tessera.Interchange.Offices;

/// <summary>
/// What differs between two states of an office, record by record and field by field, in the order of the file. Agreements and base facts are records of
/// their own below their partner. The shared directory loses nothing by a file that no longer speaks of it. Linear in both states.
/// </summary>
public static class OfficeDifference
{
    private static readonly JsonSerializerOptions Compact = new(OfficeJson.Options) { WriteIndented = false };

    /// <summary>The changes that make the one state the other; none when they say the same.</summary>
    /// <param name="before">Null when the office is new.</param>
    public static IReadOnlyList<OfficeChange> Between(OfficeFile? before, OfficeFile after)
    {
        var changes = new List<OfficeChange>();
        Compare(changes, "office", before is null ? [] : [ArmsRules.Named(before.Office)], [ArmsRules.Named(after.Office)], o => o.Slug, isShared: false);
        Compare(changes, "source", before?.Sources ?? [], after.Sources, s => s.Key, isShared: false);
        Compare(changes, "place", before?.Places ?? [], after.Places, p => p.Key, isShared: true);
        Compare(changes, "authority", before?.Authorities ?? [], after.Authorities, a => a.Key, isShared: true);
        Compare(changes, "authority-event", before?.AuthorityEvents ?? [], after.AuthorityEvents, e => e.Key, isShared: true);
        ComparePartners(changes, before?.Partners ?? [], after.Partners);
        Compare(changes, "membership", before?.Memberships ?? [], after.Memberships, m => m.Key, isShared: false);
        Compare(changes, "settlement-relation", before?.SettlementRelations ?? [], after.SettlementRelations, r => r.Key, isShared: false);
        Compare(changes, "organiser", before?.Organisers ?? [], after.Organisers, o => o.Key, isShared: false);
        Compare(changes, "day", before?.Days ?? [], after.Days, d => d.Key, isShared: false);
        Compare(changes, "activity", before?.Activities ?? [], after.Activities, a => a.Key, isShared: false);
        Compare(changes, "news", before?.News ?? [], after.News, n => n.Key, isShared: false);
        Compare(changes, "publication", before?.Publications ?? [], after.Publications, p => p.Key, isShared: false);
        return changes;
    }

    /// <summary>The changes of one partner with its facts and agreements.</summary>
    /// <param name="before">Null when the partner is new.</param>
    /// <param name="after">Null when the partner is gone.</param>
    public static IReadOnlyList<OfficeChange> Between(PartnerItem? before, PartnerItem? after)
    {
        var changes = new List<OfficeChange>();
        ComparePartners(changes, before is null ? [] : [before], after is null ? [] : [after]);
        return changes;
    }

    /// <summary>The changes of one activity.</summary>
    /// <param name="before">Null when the activity is new.</param>
    /// <param name="after">Null when the activity is gone.</param>
    public static IReadOnlyList<OfficeChange> Between(ActivityItem? before, ActivityItem? after)
    {
        var changes = new List<OfficeChange>();
        Compare<ActivityItem>(changes, "activity", before is null ? [] : [before], after is null ? [] : [after], a => a.Key, isShared: false);
        return changes;
    }

    /// <summary>The changes of one piece of news.</summary>
    /// <param name="before">Null when it is new.</param>
    /// <param name="after">Null when it is gone.</param>
    public static IReadOnlyList<OfficeChange> Between(NewsItem? before, NewsItem? after)
    {
        var changes = new List<OfficeChange>();
        Compare<NewsItem>(changes, "news", before is null ? [] : [before], after is null ? [] : [after], n => n.Key, isShared: false);
        return changes;
    }

    /// <summary>The changes of one publication.</summary>
    /// <param name="before">Null when it is new.</param>
    /// <param name="after">Null when it is gone.</param>
    public static IReadOnlyList<OfficeChange> Between(PublicationItem? before, PublicationItem? after)
    {
        var changes = new List<OfficeChange>();
        Compare<PublicationItem>(changes, "publication", before is null ? [] : [before], after is null ? [] : [after], p => p.Key, isShared: false);
        return changes;
    }

    private static void ComparePartners(List<OfficeChange> changes, IReadOnlyList<PartnerItem> before, IReadOnlyList<PartnerItem> after)
    {
        Compare(changes, "partner", [.. before.Select(Alone)], [.. after.Select(Alone)], p => p.Key, isShared: false);
        Compare(changes, "agreement", Below(before, p => p.Agreements), Below(after, p => p.Agreements), a => a.Item.Key, isShared: false, a => a.Item, a => a.Partner);
        Compare(changes, "base-fact", Below(before, p => p.Facts), Below(after, p => p.Facts), f => f.Partner + "/" + f.Item.Key, isShared: false, f => f.Item, f => f.Partner);
    }

    private static PartnerItem Alone(PartnerItem partner) => partner with { Agreements = [], Facts = [] };

    private static List<(string Partner, T Item)> Below<T>(IReadOnlyList<PartnerItem> partners, Func<PartnerItem, IReadOnlyList<T>> items) =>
        [.. partners.SelectMany(p => items(p).Select(i => (p.Key, i)))];

    private static void Compare<T>(
        List<OfficeChange> changes, string subject, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, bool isShared,
        Func<T, object>? item = null, Func<T, string>? parent = null)
    {
        var old = before.ToDictionary(key, StringComparer.Ordinal);
        foreach (var now in after)
        {
            var (name, owner) = (key(now).Split('/')[^1], parent?.Invoke(now));
            if (!old.Remove(key(now), out var was)) changes.Add(new OfficeChange(ChangeKind.Added, subject, name, owner, []));
            else if (Fields(item is null ? was! : item(was), item is null ? now! : item(now), parent?.Invoke(was), owner) is { Count: > 0 } fields)
                changes.Add(new OfficeChange(ChangeKind.Changed, subject, name, owner, fields));
        }

        if (isShared) return;
        foreach (var gone in before.Where(b => old.ContainsKey(key(b)))) changes.Add(new OfficeChange(ChangeKind.Removed, subject, key(gone).Split('/')[^1], parent?.Invoke(gone), []));
    }

    private static List<FieldChange> Fields(object was, object now, string? parentWas, string? parentNow)
    {
        var (before, after) = (Node(was), Node(now));
        var names = before.Select(p => p.Key).Concat(after.Select(p => p.Key)).Distinct();
        var fields = names.Where(name => !JsonNode.DeepEquals(before[name], after[name])).Select(name => new FieldChange(name, Text(before[name]), Text(after[name]))).ToList();
        if (parentWas != parentNow) fields.Add(new FieldChange("partner", parentWas, parentNow));
        return fields;
    }

    private static JsonObject Node(object record) => JsonSerializer.SerializeToNode(record, record.GetType(), Compact)!.AsObject();

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(Compact),
    };
}
