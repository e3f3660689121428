using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Tessera.Web.SignOn;

/// <summary>What the browser keeps of a sign-on that it began, sealed, until the provider has sent it back.</summary>
/// <param name="Verifier">What the code is bought with (RFC 7636).</param>
internal sealed record SignOnTicket(DateTimeOffset Began, string State, string Nonce, string Verifier, string ReturnUrl)
{
    /// <summary>A fresh one: state, nonce and verifier are 256 random bits each.</summary>
    public static SignOnTicket New(DateTimeOffset now, string returnUrl) => new(now, Random(), Random(), Random(), returnUrl);

    /// <summary>The verifier's fingerprint, which the provider is shown first (S256).</summary>
    public string Challenge() => WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>None of the parts holds a space.</summary>
    public string Seal(IDataProtector protector) =>
        protector.Protect(string.Join(' ', Began.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), State, Nonce, Verifier, ReturnUrl));

    /// <summary>Null when the text was not sealed here, or a key was lost since.</summary>
    public static SignOnTicket? Open(IDataProtector protector, string? sealedText)
    {
        if (string.IsNullOrEmpty(sealedText)) return null;
        try
        {
            return protector.Unprotect(sealedText).Split(' ') is [var began, var state, var nonce, var verifier, var returnUrl]
                ? new(DateTimeOffset.FromUnixTimeSeconds(long.Parse(began, CultureInfo.InvariantCulture)), state, nonce, verifier, returnUrl)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
