namespace Tessera.Web.SignOn;

/// <summary>The municipality's OpenID provider and what it knows this portal as.</summary>
/// <param name="Authority">The provider's address, which is its issuer: https, or http on this machine.</param>
/// <param name="ClientSecret">Null makes the portal a public client, which proves itself by PKCE alone.</param>
/// <param name="Name">What readers know the provider as: "Municipality of Svenljunga".</param>
/// <param name="Scopes">What is asked for; "openid" is among them.</param>
/// <param name="RoleClaim">The claim that names the person's groups; dots lead into objects ("realm_access.roles") where no claim has the whole name.</param>
public sealed record SignOnSettings(
    string Authority, string ClientId, string? ClientSecret, string Name, IReadOnlyList<string> Scopes, string RoleClaim, SignOnRoleMap Roles)
{
    public const string AuthorityVariable = "TESSERA_OIDC_AUTHORITY";
    public const string ClientIdVariable = "TESSERA_OIDC_CLIENT_ID";
    public const string ClientSecretVariable = "TESSERA_OIDC_CLIENT_SECRET";
    public const string NameVariable = "TESSERA_OIDC_NAME";
    public const string ScopesVariable = "TESSERA_OIDC_SCOPES";
    public const string RoleClaimVariable = "TESSERA_OIDC_ROLE_CLAIM";
    public const string RolesVariable = "TESSERA_OIDC_ROLES";

    private const string OpenId = "openid";

    /// <summary>The settings that the environment says; null when it names no provider.</summary>
    /// <exception cref="SignOnSettingsException">It names one, but not how to use it.</exception>
    public static SignOnSettings? FromEnvironment() => From(Environment.GetEnvironmentVariable);

    /// <summary>The settings that the variables say.</summary>
    internal static SignOnSettings? From(Func<string, string?> variable)
    {
        if (Said(variable, AuthorityVariable) is not { } authority) return null;
        if (!IsAuthority(authority)) throw new SignOnSettingsException(AuthorityVariable, "expected the provider's https address, without ? and #");
        var client = Said(variable, ClientIdVariable)
            ?? throw new SignOnSettingsException(ClientIdVariable, "expected the name that the provider gave this portal");
        var roles = SignOnRoleMap.Read(Said(variable, RolesVariable) ?? "")
            ?? throw new SignOnSettingsException(RolesVariable, "expected group=office:role;group=office:role");
        return new SignOnSettings(
            authority, client, Said(variable, ClientSecretVariable), Said(variable, NameVariable) ?? new Uri(authority).Host,
            WithOpenId(Said(variable, ScopesVariable) ?? "openid email profile"), Said(variable, RoleClaimVariable) ?? "groups", roles);
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{ClientId} at {Authority}";

    private static string? Said(Func<string, string?> variable, string name) => string.IsNullOrWhiteSpace(variable(name)) ? null : variable(name)!.Trim();

    private static bool IsAuthority(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && SignOnHttp.IsSafe(uri)
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    private static IReadOnlyList<string> WithOpenId(string scopes) =>
        [OpenId, .. scopes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(s => s != OpenId).Distinct(StringComparer.Ordinal)];
}
