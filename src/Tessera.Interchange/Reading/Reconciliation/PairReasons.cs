namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>A doubt about a pair as it stands among the reasons of a proposal: <c>register: distance-against-coordinates;given=12;kilometres=900</c>.</summary>
public static class PairReasons
{
    /// <summary>The rule before the colon.</summary>
    public const string Rule = "register";

    /// <summary>The reason of a proposal.</summary>
    public static string Write(RegisterDoubt doubt) => $"{Rule}: {string.Join(';', doubt.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}").Prepend(doubt.Reason))}";
}
