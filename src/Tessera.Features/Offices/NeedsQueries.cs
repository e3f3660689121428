using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Delegations;
using Tessera.Features.Links;
using Tessera.Features.Partners;
using Tessera.Features.Storage;

namespace Tessera.Features.Offices;

/// <summary>Reads what needs somebody in an office.</summary>
public sealed class NeedsQueries(Database database)
{
    /// <summary>Everything that needs somebody on a day: what is urgent first, then by day, then in the order of the register.</summary>
    public async Task<IReadOnlyList<Need>> AllAsync(OfficeView office, DateOnly day, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Database.OpenConnectionAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        var partners = await db.Partners.Where(p => p.ArchivedOn == null).Include(p => p.Authority).Include(p => p.Source).Include(p => p.Facts).ThenInclude(f => f.Source)
            .Include(p => p.Agreements).ThenInclude(a => a.Dates).Include(p => p.Agreements).ThenInclude(a => a.SignedWith).Include(p => p.Agreements).ThenInclude(a => a.Source)
            .OrderBy(p => p.Number).AsSplitQuery().ToListAsync(cancellation);
        var route = ApprovalRoutes.Of(office.Country, day);
        var items = partners.Select(p => OfficeDump.Partner(p, _ => "")).ToList();
        var needs = partners.Zip(items).SelectMany(p => Needs.Of(p.Second, [.. p.First.Agreements.OrderBy(a => a.Position).Select(a => PartnerReading.StandingOf(a, PartnerReading.Life(a), p.First.Authority!, day))], route, day));
        var dead = (await db.LinkChecks.Where(l => l.FailedDays >= LinkCheckRow.DeadAfter).Select(l => l.Url).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        needs = needs.Concat(items.SelectMany(p => Needs.OfLinks(p, dead))).Concat(await ReportsAsync(db, day, cancellation)).Concat(await ProposalsAsync(db, cancellation)).Concat(await MembershipsAsync(db, day, cancellation))
            .Concat(DelegationNeeds.Of(await DelegationQueries.AllAsync(db, cancellation), day));
        return [.. needs.OrderByDescending(n => n.IsUrgent).ThenBy(n => n.IsUrgent ? n.Day : null).ThenBy(n => n.Kind)];
    }

    /// <summary>What waits for the host of the installation.</summary>
    public async Task<IReadOnlyList<Need>> OfHostAsync(CancellationToken cancellation)
    {
        await using var db = database.ForHost();
        await db.Database.OpenConnectionAsync(cancellation);
        var waiting = await db.AuthorityProposals.Where(p => p.DecidedAt == null).OrderBy(p => p.ProposedAt)
            .Join(db.Offices, p => p.OfficeId, o => o.Id, (p, o) => new { p.ProposedAt, p.Authority!.Names, o.ShortName }).ToListAsync(cancellation);
        return [.. waiting.Select(p => new Need(NeedKind.HostDecides, null, p.Names, null, DateOnly.FromDateTime(p.ProposedAt.UtcDateTime), p.ShortName))];
    }

    private static async Task<IEnumerable<Need>> ProposalsAsync(TesseraDb db, CancellationToken cancellation)
    {
        var waiting = await db.AuthorityProposals.Where(p => p.DecidedAt == null).OrderBy(p => p.ProposedAt).Select(p => new { p.PartnerKey, p.ProposedAt, p.Authority!.Names }).ToListAsync(cancellation);
        return waiting.Select(p => new Need(NeedKind.AwaitsHost, p.PartnerKey, p.Names, null, DateOnly.FromDateTime(p.ProposedAt.UtcDateTime), LocalText.Empty));
    }

    private static async Task<IEnumerable<Need>> MembershipsAsync(TesseraDb db, DateOnly day, CancellationToken cancellation)
    {
        var memberships = await db.Memberships.Include(m => m.Organisation).Include(m => m.Source).OrderBy(m => m.Position).ToListAsync(cancellation);
        return memberships.SelectMany(m => Needs.OfMembership(OfficeDump.Membership(m, _ => ""), m.Organisation!.Names, day));
    }

    private static async Task<IEnumerable<Need>> ReportsAsync(TesseraDb db, DateOnly day, CancellationToken cancellation)
    {
        var since = new DateTimeOffset(day.AddDays(-Needs.ReportDays), TimeOnly.MinValue, TimeSpan.Zero);
        var reports = await db.ErrorReports.Where(r => r.At >= since && r.DealtWithAt == null).OrderByDescending(r => r.At).Select(r => new { r.At, r.Language, r.Message }).ToListAsync(cancellation);
        return reports.Select(r => Needs.OfReport(r.At, r.Language, r.Message));
    }
}
