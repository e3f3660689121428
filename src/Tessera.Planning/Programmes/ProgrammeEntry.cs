using Tessera.Planning.Maps;

namespace Tessera.Planning.Programmes;

/// <summary>How sure an organiser is of a date.</summary>
public enum Firmness
{
    /// <summary>Announced, paid or older than anybody's memory: no plan moves it.</summary>
    Fixed,

    /// <summary>The organiser can live with other days within the entry's window.</summary>
    Movable,

    /// <summary>Not decided whether at all: cheap to move, and its conflicts weigh less.</summary>
    Idea,
}

/// <summary>The days on which something may begin, both ends included.</summary>
public readonly record struct DayWindow(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

/// <summary>One programme of a region's calendar, as its organiser brought it.</summary>
/// <param name="Key">Of this entry alone in its season.</param>
/// <param name="Organiser">Whose it is; a traditional day of the same organiser is no conflict for it.</param>
/// <param name="Venue">Where it takes place.</param>
/// <param name="Start">An instant, with the offset of the place: it says which local day it is. Seconds are not looked at.</param>
/// <param name="End">The first instant after it, with the offset of the place; after <paramref name="Start"/> by a minute at least.</param>
public sealed record ProgrammeEntry(string Key, string Organiser, GeoPoint Venue, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>For whom, as keys of the caller's ("families", "seniors"); none means for everybody.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>What about, as keys of the caller's ("harvest", "folk-music").</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>How many people are expected over its whole length, 0 or more.</summary>
    public int ExpectedVisitors { get; init; }

    /// <summary>From how far people come, in kilometres, above 0: within this circle they are taken to live evenly spread.</summary>
    public double CatchmentKm { get; init; } = 10;

    public Firmness Firmness { get; init; }

    /// <summary>On which days it may begin, where it can be moved; none means that it cannot.</summary>
    public DayWindow? Window { get; init; }

    /// <summary>The weekdays on which it may begin; none means those like its own (<see cref="MoveDays"/>).</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Who appears: each can be in one place at a time, and needs the way between two.</summary>
    public IReadOnlyList<string> Performers { get; init; } = [];

    /// <summary>Stages, halls, tents, teams of volunteers: what one programme at a time can have.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>The countries whose public days matter to it (ISO 3166-1): its own and those of invited guests.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Held every year on this day or weekend: people expect it there, so moving it costs more.</summary>
    public bool YearlyTradition { get; init; }

    /// <summary>Kinds of days that it seeks, so that they are no conflict: a commemoration wants the holiday.</summary>
    public IReadOnlyList<DayFactKind> Welcomes { get; init; } = [];

    /// <summary>The local day on which it begins.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Start.DateTime);

    /// <summary>
    /// The same programme beginning on another day at the same hour. The offset stays as it is; across a change of clocks the caller reads the wall time
    /// anew.
    /// </summary>
    public ProgrammeEntry On(DateOnly day)
    {
        var days = day.DayNumber - Day.DayNumber;
        return days == 0 ? this : this with { Start = Start.AddDays(days), End = End.AddDays(days) };
    }
}
