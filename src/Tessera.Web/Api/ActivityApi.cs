using System.Buffers;
using System.Text.Json.Nodes;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Feeds;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>Activities for other programs: downloads of the list and of the balance, records as JSON, iCalendar to subscribe to, Atom.</summary>
internal static class ActivityApi
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";
    private const int NewestInFeed = 50;

    /// <summary>How often a program that subscribes should ask again.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromHours(6);

    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/activities.json", (string office, HttpContext http, ExportServices with, ActivityQueries activities) => ForListAsync(office, http, with, activities, (found, list, page) => Results.Bytes(PublishedJson.Write(new JsonObject
        {
            ["office"] = RecordJson.Texts(found.Name),
            ["total"] = list.Count,
            ["updatedAt"] = found.UpdatedAt.UtcDateTime,
            ["html"] = page,
            ["activities"] = new JsonArray([.. list.Select(a => ActivityJson.Row(a, $"{page}/{a.Key}"))]),
        }), "application/json"))).WithName("activities").WithSummary("Activities, by default those to come").WithTags("activities").Produces<ActivitiesAnswer>();
        MapTable(portal, "csv", CsvTable.Write, Csv);
        MapTable(portal, "xlsx", XlsxTable.Write, Xlsx);
        portal.MapGet("/activities.ics", FeedAsync).ExcludeFromDescription();
        portal.MapGet("/activities.atom", AtomAsync).ExcludeFromDescription();
        portal.MapGet("/activities/{key}.ics", OneAsync).ExcludeFromDescription();
        portal.MapGet("/activities/{key}.json", RecordAsync).WithName("activity").WithSummary("An activity in full").WithTags("activities").Produces<ActivityAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        portal.MapGet("/calendar/balance.json", BalanceJsonAsync).WithName("visits").WithSummary("Visits in and out, by year and partner").WithTags("activities").Produces<VisitsAnswer>();
    }

    private static void MapTable(RouteGroupBuilder portal, string ending, Func<Table, byte[]> write, string type)
    {
        portal.MapGet($"/activities.{ending}", (string office, HttpContext http, ExportServices with, ActivityQueries activities) => ForListAsync(office, http, with, activities,
            (found, list, page) => Results.File(write(ActivityTables.List(found, list, with, page)), type, $"{office}-activities.{ending}"))).ExcludeFromDescription();
        portal.MapGet($"/calendar/balance.{ending}", async (string office, HttpContext http, ExportServices with, ActivityQueries activities) =>
        {
            if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
            var counts = (await activities.BalanceAsync(found, publicOnly: true, http.RequestAborted)).Counts;
            return Results.File(write(ActivityTables.Balance(found, counts, with, PortalApi.Origin(http.Request) + LinksOf(office, with).Balance)), type, $"{office}-visits.{ending}");
        }).ExcludeFromDescription();
    }

    private static async Task<IResult> ForListAsync(
        string office, HttpContext http, ExportServices with, ActivityQueries activities, Func<OfficeView, IReadOnlyList<ActivityBrief>, string, IResult> write)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var list = await activities.AllAsync(found, ActivityFilterBinding.From(http.Request.Query), with.Day, publicOnly: true, http.RequestAborted);
        return write(found, list, PortalApi.Origin(http.Request) + LinksOf(office, with).Activities());
    }

    /// <summary>All of an office, or of one partner, field or kind; past ones stay, since who subscribes keeps them.</summary>
    private static async Task<IResult> FeedAsync(string office, HttpContext http, ExportServices with, ActivityQueries activities)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var filter = ActivityFilterBinding.From(http.Request.Query) with { Span = ActivitySpan.All };
        var list = await activities.AllAsync(found, filter, with.Day, publicOnly: true, http.RequestAborted);
        return Calendar(list, found, http, with, with.Display.Text(found.Name)?.Text ?? office);
    }

    private static async Task<IResult> OneAsync(string office, string key, HttpContext http, ExportServices with, ActivityQueries activities)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found || await activities.FindAsync(found, key, publicOnly: true, http.RequestAborted) is not { Row.Time.First: not null } page) return NotThere();
        return Calendar([page.Row], found, http, with, "");
    }

    private static IResult Calendar(IReadOnlyList<ActivityBrief> list, OfficeView office, HttpContext http, ExportServices with, string name)
    {
        var links = LinksOf(office.Slug, with);
        var origin = PortalApi.Origin(http.Request);
        var target = new ArrayBufferWriter<byte>();
        var entries = list.Where(a => a.Time.First is not null).Select(a => ActivityEntries.Of(a, office.Slug, origin + links.Activity(a.Key), with)).ToList();
        CalendarWriter.Write(target, new CalendarHead("-//Tessera//Tessera//EN") { Name = name, Refresh = name.Length > 0 ? Refresh : null }, entries, office.UpdatedAt);
        return Results.Bytes(target.WrittenMemory, CalendarWriter.MediaType);
    }

    private static async Task<IResult> AtomAsync(string office, HttpContext http, ExportServices with, ActivityQueries activities)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var (texts, links, origin) = (with.Texts, LinksOf(office, with), PortalApi.Origin(http.Request));
        var filter = ActivityFilterBinding.From(http.Request.Query) with { Span = ActivitySpan.Coming, Page = 1 };
        var list = await activities.ChangedAsync(found, filter, NewestInFeed, http.RequestAborted);
        var (name, page) = (with.Display.Text(found.Name)?.Text ?? office, origin + links.Activities(filter));
        var head = new AtomHead(page, $"{name} – {texts["calendar.list"]}", name, texts.Language, PortalLinks.WithEnding(page, "atom"), page, list.Count > 0 ? list[0].UpdatedAt : found.UpdatedAt);
        var entries = list.Select(a => new AtomEntry($"urn:uuid:{a.Id}", $"{with.Display.Text(a.Title)?.Text} – {WhenText.Of(a.Time, texts)} ({texts.Of(a.Status)})", a.UpdatedAt, origin + links.Activity(a.Key)));
        return Results.Bytes(AtomFeed.Write(head, entries), AtomFeed.MediaType);
    }

    private static async Task<IResult> RecordAsync(string office, string key, HttpContext http, ExportServices with, ActivityQueries activities)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found || await activities.FindAsync(found, key, publicOnly: true, http.RequestAborted) is not { } page) return NotThere();
        return Results.Bytes(PublishedJson.Write(ActivityJson.Whole(page, PortalApi.Origin(http.Request) + LinksOf(office, with).Activity(key))), "application/json");
    }

    private static async Task<IResult> BalanceJsonAsync(string office, HttpContext http, ExportServices with, ActivityQueries activities)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var counts = (await activities.BalanceAsync(found, publicOnly: true, http.RequestAborted)).Counts;
        return Results.Bytes(PublishedJson.Write(new JsonObject
        {
            ["office"] = RecordJson.Texts(found.Name),
            ["html"] = PortalApi.Origin(http.Request) + LinksOf(office, with).Balance,
            ["visits"] = new JsonArray([.. counts.Select(c => new JsonObject { ["year"] = c.Year, ["partner"] = c.Partner, ["names"] = RecordJson.Texts(c.PartnerNames), ["fields"] = new JsonArray([.. c.Fields.Select(f => JsonValue.Create(f))]), ["in"] = c.In, ["out"] = c.Out })]),
        }), "application/json");
    }

    private static PortalLinks LinksOf(string office, ExportServices with) => new(office, with.Texts.Language);

    private static IResult NotThere() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}

/// <summary>Activities as entries of a calendar file.</summary>
internal static class ActivityEntries
{
    /// <summary>An entry that keeps its UID for ever and rises with every change.</summary>
    public static CalendarEntry Of(ActivityBrief activity, string office, string page, ExportServices with) => Of(activity, office, page, with.Texts, with.Request.Chain);

    /// <summary>The same in a language, for whom there is no request.</summary>
    /// <param name="chain">The languages that are tried for what the office has written.</param>
    public static CalendarEntry Of(ActivityBrief activity, string office, string page, Texts texts, IReadOnlyList<string> chain)
    {
        var first = activity.Time.First!.Value;
        return new CalendarEntry
        {
            Uid = ActivityUid.Of(activity.Id, office),
            Start = first.Start,
            StatedEnd = first.Start.IsDay ? Moment.Of(first.LastDay.AddDays(1)) : first.End.Wall > first.Start.Wall ? first.End : null,
            Summary = activity.Title.For(chain)?.Text ?? "",
            Location = activity.Place.For(chain)?.Text ?? "",
            Categories = [texts.Of(activity.Kind)],
            Url = page,
            Status = activity.Status switch { ActivityStatus.Cancelled => EntryStatus.Cancelled, ActivityStatus.Confirmed or ActivityStatus.Held => EntryStatus.Confirmed, _ => EntryStatus.Tentative },
            Sequence = activity.Version,
            Stamp = activity.UpdatedAt,
            LastModified = activity.UpdatedAt,
            Rules = activity.Time.Stated.Recurrence is { } rule ? [RecurrenceRule.Parse(rule).EndingLike(first.Start)] : [],
            Excepted = [.. activity.Time.Stated.Except.SelectMany(e => Excepted(first.Start, activity.Time.Stated.Recurrence, ActivityTime.DayOf(e)!.Value))],
        };
    }

    /// <summary>A day that is left out is written as every time of the series on it: programs look for the very time.</summary>
    private static IEnumerable<Moment> Excepted(Moment start, string? recurrence, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (start.IsDay || recurrence is null) return [start.With(midnight + start.Wall.TimeOfDay)];
        return RecurrenceRule.Parse(recurrence).Occurrences(start.Wall, start.Zone, midnight, midnight.AddDays(1)).TakeWhile(w => w < midnight.AddDays(1)).DefaultIfEmpty(midnight + start.Wall.TimeOfDay).Select(start.With);
    }
}

/// <summary>Activities as published JSON: what everybody may see.</summary>
internal static class ActivityJson
{
    /// <summary>An activity in a list.</summary>
    public static JsonObject Row(ActivityBrief activity, string page) => new()
    {
        ["key"] = activity.Key,
        ["kind"] = Words<ActivityKind>.Write(activity.Kind),
        ["purpose"] = activity.Purpose is { } purpose ? Words<VisitPurpose>.Write(purpose) : null,
        ["status"] = Words<ActivityStatus>.Write(activity.Status),
        ["title"] = RecordJson.Texts(activity.Title),
        ["start"] = activity.Time.Stated.Start,
        ["end"] = activity.Time.Stated.End,
        ["zone"] = activity.Time.Stated.Zone,
        ["recurrence"] = activity.Time.Stated.Recurrence,
        ["when"] = activity.Time.Stated.When?.ToString(),
        ["everyYears"] = activity.Time.Stated.EveryYears,
        ["place"] = RecordJson.Texts(activity.Place),
        ["partners"] = new JsonArray([.. activity.Partners.Select(p => new JsonObject { ["key"] = p.Slug, ["names"] = RecordJson.Texts(p.Names), ["part"] = Words<PartnerPart>.Write(p.Part) })]),
        ["fields"] = new JsonArray([.. activity.Fields.Select(f => JsonValue.Create(f))]),
        ["updatedAt"] = activity.UpdatedAt.UtcDateTime,
        ["self"] = page + ".json",
        ["html"] = page,
    };

    /// <summary>An activity in full.</summary>
    public static JsonObject Whole(ActivityPage activity, string page)
    {
        var json = Row(activity.Row, page);
        json["text"] = RecordJson.Texts(activity.Item.Text);
        json["outcome"] = RecordJson.Texts(activity.Item.Outcome);
        json["figures"] = new JsonArray([.. activity.Item.Figures.Where(f => !f.Expected).Select(f => new JsonObject { ["kind"] = f.Kind, ["value"] = f.Value, ["unit"] = f.Unit, ["about"] = f.About })]);
        json["latitude"] = activity.At?.Latitude;
        json["longitude"] = activity.At?.Longitude;
        json["website"] = activity.Item.Website;
        return json;
    }
}

/// <summary>Activities as tables for download. Their machine names never change; see docs/open-data.md.</summary>
internal static class ActivityTables
{
    /// <summary>The list.</summary>
    public static Table List(OfficeView office, IReadOnlyList<ActivityBrief> list, ExportServices with, string page)
    {
        var (texts, display) = (with.Texts, with.Display);
        TableColumn[] columns =
        [
            new("title", texts["calendar.what"]), new("kind", texts["fields.kind"]), new("status", texts["fields.status"]), new("start", texts["fields.start"]), new("end", texts["fields.end"]),
            new("when", texts["calendar.when"]), new("place", texts["fields.place"]), new("partners", texts["nav.partners"]), new("page", texts["downloads.page"], ColumnKind.Link),
        ];
        var rows = list.Select(a => (IReadOnlyList<object?>)
        [
            display.Text(a.Title)?.Text, Words<ActivityKind>.Write(a.Kind), Words<ActivityStatus>.Write(a.Status), a.Time.Stated.Start ?? a.Time.Stated.When?.ToString(), a.Time.Stated.End,
            WhenText.Of(a.Time, texts), display.Text(a.Place)?.Text, display.List(a.Partners.Select(p => p.Names)), $"{page}/{a.Key}",
        ]);
        return new Table(texts["calendar.list"], columns, [.. rows], ListTables.About(office, with, page));
    }

    /// <summary>The balance of visits.</summary>
    public static Table Balance(OfficeView office, IReadOnlyList<VisitCount> counts, ExportServices with, string page)
    {
        var (texts, display) = (with.Texts, with.Display);
        TableColumn[] columns =
        [
            new("year", texts["balance.year"], ColumnKind.Number), new("partner", texts["agreement.partner"]), new("country", texts["partners.country"]), new("fields", texts["partner.fields"]),
            new("in", texts["balance.in"], ColumnKind.Number), new("out", texts["balance.out"], ColumnKind.Number),
        ];
        var rows = counts.Select(c => (IReadOnlyList<object?>)[(decimal?)c.Year, display.Text(c.PartnerNames)?.Text, c.Country, string.Join("; ", c.Fields), (decimal)c.In, (decimal)c.Out]);
        return new Table(texts["balance.heading"], columns, [.. rows], ListTables.About(office, with, page));
    }
}
