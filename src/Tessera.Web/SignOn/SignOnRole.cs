namespace Tessera.Web.SignOn;

/// <summary>A role that the provider's groups give in an office.</summary>
/// <param name="Office">The office's slug.</param>
/// <param name="Role">The word of the role, as the settings say it.</param>
public sealed record SignOnRole(string Office, string Role);
