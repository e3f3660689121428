using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Guests;
using Tessera.Features.Calendar;
using Tessera.Features.Storage;

namespace Tessera.Features.Guests;

/// <summary>Somebody who is invited to an activity, or comes.</summary>
internal sealed class GuestRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid ActivityId { get; init; }

    public ActivityRecord? Activity { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for whom nothing can be mailed.</summary>
    public string? Email { get; init; }

    public GuestRole Role { get; init; }

    public required string Language { get; init; }

    public bool IsMinor { get; init; }

    public required string AddedBy { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>SEQUENCE of the last invitation or cancellation that was sent; null before the first.</summary>
    public int? Sequence { get; set; }

    /// <summary>The activity's version that she was told of last.</summary>
    public int? ToldVersion { get; set; }

    /// <summary>When her invitation was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public GuestAnswer Answer { get; set; }

    /// <summary>By the answer's own stamp.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public string Comment { get; set; } = "";

    /// <summary>The secret by which she says what she needs; null while nobody asked.</summary>
    public string? Link { get; set; }

    /// <summary>Name and address, folded for the search.</summary>
    public required string Folded { get; init; }
}

/// <summary>What a guest eats, needs and carries.</summary>
internal sealed class GuestNeedRow
{
    public Guid GuestId { get; init; }

    public int OfficeId { get; init; }

    public string Diet { get; set; } = "";

    public string Mobility { get; set; } = "";

    public string Passport { get; set; } = "";

    public DateTimeOffset EnteredAt { get; set; }
}

/// <summary>Somebody has read what a guest needs.</summary>
internal sealed class GuestNeedReadingRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid GuestId { get; init; }

    public required string Reader { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>The officer who receives the guests of an activity.</summary>
internal sealed class GuestHostRow
{
    public Guid ActivityId { get; init; }

    public int OfficeId { get; init; }

    public Guid AccountId { get; set; }

    public DateTimeOffset Since { get; set; }
}

internal sealed class GuestMapping : IEntityTypeConfiguration<GuestRow>
{
    public void Configure(EntityTypeBuilder<GuestRow> builder) => builder.InTable("guest").HasOne(g => g.Activity).WithMany().HasForeignKey(g => g.ActivityId);
}

internal sealed class GuestNeedMapping : IEntityTypeConfiguration<GuestNeedRow>
{
    public void Configure(EntityTypeBuilder<GuestNeedRow> builder) => builder.InTable("guest_need").HasKey(n => n.GuestId);
}

internal sealed class GuestNeedReadingMapping : IEntityTypeConfiguration<GuestNeedReadingRow>
{
    public void Configure(EntityTypeBuilder<GuestNeedReadingRow> builder) => builder.InTable("guest_need_reading");
}

internal sealed class GuestHostMapping : IEntityTypeConfiguration<GuestHostRow>
{
    public void Configure(EntityTypeBuilder<GuestHostRow> builder) => builder.InTable("guest_host").HasKey(h => h.ActivityId);
}
