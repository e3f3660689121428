using System.Text.Json;

namespace Tessera.Web.SignOn;

/// <summary>Who signed on, as the provider says. Issuer and subject together name the person for good; an e-mail address may change hands.</summary>
/// <param name="EmailIsVerified">False also where the provider does not say.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Language">The language the person reads, as a code without a region: "hu".</param>
/// <param name="Roles">What the person's groups give.</param>
public sealed record SignOnIdentity(
    string Issuer, string Subject, string Email, bool EmailIsVerified, string? Name, string? Language, IReadOnlyList<SignOnRole> Roles)
{
    private const int LongestEmail = 254;
    private const int LongestName = 200;

    /// <summary>Whether the ID token leaves open what the person information endpoint may tell.</summary>
    internal static bool IsPartial(JsonElement token, SignOnSettings settings) =>
        EmailIn(token) is null || NameIn(token) is null || (!settings.Roles.IsEmpty && Groups(token, settings.RoleClaim) is null);

    /// <summary>Takes each claim from the token, which is signed, and else from what was asked for besides.</summary>
    /// <exception cref="SignOnRefusedException">There is no e-mail address.</exception>
    internal static SignOnIdentity From(string issuer, JsonElement token, JsonElement? more, SignOnSettings settings)
    {
        JsonElement[] sources = more is { } besides ? [token, besides] : [token];
        // The address and whether it is verified are read in one place: two places may mean two addresses.
        var mail = Array.Find(sources, s => EmailIn(s) is not null);
        var email = mail.ValueKind == JsonValueKind.Object ? EmailIn(mail)! : throw new SignOnRefusedException(SignOnRefusals.NoEmail, "no e-mail address");
        var groups = sources.Select(s => Groups(s, settings.RoleClaim)).FirstOrDefault(g => g is not null) ?? [];
        return new SignOnIdentity(
            issuer, token.Text("sub")!, email, mail.IsTrue("email_verified"), sources.Select(NameIn).FirstOrDefault(n => n is not null),
            sources.Select(LanguageIn).FirstOrDefault(l => l is not null), settings.Roles.Of(groups));
    }

    private static string? EmailIn(JsonElement claims) =>
        claims.Text("email") is { Length: <= LongestEmail } email && email.IndexOf('@') > 0 && !email.EndsWith('@')
        && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? email
            : null;

    private static string? NameIn(JsonElement claims)
    {
        var name = claims.Text("name") ?? $"{claims.Text("given_name")} {claims.Text("family_name")}";
        var clean = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        if (clean.Length <= LongestName) return clean.Length == 0 ? null : clean;
        return clean[..(char.IsHighSurrogate(clean[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    private static string? LanguageIn(JsonElement claims)
    {
        var language = claims.Text("locale")?.Split('-', '_')[0].ToLowerInvariant();
        return language is { Length: 2 or 3 } && language.All(char.IsAsciiLetterLower) ? language : null;
    }

    private static IReadOnlyList<string>? Groups(JsonElement claims, string name)
    {
        if (claims.Has(name)) return claims.Texts(name);
        var path = name.Split('.');
        foreach (var step in path[..^1])
            if (!claims.TryGetProperty(step, out claims) || claims.ValueKind != JsonValueKind.Object) return null;
        return claims.Texts(path[^1]);
    }
}
