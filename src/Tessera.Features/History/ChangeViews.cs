using Tessera.Domain.Vocabulary;

namespace Tessera.Features.History;

/// <summary>What happened to a record.</summary>
public enum ChangeKind
{
    /// <summary>It came into the register.</summary>
    Added,

    /// <summary>Some of its fields changed.</summary>
    Changed,

    /// <summary>It left the register.</summary>
    Removed,
}

/// <summary>One entry of the public list of changes: which record changed, when, and which of its fields. Authors are not public.</summary>
/// <param name="Subject">office, partner, agreement, base-fact, membership, settlement-relation, source.</param>
/// <param name="Slug">The record's key; for a base fact its partner's.</param>
/// <param name="Names">The record's names at that time, where it has any.</param>
/// <param name="Fields">The machine names of the changed fields; empty for added and removed.</param>
public sealed record ChangeView(Guid Id, DateTimeOffset At, ChangeKind Kind, string Subject, string Slug, LocalText Names, IReadOnlyList<string> Fields);
