using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Tessera.Features.Accounts;

/// <summary>The passkeys of accounts.</summary>
public sealed partial class AccountStore
{
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        var known = await db.Passkeys.AsTracking().SingleOrDefaultAsync(p => p.CredentialId == passkey.CredentialId, cancellationToken);
        if (known is null) db.Add(Row(user, passkey));
        else (known.Name, known.SignCount, known.IsBackedUp, known.IsUserVerified) = (passkey.Name, passkey.SignCount, passkey.IsBackedUp, passkey.IsUserVerified);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        var rows = await db.Passkeys.Where(p => p.AccountId == user.Id).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(View)];
    }

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        return await db.Passkeys.Where(p => p.CredentialId == credentialId).Join(db.Accounts, p => p.AccountId, a => a.Id, (_, a) => a).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        var row = await db.Passkeys.SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken);
        return row is null ? null : View(row);
    }

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        await db.Passkeys.Where(p => p.AccountId == user.Id && p.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);
    }

    private static PasskeyRow Row(Account user, UserPasskeyInfo passkey) => new()
    {
        CredentialId = passkey.CredentialId,
        AccountId = user.Id,
        Name = passkey.Name,
        PublicKey = passkey.PublicKey,
        SignCount = passkey.SignCount,
        Transports = passkey.Transports,
        IsUserVerified = passkey.IsUserVerified,
        IsBackupEligible = passkey.IsBackupEligible,
        IsBackedUp = passkey.IsBackedUp,
        AttestationObject = passkey.AttestationObject,
        ClientDataJson = passkey.ClientDataJson,
        CreatedAt = passkey.CreatedAt.ToUniversalTime(),
    };

    private static UserPasskeyInfo View(PasskeyRow row) => new(
        row.CredentialId, row.PublicKey, row.CreatedAt, (uint)row.SignCount, row.Transports, row.IsUserVerified, row.IsBackupEligible, row.IsBackedUp,
        row.AttestationObject, row.ClientDataJson)
    { Name = row.Name };
}
