using Tessera.Domain.Library;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Library;

/// <summary>What a publication refers to, by the keys it is referred to with.</summary>
internal sealed record PublicationTargets(IReadOnlyDictionary<string, Guid> Sources, IReadOnlyDictionary<string, OfficeTextRow> Fields, IReadOnlyDictionary<string, ActivityRecord> Activities)
{
    /// <summary>The keys, as the rules ask for them.</summary>
    public PublicationReferences References => new(Sources.Keys, Fields.Keys, Activities.Keys);
}

/// <summary>Writes publications into tracked rows, and makes items of rows.</summary>
internal sealed class PublicationWriting(int office, PublicationTargets targets, DateTimeOffset now)
{
    /// <summary>A new row for a publication.</summary>
    public PublicationRecord New(PublicationItem item) => new() { Id = Guid.CreateVersion7(now), OfficeId = office, Key = item.Key, Item = item };

    /// <summary>Makes the row what the item says.</summary>
    public void Fill(PublicationRecord row, PublicationItem item)
    {
        (row.Kind, row.Title, row.Language, row.Year) = (Words<PublicationKind>.Parse(item.Kind), item.Title, item.Language, item.Year);
        (row.Authors, row.Abstract, row.IsPublic) = ([.. item.Authors], item.Abstract, item.IsPublic);
        row.Folded = Folding.Of(string.Join('\n', item.Title.Select(t => t.Text).Concat(item.Authors).Concat(item.Abstract.Select(a => a.Text))));
        row.SourceId = targets.Sources[item.Source];
        row.Item = item with { Source = "" };
        (row.Version, row.UpdatedAt) = (row.Version + 1, now);
        NewsWriting.Sync(row.Fields, f => f.Key, item.Fields, targets.Fields);
        NewsWriting.Sync(row.Activities, a => a.Key, item.Activities, targets.Activities);
    }

    /// <summary>The publication as the office's file has it: what has gone from the office has gone from it.</summary>
    public static PublicationItem Item(PublicationRecord row) => row.Item with
    {
        Fields = NewsWriting.Ordered(row.Fields.Select(f => f.Key), row.Item.Fields),
        Activities = NewsWriting.Ordered(row.Activities.Select(a => a.Key), row.Item.Activities),
        Source = row.Source!.Key,
    };
}
