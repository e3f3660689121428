using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.History;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>A page that was read.</summary>
internal sealed class ReadingRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public string Title { get; init; } = "";

    public ReadingKind Kind { get; init; }

    public string? Address { get; init; }

    /// <summary>Its text, into which the proposals' spans point.</summary>
    public string Text { get; init; } = "";

    public string[] Languages { get; init; } = [];

    /// <summary>SHA-256 of what was sent.</summary>
    public byte[] Hash { get; init; } = [];

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    /// <summary>The import of pairs that made it; null for a page.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>The key of the source that an import of pairs gave its partners.</summary>
    public string? SourceKey { get; init; }

    public List<ReadingItemRow> Items { get; init; } = [];
}

/// <summary>A proposal of a reading, and what became of it.</summary>
internal sealed class ReadingItemRow
{
    public int OfficeId { get; init; }

    public Guid ReadingId { get; init; }

    public ReadingRow? Reading { get; init; }

    /// <summary>Its place on the page, from 1.</summary>
    public int Number { get; init; }

    public required Proposal Proposal { get; init; }

    public ReadingState State { get; set; }

    /// <summary>The partner that it became or was joined with.</summary>
    public string? PartnerKey { get; set; }

    /// <summary>What was corrected by hand before it was taken.</summary>
    public List<FieldChangeRow> Corrections { get; set; } = [];

    /// <summary>What it brought into the register, so that it can be undone; null when it brought nothing.</summary>
    public Brought? Brought { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }
}

/// <summary>What a proposal brought into the register.</summary>
internal sealed record Brought
{
    /// <summary>The partner before it was joined with; null when the partner came with it.</summary>
    public PartnerItem? Before { get; init; }

    /// <summary>The partner as it was then; null of one that came in bulk, which nobody has touched as long as it has its first version.</summary>
    public PartnerItem? After { get; init; }

    /// <summary>The authority that came into the directory with it; null when it was there.</summary>
    public string? Authority { get; init; }

    /// <summary>The place that came into the directory as its seat; null when it was there, or there is none.</summary>
    public string? Seat { get; init; }
}

internal sealed class ReadingMapping : IEntityTypeConfiguration<ReadingRow>
{
    public void Configure(EntityTypeBuilder<ReadingRow> builder)
    {
        builder.InTable("reading");
        builder.HasMany(r => r.Items).WithOne(i => i.Reading).HasForeignKey(i => i.ReadingId);
    }
}

internal sealed class ReadingItemMapping : IEntityTypeConfiguration<ReadingItemRow>
{
    public void Configure(EntityTypeBuilder<ReadingItemRow> builder) => builder.InTable("reading_item").HasKey(i => new { i.ReadingId, i.Number });
}
