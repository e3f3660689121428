using Tessera.Planning.Programmes.Sweep;

namespace Tessera.Planning.Programmes;

/// <summary>
/// A conflict told in names and figures, for sentences in the reader's language. Codes: same-audience, same-theme, same-performer, same-stage,
/// public-holiday, exam-week, school-holiday, traditional-day.
/// </summary>
/// <param name="First">Key of an entry.</param>
/// <param name="Second">Key of the other entry, or of the day fact.</param>
/// <param name="Shared">What both have: audiences, themes, performers or stages; of a day fact, the audiences it keeps away. None means everybody.</param>
/// <param name="GapHours">Between the end of one and the start of the other, for performers and stages; 0 where they overlap.</param>
/// <param name="NeededHours">What would have to lie between, way and pause; 0 for other kinds.</param>
/// <param name="Days">Of the entry that are on the fact's days; 0 for two entries.</param>
public sealed record ConflictReason(
    string Code, string First, string Second, IReadOnlyList<string> Shared, double DistanceKm, double OverlapHours, double GapHours, double NeededHours, int Days,
    double VisitorsLost, double Weight);

/// <summary>Tells conflicts with names.</summary>
public static class ConflictReasons
{
    /// <summary>The code of a kind, stable for texts and files.</summary>
    public static string CodeOf(ConflictKind kind) => kind switch
    {
        ConflictKind.SameAudience => "same-audience",
        ConflictKind.SameTheme => "same-theme",
        ConflictKind.SamePerformer => "same-performer",
        ConflictKind.SameStage => "same-stage",
        ConflictKind.PublicHoliday => "public-holiday",
        ConflictKind.ExamWeek => "exam-week",
        ConflictKind.SchoolHoliday => "school-holiday",
        ConflictKind.TraditionalDay => "traditional-day",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The reason for a conflict that was found in this season with these settings.</summary>
    public static ConflictReason Of(Season season, Conflict conflict, ConflictSettings settings)
    {
        var entry = season.Entries[conflict.First];
        return conflict.IsWithDay ? WithDay(entry, season.Facts[conflict.Second], conflict) : WithEntry(entry, season.Entries[conflict.Second], conflict, settings);
    }

    internal static ConflictReason WithEntry(ProgrammeEntry entry, ProgrammeEntry other, Conflict conflict, ConflictSettings settings)
    {
        var isHard = conflict.Kind is ConflictKind.SamePerformer or ConflictKind.SameStage;
        var gap = ((entry.Start > other.Start ? entry.Start : other.Start) - (entry.End < other.End ? entry.End : other.End)).TotalHours;
        var needed = isHard ? PairAssessment.NeededMinutes(conflict.Kind, conflict.DistanceKm, settings) / 60 : 0;
        return new ConflictReason(
            CodeOf(conflict.Kind), entry.Key, other.Key, Shared(KeysOf(entry, conflict.Kind), KeysOf(other, conflict.Kind)),
            conflict.DistanceKm, conflict.OverlapHours, isHard ? Math.Max(0, gap) : 0, needed, 0, conflict.VisitorsLost, conflict.Weight);
    }

    internal static ConflictReason WithDay(ProgrammeEntry entry, DayFact fact, Conflict conflict)
    {
        var placement = Placement.Of(0, entry);
        var days = Math.Min(placement.LastDay, fact.Last.DayNumber) - Math.Max(placement.FirstDay, fact.First.DayNumber) + 1;
        return new ConflictReason(
            CodeOf(conflict.Kind), entry.Key, fact.Key, Shared(entry.Audiences, fact.Audiences),
            conflict.DistanceKm, conflict.OverlapHours, 0, 0, days, conflict.VisitorsLost, conflict.Weight);
    }

    private static IReadOnlyList<string> KeysOf(ProgrammeEntry entry, ConflictKind kind) => kind switch
    {
        ConflictKind.SameAudience => entry.Audiences,
        ConflictKind.SameTheme => entry.Themes,
        ConflictKind.SamePerformer => entry.Performers,
        ConflictKind.SameStage => entry.Stages,
        _ => [],
    };

    /// <summary>What is in both; for audiences none means everybody, so the other's then are what both have.</summary>
    private static IReadOnlyList<string> Shared(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        first.Count == 0 ? second : second.Count == 0 ? first : [.. first.Intersect(second, StringComparer.Ordinal)];
}
