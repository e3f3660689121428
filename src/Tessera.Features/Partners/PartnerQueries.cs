using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Partners;

/// <summary>Reads the register of an office.</summary>
public sealed class PartnerQueries(Database database, CountryNaming countryName)
{
    private const int MostAuthorities = 2000;

    /// <summary>One page of the partners that match, with the counts of the whole register.</summary>
    public async Task<PartnerList> ListAsync(OfficeView office, PartnerFilter filter, string language, DateOnly day, CancellationToken cancellation)
    {
        var all = await ListAllAsync(office, filter, language, day, cancellation);
        return all with { Rows = [.. all.Rows.Skip((Math.Max(1, filter.Page) - 1) * PartnerFilter.PageSize).Take(PartnerFilter.PageSize)] };
    }

    /// <summary>All the partners that match, without paging: for downloads and the map.</summary>
    public async Task<PartnerList> ListAllAsync(OfficeView office, PartnerFilter filter, string language, DateOnly day, CancellationToken cancellation)
    {
        var found = (await RegisterReader.ReadAsync(database, office.Id, cancellation)).ConvertAll(p => new FoundPartner(PartnerReading.Row(p, day), p));
        var matching = new PartnerSelection(filter, office.Chain(language), language, countryName).Of(found);
        var rows = found.Select(f => f.Row).ToList();
        return new PartnerList(matching, matching.Count, rows.Count, PartnerCounts.Of(rows, r => new[] { r.Country }), PartnerCounts.Of(rows, r => new[] { r.Kind }),
            PartnerCounts.Of(rows, r => r.Agreements.Select(a => a.Standing).Distinct()), PartnerCounts.Of(rows, r => r.Fields));
    }

    /// <summary>The partners that stand in no list any more: key and names.</summary>
    public async Task<IReadOnlyList<(string Key, LocalText Names)>> ArchivedAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var rows = await db.Partners.Where(p => p.ArchivedOn != null).OrderBy(p => p.Number).Select(p => new { p.Key, p.Names }).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Key, r.Names))];
    }

    /// <summary>The living authorities of the shared directory: key, names and country.</summary>
    public async Task<IReadOnlyList<(string Key, LocalText Names, string? Country)>> AuthoritiesAsync(CancellationToken cancellation)
    {
        await using var db = database.Public();
        var rows = await db.Authorities.Where(a => a.Ended == null).OrderBy(a => a.Key).Take(MostAuthorities).Select(a => new { a.Key, a.Names, a.Country }).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.Key, r.Names, r.Country))];
    }

    /// <summary>A partner's page, or null when the office has no partner under this slug.</summary>
    public async Task<PartnerPage?> FindAsync(OfficeView office, string slug, DateOnly day, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        var partner = await WithEverything(db).SingleOrDefaultAsync(p => p.Key == slug, cancellation);
        if (partner is null) return null;
        var succession = await SuccessionReading.ForAsync(db, AgreementReading.AuthoritiesOf(partner), cancellation);
        return Page(partner, succession, day);
    }

    private static IQueryable<PartnerRecord> WithEverything(TesseraDb db) => db.Partners
        .Include(p => p.Authority).ThenInclude(a => a!.Seat).ThenInclude(s => s!.Source).Include(p => p.Authority).ThenInclude(a => a!.Source)
        .Include(p => p.Source).Include(p => p.Fields).Include(p => p.Facts).ThenInclude(f => f.Source)
        .Include(p => p.Agreements).ThenInclude(a => a.Dates).Include(p => p.Agreements).ThenInclude(a => a.SignedWith)
        .Include(p => p.Agreements).ThenInclude(a => a.Source).Include(p => p.Agreements).ThenInclude(a => a.Fields)
        .AsSplitQuery().AsNoTrackingWithIdentityResolution();

    private static PartnerPage Page(PartnerRecord partner, SuccessionReading succession, DateOnly day) => new(
        PartnerReading.Row(partner, day), partner.Authority!.View(),
        [.. partner.Agreements.OrderBy(a => a.Position).Select(a => AgreementReading.View(a, partner, succession, day))],
        [.. partner.Facts.OrderBy(f => f.Position).Select(Fact)], partner.Note, succession.EventsOf(partner.Authority!.Key),
        succession.SuccessorsOf(partner.Authority.Key, day), [.. partner.Fields.OrderBy(f => f.Position).Select(f => new TextView(f.Key, f.Text))],
        partner.Source!.View(), partner.UpdatedAt);

    private static BaseFactView Fact(BaseFactRecord f) =>
        new(f.Key, f.Kind, f.Value, f.Unit, f.About, f.Text, f.AsOf ?? f.Source!.StatedOn, f.Source!.View());
}
