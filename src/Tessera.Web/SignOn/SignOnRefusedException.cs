namespace Tessera.Web.SignOn;

/// <summary>Ends a sign-on that cannot be completed. It never leaves <see cref="SignOnClient"/>.</summary>
/// <param name="code">One of <see cref="SignOnRefusals"/>.</param>
/// <param name="detail">What the log says: no secrets, nothing about the person.</param>
internal sealed class SignOnRefusedException(string code, string detail, Exception? cause = null) : Exception(detail, cause)
{
    public string Code { get; } = code;

    public static SignOnRefusedException Token(string detail) => new(SignOnRefusals.Token, detail);

    public static SignOnRefusedException Misconfigured(string detail) => new(SignOnRefusals.Misconfigured, detail);
}
