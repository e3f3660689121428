using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Readings;

/// <summary>The authorities of the directory by kind, country and folded name, each country asked for once in a unit of work.</summary>
internal sealed class AuthoritiesByName(TesseraDb db)
{
    private readonly Dictionary<(AuthorityKind Kind, string? Country), Dictionary<string, string>> _known = [];

    /// <summary>The key of an authority that lives, of this kind and country, and bears the name in any language; null when there is none.</summary>
    public async Task<string?> FindAsync(ReadPartner read, CancellationToken cancellation)
    {
        var of = KeyOf(read);
        if (!_known.TryGetValue(of, out var named)) _known[of] = named = await ReadAsync(of.Kind, of.Country, cancellation);
        return Names(read).Select(n => named.GetValueOrDefault(n)).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>An authority that has come into the directory in this unit of work.</summary>
    public void Add(ReadPartner read, string key)
    {
        if (!_known.TryGetValue(KeyOf(read), out var named)) return;
        foreach (var name in Names(read)) named.TryAdd(name, key);
    }

    private async Task<Dictionary<string, string>> ReadAsync(AuthorityKind kind, string? country, CancellationToken cancellation)
    {
        var named = new Dictionary<string, string>();
        foreach (var authority in await db.Authorities.AsNoTracking().Where(a => a.Ended == null && a.Kind == kind && a.Country == country).OrderBy(a => a.Key).Select(a => new { a.Key, a.Names }).ToListAsync(cancellation))
        {
            foreach (var name in authority.Names) named.TryAdd(Folding.Of(name.Text), authority.Key);
        }

        return named;
    }

    private static (AuthorityKind Kind, string? Country) KeyOf(ReadPartner read) => (Words<AuthorityKind>.Parse(read.Level), read.Country);

    private static IEnumerable<string> Names(ReadPartner read) => read.Names.Select(n => n.Text).Append(read.Name).Select(Folding.Of).Distinct();
}
