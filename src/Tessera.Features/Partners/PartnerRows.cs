using Tessera.Domain.Agreements;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>A partner of an office's register.</summary>
internal sealed class PartnerRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Number { get; set; }

    public Guid AuthorityId { get; set; }

    public AuthorityRow? Authority { get; set; }

    public PartnerKind Kind { get; set; }

    public string RegisteredName { get; set; } = "";

    public LocalText Names { get; set; } = LocalText.Empty;

    public string[] Address { get; set; } = [];

    public string[] Websites { get; set; } = [];

    public LocalText Note { get; set; } = LocalText.Empty;

    /// <summary>Why this partner was chosen.</summary>
    public LocalText Why { get; set; } = LocalText.Empty;

    /// <summary>Since when it stands in no list; null while it does.</summary>
    public PartialDate? ArchivedOn { get; set; }

    /// <summary>Rises with every change of it, its facts or its agreements.</summary>
    public int Version { get; set; }

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }

    /// <summary>All its names, folded, for the search.</summary>
    public string SearchText { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }

    public List<AgreementRecord> Agreements { get; init; } = [];

    public List<BaseFactRecord> Facts { get; init; } = [];

    public List<OfficeTextRow> Fields { get; init; } = [];
}

/// <summary>A base fact of a partner.</summary>
internal sealed class BaseFactRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid PartnerId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public string Kind { get; set; } = "";

    public decimal? Value { get; set; }

    public string? Unit { get; set; }

    public bool About { get; set; }

    public LocalText Text { get; set; } = LocalText.Empty;

    public PartialDate? AsOf { get; set; }

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }
}

/// <summary>An agreement with a partner.</summary>
internal sealed class AgreementRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid PartnerId { get; init; }

    public PartnerRecord? Partner { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public AgreementKind Kind { get; set; }

    public string? RegisteredKind { get; set; }

    public string? Decision { get; set; }

    public LocalText DecisionBody { get; set; } = LocalText.Empty;

    public Guid? SignedWithId { get; set; }

    public AuthorityRow? SignedWith { get; set; }

    public LocalText Purpose { get; set; } = LocalText.Empty;

    public string[] Signatories { get; set; } = [];

    /// <summary>Its last day as it was made; null for no fixed term.</summary>
    public PartialDate? Until { get; set; }

    public int? NoticeMonths { get; set; }

    public int? RenewsForYears { get; set; }

    public List<LifeStepItem> Steps { get; set; } = [];

    public TheirHalfItem? Theirs { get; set; }

    public LocalText Note { get; set; } = LocalText.Empty;

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public List<AgreementDateRecord> Dates { get; init; } = [];

    public List<OfficeTextRow> Fields { get; init; } = [];
}

/// <summary>A date of an agreement, with the first and last day it may mean.</summary>
internal sealed class AgreementDateRecord
{
    public int OfficeId { get; init; }

    public Guid AgreementId { get; init; }

    public int Position { get; init; }

    public AgreementDateRole Role { get; init; }

    public required PartialDate Date { get; init; }

    public DateOnly? Earliest { get; init; }

    public DateOnly? Latest { get; init; }
}
