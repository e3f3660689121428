using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Calendar;

namespace Tessera.Features.Programmes;

/// <summary>Who brings programmes to the season.</summary>
internal sealed class OrganiserRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public LocalText Names { get; set; } = LocalText.Empty;

    public string? Country { get; set; }

    public Guid? AuthorityId { get; set; }

    public AuthorityRow? Authority { get; set; }

    public LocalText Place { get; set; } = LocalText.Empty;

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Email { get; set; }

    /// <summary>In which it is written to; null for the office's first.</summary>
    public string? Language { get; set; }

    /// <summary>Of the secret in the organiser's own address; the secret itself is nowhere kept.</summary>
    public byte[]? LinkHash { get; set; }

    public DateTimeOffset? LinkMadeAt { get; set; }
}

/// <summary>What certain days are to some people.</summary>
internal sealed class RegionDayRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public DayKind Kind { get; set; }

    public LocalText Names { get; set; } = LocalText.Empty;

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    public string? Country { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public double? RadiusKm { get; set; }

    public Guid? OrganiserId { get; set; }

    public OrganiserRecord? Organiser { get; set; }

    public string[] Audiences { get; set; } = [];

    public double? Weight { get; set; }
}

/// <summary>A stage, a hall, a bus that an activity has for its hours.</summary>
internal sealed class BookingRecord
{
    public int OfficeId { get; init; }

    public Guid ActivityId { get; init; }

    public ActivityRecord? Activity { get; init; }

    /// <summary>The name in its folded spelling.</summary>
    public required string Resource { get; init; }

    public string Name { get; set; } = "";

    public DateTimeOffset Starts { get; set; }

    public DateTimeOffset Ends { get; set; }
}

/// <summary>A plan that moves programmes of a season.</summary>
internal sealed class SeasonPlanRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "";

    /// <summary>When its moves were last worked out.</summary>
    public DateTimeOffset PlannedAt { get; set; }

    public PlanFigures Figures { get; set; } = PlanFigures.None;

    public List<SeasonMoveRecord> Moves { get; init; } = [];
}

/// <summary>A move of a plan.</summary>
internal sealed class SeasonMoveRecord
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public Guid PlanId { get; init; }

    public SeasonPlanRecord? Plan { get; init; }

    public Guid ActivityId { get; init; }

    public ActivityRecord? Activity { get; init; }

    public int Position { get; set; }

    public DateOnly FromDay { get; init; }

    public DateOnly ToDay { get; init; }

    public double Price { get; set; }

    public double Saves { get; set; }

    public MoveReasons Reasons { get; set; } = MoveReasons.None;

    public MoveReply? Reply { get; set; }

    public string? RepliedBy { get; set; }

    public DateTimeOffset? RepliedAt { get; set; }

    /// <summary>Was it refused for every other day as well?</summary>
    public bool Stays { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }
}
