using Microsoft.EntityFrameworkCore;
using Tessera.Features.Authorities;
using Tessera.Features.Storage;

namespace Tessera.Features.Offices;

/// <summary>Reads offices, and what an office owns besides its partners.</summary>
public sealed class OfficeQueries(Database database)
{
    private static readonly Func<TesseraDb, string, Task<OfficeRow?>> BySlug = EF.CompileAsyncQuery((TesseraDb db, string slug) =>
        db.Offices.Include(o => o.Authority).ThenInclude(a => a!.Seat).ThenInclude(p => p!.Source).FirstOrDefault(o => o.Slug == slug));

    private static readonly Func<TesseraDb, IAsyncEnumerable<OfficeTextRow>> Texts = EF.CompileAsyncQuery((TesseraDb db) =>
        db.OfficeTexts.OrderBy(t => t.Position).AsQueryable());

    private static readonly Func<TesseraDb, string, Task<SourceRow?>> SourceByKey = EF.CompileAsyncQuery((TesseraDb db, string key) =>
        db.Sources.FirstOrDefault(s => s.Key == key));

    /// <summary>The offices of the installation, in the order in which they came to it.</summary>
    public async Task<IReadOnlyList<OfficeCard>> AllAsync(CancellationToken cancellation)
    {
        await using var db = database.Public();
        return await db.Offices.OrderBy(o => o.Id).Select(o => new OfficeCard(
            o.Slug, o.Kind, o.Name, o.ShortName, o.Summary, o.Authority!.Country, o.Colour, o.Counts!.Partners, o.Counts.Countries, o.Counts.Agreements,
            o.Counts.Memberships, o.UpdatedAt)).ToListAsync(cancellation);
    }

    /// <summary>The office, or null when there is none under this slug.</summary>
    public async Task<OfficeView?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var db = database.Public();
        await db.Database.OpenConnectionAsync(cancellation);
        if (await BySlug(db, slug) is not { } office) return null;
        await db.WorkForAsync(office.Id, cancellation);
        var texts = new List<OfficeTextRow>();
        await foreach (var text in Texts(db).WithCancellation(cancellation)) texts.Add(text);
        var source = await SourceByKey(db, office.SourceKey) ?? throw new InvalidOperationException($"Office {slug} names the source {office.SourceKey}, which it does not have.");
        return View(office, texts, source.View());
    }

    /// <summary>The sources of all the office's facts, in its own order.</summary>
    public async Task<IReadOnlyList<SourceView>> SourcesAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Sources.OrderBy(s => s.Position).ToListAsync(cancellation);
        return [.. rows.Select(s => s.View())];
    }

    /// <summary>The office's memberships, in its own order.</summary>
    public async Task<IReadOnlyList<MembershipView>> MembershipsAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Memberships.Include(m => m.Organisation).Include(m => m.Source).OrderBy(m => m.Position).ToListAsync(cancellation);
        return [.. rows.Select(m => new MembershipView(
            m.Key, m.Kind, m.Organisation!.Names, m.Organisation.Abbreviation, m.Organisation.Website, m.Dates, m.Seats, m.Substitutes, m.Note, m.Links, m.Source!.View()))];
    }

    /// <summary>Relations of member settlements, in the office's order.</summary>
    public async Task<IReadOnlyList<SettlementRelationView>> SettlementRelationsAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.SettlementRelations.Include(r => r.Settlement).ThenInclude(p => p!.Source).Include(r => r.With).ThenInclude(p => p!.Source)
            .Include(r => r.Source).OrderBy(r => r.Position).ToListAsync(cancellation);
        return [.. rows.Select(r => new SettlementRelationView(r.Key, r.Kind, r.Settlement!.View(), r.With!.View(), r.Note, r.Source!.View()))];
    }

    private static OfficeView View(OfficeRow o, List<OfficeTextRow> texts, SourceView source) => new(
        o.Id, o.Slug, o.Kind, o.Name, o.ShortName, o.Languages, o.Colour, o.Summary, o.Authority!.Country, o.Authority.Seat?.View(),
        new ContactView(o.Address, o.Website, o.Email, o.Phone), Short(texts, OfficeTextRow.Goal), Short(texts, OfficeTextRow.Task), Short(texts, OfficeTextRow.Field),
        Long(texts, OfficeTextRow.Section), Long(texts, OfficeTextRow.Responsible), source, o.UpdatedAt);

    private static List<TextView> Short(List<OfficeTextRow> texts, string list) => [.. texts.Where(t => t.List == list).Select(t => new TextView(t.Key, t.Text))];

    private static List<SectionView> Long(List<OfficeTextRow> texts, string list) =>
        [.. texts.Where(t => t.List == list).Select(t => new SectionView(t.Key, t.Heading, t.Text))];
}
