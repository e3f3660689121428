using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Library;

/// <summary>Keeps publications as items of the office's file (<see cref="ItemKeeper{TRecord,TItem}"/>).</summary>
public sealed class PublicationService(Database database, TimeProvider time)
{
    private readonly PublicationKeeper _keeper = new(database, time);

    /// <summary>A publication as it is kept; null when there is none under this key.</summary>
    public async Task<KeptPublication?> FindAsync(OfficeView office, string key, CancellationToken cancellation) => Kept(await _keeper.FindAsync(office, key, cancellation));

    /// <summary>Adds a publication under a key made of its title.</summary>
    public async Task<(PublicationResult Result, string Key)> AddAsync(OfficeView office, PublicationItem publication, Edit edit, CancellationToken cancellation)
    {
        var (findings, key) = await _keeper.AddAsync(office, publication, edit, cancellation);
        return (new PublicationResult(findings, null), key);
    }

    /// <summary>Changes a publication.</summary>
    /// <param name="version">That of the item when the form was opened; null to change whatever is there.</param>
    /// <param name="change">The item as it shall be; its key and source stay.</param>
    public async Task<PublicationResult> ChangeAsync(OfficeView office, string key, int? version, Func<PublicationItem, PublicationItem> change, Edit edit, CancellationToken cancellation)
    {
        var (findings, meanwhile) = await _keeper.ChangeAsync(office, key, version, change, edit, cancellation);
        return new PublicationResult(findings, Kept(meanwhile));
    }

    /// <summary>Takes a publication out for good, with its files.</summary>
    public async Task<PublicationResult> RemoveAsync(OfficeView office, string key, int version, Edit edit, CancellationToken cancellation) =>
        new([], Kept(await _keeper.RemoveAsync(office, key, version, edit, cancellation)));

    private static KeptPublication? Kept(PublicationRecord? row) => row is null ? null : new(PublicationWriting.Item(row), row.Version, row.UpdatedAt);
}

/// <summary>What publications have of their own among items of the office's file.</summary>
internal sealed class PublicationKeeper(Database database, TimeProvider time) : ItemKeeper<PublicationRecord, PublicationItem>(database, time)
{
    /// <inheritdoc />
    protected override string Subject => "publication";

    /// <inheritdoc />
    public override PublicationItem Item(PublicationRecord row) => PublicationWriting.Item(row);

    /// <inheritdoc />
    protected override FormattableString RowLock(string key) => $"select 1 from publication where key = {key} for update";

    /// <inheritdoc />
    protected override IQueryable<PublicationRecord> Whole(TesseraDb db, bool tracked) => PublicationDesk.Whole(db, tracked);

    /// <inheritdoc />
    protected override PublicationItem With(PublicationItem item, string key, string source) => item with { Key = key, Source = source };

    /// <inheritdoc />
    protected override string SourceOf(PublicationItem item) => item.Source;

    /// <inheritdoc />
    protected override LocalText TitleOf(PublicationItem item) => item.Title;

    /// <inheritdoc />
    protected override IReadOnlyList<OfficeChange> Between(PublicationItem? before, PublicationItem? after) => OfficeDifference.Between(before, after);

    /// <inheritdoc />
    protected override async Task<(IReadOnlyList<Finding> Findings, Func<PublicationRecord?, PublicationRecord> Write)> ReadyAsync(TesseraDb db, OfficeView office, PublicationItem item, CancellationToken cancellation)
    {
        var targets = await PublicationDesk.TargetsAsync(db, item, cancellation);
        var writing = new PublicationWriting(office.Id, targets, Time.GetUtcNow());
        return (PublicationRules.Check(item, targets.References), row =>
        {
            row ??= db.Add(writing.New(item)).Entity;
            writing.Fill(row, item);
            return row;
        }
        );
    }

    /// <inheritdoc />
    protected override Task WrittenAsync(TesseraDb db, PublicationRecord row, CancellationToken cancellation) => PublicationIndex.WriteAsync(db, [row.Id], cancellation);
}
