using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>The sentences of refusals.</summary>
public static class Refusals
{
    /// <summary>The codes whose sentences stand among the refusals of forms.</summary>
    private static readonly string[] UnderRefusals = ["document.", "activity.", "recurrence."];

    /// <summary>What is wrong, where, and what would be right, in the reader's language.</summary>
    public static string Sentence(Finding finding, Texts texts) =>
        texts.With(UnderRefusals.Any(p => finding.Code.StartsWith(p, StringComparison.Ordinal)) ? "refusal." + finding.Code : finding.Code, [.. finding.Arguments.Select(a => (a.Key, a.Value))]);
}
