namespace Tessera.Planning.Programmes;

/// <summary>Why two programmes, or a programme and a day, are in each other's way.</summary>
public enum ConflictKind
{
    /// <summary>For the same people, within their reach, in the same hours.</summary>
    SameAudience,

    /// <summary>About the same, within reach of the same people, in the same hours.</summary>
    SameTheme,

    /// <summary>Somebody would have to be in both, or could not get from one to the other.</summary>
    SamePerformer,

    /// <summary>Both need the same stage, hall or team, with no time to change over.</summary>
    SameStage,
    PublicHoliday,
    ExamWeek,
    SchoolHoliday,
    TraditionalDay,
}

/// <summary>One conflict, in figures; <see cref="ConflictReasons"/> tells it with names.</summary>
/// <param name="First">The place of an entry in the season; of two entries the smaller.</param>
/// <param name="Second">The place of the other entry; where <see cref="IsWithDay"/>, of the day fact.</param>
/// <param name="VisitorsLost">An estimate: see <see cref="ConflictSettings"/>.</param>
/// <param name="Weight">What a plan pays for it: visitors lost times the kind's weight, less for ideas.</param>
/// <param name="DistanceKm">Between the two venues; from the venue to the middle of the fact's area, 0 where it has none.</param>
/// <param name="OverlapHours">In which both take place; 0 where only the way or the change between them is too short. With a day fact, the entry's hours on
/// its days.</param>
public readonly record struct Conflict(
    ConflictKind Kind, int First, int Second, double VisitorsLost, double Weight, double DistanceKm, double OverlapHours)
{
    /// <summary>Is it with a day fact rather than with another entry?</summary>
    public bool IsWithDay => Kind >= ConflictKind.PublicHoliday;

    /// <summary>Does it concern this entry?</summary>
    public bool Touches(int entry) => First == entry || (!IsWithDay && Second == entry);
}

/// <summary>Conflicts added up.</summary>
public sealed record ConflictTotals(int Count, double Weight, double VisitorsLost)
{
    public static ConflictTotals Of(IReadOnlyCollection<Conflict> conflicts) =>
        new(conflicts.Count, conflicts.Sum(c => c.Weight), conflicts.Sum(c => c.VisitorsLost));
}
