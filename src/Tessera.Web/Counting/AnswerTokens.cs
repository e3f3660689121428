using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Tessera.Web.Counting;

/// <summary>
/// What a form that is part of a kept page carries instead of an antiforgery token, which would be one reader's: signed, for one piece of news, with the time at which the page was
/// made. It proves that whoever sends the form has opened the page, a moment before and not long ago.
/// </summary>
public sealed class AnswerTokens(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(2);

    private readonly IDataProtector _protector = protection.CreateProtector("tessera.answer");

    /// <summary>A token for a page that is made now.</summary>
    public string For(string office, string key) => _protector.Protect($"{office}/{key}/{time.GetUtcNow().Ticks.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Is it ours, for this piece of news, and of the right age?</summary>
    public bool IsGood(string? token, string office, string key)
    {
        if (string.IsNullOrEmpty(token)) return false;
        try
        {
            var said = _protector.Unprotect(token);
            var name = $"{office}/{key}/";
            if (!said.StartsWith(name, StringComparison.Ordinal) || !long.TryParse(said.AsSpan(name.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)) return false;
            var age = time.GetUtcNow() - new DateTimeOffset(ticks, TimeSpan.Zero);
            return age >= Least && age <= Most;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
