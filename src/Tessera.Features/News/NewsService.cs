using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.News;

/// <summary>Keeps news as items of the office's file (<see cref="ItemKeeper{TRecord,TItem}"/>).</summary>
public sealed class NewsService(Database database, TimeProvider time)
{
    private readonly NewsKeeper _keeper = new(database, time);

    /// <summary>A piece of news as it is kept; null when there is none under this key.</summary>
    public async Task<KeptNews?> FindAsync(OfficeView office, string key, CancellationToken cancellation) => Kept(await _keeper.FindAsync(office, key, cancellation));

    /// <summary>Adds a piece of news under a key made of its title.</summary>
    public async Task<(NewsResult Result, string Key)> AddAsync(OfficeView office, NewsItem news, Edit edit, CancellationToken cancellation)
    {
        var (findings, key) = await _keeper.AddAsync(office, news, edit, cancellation);
        return (new NewsResult(findings, null), key);
    }

    /// <summary>Changes a piece of news.</summary>
    /// <param name="version">That of the item when the form was opened; null to change whatever is there.</param>
    /// <param name="change">The item as it shall be; its key and source stay.</param>
    public async Task<NewsResult> ChangeAsync(OfficeView office, string key, int? version, Func<NewsItem, NewsItem> change, Edit edit, CancellationToken cancellation)
    {
        var (findings, meanwhile) = await _keeper.ChangeAsync(office, key, version, change, edit, cancellation);
        return new NewsResult(findings, Kept(meanwhile));
    }

    /// <summary>Takes a piece of news out for good, with what was counted of it.</summary>
    public async Task<NewsResult> RemoveAsync(OfficeView office, string key, int version, Edit edit, CancellationToken cancellation) =>
        new([], Kept(await _keeper.RemoveAsync(office, key, version, edit, cancellation)));

    private static KeptNews? Kept(NewsRecord? row) => row is null ? null : new(NewsWriting.Item(row), row.Version, row.UpdatedAt);
}

/// <summary>What news have of their own among items of the office's file.</summary>
internal sealed class NewsKeeper(Database database, TimeProvider time) : ItemKeeper<NewsRecord, NewsItem>(database, time)
{
    /// <inheritdoc />
    protected override string Subject => "news";

    /// <inheritdoc />
    public override NewsItem Item(NewsRecord row) => NewsWriting.Item(row);

    /// <inheritdoc />
    protected override FormattableString RowLock(string key) => $"select 1 from news where key = {key} for update";

    /// <inheritdoc />
    protected override IQueryable<NewsRecord> Whole(TesseraDb db, bool tracked) => NewsDesk.Whole(db, tracked);

    /// <inheritdoc />
    protected override NewsItem With(NewsItem item, string key, string source) => item with { Key = key, Source = source };

    /// <inheritdoc />
    protected override string SourceOf(NewsItem item) => item.Source;

    /// <inheritdoc />
    protected override LocalText TitleOf(NewsItem item) => item.Title;

    /// <inheritdoc />
    protected override IReadOnlyList<OfficeChange> Between(NewsItem? before, NewsItem? after) => OfficeDifference.Between(before, after);

    /// <inheritdoc />
    protected override async Task<(IReadOnlyList<Finding> Findings, Func<NewsRecord?, NewsRecord> Write)> ReadyAsync(TesseraDb db, OfficeView office, NewsItem item, CancellationToken cancellation)
    {
        var targets = await NewsDesk.TargetsAsync(db, item, cancellation);
        var writing = new NewsWriting(office.Id, targets, Time.GetUtcNow());
        return (NewsRules.Check(item, targets.References), row =>
        {
            row ??= db.Add(writing.New(item)).Entity;
            writing.Fill(row, item);
            return row;
        }
        );
    }
}
