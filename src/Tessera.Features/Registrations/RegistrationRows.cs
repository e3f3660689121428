using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Storage;

namespace Tessera.Features.Registrations;

/// <summary>The places of an activity for which everybody may register.</summary>
internal sealed class RegistrationDeskRow
{
    public Guid ActivityId { get; init; }

    public int OfficeId { get; init; }

    public bool IsOpen { get; set; }

    public int Places { get; set; }

    /// <summary>The last day on which one may register.</summary>
    public DateOnly UntilDay { get; set; }

    public bool HasWaitingList { get; set; }

    public bool AsksPhone { get; set; }

    public LocalText Question { get; set; } = LocalText.Empty;

    public LocalText Notice { get; set; } = LocalText.Empty;
}

/// <summary>Somebody who has registered, perhaps with others.</summary>
internal sealed class RegistrationRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid ActivityId { get; init; }

    public ActivityRecord? Activity { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for whom the office has entered by hand without one.</summary>
    public string? Email { get; init; }

    public string Phone { get; init; } = "";

    public string Reply { get; init; } = "";

    public int People { get; init; }

    public required string Language { get; init; }

    public RegistrationState State { get; set; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>By which she cancels.</summary>
    public required string Secret { get; init; }

    /// <summary>Name and address, folded for the search.</summary>
    public required string Folded { get; init; }
}

internal sealed class RegistrationDeskMapping : IEntityTypeConfiguration<RegistrationDeskRow>
{
    public void Configure(EntityTypeBuilder<RegistrationDeskRow> builder) => builder.InTable("registration_desk").HasKey(d => d.ActivityId);
}

internal sealed class RegistrationMapping : IEntityTypeConfiguration<RegistrationRow>
{
    public void Configure(EntityTypeBuilder<RegistrationRow> builder) => builder.InTable("registration").HasOne(r => r.Activity).WithMany().HasForeignKey(r => r.ActivityId);
}
