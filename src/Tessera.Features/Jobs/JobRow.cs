using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Jobs;

/// <summary>When a job is due, who has taken it, and how it last went.</summary>
internal sealed class JobRow
{
    public required string Name { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>The taking, known to whoever took it; null while nobody runs it.</summary>
    public Guid? TakenBy { get; init; }

    public DateTimeOffset? TakenUntil { get; init; }

    public DateTimeOffset? BeganAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null before it has first ended.</summary>
    public bool? HasSucceeded { get; init; }

    public string Outcome { get; init; } = "";

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }
}

internal sealed class JobMapping : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder) => builder.InTable("job").HasKey(j => j.Name);
}
