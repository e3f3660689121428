using System.Reflection;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Planning.Maps;

namespace Tessera.Web.Parts.Maps;

/// <summary>A point of a map that leads to a partner's page.</summary>
public sealed record MapPlace(string Key, string Label, string Title, string Href);

/// <summary>A map as a page writes it.</summary>
/// <param name="Title">What it shows, in words.</param>
public sealed record PartnerMap(MapDrawing Drawing, string Title, string HomeLabel, IReadOnlyDictionary<string, MapPlace> Places, bool IsSmall);

/// <summary>A place with activities at it.</summary>
/// <param name="Key">Of the row that the point leads to.</param>
public sealed record ActivitySpot(string Key, string Name, IReadOnlyList<string> Titles, (double Latitude, double Longitude) At);

/// <summary>The maps of a register: the main one, and one of the world where some partners are far away.</summary>
public sealed record PartnerMaps(PartnerMap? Main, PartnerMap? World)
{
    /// <summary>Nothing to draw.</summary>
    public static readonly PartnerMaps None = new(null, null);
}

/// <summary>Draws the maps of the portal from the outlines of Natural Earth; kept in memory from the first map on.</summary>
public sealed class MapMaker
{
    private static readonly MapStyle Main = new(1120, 560, 56, 6.6, 17);
    private static readonly MapStyle World = new(420, 260, 26, 0, 0);
    private static readonly MapStyle Locator = new(420, 300, 60, 6.6, 17);

    /// <summary>Degrees within which a place is where the office is.</summary>
    private const double AtHome = 0.02;

    private static readonly Lazy<LandData> Land = new(Load);

    /// <summary>Reads the outlines before the first map is asked for.</summary>
    public static void WarmUp() => _ = Land.Value;

    /// <summary>The maps of a whole register; none when home or all partners have no place.</summary>
    public PartnerMaps OfRegister(OfficeView office, PartnerList register, PortalLinks links, Display display, Texts texts)
    {
        var partners = register.Rows.Where(r => r.Seat is not null).ToList();
        if (office.Home is not { } home || partners.Count == 0) return PartnerMaps.None;
        var places = partners.Select(r => Place(r, links, display)).ToDictionary(p => p.Key, StringComparer.Ordinal);
        var points = partners.Select(r => new MapPartner(r.Slug, Point(r.Seat!), places[r.Slug].Label)).ToList();
        var near = MapDrawer.Near(Point(home), points);
        var homeLabel = display.Text(office.ShortName)?.Text ?? office.Slug;
        var main = new PartnerMap(MapDrawer.Draw(Point(home), near, Land.Value, Main), texts.With("map.title", ("office", homeLabel)), homeLabel, places, IsSmall: false);
        if (near.Count == points.Count) return new PartnerMaps(main, null);
        var world = MapDrawer.Draw(Point(home), points, Land.Value, World);
        return new PartnerMaps(main, new PartnerMap(world, texts.With("map.world-title", ("office", homeLabel)), homeLabel, places, IsSmall: true));
    }

    /// <summary>Where one partner lies, seen from home.</summary>
    public PartnerMap? OfPlace(OfficeView office, PartnerRow partner, PortalLinks links, Display display, Texts texts)
    {
        if (office.Home is not { } home || partner.Seat is not { } seat) return null;
        var place = Place(partner, links, display);
        var drawing = MapDrawer.Draw(Point(home), [new MapPartner(partner.Slug, Point(seat), place.Label)], Land.Value, Locator);
        var homeLabel = display.Text(office.ShortName)?.Text ?? office.Slug;
        var title = texts.With("map.place-title", ("partner", place.Title), ("office", homeLabel));
        return new PartnerMap(drawing, title, homeLabel, new Dictionary<string, MapPlace> { [place.Key] = place }, IsSmall: true);
    }

    /// <summary>Where activities are, as a map whose points lead to the rows of the table beside it; null when none has a place. What is at home is the point of home.</summary>
    public PartnerMap? OfActivities(OfficeView office, IReadOnlyList<ActivitySpot> spots, string title, Display display)
    {
        if (spots.Count == 0) return null;
        var home = office.Home is { } seat ? Point(seat) : new GeoPoint(spots[0].At.Latitude, spots[0].At.Longitude);
        var away = spots.Where(s => Math.Abs(s.At.Latitude - home.Latitude) > AtHome || Math.Abs(s.At.Longitude - home.Longitude) > AtHome).ToList();
        var shown = away.Count > 0 ? away : [spots[0]];
        var places = shown.ToDictionary(s => s.Key, s => new MapPlace(s.Key, s.Name, $"{s.Name}: {string.Join("; ", s.Titles)}", "#" + s.Key), StringComparer.Ordinal);
        var drawing = MapDrawer.Draw(home, [.. shown.Select(s => new MapPartner(s.Key, new GeoPoint(s.At.Latitude, s.At.Longitude), s.Name))], Land.Value, Main);
        return new PartnerMap(drawing, title, display.Text(office.ShortName)?.Text ?? office.Slug, places, IsSmall: false);
    }

    private static MapPlace Place(PartnerRow row, PortalLinks links, Display display)
    {
        var name = display.Text(row.Names)?.Text ?? row.RegisteredName;
        return new MapPlace(row.Slug, name, $"{name}, {display.Country(row.Country)}", links.Partner(row.Slug));
    }

    private static GeoPoint Point(PlaceView place) => new(place.Latitude, place.Longitude);

    private static LandData Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Maps.land") ?? throw new InvalidOperationException("The outlines of the maps were not built: run `node scripts/land.mjs`.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return LandData.FromJson(bytes.ToArray());
    }
}
