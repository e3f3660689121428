using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Features.Storage;

namespace Tessera.Features.Programmes;

/// <summary>A move as an organiser was asked about it: worked out again it has another identity, and is the same question.</summary>
internal sealed record AskedMove(Guid Activity, DateOnly From, DateOnly To);

/// <summary>An organiser asked by mail about her moves of a plan.</summary>
internal sealed class SeasonAskingRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid PlanId { get; init; }

    public Guid OrganiserId { get; init; }

    public OrganiserRecord? Organiser { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public string AskedBy { get; init; } = "";

    /// <summary>What the letter asks.</summary>
    public List<AskedMove> Moves { get; init; } = [];

    /// <summary>What an earlier letter has asked and the plan no longer proposes.</summary>
    public List<AskedMove> Dropped { get; init; } = [];

    /// <summary>The secret of the address in the letter, until it has gone; null afterwards.</summary>
    public string? Secret { get; set; }

    /// <summary>Of the secret; null when the address was taken back.</summary>
    public byte[]? SecretHash { get; set; }
}

internal sealed class SeasonAskingMapping : IEntityTypeConfiguration<SeasonAskingRecord>
{
    public void Configure(EntityTypeBuilder<SeasonAskingRecord> builder) => builder.InTable("season_asking").HasOne(a => a.Organiser).WithMany().HasForeignKey(a => a.OrganiserId);
}
