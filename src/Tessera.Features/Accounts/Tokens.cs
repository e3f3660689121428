using System.Security.Cryptography;
using System.Text;

namespace Tessera.Features.Accounts;

/// <summary>Random words that only their bearer knows: of sessions, invitations, secret addresses. Where they need not be shown again, the program keeps their hashes.</summary>
internal static class Tokens
{
    private const int Bytes = 32;

    /// <summary>A new one, fit for an address: 256 bits.</summary>
    public static string New() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it (SHA-256).</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
