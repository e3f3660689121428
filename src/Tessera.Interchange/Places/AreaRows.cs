using System.Globalization;

namespace Tessera.Interchange.Places;

/// <summary>The areas of the directory, made of the places that lie in them: each has its centre, the mean of its towns by their inhabitants.</summary>
internal static class AreaRows
{
    private const int Steps = 3;

    /// <summary>Those that have a place, the largest first.</summary>
    public static List<GeoNamesRow> Of(IReadOnlyList<GeoNamesRow> places)
    {
        var units = Enumerable.Range(0, Steps + 1).Select(step => places.ToLookup(p => (p.Country, Unit: CodeOf(p, step)))).ToList();
        var areas = AreaRow.All().Select(a => (Row: a, Within: units[a.Step][(a.Country, a.Unit)].ToList())).Where(a => a.Within.Count > 0).Select(a => a.Row.Placed(a.Within)).ToList();
        areas.Sort((a, b) => a.Population != b.Population ? b.Population.CompareTo(a.Population) : string.CompareOrdinal(a.Code, b.Code));
        return areas;
    }

    /// <summary>The code of the unit of a step that a place lies in; of step 0 the place's own number.</summary>
    private static string CodeOf(GeoNamesRow place, int step) => step == 0 ? place.Id.ToString(CultureInfo.InvariantCulture) : place.Units.Count >= step ? place.Units[step - 1] : "";
}
