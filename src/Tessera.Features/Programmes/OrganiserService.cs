using Microsoft.EntityFrameworkCore;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Programmes;

/// <summary>
/// The addresses by which organisers enter their programmes without an account. Only a hash of the secret is kept, so it is seen once, when it is made. Letters about moves carry addresses of
/// their own, which open the same and end with hers.
/// </summary>
public sealed class OrganiserService(Database database, SeasonQueries seasons, TimeProvider time)
{
    /// <summary>Makes a new address, so that old ones open nothing any more; or takes them back.</summary>
    /// <returns>The secret; null when it was taken back, or there is no such organiser.</returns>
    public async Task<string?> LinkAsync(OfficeView office, string key, bool isOpen, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.SeasonAskings.Where(a => a.Organiser!.Key == key).ExecuteUpdateAsync(a => a.SetProperty(x => x.SecretHash, (byte[]?)null).SetProperty(x => x.Secret, (string?)null), cancellation);
        var secret = isOpen ? Tokens.New() : null;
        var (hash, now) = (secret is null ? null : Tokens.Hash(secret), secret is null ? (DateTimeOffset?)null : time.GetUtcNow());
        var found = await db.Organisers.Where(o => o.Key == key).ExecuteUpdateAsync(o => o.SetProperty(x => x.LinkHash, hash).SetProperty(x => x.LinkMadeAt, now), cancellation);
        await transaction.CommitAsync(cancellation);
        return found == 0 ? null : secret;
    }

    /// <summary>Whose address this is; null when it is nobody's.</summary>
    public async Task<OrganiserView?> OpenAsync(OfficeView office, string secret, CancellationToken cancellation)
    {
        var hash = Tokens.Hash(secret);
        await using var db = database.ForOffice(office.Id);
        if (await db.Organisers.Where(o => o.LinkHash == hash || db.SeasonAskings.Any(a => a.OrganiserId == o.Id && a.SecretHash == hash)).Select(o => o.Key).SingleOrDefaultAsync(cancellation) is not { } key) return null;
        return (await seasons.OrganisersAsync(office, cancellation)).Single(o => o.Key == key);
    }
}
