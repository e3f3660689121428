using Tessera.Planning.Maps;

namespace Tessera.Planning.Programmes.Sweep;

/// <summary>Day facts by local day. A look-up costs the facts of that day.</summary>
internal sealed class DayTable
{
    private readonly IReadOnlyList<DayFact> _facts;
    private readonly (double X, double Y, double Z)[] _middles;
    private readonly KeySet[] _audiences;
    private readonly Dictionary<int, List<int>> _byDay = [];

    public DayTable(IReadOnlyList<DayFact> facts, KeyNumbers audiences)
    {
        _facts = facts;
        _audiences = [.. facts.Select(f => audiences.SetOf(f.Audiences))];
        _middles = [.. facts.Select(f => f.Area is { } area ? Subject.DirectionOf(area.Middle) : default)];
        for (var i = 0; i < facts.Count; i++)
        {
            for (var day = facts[i].First.DayNumber; day <= facts[i].Last.DayNumber; day++)
            {
                if (!_byDay.TryGetValue(day, out var list)) _byDay.Add(day, list = []);
                list.Add(i);
            }
        }
    }

    /// <summary>Adds the conflicts of an entry with the days it takes.</summary>
    public void Assess(ProgrammeEntry entry, Subject subject, in Placement placement, int number, ConflictSettings settings, List<Conflict> found)
    {
        for (var day = placement.FirstDay; day <= placement.LastDay; day++)
        {
            if (!_byDay.TryGetValue(day, out var facts)) continue;
            foreach (var i in facts)
            {
                var seenBefore = day > placement.FirstDay && _facts[i].First.DayNumber < day;
                if (!seenBefore) AssessFact(entry, subject, placement, number, i, settings, found);
            }
        }
    }

    private void AssessFact(ProgrammeEntry entry, Subject subject, in Placement placement, int number, int i, ConflictSettings settings, List<Conflict> found)
    {
        var fact = _facts[i];
        if (fact.Country is { } country && !entry.Countries.Contains(country, StringComparer.Ordinal)) return;
        if (fact.Organiser is { } organiser && organiser == entry.Organiser) return;
        if (entry.Welcomes.Contains(fact.Kind)) return;
        var audience = _audiences[i].Count == 0 ? 1 : PairAssessment.AudienceShares(subject.Audiences, _audiences[i], settings).First;
        var (distance, near) = Nearness(fact, subject, i);
        var days = Math.Min(placement.LastDay, fact.Last.DayNumber) - Math.Max(placement.FirstDay, fact.First.DayNumber) + 1;
        var daysShare = days / (double)(placement.LastDay - placement.FirstDay + 1);
        var lost = Math.Min(1, settings.ShareOf(fact.Kind) * fact.Weight) * subject.Visitors * daysShare * audience * near;
        if (lost < settings.LeastVisitors) return;
        var kind = ConflictKind.PublicHoliday + (int)fact.Kind;
        found.Add(new Conflict(kind, number, i, lost, lost * settings.DayWeight * subject.Chance, distance, daysShare * (placement.End - placement.Start) / 60));
    }

    /// <summary>How far the fact's area is, and which part of the entry's catchment lies in it.</summary>
    private (double DistanceKm, double Share) Nearness(DayFact fact, Subject subject, int i)
    {
        if (fact.Area is not { } area) return (0, 1);
        var (x, y, z) = (subject.Direction.X - _middles[i].X, subject.Direction.Y - _middles[i].Y, subject.Direction.Z - _middles[i].Z);
        var distance = 2 * GeoPoint.EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt((x * x) + (y * y) + (z * z)) / 2));
        return (distance, Catchments.SharedArea(subject.RadiusKm, area.RadiusKm, distance) / (Math.PI * subject.RadiusKm * subject.RadiusKm));
    }
}
