using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Calendar;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Maps;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>Where the activities of a month are: a map, and beside it a table of all of them by place.</summary>
public sealed class MapModel(PortalServices services, ActivityQueries activities, MapMaker maps) : PortalPageModel(services)
{
    /// <summary>The first day of the month.</summary>
    public DateOnly First { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The map; null when no place is known.</summary>
    public PartnerMap? Map { get; private set; }

    /// <summary>Place, time, and the row's own name where the map leads to it, by place.</summary>
    public IReadOnlyList<(string Place, ActivityOccurrence Time, string? Id)> Rows { get; private set; } = [];

    /// <summary>The month to turn back to; null where there is nothing more.</summary>
    public DateOnly? Previous { get; private set; }

    /// <summary>The month to turn on to; null where there is nothing more.</summary>
    public DateOnly? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellation)
    {
        if ((month is null ? new DateOnly(Day.Year, Day.Month, 1) : MonthGrid.Read(month)) is not { } first) return NotFound();
        var last = first.AddMonths(1).AddDays(-1);
        var times = (await activities.BetweenAsync(Office, first, last, new ActivityFilter(), publicOnly: true, cancellation)).Dated;
        var positions = await activities.PositionsAsync(Office, [.. times.Select(t => t.Activity.Id).Distinct()], cancellation);
        var rows = times.Select(t => (Place: Display.Text(t.Activity.Place)?.Text ?? "", Time: t, At: positions.TryGetValue(t.Activity.Id, out var at) ? at : ((double Latitude, double Longitude)?)null))
            .OrderBy(r => r.At is null).ThenBy(r => r.Place, Display.Alphabet).ThenBy(r => r.Time.Dates.Start.Wall).ToList();
        var places = rows.Where(r => r.At is not null).GroupBy(r => r.At!.Value).Select((g, i) => new ActivitySpot(FormattableString.Invariant($"place-{i + 1}"), g.First().Place, [.. g.Select(r => Display.Text(r.Time.Activity.Title)?.Text ?? "").Distinct()], g.Key)).ToList();
        var firsts = places.ToDictionary(p => p.At, p => p.Key);
        Rows = [.. rows.Select(r => (r.Place, r.Time, r.At is { } at && firsts.Remove(at, out var id) ? id : null))];
        (First, Name) = (first, MonthGrid.Name(first, Texts));
        Map = maps.OfActivities(Office, places, Texts.With("calendar.map-title", ("time", Name)), Display);
        (Previous, Next) = CalendarBounds.Months(first, Day, await activities.NearestAsync(Office, first, last, publicOnly: true, cancellation));
        ShowAs(Texts.With("calendar.map-title", ("time", Name)), Texts.With("calendar.description", ("time", Name)), HomeCrumb, new Crumb(Domain.Vocabulary.LocalText.Of(Language, Name), Links.Month(first)));
        return Page();
    }
}
