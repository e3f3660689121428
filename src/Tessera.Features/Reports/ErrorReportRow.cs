namespace Tessera.Features.Reports;

/// <summary>A reader's report of an error on a page.</summary>
internal sealed class ErrorReportRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Page { get; init; }

    public required string Message { get; init; }

    public string? ReplyTo { get; init; }

    public required string Language { get; init; }

    /// <summary>When somebody dealt with it; null while nobody has.</summary>
    public DateTimeOffset? DealtWithAt { get; init; }

    public string? DealtWithBy { get; init; }
}
