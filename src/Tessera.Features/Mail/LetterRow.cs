using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Guests;
using Tessera.Features.Storage;

namespace Tessera.Features.Mail;

/// <summary>A letter that is to be sent, or was.</summary>
internal sealed class LetterRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public LetterKind Kind { get; init; }

    /// <summary>To whom; null when it is to no guest.</summary>
    public Guid? GuestId { get; init; }

    /// <summary>To whom; null when it is to nobody registered.</summary>
    public Guid? RegistrationId { get; init; }

    /// <summary>What is asked of an organiser; null when it is to none.</summary>
    public Guid? AskingId { get; init; }

    /// <summary>To whom; null when it is to nobody who wants the weekly mail.</summary>
    public Guid? ActivityLetterId { get; init; }

    /// <summary>To whom; null when it is to nobody who applied for a study tour.</summary>
    public Guid? TourApplicationId { get; init; }

    /// <summary>To whom; null when it is to no association that proposes people for a delegation.</summary>
    public Guid? DelegationProposerId { get; init; }

    public LetterState State { get; set; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>Why it could not be written; null when it could, or nobody has tried.</summary>
    public string? Why { get; set; }

    /// <summary>When it was sent or given up; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<LetterRow>
{
    public void Configure(EntityTypeBuilder<LetterRow> builder) => builder.InTable("letter");
}
