using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Planning.Delegations;

namespace Tessera.Features.Delegations;

/// <summary>A delegation to a body for a term.</summary>
internal sealed class DelegationRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public string Key { get; init; } = "";

    public int Version { get; set; }

    public string Body { get; set; } = "";

    public LocalText BodyNames { get; set; } = LocalText.Empty;

    public LocalText Names { get; set; } = LocalText.Empty;

    public string Country { get; set; } = "";

    public Guid? MembershipId { get; set; }

    public MembershipRow? Membership { get; init; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    public DelegationState State { get; set; }

    public List<SeatCount> Seats { get; set; } = [];

    public string SeatSource { get; set; } = "";

    public DelegationRules Rules { get; set; } = new();

    public LocalText CallText { get; set; } = LocalText.Empty;

    public DateOnly? CalledOn { get; set; }

    public DateOnly? ProposalsUntil { get; set; }

    public DateOnly? ConsultingSince { get; set; }

    public DateOnly? ConsultingUntil { get; set; }

    public DateOnly? AppointedOn { get; set; }

    public string AppointedBy { get; set; } = "";

    public string Appointment { get; set; } = "";

    public DateOnly? CredentialsOn { get; set; }

    public string Credentials { get; set; } = "";

    public DateTimeOffset? PublishedAt { get; set; }

    public DelegationSecretary? Secretary { get; set; }
}

/// <summary>An association that proposes.</summary>
internal sealed class DelegationProposerRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid DelegationId { get; init; }

    public DelegationRow? Delegation { get; init; }

    public string Key { get; init; } = "";

    public int Position { get; set; }

    public LocalText Names { get; set; } = LocalText.Empty;

    public string? Email { get; set; }

    public string Language { get; set; } = "";

    public byte[]? LinkHash { get; set; }

    public DateTimeOffset? LinkMadeAt { get; set; }

    public DateTimeOffset? ProposedAt { get; set; }

    public ProposerReply Reply { get; set; }

    public string Comment { get; set; } = "";

    public DateTimeOffset? RepliedAt { get; set; }
}

/// <summary>Somebody proposed.</summary>
internal sealed class DelegationPersonRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid DelegationId { get; init; }

    public DelegationRow? Delegation { get; init; }

    public Guid? ProposerId { get; set; }

    public string Name { get; set; } = "";

    public string Authority { get; set; } = "";

    public string Region { get; set; } = "";

    public AuthorityLevel Level { get; set; }

    public MandateKind Mandate { get; set; }

    public DateOnly? MandateSince { get; set; }

    public DateOnly? MandateUntil { get; set; }

    public LocalText PublicOffice { get; set; } = LocalText.Empty;

    public int? RepresentativeRank { get; set; }

    public int? SubstituteRank { get; set; }

    public bool IsYouth { get; set; }

    public bool MayBeNamed { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Language { get; set; }

    public List<DelegationPost> Posts { get; set; } = [];

    public string ProposedBy { get; init; } = "";

    public DateTimeOffset ProposedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Name and address, folded for the search.</summary>
    public string Folded { get; set; } = "";
}

/// <summary>What only the rules need.</summary>
internal sealed class DelegationTraitRow
{
    public Guid PersonId { get; init; }

    public int OfficeId { get; init; }

    public Sex Sex { get; set; }

    public int? BirthYear { get; set; }

    public string PoliticalGroup { get; set; } = "";

    public DateTimeOffset EnteredAt { get; set; }
}

/// <summary>Somebody has read it.</summary>
internal sealed class DelegationTraitReadingRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid DelegationId { get; init; }

    public string Reader { get; init; } = "";

    public string Purpose { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>A person on a seat.</summary>
internal sealed class DelegationSeatingRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid DelegationId { get; init; }

    public DelegationRow? Delegation { get; init; }

    public Guid PersonId { get; init; }

    public DelegationPersonRow? Person { get; init; }

    public SeatKind Kind { get; init; }

    public Chamber Chamber { get; init; }

    public DateOnly? FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    public SeatEnding? Ending { get; set; }

    public DateOnly? KeptUntil { get; set; }

    public Guid? ReplacesId { get; init; }

    public string AppointedBy { get; set; } = "";

    public string Appointment { get; set; } = "";
}

/// <summary>A file.</summary>
internal sealed class DelegationDocumentRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid DelegationId { get; init; }

    public DelegationRow? Delegation { get; init; }

    public DelegationDocumentKind Kind { get; init; }

    public string Title { get; init; } = "";

    public string FileName { get; init; } = "";

    public string MediaType { get; init; } = "";

    public long Size { get; init; }

    public byte[] Hash { get; init; } = [];

    public bool IsPublic { get; set; }

    public string UploadedBy { get; init; } = "";

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>Since when it stands in no list.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>A session.</summary>
internal sealed class DelegationSessionRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid DelegationId { get; init; }

    public DelegationRow? Delegation { get; init; }

    public Guid ActivityId { get; init; }

    public ActivityRecord? Activity { get; init; }
}

/// <summary>Who was there.</summary>
internal sealed class DelegationAttendanceRow
{
    public Guid SessionId { get; init; }

    public DelegationSessionRow? Session { get; init; }

    public Guid SeatingId { get; init; }

    public int OfficeId { get; init; }

    public Presence Presence { get; init; }

    public Guid? SatForId { get; init; }
}

/// <summary>What a member did.</summary>
internal sealed class DelegationContributionRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid DelegationId { get; init; }

    public Guid PersonId { get; set; }

    public Guid? SessionId { get; set; }

    public ContributionKind Kind { get; set; }

    public string Title { get; set; } = "";

    public string? Language { get; set; }

    public DateOnly Day { get; set; }

    public string? Address { get; set; }

    public bool IsPublic { get; set; }
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<DelegationRow>
{
    public void Configure(EntityTypeBuilder<DelegationRow> builder) => builder.InTable("delegation").HasOne(d => d.Membership).WithMany().HasForeignKey(d => d.MembershipId);
}

internal sealed class DelegationProposerMapping : IEntityTypeConfiguration<DelegationProposerRow>
{
    public void Configure(EntityTypeBuilder<DelegationProposerRow> builder) => builder.InTable("delegation_proposer").HasOne(p => p.Delegation).WithMany().HasForeignKey(p => p.DelegationId);
}

internal sealed class DelegationPersonMapping : IEntityTypeConfiguration<DelegationPersonRow>
{
    public void Configure(EntityTypeBuilder<DelegationPersonRow> builder) => builder.InTable("delegation_person").HasOne(p => p.Delegation).WithMany().HasForeignKey(p => p.DelegationId);
}

internal sealed class DelegationTraitMapping : IEntityTypeConfiguration<DelegationTraitRow>
{
    public void Configure(EntityTypeBuilder<DelegationTraitRow> builder) => builder.InTable("delegation_trait").HasKey(t => t.PersonId);
}

internal sealed class DelegationTraitReadingMapping : IEntityTypeConfiguration<DelegationTraitReadingRow>
{
    public void Configure(EntityTypeBuilder<DelegationTraitReadingRow> builder) => builder.InTable("delegation_trait_reading");
}

internal sealed class DelegationSeatingMapping : IEntityTypeConfiguration<DelegationSeatingRow>
{
    public void Configure(EntityTypeBuilder<DelegationSeatingRow> builder)
    {
        builder.InTable("delegation_seating").HasOne(s => s.Delegation).WithMany().HasForeignKey(s => s.DelegationId);
        builder.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class DelegationDocumentMapping : IEntityTypeConfiguration<DelegationDocumentRow>
{
    public void Configure(EntityTypeBuilder<DelegationDocumentRow> builder) => builder.InTable("delegation_document").HasOne(d => d.Delegation).WithMany().HasForeignKey(d => d.DelegationId);
}

internal sealed class DelegationSessionMapping : IEntityTypeConfiguration<DelegationSessionRow>
{
    public void Configure(EntityTypeBuilder<DelegationSessionRow> builder)
    {
        builder.InTable("delegation_session").HasOne(s => s.Delegation).WithMany().HasForeignKey(s => s.DelegationId);
        builder.HasOne(s => s.Activity).WithMany().HasForeignKey(s => s.ActivityId);
    }
}

internal sealed class DelegationAttendanceMapping : IEntityTypeConfiguration<DelegationAttendanceRow>
{
    public void Configure(EntityTypeBuilder<DelegationAttendanceRow> builder)
    {
        builder.InTable("delegation_attendance").HasKey(a => new { a.SessionId, a.SeatingId });
        builder.HasOne(a => a.Session).WithMany().HasForeignKey(a => a.SessionId);
    }
}

internal sealed class DelegationContributionMapping : IEntityTypeConfiguration<DelegationContributionRow>
{
    public void Configure(EntityTypeBuilder<DelegationContributionRow> builder) => builder.InTable("delegation_contribution");
}
