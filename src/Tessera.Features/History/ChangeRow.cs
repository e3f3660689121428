using Tessera.Domain.Vocabulary;

namespace Tessera.Features.History;

/// <summary>An entry of the history; it is only ever added.</summary>
internal sealed class ChangeRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Author { get; init; }

    public string? Reason { get; init; }

    public ChangeKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Key { get; init; }

    public string? Parent { get; init; }

    public LocalText Names { get; init; } = LocalText.Empty;

    public List<FieldChangeRow> Fields { get; init; } = [];
}

/// <summary>A field's value before and after.</summary>
internal sealed record FieldChangeRow(string Field, string? Old, string? New);
