using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Calendar;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar.Others;

/// <summary>The secret address of a person's own calendar, as its hash.</summary>
internal sealed class CalendarKeyRow
{
    public Guid AccountId { get; init; }

    public byte[] SecretHash { get; set; } = [];

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>The day on which a program last asked by it; null when none has.</summary>
    public DateOnly? AskedOn { get; set; }
}

/// <summary>Somebody who gets a mail each week of what is coming.</summary>
internal sealed class ActivityLetterRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Email { get; init; }

    public required string Language { get; set; }

    public ActivityKind? Kind { get; init; }

    public string? Partner { get; init; }

    public string? Field { get; init; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>When she confirmed it; null before, and then nothing is sent.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The Monday of the week whose mail was last sent.</summary>
    public DateOnly? SentFor { get; set; }
}

internal sealed class CalendarKeyMapping : IEntityTypeConfiguration<CalendarKeyRow>
{
    public void Configure(EntityTypeBuilder<CalendarKeyRow> builder) => builder.InTable("calendar_key").HasKey(k => k.AccountId);
}

internal sealed class ActivityLetterMapping : IEntityTypeConfiguration<ActivityLetterRow>
{
    public void Configure(EntityTypeBuilder<ActivityLetterRow> builder) => builder.InTable("activity_letter");
}
