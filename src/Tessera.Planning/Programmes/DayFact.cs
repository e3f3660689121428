using Tessera.Planning.Maps;

namespace Tessera.Planning.Programmes;

/// <summary>What a day can be beside a date.</summary>
public enum DayFactKind
{
    PublicHoliday,
    ExamWeek,
    SchoolHoliday,

    /// <summary>A day that belongs to some town by custom: its patron saint, its fair, its village day.</summary>
    TraditionalDay,
}

/// <summary>A circle on the map.</summary>
/// <param name="RadiusKm">In kilometres, above 0.</param>
public readonly record struct FactArea(GeoPoint Middle, double RadiusKm);

/// <summary>
/// Something that is so on certain days and keeps people away from what happens then. With a country it concerns the entries that name this country, with an
/// area those whose catchment meets it; with both, those for which both hold; with neither, all.
/// </summary>
/// <param name="Key">Of this fact alone in its season.</param>
/// <param name="First">The first local day.</param>
/// <param name="Last">The last local day, included.</param>
public sealed record DayFact(string Key, DayFactKind Kind, DateOnly First, DateOnly Last)
{
    /// <summary>ISO 3166-1; none where an area says enough.</summary>
    public string? Country { get; init; }

    public FactArea? Area { get; init; }

    /// <summary>Whose day it is: no conflict for entries of the same organiser.</summary>
    public string? Organiser { get; init; }

    /// <summary>Whom it keeps away; none means everybody.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>How strong it is among its kind, 0 or more: 1 is the usual.</summary>
    public double Weight { get; init; } = 1;
}
