using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>A visit, an event, a mission or a meeting.</summary>
public sealed record ActivityItem
{
    public required string Key { get; init; }

    /// <summary>incoming-visit | outgoing-visit | event | festival | fair | conference | exhibition | mission | embassy-visit | round-table | training | ceremony | meeting</summary>
    public required string Kind { get; init; }

    /// <summary>Of a visit: political | study | cooperation | friendship</summary>
    public string? Purpose { get; init; }

    /// <summary>planned | confirmed | held | cancelled | postponed</summary>
    public required string Status { get; init; }

    /// <summary>May everybody see it? Else only the office.</summary>
    public bool Public { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What it is, for readers.</summary>
    public LocalText Text { get; init; } = LocalText.Empty;

    public IReadOnlyList<ActivityPartnerItem> Partners { get; init; } = [];

    /// <summary>Keys of the office's fields.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>A day, 2026-06-12, or a time on the clocks of the zone, 2026-06-12T09:00.</summary>
    public string? Start { get; init; }

    /// <summary>The last day, or the time at which it ends.</summary>
    public string? End { get; init; }

    /// <summary>The time zone of the hours, such as Europe/Bucharest.</summary>
    public string? Zone { get; init; }

    /// <summary>By which rule it comes again: an RRULE of RFC 5545.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Days of the series on which it is not.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>When no beginning is known: what is.</summary>
    public PartialDate? When { get; init; }

    /// <summary>It comes again every so many years, on days that are not known.</summary>
    public int? EveryYears { get; init; }

    public ActivityPlaceItem? Place { get; init; }

    /// <summary>Who receives or leads, a name and office a line; not published.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Key of the unit in charge.</summary>
    public string? Responsible { get; init; }

    /// <summary>Key of the membership that brought it.</summary>
    public string? Membership { get; init; }

    public string? Website { get; init; }

    /// <summary>How many people, by group; not published.</summary>
    public IReadOnlyList<ParticipantsItem> Participants { get; init; } = [];

    /// <summary>What happens when; not published, the guests' booklet shows it.</summary>
    public IReadOnlyList<ProgrammeItem> Programme { get; init; } = [];

    /// <summary>What was agreed of costs other than is usual; not published.</summary>
    public IReadOnlyList<CostItem> Costs { get; init; } = [];

    /// <summary>Gifts and promises; not published.</summary>
    public IReadOnlyList<PromiseItem> Promises { get; init; } = [];

    /// <summary>What is hoped for; not published.</summary>
    public LocalText Expected { get; init; } = LocalText.Empty;

    /// <summary>What came of it.</summary>
    public LocalText Outcome { get; init; } = LocalText.Empty;

    public IReadOnlyList<FigureItem> Figures { get; init; } = [];

    /// <summary>Why it was called off or put off.</summary>
    public LocalText Reason { get; init; } = LocalText.Empty;

    /// <summary>What the organisers of a region agree on about it; left out for what is nobody's but the office's.</summary>
    public CoordinationItem? Coordination { get; init; }

    /// <summary>Key of the source it was taken from.</summary>
    public required string Source { get; init; }

    /// <summary>When it is, as the domain reads it.</summary>
    public StatedTime StatedTime() => new(Start, End, Zone, Recurrence, Except, When, EveryYears);
}

/// <summary>A partner in an activity.</summary>
/// <param name="Partner">Key of the partner.</param>
/// <param name="Part">guest | host | organiser | participant | supporter</param>
public sealed record ActivityPartnerItem(string Partner, string Part);

/// <summary>Where it is: at an authority of the directory, at a place that has only a name, or both.</summary>
public sealed record ActivityPlaceItem
{
    /// <summary>Key of an authority, at whose seat it is or in whose area.</summary>
    public string? Authority { get; init; }

    /// <summary>The name of the house, square or town.</summary>
    public LocalText Name { get; init; } = LocalText.Empty;

    /// <summary>Degrees north, WGS84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS84.</summary>
    public double? Longitude { get; init; }
}

/// <summary>How many people of a group: delegates | leaders | experts | performers | young | producers | helpers.</summary>
public sealed record ParticipantsItem(string Group, int Count);

/// <summary>An item of a programme.</summary>
public sealed record ProgrammeItem
{
    /// <summary>When it begins, on the clocks of the place: 2026-06-12T09:00.</summary>
    public required string Start { get; init; }

    /// <summary>When it ends; left out when that is open.</summary>
    public string? End { get; init; }

    public required LocalText What { get; init; }

    public LocalText Place { get; init; } = LocalText.Empty;

    /// <summary>Who interprets, and between which languages.</summary>
    public string? Interpreter { get; init; }
}

/// <summary>Who pays a cost of a visit: travel | lodging | meals | local-transport | programme | interpreter by guest | host | both | others.</summary>
public sealed record CostItem(string Kind, string Bearer);

/// <summary>A gift or a promise.</summary>
public sealed record PromiseItem
{
    /// <summary>gift | promise</summary>
    public required string Kind { get; init; }

    /// <summary>Who owes or gives: ours | theirs</summary>
    public required string Side { get; init; }

    public required LocalText What { get; init; }

    /// <summary>Who sees to it.</summary>
    public string? Person { get; init; }

    /// <summary>Until when it was promised.</summary>
    public PartialDate? Due { get; init; }

    /// <summary>When it was done; left out while it is owed.</summary>
    public PartialDate? DoneOn { get; init; }
}

/// <summary>A figure of what came of it, or was expected.</summary>
public sealed record FigureItem
{
    /// <summary>screened | delivered | visitors | participants | exhibitors | contacts</summary>
    public required string Kind { get; init; }

    public required decimal Value { get; init; }

    /// <summary>people | tonnes | kilograms | pieces</summary>
    public required string Unit { get; init; }

    /// <summary>Does the source say "about"?</summary>
    public bool About { get; init; }

    /// <summary>Was it expected, and not counted?</summary>
    public bool Expected { get; init; }
}
