using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>What makes an activity a programme of a region's season: whose it is, whom it draws, how far it can be moved, what it needs.</summary>
public sealed record CoordinationItem
{
    /// <summary>Key of the organiser.</summary>
    public required string Organiser { get; init; }

    /// <summary>fixed | movable | idea</summary>
    public required string Firmness { get; init; }

    /// <summary>What other organisers see of it while it is not public: hinted | open | closed; left out for hinted.</summary>
    public string? Openness { get; init; }

    /// <summary>What other organisers read instead of the title; left out for what can be said without it.</summary>
    public LocalText Hint { get; init; } = LocalText.Empty;

    /// <summary>families | youth | students | adults | seniors | professionals; none means everybody.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>music | folk-music | theatre | arts | crafts | market | harvest | gastronomy | village-day | religion | children | midsummer | local-history | national-day | sport | learning</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>How many people are expected over its whole length.</summary>
    public int? Visitors { get; init; }

    /// <summary>From how far they come, in kilometres; left out for ten.</summary>
    public double? CatchmentKm { get; init; }

    /// <summary>The first day on which it may begin, 2027-06-12.</summary>
    public string? WindowFrom { get; init; }

    /// <summary>The last day on which it may begin.</summary>
    public string? WindowUntil { get; init; }

    /// <summary>Is it every year on this day or weekend, so that people expect it there?</summary>
    public bool YearlyTradition { get; init; }

    /// <summary>Who appears, a name a line.</summary>
    public IReadOnlyList<string> Performers { get; init; } = [];

    /// <summary>Stages, halls, tents that it would need, a name a line: a wish, which the board compares.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>What is booked for it: nobody else can book the same for these hours.</summary>
    public IReadOnlyList<string> Booked { get; init; } = [];

    /// <summary>What else it needs, a line each: volunteers, a stage manager, parking.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Countries beside the organiser's whose public holidays matter, since guests come from there (ISO 3166-1 alpha-2).</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Kinds of days that it seeks: public-holiday | exam-week | school-holiday | traditional-day.</summary>
    public IReadOnlyList<string> Welcomes { get; init; } = [];
}

/// <summary>A town, house or club that brings programmes to the season.</summary>
public sealed record OrganiserItem
{
    public required string Key { get; init; }

    public required LocalText Names { get; init; }

    /// <summary>ISO 3166-1 alpha-2; left out for the office's own country.</summary>
    public string? Country { get; init; }

    /// <summary>Where it is at home: the place of its programmes that name none.</summary>
    public ActivityPlaceItem? Place { get; init; }

    /// <summary>Where the office writes to; not published.</summary>
    public string? Email { get; init; }

    /// <summary>In which it is written to: en | hu | sv | ro; left out for the office's first.</summary>
    public string? Language { get; init; }
}

/// <summary>Something that is so on certain days and keeps people away from programmes.</summary>
public sealed record DayItem
{
    public required string Key { get; init; }

    /// <summary>public-holiday | exam-week | school-holiday | traditional-day</summary>
    public required string Kind { get; init; }

    public required LocalText Names { get; init; }

    /// <summary>The first day, 2027-05-15.</summary>
    public required string First { get; init; }

    /// <summary>The last day; left out for one day.</summary>
    public string? Last { get; init; }

    /// <summary>The country it concerns; left out where a circle says enough.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north of the middle of the circle it concerns.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east of the middle.</summary>
    public double? Longitude { get; init; }

    /// <summary>Kilometres around the middle.</summary>
    public double? RadiusKm { get; init; }

    /// <summary>Key of the organiser whose day it is: no obstacle to her own programmes.</summary>
    public string? Organiser { get; init; }

    /// <summary>Whom it keeps away; none means everybody.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>How strong it is among its kind; left out for the usual, 1.</summary>
    public double? Weight { get; init; }
}
