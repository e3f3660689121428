using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

/// <summary>An office in which an account works.</summary>
public sealed record OwnOffice(string Slug, LocalText ShortName, OfficeRole Role);

/// <summary>Somebody who works in an office.</summary>
public sealed record MemberView(Guid Account, string Name, string Email, OfficeRole Role, DateTimeOffset Since, IReadOnlyList<string> Units);

/// <summary>A unit inside an office, with the number of its people.</summary>
public sealed record UnitView(string Key, LocalText Names, int People);

/// <summary>Who works in which office, as what, in which units.</summary>
public sealed class MemberService(Database database, TimeProvider time)
{
    /// <summary>What an account may do in an office; null for nothing, also in an office that is suspended or not there.</summary>
    public async Task<OfficeRole?> RoleAsync(string office, Guid account, CancellationToken cancellation)
    {
        await using var db = database.ForAccount(account);
        return await db.Members.Where(m => m.AccountId == account).Join(db.Offices.Where(o => o.Slug == office && o.SuspendedAt == null), m => m.OfficeId, o => o.Id, (m, _) => (OfficeRole?)m.Role)
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The offices in which an account works, in the order in which they came.</summary>
    public async Task<IReadOnlyList<OwnOffice>> OfficesOfAsync(Guid account, CancellationToken cancellation)
    {
        await using var db = database.ForAccount(account);
        return await db.Members.Where(m => m.AccountId == account).Join(db.Offices.Where(o => o.SuspendedAt == null), m => m.OfficeId, o => o.Id, (m, o) => new { m.Role, o.Slug, o.ShortName, o.Id })
            .OrderBy(o => o.Id).Select(o => new OwnOffice(o.Slug, o.ShortName, o.Role)).ToListAsync(cancellation);
    }

    /// <summary>Who works in the office, by name.</summary>
    public async Task<IReadOnlyList<MemberView>> MembersAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var members = await db.Members.Include(m => m.Account).OrderBy(m => m.Account!.Name).ToListAsync(cancellation);
        var units = await db.UnitMembers.Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.AccountId, u.Key, u.Position }).OrderBy(u => u.Position).ToListAsync(cancellation);
        return [.. members.Select(m => new MemberView(m.AccountId, m.Account!.Name, m.Account.Email, m.Role, m.Since, [.. units.Where(u => u.AccountId == m.AccountId).Select(u => u.Key)]))];
    }

    /// <summary>
    /// Gives somebody another role, or none. False, and nothing changed, when the office would be left without an administrator.
    /// </summary>
    public async Task<bool> SetRoleAsync(OfficeView office, Guid account, OfficeRole? role, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from member where office_id = {office.Id} for update", cancellation);
        var isLast = role is not OfficeRole.Administrator && !await db.Members.AnyAsync(m => m.Role == OfficeRole.Administrator && m.AccountId != account, cancellation);
        if (isLast) return false;
        var own = db.Members.Where(m => m.AccountId == account);
        if (role is { } given) await own.ExecuteUpdateAsync(m => m.SetProperty(x => x.Role, given).SetProperty(x => x.ByHand, given), cancellation);
        else await own.ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Makes an account a member by hand, or gives it the higher of its roles, in the unit of work of an office.</summary>
    internal async Task JoinAsync(TesseraDb db, int office, Guid account, OfficeRole role, CancellationToken cancellation)
    {
        var known = await db.Members.AsTracking().SingleOrDefaultAsync(m => m.AccountId == account && m.OfficeId == office, cancellation);
        if (known is null) db.Add(new MemberRow { OfficeId = office, AccountId = account, Role = role, ByHand = role, Since = time.GetUtcNow() });
        else
        {
            if (known.ByHand is null || known.ByHand < role) known.ByHand = role;
            if (known.Role < role) known.Role = role;
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The office's units in its order.</summary>
    public async Task<IReadOnlyList<UnitView>> UnitsAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var units = await db.Units.OrderBy(u => u.Position).Select(u => new { u.Key, u.Names, People = db.UnitMembers.Count(m => m.UnitId == u.Id) }).ToListAsync(cancellation);
        return [.. units.Select(u => new UnitView(u.Key, u.Names, u.People))];
    }

    /// <summary>Adds a unit, or gives a known one its names.</summary>
    public async Task PutUnitAsync(OfficeView office, string key, LocalText names, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var known = await db.Units.AsTracking().SingleOrDefaultAsync(u => u.Key == key, cancellation);
        if (known is null) db.Add(new UnitRow { Id = Guid.CreateVersion7(time.GetUtcNow()), OfficeId = office.Id, Key = key, Names = names, Position = await db.Units.CountAsync(cancellation) });
        else known.Names = names;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Removes a unit; its people stay in the office.</summary>
    public async Task RemoveUnitAsync(OfficeView office, string key, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await db.Units.Where(u => u.Key == key).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Says in which units somebody works.</summary>
    public async Task SetUnitsAsync(OfficeView office, Guid account, IReadOnlyCollection<string> units, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.Members.AnyAsync(m => m.AccountId == account, cancellation)) return;
        await db.UnitMembers.Where(m => m.AccountId == account).ExecuteDeleteAsync(cancellation);
        var chosen = await db.Units.Where(u => units.Contains(u.Key)).Select(u => u.Id).ToListAsync(cancellation);
        db.AddRange(chosen.Select(unit => new UnitMemberRow { OfficeId = office.Id, UnitId = unit, AccountId = account }));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
