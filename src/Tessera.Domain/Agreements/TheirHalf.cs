using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Agreements;

/// <summary>What the partner holds of an agreement; null for what it does not say, which contradicts nothing.</summary>
public sealed record TheirHalf(AgreementKind? Kind, string? Decision, PartialDate? Date)
{
    /// <summary>Does any of it contradict ours?</summary>
    public bool Differs(AgreementKind kind, string? decision, IReadOnlyList<AgreementDate> dates) => KindDiffers(kind) || DecisionDiffers(decision) || DateDiffers(dates);

    /// <summary>Do they call it another kind?</summary>
    public bool KindDiffers(AgreementKind ours) => Kind is { } theirs && theirs != ours;

    /// <summary>Do they cite another decision, or one where we know none?</summary>
    public bool DecisionDiffers(string? ours) => Decision is { } theirs && theirs != ours;

    /// <summary>Can their date be none of ours? No, where we know none, or one of ours may be the same day.</summary>
    public bool DateDiffers(IReadOnlyList<AgreementDate> ours) => Date is { } theirs && ours.Count > 0 && ours.All(d => d.Date.CertainlyBefore(theirs) || theirs.CertainlyBefore(d.Date));
}
