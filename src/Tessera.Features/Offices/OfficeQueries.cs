using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tessera.Features.Authorities;
using Tessera.Features.Storage;

namespace Tessera.Features.Offices;

/// <summary>Reads offices, and what an office owns besides its partners.</summary>
public sealed class OfficeQueries(Database database)
{
    /// <summary>The offices of the installation, in the order in which they came to it.</summary>
    public async Task<IReadOnlyList<OfficeCard>> AllAsync(CancellationToken cancellation)
    {
        await using var db = database.Public();
        return await db.Offices.Where(o => o.SuspendedAt == null).OrderBy(o => o.Id).Select(o => new OfficeCard(
            o.Slug, o.Kind, o.Name, o.ShortName, o.Summary, o.Authority!.Country, o.Colour, o.Counts!.Partners, o.Counts.Countries, o.Counts.Agreements,
            o.Counts.Memberships, o.UpdatedAt)).ToListAsync(cancellation);
    }

    /// <summary>The slugs of all offices, suspended ones included. Asked when the program starts, by hand: the model of EF Core is still being built then.</summary>
    public async Task<IReadOnlyList<string>> SlugsAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenForHostAsync(cancellation);
        await using var command = new NpgsqlCommand("select slug from office", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.AllAsync(r => r.GetString(0), cancellation);
    }

    /// <summary>The office, or null when there is none under this slug.</summary>
    public Task<OfficeView?> FindAsync(string slug, CancellationToken cancellation) => OfficeReader.FindAsync(database, slug, cancellation);

    /// <summary>What the office says of itself.</summary>
    public async Task<OfficeProse> ProseAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var texts = await db.OfficeTexts.Where(t => t.List != OfficeTextRow.Field).OrderBy(t => t.Position).ToListAsync(cancellation);
        return new OfficeProse(Short(texts, OfficeTextRow.Goal), Short(texts, OfficeTextRow.Task), Long(texts, OfficeTextRow.Section), Long(texts, OfficeTextRow.Responsible)) { Useful = Long(texts, OfficeTextRow.Useful) };
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
            m.Key, m.Kind, m.Organisation!.Names, m.Organisation.Abbreviation, m.Organisation.Website, m.Dates, m.Seats, m.Substitutes, m.Note, m.Links, m.Source!.View())
            { Fee = m.Fee, People = m.People })];
    }

    /// <summary>Relations of member settlements, in the office's order.</summary>
    public async Task<IReadOnlyList<SettlementRelationView>> SettlementRelationsAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.SettlementRelations.Include(r => r.Settlement).ThenInclude(p => p!.Source).Include(r => r.With).ThenInclude(p => p!.Source)
            .Include(r => r.Source).OrderBy(r => r.Position).ToListAsync(cancellation);
        return [.. rows.Select(r => new SettlementRelationView(r.Key, r.Kind, r.Settlement!.View(), r.With!.View(), r.Note, r.Source!.View()))];
    }

    private static List<TextView> Short(List<OfficeTextRow> texts, string list) => [.. texts.Where(t => t.List == list).Select(t => new TextView(t.Key, t.Text))];

    private static List<SectionView> Long(List<OfficeTextRow> texts, string list) =>
        [.. texts.Where(t => t.List == list).Select(t => new SectionView(t.Key, t.Heading, t.Text))];
}
