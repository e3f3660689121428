using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using Tessera.Domain.Library;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Library;

/// <summary>A publication of an office's library.</summary>
internal sealed class PublicationRecord : IItemRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public PublicationKind Kind { get; set; }

    public LocalText Title { get; set; } = LocalText.Empty;

    public string Language { get; set; } = "";

    public int? Year { get; set; }

    public List<string> Authors { get; set; } = [];

    public LocalText Abstract { get; set; } = LocalText.Empty;

    public bool IsPublic { get; set; }

    /// <summary>The whole item, without its source. Of the keys in it those count that the lists below still have.</summary>
    public required PublicationItem Item { get; set; }

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }

    /// <summary>Title, authors and abstract, folded for the search.</summary>
    public string Folded { get; set; } = "";

    /// <summary>Rises with every change.</summary>
    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public List<OfficeTextRow> Fields { get; init; } = [];

    public List<ActivityRecord> Activities { get; init; } = [];
}

/// <summary>What is searched of a publication; written by <see cref="PublicationIndex"/>.</summary>
internal sealed class PublicationTextRow
{
    public int OfficeId { get; init; }

    public Guid PublicationId { get; init; }

    public string Body { get; init; } = "";

    public string FoldedBody { get; init; } = "";

    public required NpgsqlTsVector Words { get; init; }

    /// <summary>Of the words those of title, authors and abstract.</summary>
    public required NpgsqlTsVector Head { get; init; }
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<PublicationRecord>
{
    public void Configure(EntityTypeBuilder<PublicationRecord> builder)
    {
        builder.InTable("publication");
        builder.HasOne(p => p.Source).WithMany().HasForeignKey(p => p.SourceId);
        builder.HasMany(p => p.Fields).WithMany().UsingEntity<Dictionary<string, object>>(
            "publication_field", l => l.HasOne<OfficeTextRow>().WithMany().HasForeignKey("field_id"), r => r.HasOne<PublicationRecord>().WithMany().HasForeignKey("publication_id"));
        builder.HasMany(p => p.Activities).WithMany().UsingEntity<Dictionary<string, object>>(
            "publication_activity", l => l.HasOne<ActivityRecord>().WithMany().HasForeignKey("activity_id"), r => r.HasOne<PublicationRecord>().WithMany().HasForeignKey("publication_id"));
    }
}

internal sealed class PublicationTextMapping : IEntityTypeConfiguration<PublicationTextRow>
{
    public void Configure(EntityTypeBuilder<PublicationTextRow> builder) => builder.InTable("publication_text").HasKey(t => t.PublicationId);
}
