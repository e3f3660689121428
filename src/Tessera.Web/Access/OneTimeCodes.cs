using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>
/// The codes of authenticator apps (RFC 6238: SHA-1, six figures, 30 seconds). A code of the two steps before and after this one fits too, since clocks differ; each works
/// once (5.2), whatever it is asked for. Identity's own provider would take a code again for as long as it fits.
/// </summary>
public sealed class OneTimeCodes(AccountStore store, TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    private const int Step = 30;
    private const int StepsApart = 2;
    private const int Figures = 1_000_000;

    /// <inheritdoc />
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    /// <inheritdoc />
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return false;
        var (secret, now) = (Secret(key), time.GetUtcNow().ToUnixTimeSeconds() / Step);
        for (var step = now - StepsApart; step <= now + StepsApart; step++)
            if (CodeOf(secret, step) == code && await store.UseStepAsync(user.Id, step, CancellationToken.None)) return true;
        return false;
    }

    /// <inheritdoc />
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    private static int CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The authenticators' standard names it.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        return (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % Figures;
    }

    /// <summary>The bytes of a key in base 32 (RFC 4648, 6).</summary>
    private static byte[] Secret(string key)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in key.TrimEnd('='))
        {
            (buffer, bits) = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal), bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
