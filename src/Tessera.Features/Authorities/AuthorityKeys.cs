using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;

namespace Tessera.Features.Authorities;

/// <summary>Keys of the directory that all offices share.</summary>
internal static class AuthorityKeys
{
    private const int LongestStem = Keys.Longest - 5;

    /// <summary>A key made of a name that no authority has.</summary>
    public static async Task<string> FreeAsync(TesseraDb db, string name, string otherwise, CancellationToken cancellation)
    {
        var key = Keys.Of(name, otherwise, _ => false);
        var stem = key.Length > LongestStem ? key[..LongestStem].Trim('-') : key;
        var like = await db.Authorities.Where(a => a.Key.StartsWith(stem)).Select(a => a.Key).ToListAsync(cancellation);
        return Keys.Of(name, otherwise, like.Contains);
    }
}
