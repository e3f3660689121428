namespace Tessera.Planning.Programmes.Sweep;

/// <summary>
/// What two programmes at their times cost each other. Contested are the visitors of the common hours whom both address and who live where both are near; of
/// these the smaller number counts, once from each side's view, so that an exhibition of three months is no rival of a concert for more than the few who
/// would be in it that evening.
/// </summary>
internal static class PairAssessment
{
    private const double MinutesOfHour = 60;

    /// <summary>Adds the conflicts of audience and theme.</summary>
    public static void Reach(Subject first, in Placement a, Subject second, in Placement b, ConflictSettings settings, (int First, int Second) who, List<Conflict> found)
    {
        var overlap = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        if (overlap <= 0) return;
        var audience = AudienceShares(first.Audiences, second.Audiences, settings);
        var themes = first.Themes.Shared(second.Themes);
        if (audience.First <= 0 && themes == 0) return;
        var distance = first.DistanceKm(second);
        if (distance >= first.RadiusKm + second.RadiusKm) return;
        var area = Catchments.SharedArea(first.RadiusKm, second.RadiusKm, distance);
        var present = first.Visitors * overlap / (a.End - a.Start) * area / (Math.PI * first.RadiusKm * first.RadiusKm);
        var theirs = second.Visitors * overlap / (b.End - b.Start) * area / (Math.PI * second.RadiusKm * second.RadiusKm);
        var chance = first.Chance * second.Chance;
        var byAudience = settings.ChoiceShare * Math.Min(present * audience.First, theirs * audience.Second);
        var byTheme = themes == 0 ? 0 : settings.ThemeShare * Math.Min(present * themes / first.Themes.Count, theirs * themes / second.Themes.Count);
        if (byAudience >= settings.LeastVisitors)
            found.Add(new Conflict(ConflictKind.SameAudience, who.First, who.Second, byAudience, byAudience * settings.AudienceWeight * chance, distance, overlap / MinutesOfHour));
        if (byTheme >= settings.LeastVisitors)
            found.Add(new Conflict(ConflictKind.SameTheme, who.First, who.Second, byTheme, byTheme * settings.ThemeWeight * chance, distance, overlap / MinutesOfHour));
    }

    /// <summary>Adds the conflict of a performer or a stage that both need, known to be shared.</summary>
    public static void Shared(
        Subject first, in Placement a, Subject second, in Placement b, ConflictSettings settings, ConflictKind kind, (int First, int Second) who, List<Conflict> found)
    {
        var distance = first.DistanceKm(second);
        var gap = Math.Max(a.Start, b.Start) - Math.Min(a.End, b.End);
        if (gap >= NeededMinutes(kind, distance, settings)) return;
        var lost = Math.Max(settings.ImpossibleVisitors, Math.Min(DrawnBy(kind, first, second), DrawnBy(kind, second, first)));
        var weight = kind == ConflictKind.SamePerformer ? settings.PerformerWeight : settings.StageWeight;
        var overlap = Math.Max(0, -gap) / MinutesOfHour;
        found.Add(new Conflict(kind, who.First, who.Second, lost, lost * weight * first.Chance * second.Chance, distance, overlap));
    }

    /// <summary>The visitors who come for what one shares with the other, its performers or stages drawing equal parts.</summary>
    private static double DrawnBy(ConflictKind kind, Subject mine, Subject other)
    {
        var (keys, others) = kind == ConflictKind.SamePerformer ? (mine.Performers, other.Performers) : (mine.Stages, other.Stages);
        return mine.Visitors * keys.Shared(others) / keys.Count;
    }

    /// <summary>What must lie between the end of one and the start of the other.</summary>
    public static double NeededMinutes(ConflictKind kind, double distanceKm, ConflictSettings settings)
    {
        var hours = kind == ConflictKind.SamePerformer ? settings.PerformerPauseHours + (distanceKm / settings.TravelKmPerHour) : settings.StagePauseHours;
        return MinutesOfHour * Math.Min(hours, settings.LongestTravelHours);
    }

    /// <summary>Of each one's audience, the part that the other addresses too.</summary>
    public static (double First, double Second) AudienceShares(in KeySet first, in KeySet second, ConflictSettings settings)
    {
        if (first.Count == 0 && second.Count == 0) return (1, 1);
        if (first.Count == 0) return (settings.PartOfEveryone, 1);
        if (second.Count == 0) return (1, settings.PartOfEveryone);
        double shared = first.Shared(second);
        return (shared / first.Count, shared / second.Count);
    }
}
