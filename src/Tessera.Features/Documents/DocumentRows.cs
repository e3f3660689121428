using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Library;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Documents;

namespace Tessera.Features.Documents;

/// <summary>A document of a partner or of one of its agreements, of a publication, or of a membership: of one of the three.</summary>
internal sealed class DocumentRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid? PartnerId { get; set; }

    public PartnerRecord? Partner { get; init; }

    public Guid? PublicationId { get; init; }

    public PublicationRecord? Publication { get; init; }

    public Guid? MembershipId { get; init; }

    public MembershipRow? Membership { get; init; }

    public string? AgreementKey { get; init; }

    public DocumentKind Kind { get; init; }

    public string Title { get; set; } = "";

    public string? Language { get; set; }

    public int Version { get; set; }

    public string FileName { get; init; } = "";

    public string MediaType { get; init; } = "";

    public long Size { get; init; }

    public byte[] Hash { get; init; } = [];

    public bool IsPublic { get; set; }

    /// <summary>What could be read of it, folded for the search.</summary>
    public string FoldedText { get; init; } = "";

    public string UploadedBy { get; init; } = "";

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>Since when it stands in no list; its content stays, since a decision may rest on it.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>The bytes of a document, once for each office.</summary>
internal sealed class DocumentContentRow
{
    public int OfficeId { get; init; }

    public byte[] Hash { get; init; } = [];

    public byte[] Content { get; init; } = [];
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.InTable("document").HasOne(d => d.Partner).WithMany().HasForeignKey(d => d.PartnerId);
        builder.HasOne(d => d.Publication).WithMany().HasForeignKey(d => d.PublicationId);
        builder.HasOne(d => d.Membership).WithMany().HasForeignKey(d => d.MembershipId);
    }
}

internal sealed class DocumentContentMapping : IEntityTypeConfiguration<DocumentContentRow>
{
    public void Configure(EntityTypeBuilder<DocumentContentRow> builder) => builder.InTable("document_content").HasKey(c => new { c.OfficeId, c.Hash });
}
