namespace Tessera.Interchange.Offices;

/// <summary>What became of a record.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Some of its fields differ.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>A field before and after, as canonical JSON; a plain text stands without its quotation marks.</summary>
public sealed record FieldChange(string Field, string? Old, string? New);

/// <summary>A difference between two states of an office.</summary>
/// <param name="Subject">office, source, place, authority, authority-event, partner, agreement, base-fact, membership, settlement-relation, organiser, day, activity, news or publication.</param>
/// <param name="Parent">The key of the partner, for an agreement or a base fact.</param>
/// <param name="Fields">Empty for what was added or removed.</param>
public sealed record OfficeChange(ChangeKind Kind, string Subject, string Key, string? Parent, IReadOnlyList<FieldChange> Fields);
