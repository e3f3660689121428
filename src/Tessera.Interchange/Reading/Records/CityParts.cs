using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Joins a city's name and that of the part of it which is the partner: "Košice – Staré Mesto", "Budapest, XVI. district", "Praha 6". A place in a bracket right behind a name says where or what it is:
/// "Marzahn-Hellersdorf (Berlin)", "Boves (Cuneo)", "Nologna (Bologna)". Of a name glued to that of its picture, "WetzlaruWetzlar", the second counts.
/// </summary>
internal sealed class CityParts(string text, Line line)
{
    private const string Part = "PPLX";
    private const string District = "district";
    private const int LeastCity = 20_000;
    private const int MostDigits = 2;
    private const int LongestEntry = 8;
    private const int LongestTold = 16;

    /// <summary>How far a part may lie from its city's middle, in degrees north and east.</summary>
    private const double North = 0.3;
    private const double East = 0.5;

    /// <summary>The names of the line with those of a city and its part made one.</summary>
    public List<NameSpan> Join(List<NameSpan> names)
    {
        var joined = new List<NameSpan>();
        for (var i = 0; i < names.Count; i++)
        {
            if (i + 1 < names.Count && names[i].End == names[i + 1].Start && names[i].SharesPlace(names[i + 1])) continue;
            if (i + 1 < names.Count && IsCity(names[i]) && IsJoining(names[i].End, names[i + 1].Start) && PartOf(names[i], names[i + 1]) is { } part)
            {
                joined.Add(part);
                i++;
            }
            else if (i + 1 < names.Count && IsBracket(names[i], names[i + 1])) joined.Add(Explained(names[i], names[i + 1]));
            else joined.Add(IsCity(names[i]) ? Numbered(names[i]) : names[i]);
        }

        return joined;
    }

    private static bool IsCity(NameSpan name) => name.Places.Any(p => p.Feature != Part && p.Population >= LeastCity);

    private bool IsJoining(int from, int to) => to > from && text[from..to].Trim() is "–" or "-" or "—" or "," or "/";

    private bool IsBracket(NameSpan name, NameSpan within) =>
        within.IsPlace && (!name.IsWide || IsPart(name.Start, within.Start)) && text[name.End..within.Start].Trim() == "(" && within.End < text.Length && text[within.End] == ')';

    /// <summary>A name with the place in the bracket behind it: nobody knows the name, so it is a part of that place or another spelling of it; or of places so called one that lies in its country.</summary>
    private NameSpan Explained(NameSpan name, NameSpan within)
    {
        var isTold = IsPart(name.Start, within.Start);
        if (!name.IsPlace || isTold) return name with { Places = within.Places, Nominative = name.Core, IsPart = isTold, IsWide = false };
        var there = name.Places.Where(p => within.IsIn(p.Country)).ToList();
        return there.Count == 0 ? name : name with { Places = there };
    }

    private NameSpan? PartOf(NameSpan city, NameSpan part)
    {
        var isTold = IsPart(part.Start, part.End);
        if (!isTold && text[city.End..part.Start].Contains(',', StringComparison.Ordinal)) return null;
        if (!isTold && !part.Places.Any(p => p.Feature == Part && city.IsIn(p.Country))) return null;
        var own = part.Places.Where(p => p.Feature == Part && city.Places.Any(c => IsNear(c, p))).ToList();
        return Named(city, part.End, part.Core) with { Places = own.Count > 0 ? own : city.Places, IsPart = own.Count == 0 };
    }

    private NameSpan Named(NameSpan city, int end, string part) =>
        city with { End = end, Text = text[city.Start..end], Core = city.Core + " " + part, Nominative = city.Core + " " + part, IsPart = true, IsWide = false };

    /// <summary>Does a word for a part of a city stand here? In some languages it is that for a district.</summary>
    private bool IsPart(int start, int end) => line.Mentions.Any(m => m is { Key: Says.Level, Value: Levels.CityDistrict or District } && m.Start >= start && m.End <= end);

    private static bool IsNear(Place city, Place part) =>
        city.Country == part.Country && city.Feature != Part && city.Population >= LeastCity && Math.Abs(city.Latitude - part.Latitude) < North && Math.Abs(city.Longitude - part.Longitude) < East;

    /// <summary>"Praha 6", "Budapest, district XI": a number right behind the city, in an entry of a list, at its end or before a sign.</summary>
    private NameSpan Numbered(NameSpan city)
    {
        var at = IndexOf(city.End);
        if (at >= 0 && (line.Tokens[at].Is(',') || line.Tokens[at].Is('-'))) at++;
        var word = at < 0 || at >= line.Tokens.Count ? null : line.Mentions.FirstOrDefault(m => m is { Key: Says.Level, Value: Levels.CityDistrict } && m.Start == line.Tokens[at].Start);
        if (word is not null) at = IndexOf(word.End);
        if (at < 0 || at >= line.Tokens.Count || line.Words > (word is null ? LongestEntry : LongestTold) || !IsNumber(line.Tokens[at], word is not null)) return city;
        return word is null && (line.Tokens[at].Start != city.End + 1 || !Ends(at + 1)) ? city : Named(city, line.Tokens[at].End, line.Tokens[at].Folded);
    }

    private int IndexOf(int end) => line.Tokens.Select((t, i) => (t.Start, i)).Where(x => x.Start >= end).Select(x => x.i).DefaultIfEmpty(-1).First();

    private bool IsNumber(Token token, bool isTold) =>
        (token.IsNumber ? token.End - token.Start <= MostDigits : isTold && token.Folded.All(c => "ivxlc".Contains(c, StringComparison.Ordinal))) && !line.IsWithin(token, Says.Date, Says.Population, Says.Area, Says.Decision);

    private bool Ends(int at) => at >= line.Tokens.Count || ",(–-:/|".Contains(line.Tokens[at].Folded[0], StringComparison.Ordinal) || line.IsWithin(line.Tokens[at], Says.Level);
}
