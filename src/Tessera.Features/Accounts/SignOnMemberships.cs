using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Accounts;

/// <summary>
/// Memberships by municipal sign-on: at each sign-on somebody has the higher of what was given by hand and what her groups give. What they gave before and give no longer is taken back,
/// what an administrator gave never is, and an office keeps its last administrator. The history says each change.
/// </summary>
public sealed class SignOnMemberships(Database database, TimeProvider time, ILogger<SignOnMemberships> log)
{
    private const string Subject = "member";
    private const string Field = "office-role";

    /// <summary>Brings an account's memberships in line with what its groups give now.</summary>
    /// <param name="granted">The highest role by office; an office that is not there is passed over.</param>
    /// <param name="provider">The name of the sign-on, for the history.</param>
    public async Task FollowAsync(Account account, IReadOnlyDictionary<string, OfficeRole> granted, string provider, CancellationToken cancellation)
    {
        foreach (var office in await ConcernedAsync(account.Id, granted, cancellation))
        {
            OfficeRole? role = granted.TryGetValue(office.Slug, out var given) ? given : null;
            await FollowAsync(account, office, role, new Edit($"{account.Name} <{account.Email}>", provider), cancellation);
        }
    }

    /// <summary>The offices where the groups give a role, or gave one before.</summary>
    private async Task<List<OfficeRow>> ConcernedAsync(Guid account, IReadOnlyDictionary<string, OfficeRole> granted, CancellationToken cancellation)
    {
        await using var db = database.ForAccount(account);
        var given = await db.Members.Where(m => m.AccountId == account && (m.ByHand == null || m.ByHand != m.Role)).Select(m => m.OfficeId).ToListAsync(cancellation);
        return await db.Offices.Where(o => granted.Keys.Contains(o.Slug) || given.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancellation);
    }

    private async Task FollowAsync(Account account, OfficeRow office, OfficeRole? granted, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from member where office_id = {office.Id} for update", cancellation);
        var row = await db.Members.AsTracking().SingleOrDefaultAsync(m => m.AccountId == account.Id && m.OfficeId == office.Id, cancellation);
        var (before, after) = (row?.Role, Higher(row?.ByHand, granted));
        if (before == after) return;
        if (before is OfficeRole.Administrator && !await db.Members.AnyAsync(m => m.Role == OfficeRole.Administrator && m.AccountId != account.Id, cancellation))
        {
            log.LogWarning("{Provider} no longer makes {Account} an administrator of {Office}; she stays one, since the office has no other", edit.Reason, account.Email, office.Slug);
            return;
        }

        if (row is null) db.Add(new MemberRow { OfficeId = office.Id, AccountId = account.Id, Role = after!.Value, Since = time.GetUtcNow() });
        else if (after is { } role) row.Role = role;
        else db.Remove(row);
        db.Changes.Add(Entry(account, office, before, after, edit));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private ChangeRow Entry(Account account, OfficeRow office, OfficeRole? before, OfficeRole? after, Edit edit)
    {
        var kind = before is null ? Interchange.Offices.ChangeKind.Added : after is null ? Interchange.Offices.ChangeKind.Removed : Interchange.Offices.ChangeKind.Changed;
        var change = new OfficeChange(kind, Subject, account.Id.ToString(), null, [new FieldChange(Field, Word(before), Word(after))]);
        return ChangeEntries.Of(change, LocalText.Of(office.Languages[0], account.Name), office.Id, edit, time.GetUtcNow());
    }

    private static string? Word(OfficeRole? role) => role is { } known ? Words<OfficeRole>.Write(known) : null;

    private static OfficeRole? Higher(OfficeRole? one, OfficeRole? other) => one is null || other > one ? other : one;
}
