using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tessera.Web.Digests;

/// <summary>The word in a weekly mail by which its reader ends it without signing in. It is signed by the program's keys, works for nothing else, and for as long as the mail is kept.</summary>
public sealed class DigestTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("tessera.digest.off");

    /// <summary>The word for an account.</summary>
    public string Of(Guid account) => Base64Url.EncodeToString(_protector.Protect(account.ToByteArray()));

    /// <summary>The account of a word; null when it is none of ours.</summary>
    public Guid? Read(string token)
    {
        try
        {
            return new Guid(_protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
