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

    /// <summary>What the columns of its tables were taken for.</summary>
    public List<TableMapping> Tables { get; init; } = [];

    /// <summary>What was sent, to be read again with other columns; null where there is no table.</summary>
    public byte[]? Source { get; init; }

    /// <summary>What the host said of it when it was fetched.</summary>
    public string? SourceType { get; init; }

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

    /// <summary>How far the proposal is trusted, kept beside it by the database.</summary>
    public double Confidence { get; init; }

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

/// <summary>What an office said of the columns of tables with the same headings.</summary>
internal sealed class ToldColumnsRow
{
    public int OfficeId { get; init; }

    /// <summary>Of <see cref="ToldColumns.KeyOf"/>.</summary>
    public string Headings { get; init; } = "";

    public List<ToldColumn> Columns { get; init; } = [];

    public DateTimeOffset ToldAt { get; init; }

    public string ToldBy { get; init; } = "";
}

/// <summary>A long run over a reading's proposals, ordered by somebody and worked off by a node.</summary>
internal sealed class ReadingWorkRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid ReadingId { get; init; }

    public ReadingWorkKind Kind { get; init; }

    /// <summary>0 to 1: how far what is taken must be trusted.</summary>
    public double Confidence { get; init; }

    /// <summary>How many proposals there were to be worked on when it was ordered.</summary>
    public int Total { get; init; }

    /// <summary>How many were taken, or taken back.</summary>
    public int Done { get; set; }

    /// <summary>How many could not be taken as they stand.</summary>
    public int Refused { get; set; }

    /// <summary>How many wait, since the register may have that partner.</summary>
    public int Likely { get; set; }

    /// <summary>Whose records were changed meanwhile and stay, in the office's first language.</summary>
    public string[] LeftNames { get; set; } = [];

    public DateTimeOffset OrderedAt { get; init; }

    public string OrderedBy { get; init; } = "";

    /// <summary>What the history says of it.</summary>
    public string Reason { get; init; } = "";

    public DateTimeOffset? EndedAt { get; set; }
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

    /// <summary>The seat that its authority got; null when it got none.</summary>
    public BroughtSeat? Seat { get; init; }

    /// <summary>The place that came into the directory as the seat of an authority that came with it in bulk; null when it was there, or there is none.</summary>
    public string? Place { get; init; }
}

/// <summary>A seat that an authority got from a proposal's match.</summary>
/// <param name="Authority">The authority's key.</param>
/// <param name="Place">The place's number at GeoNames.</param>
/// <param name="IsPlaceNew">Did the place come into the directory with it?</param>
internal sealed record BroughtSeat(string Authority, long Place, bool IsPlaceNew);

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
    public void Configure(EntityTypeBuilder<ReadingItemRow> builder)
    {
        builder.InTable("reading_item").HasKey(i => new { i.ReadingId, i.Number });
        builder.Property(i => i.Confidence).ValueGeneratedOnAddOrUpdate();
    }
}

internal sealed class ToldColumnsMapping : IEntityTypeConfiguration<ToldColumnsRow>
{
    public void Configure(EntityTypeBuilder<ToldColumnsRow> builder) => builder.InTable("told_columns").HasKey(t => new { t.OfficeId, t.Headings });
}

internal sealed class ReadingWorkMapping : IEntityTypeConfiguration<ReadingWorkRow>
{
    public void Configure(EntityTypeBuilder<ReadingWorkRow> builder) => builder.InTable("reading_work");
}
