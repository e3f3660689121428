using Tessera.Domain.News;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Features.News;

/// <summary>What a piece of news refers to, by the keys it is referred to with.</summary>
internal sealed record NewsTargets(
    IReadOnlyDictionary<string, Guid> Sources, IReadOnlyDictionary<string, PartnerRecord> Partners, IReadOnlyDictionary<string, OfficeTextRow> Fields, IReadOnlyDictionary<string, ActivityRecord> Activities)
{
    /// <summary>The keys, as the rules ask for them.</summary>
    public NewsReferences References => new(Sources.Keys, Fields.Keys, Partners.Keys, Activities.Keys);
}

/// <summary>Writes news into tracked rows, and makes items of rows.</summary>
internal sealed class NewsWriting(int office, NewsTargets targets, DateTimeOffset now)
{
    /// <summary>A new row for a piece of news.</summary>
    public NewsRecord New(NewsItem item) => new() { Id = Guid.CreateVersion7(now), OfficeId = office, Key = item.Key, Item = item };

    /// <summary>Makes the row what the item says.</summary>
    public void Fill(NewsRecord row, NewsItem item)
    {
        var days = NewsDays.Read(item.Published, item.Until) ?? throw new InvalidOperationException($"{item.Key} has days that are refused.");
        (row.Category, row.Title, row.Lead) = (Words<NewsCategory>.Parse(item.Category), item.Title, item.Lead);
        (row.Published, row.Until) = (days.Published, days.Until);
        row.SourceId = targets.Sources[item.Source];
        row.Item = item with { Source = "" };
        (row.Version, row.UpdatedAt) = (row.Version + 1, now);
        Sync(row.Partners, p => p.Key, item.Partners, targets.Partners);
        Sync(row.Fields, f => f.Key, item.Fields, targets.Fields);
        Sync(row.Activities, a => a.Key, item.Activities, targets.Activities);
    }

    /// <summary>The piece of news as the office's file has it: what has gone from the office has gone from it, what came to it by a merger stands last.</summary>
    public static NewsItem Item(NewsRecord row) => row.Item with
    {
        Partners = Ordered(row.Partners.Select(p => p.Key), row.Item.Partners),
        Fields = Ordered(row.Fields.Select(f => f.Key), row.Item.Fields),
        Activities = Ordered(row.Activities.Select(a => a.Key), row.Item.Activities),
        Source = row.Source!.Key,
    };

    /// <summary>Those that are there in the order of those that were said.</summary>
    public static List<string> Ordered(IEnumerable<string> there, IReadOnlyList<string> said)
    {
        var places = said.Distinct().Select((key, place) => (key, place)).ToDictionary(p => p.key, p => p.place);
        return [.. there.OrderBy(k => places.GetValueOrDefault(k, int.MaxValue)).ThenBy(k => k, StringComparer.Ordinal)];
    }

    internal static void Sync<T>(List<T> rows, Func<T, string> key, IReadOnlyList<string> said, IReadOnlyDictionary<string, T> known)
    {
        rows.RemoveAll(r => !said.Contains(key(r)));
        rows.AddRange([.. said.Distinct().Where(k => rows.All(r => key(r) != k)).Select(k => known[k])]);
    }
}
