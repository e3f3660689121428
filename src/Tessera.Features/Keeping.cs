using Tessera.Interchange.Offices;

namespace Tessera.Features;

/// <summary>A record as it is kept, the way an office's file tells it.</summary>
public interface IKept<out TItem>
{
    /// <summary>What it says.</summary>
    TItem Item { get; }

    /// <summary>To be given back with a change, so that nobody's work is overwritten unseen.</summary>
    int Version { get; }
}

/// <summary>What came of a change: done, or what stands against it, and then nothing was changed.</summary>
/// <param name="Findings">What is wrong; the path names the field.</param>
/// <param name="Meanwhile">The record as somebody else has left it since the form was opened; null when nobody has.</param>
public abstract record KeepingResult<TKept>(IReadOnlyList<Finding> Findings, TKept? Meanwhile)
    where TKept : class
{
    /// <summary>Was it done?</summary>
    public bool IsDone => Findings.Count == 0 && Meanwhile is null;
}
