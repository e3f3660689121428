using System.Text.Json.Nodes;
using Tessera.Domain.News;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Interchange.Feeds;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>News for other programs: downloads of the list, records as JSON, Atom.</summary>
internal static class NewsApi
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";
    private const int NewestInFeed = 50;

    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/news.json", (string office, HttpContext http, ExportServices with) => ForListAsync(office, http, with, NewsQueries.Most, (found, list, page) => Json(new JsonObject
        {
            ["office"] = RecordJson.Texts(found.Name),
            ["total"] = list.Count,
            ["updatedAt"] = found.UpdatedAt.UtcDateTime,
            ["html"] = page,
            ["news"] = new JsonArray([.. list.Select(n => Row(n, $"{page}/{n.Key}"))]),
        }))).WithName("news").WithSummary("News, the newest first").WithTags("news").Produces<NewsListAnswer>();
        portal.MapGet("/news.csv", (string office, HttpContext http, ExportServices with) => TableAsync(office, http, with, CsvTable.Write, Csv, "csv")).ExcludeFromDescription();
        portal.MapGet("/news.xlsx", (string office, HttpContext http, ExportServices with) => TableAsync(office, http, with, XlsxTable.Write, Xlsx, "xlsx")).ExcludeFromDescription();
        portal.MapGet("/news.atom", (string office, HttpContext http, ExportServices with) => ForListAsync(office, http, with, NewestInFeed, (found, list, page) => Atom(found, list, page, http, with))).ExcludeFromDescription();
        portal.MapGet("/news/{key}.json", RecordAsync).WithName("news-item").WithSummary("A news item in full").WithTags("news").Produces<NewsAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> TableAsync(string office, HttpContext http, ExportServices with, Func<Table, byte[]> write, string type, string ending) =>
        ForListAsync(office, http, with, NewsQueries.Most, (found, list, page) => Results.File(write(Table(found, list, with, page)), type, $"{office}-news.{ending}"));

    private static async Task<IResult> ForListAsync(string office, HttpContext http, ExportServices with, int most, Func<OfficeView, IReadOnlyList<NewsBrief>, string, IResult> write)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var list = await with.News.NewestAsync(found, NewsFilterBinding.From(http.Request.Query), with.Day, most, http.RequestAborted);
        return write(found, list, PortalApi.Origin(http.Request) + LinksOf(office, with).News());
    }

    private static IResult Atom(OfficeView office, IReadOnlyList<NewsBrief> list, string page, HttpContext http, ExportServices with)
    {
        var (texts, display) = (with.Texts, with.Display);
        var asked = page + NewsFilterBinding.QueryOf(NewsFilterBinding.From(http.Request.Query) with { Page = 1 });
        var name = display.Text(office.Name)?.Text ?? office.Slug;
        var head = new AtomHead(asked, $"{name} – {texts["news.heading"]}", name, texts.Language, PortalLinks.WithEnding(asked, "atom"), asked, list.Select(n => n.UpdatedAt).DefaultIfEmpty(office.UpdatedAt).Max());
        return Results.Bytes(AtomFeed.Write(head, list.Select(n => new AtomEntry($"urn:uuid:{n.Id}", display.Text(n.Title)?.Text ?? n.Key, n.UpdatedAt, $"{page}/{n.Key}", display.Text(n.Lead)?.Text))), AtomFeed.MediaType);
    }

    private static async Task<IResult> RecordAsync(string office, string key, HttpContext http, ExportServices with)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found || await with.News.FindAsync(found, key, with.Day, publicOnly: true, http.RequestAborted) is not { } news) return NotThere();
        var json = Row(news.Row, PortalApi.Origin(http.Request) + LinksOf(office, with).NewsItem(key));
        json["text"] = RecordJson.Texts(news.Text);
        json["partners"] = new JsonArray([.. news.Partners.Select(p => new JsonObject { ["key"] = p.Key, ["names"] = RecordJson.Texts(p.Names) })]);
        json["fields"] = new JsonArray([.. news.Fields.Select(f => JsonValue.Create(f))]);
        json["activities"] = new JsonArray([.. news.Activities.Select(a => new JsonObject { ["key"] = a.Key, ["title"] = RecordJson.Texts(a.Names) })]);
        return Json(json);
    }

    private static JsonObject Row(NewsBrief news, string page) => new()
    {
        ["key"] = news.Key,
        ["category"] = Words<NewsCategory>.Write(news.Category),
        ["title"] = RecordJson.Texts(news.Title),
        ["lead"] = RecordJson.Texts(news.Lead),
        ["published"] = news.Days.Published is { } day ? NewsDays.Write(day) : null,
        ["until"] = news.Days.Until is { } until ? NewsDays.Write(until) : null,
        ["updatedAt"] = news.UpdatedAt.UtcDateTime,
        ["self"] = page + ".json",
        ["html"] = page,
    };

    private static Table Table(OfficeView office, IReadOnlyList<NewsBrief> list, ExportServices with, string page)
    {
        var (texts, display) = (with.Texts, with.Display);
        TableColumn[] columns =
        [
            new("title", texts["fields.title"]), new("category", texts["fields.category"]), new("published", texts["fields.published"]), new("until", texts["news.until"]), new("lead", texts["fields.lead"]),
            new("page", texts["downloads.page"], ColumnKind.Link),
        ];
        var rows = list.Select(n => (IReadOnlyList<object?>)
        [
            display.Text(n.Title)?.Text, Words<NewsCategory>.Write(n.Category), n.Days.Published is { } day ? NewsDays.Write(day) : null, n.Days.Until is { } until ? NewsDays.Write(until) : null,
            display.Text(n.Lead)?.Text, $"{page}/{n.Key}",
        ]);
        return new Table(texts["news.heading"], columns, [.. rows], ListTables.About(office, with, page));
    }

    private static IResult Json(JsonObject json) => Results.Bytes(PublishedJson.Write(json), "application/json");

    private static PortalLinks LinksOf(string office, ExportServices with) => new(office, with.Texts.Language);

    private static IResult NotThere() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
