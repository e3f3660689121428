using Microsoft.EntityFrameworkCore;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;

namespace Tessera.Features.Agreements;

/// <summary>Reads the agreements of an office.</summary>
public sealed class AgreementQueries(Database database)
{
    /// <summary>Every agreement, in the order of the register.</summary>
    public Task<IReadOnlyList<AgreementRow>> AllAsync(OfficeView office, DateOnly day, CancellationToken cancellation) => ReadAsync(office, null, day, cancellation);

    /// <summary>Those of one of the office's fields, in the same order.</summary>
    public Task<IReadOnlyList<AgreementRow>> OfFieldAsync(OfficeView office, string field, DateOnly day, CancellationToken cancellation) => ReadAsync(office, field, day, cancellation);

    private async Task<IReadOnlyList<AgreementRow>> ReadAsync(OfficeView office, string? field, DateOnly day, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var agreements = await db.Agreements.Include(a => a.Partner).ThenInclude(p => p!.Authority).Include(a => a.SignedWith).Include(a => a.Dates)
            .Where(a => a.Partner!.ArchivedOn == null && (field == null || a.Fields.Any(f => f.Key == field))).OrderBy(a => a.Partner!.Number).ThenBy(a => a.Position).AsSplitQuery().ToListAsync(cancellation);
        return [.. agreements.Select(a => new AgreementRow(
            PartnerReading.Brief(a, a.Partner!.Authority!, day), a.Partner.Number, a.Partner.Key, a.Partner.Names, a.Partner.Authority!.Country ?? "", a.DecisionBody))];
    }

    /// <summary>The keys of all agreements, also those of archived partners.</summary>
    public async Task<IReadOnlySet<string>> KeysAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return (await db.Agreements.Select(a => a.Key).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>An agreement's page, or null when the office has none under this key.</summary>
    public async Task<AgreementPage?> FindAsync(OfficeView office, string key, DateOnly day, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        var agreement = await db.Agreements.Include(a => a.Partner).ThenInclude(p => p!.Authority).ThenInclude(a => a!.Seat).ThenInclude(s => s!.Source)
            .Include(a => a.SignedWith).Include(a => a.Source).Include(a => a.Dates).Include(a => a.Fields).AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Key == key, cancellation);
        if (agreement?.Partner is not { } partner) return null;
        var succession = await SuccessionReading.ForAsync(db, [agreement.SignedWithId ?? partner.AuthorityId], cancellation);
        return new AgreementPage(AgreementReading.View(agreement, partner, succession, day), partner.Key, partner.Names, partner.Kind,
            partner.Authority!.Country ?? "", partner.Authority.Seat?.View());
    }
}
