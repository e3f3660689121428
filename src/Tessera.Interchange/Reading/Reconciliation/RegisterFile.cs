using System.Globalization;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Tessera.Planning.Maps;

namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>
/// Reads an outside register of pairs, one a line, parted by tabs or by semicolons or commas without quotes; the first line names the columns, as the lists of P190 ("twinned administrative body") from
/// Wikidata do. Streaming: one line at a time.
/// </summary>
public static class RegisterFile
{
    private const double FirstOfPeople = 1;

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["origincitylabel"] = "name",
        ["origin"] = "name",
        ["town"] = "name",
        ["origincountry"] = "country",
        ["origin countrylabel"] = "country",
        ["originlat"] = "latitude",
        ["originlong"] = "longitude",
        ["originpopulation"] = "population",
        ["sistercitylabel"] = "partner",
        ["destination"] = "partner",
        ["partner"] = "partner",
        ["destination countrylabel"] = "partner country",
        ["destinationcountry"] = "partner country",
        ["partner country"] = "partner country",
        ["destinationlat"] = "partner latitude",
        ["destinationlong"] = "partner longitude",
        ["destinationpopulation"] = "partner population",
        ["dist"] = "kilometres",
        ["distance"] = "kilometres",
        ["km"] = "kilometres",
    };

    /// <summary>The pairs in order; lines without both names are left out.</summary>
    /// <exception cref="FormatException">The first line does not name a column of the one's and of the other's name.</exception>
    public static IEnumerable<RegisterPair> Read(TextReader file) => Lines(file).Select(l => l.Pair).OfType<RegisterPair>();

    /// <summary>The lines below the heading in order, each with its pair and what is wrong with it; empty ones are left out.</summary>
    /// <exception cref="FormatException">The first line does not name a column of the one's and of the other's name.</exception>
    public static IEnumerable<RegisterLine> Lines(TextReader file)
    {
        var heading = (file.ReadLine() ?? "").TrimStart('\uFEFF');
        var delimiter = heading.Contains('\t', StringComparison.Ordinal) ? '\t' : heading.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var places = Places(heading.Split(delimiter));
        if (!places.ContainsKey("name") || !places.ContainsKey("partner")) throw new FormatException("The first line names no columns of two partners.");
        return Rows(file, delimiter, places);
    }

    private static IEnumerable<RegisterLine> Rows(TextReader file, char delimiter, Dictionary<string, int> places)
    {
        for (var line = 2; file.ReadLine() is { } row; line++)
        {
            if (row.AsSpan().Trim().IsEmpty) continue;
            var cells = row.Split(delimiter);
            string Cell(string column) => places.TryGetValue(column, out var at) && at < cells.Length ? cells[at].Trim().Trim('"') : "";
            var isNamed = Cell("name").Length > 0 && Cell("partner").Length > 0;
            var pair = isNamed ? new RegisterPair(line, Place(Cell, ""), Place(Cell, "partner "), Number(Cell("kilometres"))) : null;
            yield return new RegisterLine(line, row, pair, pair is null ? RegisterFaults.NoName : Fault(pair, Cell));
        }
    }

    private static string? Fault(RegisterPair pair, Func<string, string> cell)
    {
        if (pair.Partner.Name.Length > OfficeLimits.Name || pair.Partner.Name.Any(char.IsControl)) return RegisterFaults.WrongName;
        if (pair.Partner.Country is null) return RegisterFaults.NoCountry;
        return (pair.Partner.Point is null && Said("partner ")) || (pair.Origin.Point is null && Said("")) ? RegisterFaults.WrongCoordinates : null;

        bool Said(string whose) => cell(whose + "latitude").Length + cell(whose + "longitude").Length > 0;
    }

    private static Dictionary<string, int> Places(string[] heading)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < heading.Length; i++)
        {
            if (Columns.TryGetValue(Folding.Of(heading[i]), out var column)) places.TryAdd(column, i);
        }

        return places;
    }

    private static RegisterPlace Place(Func<string, string> cell, string whose)
    {
        var country = cell(whose + "country");
        var (latitude, longitude) = (Number(cell(whose + "latitude")), Number(cell(whose + "longitude")));
        GeoPoint? point = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 ? new GeoPoint(latitude.Value, longitude.Value) : null;
        var people = Number(cell(whose + "population"));
        return new RegisterPlace(cell(whose.Length == 0 ? "name" : "partner"), country, CountryWords.CodeOf(country), point, people is >= FirstOfPeople and < 1e11 ? (long)people.Value : null);
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
