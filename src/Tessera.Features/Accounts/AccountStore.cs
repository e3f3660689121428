using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;

namespace Tessera.Features.Accounts;

/// <summary>
/// Where ASP.NET Core Identity keeps accounts. Its own store for EF Core cannot be restored here; this one keeps an account in one row, the authenticator's
/// secret protected by the program's keys, and recovery codes as hashes only.
/// </summary>
public sealed partial class AccountStore(Database database, IDataProtectionProvider protection) :
    IUserPasswordStore<Account>, IUserEmailStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>, IUserTwoFactorStore<Account>,
    IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>, IUserPasskeyStore<Account>, IUserLoginStore<Account>
{
    private readonly IDataProtector _secrets = protection.CreateProtector("authenticator");

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        user.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        db.Add(user);
        return await SaveAsync(db, cancellationToken);
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        db.Attach(user);
        user.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        var entry = db.Update(user);
        entry.Property(a => a.FailedCount).IsModified = entry.Property(a => a.LockoutEnd).IsModified = entry.Property(a => a.UsedStep).IsModified = false;
        return await SaveAsync(db, cancellationToken);
    }

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        await db.Accounts.Where(a => a.Id == user.Id).ExecuteDeleteAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id)) return null;
        await using var db = database.Public();
        return await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
    }

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByEmailAsync(normalizedUserName, cancellationToken);

    public async Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        return await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normalizedEmail, cancellationToken);
    }

    public async Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        db.Add(new LoginRow { Provider = login.LoginProvider, ProviderKey = login.ProviderKey, AccountId = user.Id });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        await db.Logins.Where(l => l.AccountId == user.Id && l.Provider == loginProvider && l.ProviderKey == providerKey).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        return await db.Logins.Where(l => l.AccountId == user.Id).Select(l => new UserLoginInfo(l.Provider, l.ProviderKey, l.Provider)).ToListAsync(cancellationToken);
    }

    public async Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        await using var db = database.Public();
        return await db.Logins.Where(l => l.Provider == loginProvider && l.ProviderKey == providerKey)
            .Join(db.Accounts, l => l.AccountId, a => a.Id, (_, a) => a).SingleOrDefaultAsync(cancellationToken);
    }

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) => Done(user.AuthenticatorKey = _secrets.Protect(key));

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? _secrets.Unprotect(key) : null);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Done(user.RecoveryCodes = [.. recoveryCodes.Select(HashOf)]);

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(code.Trim().ToUpperInvariant());
        if (!user.RecoveryCodes.Contains(hash)) return Task.FromResult(false);
        user.RecoveryCodes = [.. user.RecoveryCodes.Where(c => c != hash)];
        return Task.FromResult(true);
    }

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Length);

    public void Dispose()
    {
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static Task Done(object? _) => Task.CompletedTask;

    private static async Task<IdentityResult> SaveAsync(TesseraDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return IdentityResult.Success;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }
}
