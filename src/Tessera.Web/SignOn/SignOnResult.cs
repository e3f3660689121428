namespace Tessera.Web.SignOn;

/// <summary>A sign-on that has begun, or the code of why not.</summary>
/// <param name="Address">Where the browser is to be sent; null when refused.</param>
/// <param name="Cookie">
/// What the browser is to keep for <see cref="SignOnClient.TimeToSignOn"/> and show at the callback. It is sealed; the cookie has to be HttpOnly, Secure and
/// SameSite=Lax, since the browser comes back from another site.
/// </param>
/// <param name="Refusal">One of <see cref="SignOnRefusals"/>, or null.</param>
public sealed record SignOnStart(string? Address, string? Cookie, string? Refusal);

/// <summary>What a sign-on came to: somebody, or the code of why not.</summary>
/// <param name="ReturnUrl">The path that the person came from; null when that is not known.</param>
/// <param name="Refusal">One of <see cref="SignOnRefusals"/>; null exactly when <paramref name="Identity"/> is not.</param>
public sealed record SignOnResult(SignOnIdentity? Identity, string? ReturnUrl, string? Refusal);
