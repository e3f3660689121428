namespace Tessera.Web.SignOn;

/// <summary>What the provider sends the browser back with. A parameter that comes twice counts as missing (RFC 6749, 3.1).</summary>
/// <param name="Issuer">Who answers (RFC 9207), where the provider says it.</param>
public sealed record SignOnAnswer(string? Code, string? State, string? Error = null, string? Issuer = null)
{
    private const int LongestWord = 60;

    /// <summary>The answer in the query of the callback.</summary>
    public static SignOnAnswer From(IQueryCollection query) => new(Once(query, "code"), Once(query, "state"), Once(query, "error"), Once(query, "iss"));

    /// <summary>An error code that may be written to a log; "unknown" for anything else.</summary>
    internal static string Word(string? error) =>
        error is { Length: > 0 and <= LongestWord } && error.All(c => char.IsAsciiLetterLower(c) || c == '_') ? error : "unknown";

    /// <summary>What the provider's error means for the person.</summary>
    internal static string RefusalOf(string error) => error switch
    {
        "access_denied" or "login_required" or "consent_required" or "interaction_required" or "account_selection_required" => SignOnRefusals.Denied,
        "server_error" or "temporarily_unavailable" => SignOnRefusals.Unreachable,
        _ => SignOnRefusals.Misconfigured,
    };

    private static string? Once(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}
