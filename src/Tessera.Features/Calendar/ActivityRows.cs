using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>An activity of an office.</summary>
internal sealed class ActivityRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public ActivityKind Kind { get; set; }

    public VisitPurpose? Purpose { get; set; }

    public ActivityStatus Status { get; set; }

    public bool IsPublic { get; set; }

    public LocalText Title { get; set; } = LocalText.Empty;

    public string? Starts { get; set; }

    public string? Ends { get; set; }

    public string? Zone { get; set; }

    public string? Recurrence { get; set; }

    public string[] ExceptDays { get; set; } = [];

    public PartialDate? Roughly { get; set; }

    public int? EveryYears { get; set; }

    /// <summary>The first day on which it may be; null when that is not known.</summary>
    public DateOnly? FirstDay { get; set; }

    /// <summary>The last day on which it may be; null when that is not known, and of a series that goes on.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Is it once, on known days, and at most <see cref="ActivityWriting.ShortDays"/> days long?</summary>
    public bool IsShort { get; set; }

    public Guid? AuthorityId { get; set; }

    public AuthorityRow? Authority { get; set; }

    public LocalText Place { get; set; } = LocalText.Empty;

    public Guid? MembershipId { get; set; }

    public MembershipRow? Membership { get; set; }

    public Guid? UnitId { get; set; }

    public OfficeTextRow? Unit { get; set; }

    /// <summary>The whole item, without source, partners, fields, unit, membership, organiser and the authority of the place, which may go away.</summary>
    public required ActivityItem Item { get; set; }

    /// <summary>Whose programme of the region's season it is; null for what is no part of it.</summary>
    public Guid? OrganiserId { get; set; }

    public OrganiserRecord? Organiser { get; set; }

    public Guid SourceId { get; set; }

    public SourceRow? Source { get; set; }

    public string SearchText { get; set; } = "";

    /// <summary>Rises with every change.</summary>
    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The secret by which guests open the booklet; null while there is none.</summary>
    public string? Link { get; set; }

    public List<ActivityPartnerRecord> Partners { get; init; } = [];

    public List<OfficeTextRow> Fields { get; init; } = [];

    public List<BookingRecord> Bookings { get; init; } = [];
}

/// <summary>A partner in an activity.</summary>
internal sealed class ActivityPartnerRecord
{
    public int OfficeId { get; init; }

    public Guid ActivityId { get; init; }

    public Guid PartnerId { get; init; }

    public PartnerRecord? Partner { get; init; }

    public int Position { get; set; }

    public PartnerPart Part { get; set; }
}
