using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar;

/// <summary>Something that an activity may refer to.</summary>
public sealed record ActivityChoice(string Key, LocalText Names);

/// <summary>What a form of an activity offers: partners of the register, authorities at whose seat it may be, units in charge, memberships from which it may have come.</summary>
public sealed record ActivityChoices(IReadOnlyList<ActivityChoice> Partners, IReadOnlyList<ActivityChoice> Authorities, IReadOnlyList<ActivityChoice> Units, IReadOnlyList<ActivityChoice> Memberships)
{
    /// <summary>Reads them.</summary>
    /// <param name="authority">The authority that the activity names already; null for none.</param>
    internal static async Task<ActivityChoices> ReadAsync(TesseraDb db, OfficeView office, string? authority, CancellationToken cancellation)
    {
        var partners = await db.Partners.Where(p => p.ArchivedOn == null).OrderBy(p => p.Number).Select(p => new { p.Key, p.Names, Authority = p.Authority!.Key, AuthorityNames = p.Authority.Names }).ToListAsync(cancellation);
        var own = await db.Authorities.Where(a => a.Key == authority || db.Offices.Any(o => o.Id == office.Id && o.AuthorityId == a.Id)).Select(a => new { a.Key, a.Names }).ToListAsync(cancellation);
        var units = await db.OfficeTexts.Where(t => t.List == OfficeTextRow.Responsible).OrderBy(t => t.Position).Select(t => new { t.Key, t.Heading }).ToListAsync(cancellation);
        var memberships = await db.Memberships.OrderBy(m => m.Position).Select(m => new { m.Key, m.Organisation!.Names }).ToListAsync(cancellation);
        return new ActivityChoices(
            [.. partners.Select(p => new ActivityChoice(p.Key, p.Names))],
            [.. own.Select(a => new ActivityChoice(a.Key, a.Names)).Concat(partners.Select(p => new ActivityChoice(p.Authority, p.AuthorityNames))).DistinctBy(c => c.Key)],
            [.. units.Select(u => new ActivityChoice(u.Key, u.Heading))],
            [.. memberships.Select(m => new ActivityChoice(m.Key, m.Names))]);
    }
}
