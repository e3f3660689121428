using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Digests;

/// <summary>The weekly mail of an account for the week of a Monday, which somebody sends or has sent.</summary>
internal sealed class DigestRow
{
    public Guid AccountId { get; init; }

    public DateOnly Week { get; init; }

    public DateTimeOffset TakenAt { get; init; }
}

internal sealed class DigestMapping : IEntityTypeConfiguration<DigestRow>
{
    public void Configure(EntityTypeBuilder<DigestRow> builder) => builder.InTable("digest").HasKey(d => new { d.AccountId, d.Week });
}
