using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;

namespace Tessera.Features.Authorities;

/// <summary>An event that an office would record, and that waits for the host or was decided by her.</summary>
internal sealed class AuthorityProposalRow
{
    public Guid Id { get; init; }

    /// <summary>That of the office which proposes it.</summary>
    public int OfficeId { get; init; }

    public Guid AuthorityId { get; init; }

    public AuthorityRow? Authority { get; init; }

    /// <summary>The proposer's partner at whose page it was said.</summary>
    public string PartnerKey { get; init; } = "";

    public AuthorityEventKind Kind { get; init; }

    public required PartialDate Date { get; init; }

    public string? ToKey { get; init; }

    public LocalText Successor { get; init; } = LocalText.Empty;

    public LocalText Note { get; init; } = LocalText.Empty;

    public string ProposedBy { get; init; } = "";

    public DateTimeOffset ProposedAt { get; init; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public bool? IsConfirmed { get; set; }

    public string? Reason { get; set; }

    /// <summary>The event as it would be recorded.</summary>
    public NewAuthorityEvent Event() => new(Authority!.Key, Kind, Date, ToKey, Successor, Note);
}

internal sealed class AuthorityProposalMapping : IEntityTypeConfiguration<AuthorityProposalRow>
{
    public void Configure(EntityTypeBuilder<AuthorityProposalRow> builder) => builder.InTable("authority_proposal").HasOne(p => p.Authority).WithMany().HasForeignKey(p => p.AuthorityId);
}
