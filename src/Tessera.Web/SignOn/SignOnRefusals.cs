namespace Tessera.Web.SignOn;

/// <summary>Stable codes that say why somebody was not signed on; their sentences belong to the page.</summary>
public static class SignOnRefusals
{
    /// <summary>The place to return to is not a path of this portal.</summary>
    public const string Return = "sign-on.return";

    /// <summary>The answer belongs to no sign-on that this browser began: the cookie is missing or another's, or the state is.</summary>
    public const string State = "sign-on.state";

    /// <summary>The sign-on took longer than <see cref="SignOnClient.TimeToSignOn"/>, or its code was used before: begin again.</summary>
    public const string Expired = "sign-on.expired";

    /// <summary>The person or the provider said no.</summary>
    public const string Denied = "sign-on.denied";

    /// <summary>The answer came from another provider than the one that was asked (RFC 9207).</summary>
    public const string Issuer = "sign-on.issuer";

    /// <summary>What the provider said about the person cannot be trusted: signature, audience, time, nonce. The log says which.</summary>
    public const string Token = "sign-on.token";

    /// <summary>The provider knows no e-mail address of the person, or does not tell it.</summary>
    public const string NoEmail = "sign-on.no-email";

    /// <summary>The provider does not answer, or says that it is unable to.</summary>
    public const string Unreachable = "sign-on.unreachable";

    /// <summary>Provider and portal are not set up for each other: wrong authority, client or secret. The log says what.</summary>
    public const string Misconfigured = "sign-on.misconfigured";
}
