using Tessera.Domain.Memberships;
using Tessera.Domain.Offices;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>An office of the installation.</summary>
internal sealed class OfficeRow
{
    public int Id { get; init; }

    public required string Slug { get; init; }

    public OfficeKind Kind { get; set; }

    public Guid AuthorityId { get; set; }

    public AuthorityRow? Authority { get; set; }

    public LocalText Name { get; set; } = LocalText.Empty;

    public LocalText ShortName { get; set; } = LocalText.Empty;

    public string[] Languages { get; set; } = [];

    public string Colour { get; set; } = "";

    public LocalText Summary { get; set; } = LocalText.Empty;

    public string[] Address { get; set; } = [];

    public string? Website { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string SourceKey { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Since when its portal and its desk are closed; null while it is open.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    public RegisterCountRow? Counts { get; set; }
}

/// <summary>How much an office's register holds; counted anew whenever it changes.</summary>
internal sealed class RegisterCountRow
{
    public int OfficeId { get; init; }

    public int Partners { get; set; }

    public int Countries { get; set; }

    public int Agreements { get; set; }

    public int Memberships { get; set; }
}

/// <summary>A source of an office's facts.</summary>
internal sealed class SourceRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public LocalText Title { get; set; } = LocalText.Empty;

    public string? Publisher { get; set; }

    public string? Url { get; set; }

    public PartialDate? StatedOn { get; set; }

    public string? Licence { get; set; }
}

/// <summary>An entry of one of the office's lists of texts: goals, tasks, fields, sections, units responsible.</summary>
internal sealed class OfficeTextRow
{
    public const string Goal = "goal";
    public const string Task = "task";
    public const string Field = "field";
    public const string Section = "section";
    public const string Responsible = "responsible";
    public const string Useful = "useful";

    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string List { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public LocalText Heading { get; set; } = LocalText.Empty;

    public LocalText Text { get; set; } = LocalText.Empty;
}

/// <summary>The office's place in an organisation.</summary>
internal sealed class MembershipRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public Guid OrganisationId { get; set; }

    public AuthorityRow? Organisation { get; set; }

    public MembershipKind Kind { get; set; }

    public List<MembershipDateView> Dates { get; set; } = [];

    public int? Seats { get; set; }

    public int? Substitutes { get; set; }

    public LocalText Note { get; set; } = LocalText.Empty;

    public string[] Links { get; set; } = [];

    public MembershipDecisionItem? Decision { get; set; }

    public int? NoticeMonths { get; set; }

    public PartialDate? ReviewOn { get; set; }

    public FeeRuleItem? Fee { get; set; }

    public List<InvoiceItem> Invoices { get; set; } = [];

    public List<SeatHolderItem> People { get; set; } = [];

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }
}

/// <summary>A relation of a member settlement.</summary>
internal sealed class SettlementRelationRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public Guid SettlementId { get; set; }

    public PlaceRow? Settlement { get; set; }

    public Guid WithId { get; set; }

    public PlaceRow? With { get; set; }

    public PartnerKind Kind { get; set; }

    public LocalText Note { get; set; } = LocalText.Empty;

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }
}
