using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tessera.Web.Digests;

/// <summary>The words by which who has a mail confirms it or leaves it without signing in. They are signed by the program's keys, each works for one thing alone, and as long as the subscription is kept.</summary>
public sealed class ActivityLetterTokens(IDataProtectionProvider protection)
{
    private readonly IDataProtector _confirming = protection.CreateProtector("tessera.activity-letter.confirm");
    private readonly IDataProtector _leaving = protection.CreateProtector("tessera.activity-letter.off");

    /// <summary>The word that confirms.</summary>
    public string ToConfirm(Guid letter) => Write(_confirming, letter);

    /// <summary>The word that ends it.</summary>
    public string ToLeave(Guid letter) => Write(_leaving, letter);

    /// <summary>What a word confirms; null when it is none of ours.</summary>
    public Guid? Confirmed(string token) => Read(_confirming, token);

    /// <summary>What a word ends; null when it is none of ours.</summary>
    public Guid? Left(string token) => Read(_leaving, token);

    private static string Write(IDataProtector protector, Guid letter) => Base64Url.EncodeToString(protector.Protect(letter.ToByteArray()));

    private static Guid? Read(IDataProtector protector, string token)
    {
        try
        {
            return new Guid(protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
