using Microsoft.EntityFrameworkCore;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>One partner taken out to be changed: its rows, and what they may refer to.</summary>
internal sealed record PartnerDesk(
    PartnerRecord Row, KeptPartner Kept, Dictionary<string, Guid> Sources, Dictionary<string, OfficeTextRow> Fields, WrittenDirectory Directory)
{
    /// <summary>Reads a partner; null when there is none under this key.</summary>
    public static async Task<PartnerDesk?> ReadAsync(TesseraDb db, string key, bool tracked, CancellationToken cancellation)
    {
        db.ChangeTracker.QueryTrackingBehavior = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        var row = await db.Partners.Include(p => p.Source).Include(p => p.Authority).Include(p => p.Fields).Include(p => p.Facts).ThenInclude(f => f.Source)
            .Include(p => p.Agreements).ThenInclude(a => a.Dates).Include(p => p.Agreements).ThenInclude(a => a.Fields).Include(p => p.Agreements).ThenInclude(a => a.Source)
            .Include(p => p.Agreements).ThenInclude(a => a.SignedWith).AsSplitQuery().SingleOrDefaultAsync(p => p.Key == key, cancellation);
        if (row is null) return null;
        var authorities = row.Agreements.Where(a => a.SignedWith is not null).Select(a => a.SignedWith!).Append(row.Authority!).DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.Key);
        return await FillAsync(db, row, new KeptPartner(OfficeDump.Partner(row, id => authorities[id]), row.Version, row.UpdatedAt), cancellation);
    }

    /// <summary>A partner that is not there yet.</summary>
    public static async Task<PartnerDesk> NewAsync(TesseraDb db, OfficeView office, PartnerItem item, CancellationToken cancellation)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var row = db.Add(new PartnerRecord { Id = Guid.CreateVersion7(), OfficeId = office.Id, Key = item.Key }).Entity;
        return await FillAsync(db, row, new KeptPartner(item, 0, default), cancellation);
    }

    /// <summary>What stands against the partner being so.</summary>
    public async Task<IReadOnlyList<Finding>> WhyNotAsync(TesseraDb db, PartnerItem after, CancellationToken cancellation)
    {
        var keys = after.Agreements.Select(a => a.SignedWith).OfType<string>().Append(after.Authority).Distinct().ToList();
        var authorities = (Dictionary<string, Guid>)Directory.Authorities;
        foreach (var known in await db.Authorities.Where(a => keys.Contains(a.Key)).Select(a => new { a.Key, a.Id }).ToListAsync(cancellation)) authorities[known.Key] = known.Id;
        var agreements = after.Agreements.Select(a => a.Key).ToList();
        var taken = await db.Agreements.Where(a => a.PartnerId != Row.Id && agreements.Contains(a.Key)).Select(a => a.Key).ToListAsync(cancellation);
        return [.. PartnerRules.Check(after, Sources.Keys, authorities.Keys, Fields.Keys), .. taken.Select(key => Finding.About("key", OfficeFileCodes.RepeatedKey, ("key", key)))];
    }

    private static async Task<PartnerDesk> FillAsync(TesseraDb db, PartnerRecord row, KeptPartner kept, CancellationToken cancellation)
    {
        var sources = await db.Sources.Select(s => new { s.Key, s.Id }).ToDictionaryAsync(s => s.Key, s => s.Id, cancellation);
        var fields = await db.OfficeTexts.Where(t => t.List == OfficeTextRow.Field).ToDictionaryAsync(t => t.Key, cancellation);
        return new PartnerDesk(row, kept, sources, fields, new WrittenDirectory(new Dictionary<string, Guid>(), new Dictionary<string, Guid>()));
    }
}
