using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Authorities;

/// <summary>A source of the shared directory.</summary>
internal sealed class DirectorySourceRow
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public LocalText Title { get; set; } = LocalText.Empty;

    public string? Publisher { get; set; }

    public string? Url { get; set; }

    public PartialDate? StatedOn { get; set; }

    public string? Licence { get; set; }
}

/// <summary>A settlement.</summary>
internal sealed class PlaceRow
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public LocalText Names { get; set; } = LocalText.Empty;

    public string Country { get; set; } = "";

    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public int? Population { get; set; }

    public PartialDate? PopulationAsOf { get; set; }

    public long? GeoNames { get; set; }

    public Guid SourceId { get; set; }

    public DirectorySourceRow? Source { get; set; }
}

/// <summary>A legal body in its life span.</summary>
internal sealed class AuthorityRow
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public AuthorityKind Kind { get; set; }

    public string? Country { get; set; }

    public LocalText Names { get; set; } = LocalText.Empty;

    public string? Abbreviation { get; set; }

    public Guid? SeatId { get; set; }

    public PlaceRow? Seat { get; set; }

    public string? Website { get; set; }

    public PartialDate? Begun { get; set; }

    public PartialDate? Ended { get; set; }

    public List<IdentifierView> Identifiers { get; set; } = [];

    public Guid SourceId { get; set; }

    public DirectorySourceRow? Source { get; set; }
}

/// <summary>A merger, split, rename, transfer or abolition.</summary>
internal sealed class AuthorityEventRow
{
    public Guid Id { get; init; }

    public required string Key { get; init; }

    public AuthorityEventKind Kind { get; set; }

    public required PartialDate Date { get; set; }

    public LocalText Note { get; set; } = LocalText.Empty;

    public List<AuthorityEventPartyRow> Parties { get; set; } = [];

    public Guid SourceId { get; set; }

    public DirectorySourceRow? Source { get; set; }
}

/// <summary>An authority on the one or the other side of an event.</summary>
internal sealed class AuthorityEventPartyRow
{
    /// <summary>The side the event takes from.</summary>
    public const string FromSide = "from";

    /// <summary>The side the event leads to.</summary>
    public const string ToSide = "to";

    public Guid EventId { get; init; }

    public Guid AuthorityId { get; init; }

    public AuthorityRow? Authority { get; init; }

    public required string Side { get; init; }

    public int Position { get; init; }
}
