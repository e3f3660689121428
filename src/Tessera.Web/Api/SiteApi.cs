using System.Text;
using Npgsql;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Library;
using Tessera.Features.News;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Feeds;
using Tessera.Interchange.LinkedData;
using Tessera.Interchange.Tables;
using Tessera.Web.Pages.Portal.Changes;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>Feeds, catalogues, the site map, robots and health.</summary>
internal static class SiteApi
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(3);
    private const int MostActivities = 5_000;
    private static readonly string[] ListEndings = ["csv", "xlsx", "json"];

    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder app, RouteGroupBuilder portal)
    {
        portal.MapGet("/changes.atom", FeedAsync).ExcludeFromDescription();
        app.MapGet("/{office:slug}/catalogue.jsonld", (string office, HttpContext http, ExportServices with) =>
            CatalogueAsync(office, http, with, c => Results.Bytes(PublishedJson.Write(DcatCatalogue.ToJsonLd(c)), "application/ld+json"))).WithName("catalogue").WithSummary("The office's open data, as DCAT-AP").WithTags("catalogue")
            .Produces<CatalogueAnswer>(contentType: "application/ld+json");
        app.MapGet("/{office:slug}/catalogue.ttl", (string office, HttpContext http, ExportServices with) =>
            CatalogueAsync(office, http, with, c => Results.Text(DcatCatalogue.ToTurtle(c), "text/turtle; charset=utf-8", Encoding.UTF8))).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", SitemapAsync).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext http) => Results.Text($"User-agent: *\nAllow: /\nDisallow: /*/report\nSitemap: {PortalApi.Origin(http.Request)}{SiteLinks.Sitemap}\n")).ExcludeFromDescription();
        app.MapGet("/health/live", () => Results.Text("alive")).ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> FeedAsync(string office, HttpContext http, ExportServices with, CancellationToken cancellation)
    {
        if (await with.FindAsync(office, cancellation) is not { } found) return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var (texts, display, links, origin) = (with.Texts, with.Display, new PortalLinks(office, with.Texts.Language), PortalApi.Origin(http.Request));
        var changes = await with.Changes.RecentAsync(found, ChangesModel.Shown, cancellation);
        var name = display.Text(found.Name)?.Text ?? office;
        var head = new AtomHead(origin + links.Changes, $"{name} – {texts["changes.heading"]}", name, texts.Language, origin + links.Feed, origin + links.Changes,
            changes.Count > 0 ? changes[0].At : found.UpdatedAt);
        var entries = changes.Select(c => new AtomEntry($"urn:uuid:{c.Id}", ChangeSentence.Of(c, texts, display), c.At, links.OfChange(c) is { } page ? origin + page : null));
        return Results.Bytes(AtomFeed.Write(head, entries), AtomFeed.MediaType);
    }

    private static async Task<IResult> CatalogueAsync(string office, HttpContext http, ExportServices with, Func<Catalogue, IResult> write)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var (origin, links) = (PortalApi.Origin(http.Request), new PortalLinks(office, found.Languages.FirstOrDefault(Languages.IsInterface) ?? "en"));
        return write(new Catalogue($"{origin}{links.Catalogue("jsonld")}", found.Name, InAllLanguages("data.lede"), found.Name, origin + links.Home, found.UpdatedAt,
        [
            Dataset("nav.partners", "partners.lede", origin + links.Partners(), [.. ListEndings, "geojson"], found),
            Dataset("nav.agreements", "agreements.lede", origin + links.Agreements, ListEndings, found),
            Dataset("nav.memberships", "memberships.lede", origin + links.Memberships, ListEndings, found),
            Dataset("delegations.heading", "delegations.lede", origin + links.Delegations, ListEndings, found),
            Dataset("calendar.list", "calendar.lede", origin + links.Activities(), [.. ListEndings, "ics"], found),
            Dataset("news.heading", "news.lede", origin + links.News(), ListEndings, found),
        ]));
    }

    private static CatalogueDataset Dataset(string title, string description, string page, IReadOnlyList<string> endings, OfficeView office) =>
        new(page, InAllLanguages(title), InAllLanguages(description), office.UpdatedAt, [.. endings.Select(e => new CatalogueFile($"{page}.{e}", MediaTypeOf(e), e.ToUpperInvariant()))]);

    private static string MediaTypeOf(string ending) => ending switch
    {
        "csv" => "text/csv",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "geojson" => "application/geo+json",
        "ics" => "text/calendar",
        _ => "application/json",
    };

    private static LocalText InAllLanguages(string key) => new(Languages.Interface.Select(l => new KeyValuePair<string, string>(l, TextCatalogue.Shared.For(l)[key])));

    private static async Task<IResult> SitemapAsync(HttpContext http, ExportServices with, CancellationToken cancellation)
    {
        var origin = PortalApi.Origin(http.Request);
        var pages = new List<SitemapPage> { Page(SiteLinks.Index, origin, null) };
        foreach (var card in await with.Offices.AllAsync(cancellation))
        {
            if (pages.Count >= Sitemap.Most) break;
            if (await with.Offices.FindAsync(card.Slug, cancellation) is { } office) pages.AddRange(await PagesAsync(office, origin, with, cancellation));
        }

        return Results.Bytes(Sitemap.Write(pages), "application/xml; charset=utf-8");
    }

    private static async Task<IEnumerable<SitemapPage>> PagesAsync(OfficeView office, string origin, ExportServices with, CancellationToken cancellation)
    {
        var partners = await with.Partners.ListAllAsync(office, new PartnerFilter(), "en", with.Day, cancellation);
        Func<PortalLinks, string>[] fixedPages = [l => l.Home, l => l.Partners(), l => l.Agreements, l => l.Memberships, l => l.Delegations, l => l.Calendar, l => l.ThisWeek, l => l.ThisMap, l => l.Activities(), l => l.Balance, l => l.News(), l => l.About, l => l.Data, l => l.Changes, l => l.Accessibility, l => l.Privacy];
        var records = partners.Rows.Select(r => (Func<PortalLinks, string>)(l => l.Partner(r.Slug)))
            .Concat((await with.Activities.AllAsync(office, new ActivityFilter(Span: ActivitySpan.All), with.Day, publicOnly: true, cancellation)).Take(MostActivities).Select(a => (Func<PortalLinks, string>)(l => l.Activity(a.Key))))
            .Concat((await with.News.NewestAsync(office, new NewsFilter(), with.Day, NewsQueries.Most, cancellation)).Select(n => (Func<PortalLinks, string>)(l => l.NewsItem(n.Key))))
            .Concat(office.HasLibrary ? [l => l.Library()] : Array.Empty<Func<PortalLinks, string>>())
            .Concat((await with.Library.AllAsync(office, new PublicationFilter(), PublicationQueries.Most, cancellation)).Select(p => (Func<PortalLinks, string>)(l => l.Publication(p.Key))))
            .Concat(office.Fields.Select(f => (Func<PortalLinks, string>)(l => l.Field(f.Key))))
            .Concat(partners.Rows.SelectMany(r => r.Agreements).Select(a => (Func<PortalLinks, string>)(l => l.Agreement(a.Key))));
        return fixedPages.Concat(records).Select(page => Page(language => page(new PortalLinks(office.Slug, language)), origin, office.UpdatedAt));
    }

    private static SitemapPage Page(Func<string, string> inLanguage, string origin, DateTimeOffset? updated) =>
        new(origin + inLanguage("en"), updated, [.. Languages.Interface.Select(l => (l, origin + inLanguage(l)))]);

    /// <summary>A pooled connection may be dead without knowing it, so something is asked of it; a database that takes longer than a load balancer waits is not ready.</summary>
    private static async Task<IResult> ReadyAsync(Database database, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestCheck);
        try
        {
            await using var question = database.Source.CreateCommand("select 1");
            await question.ExecuteScalarAsync(patience.Token);
            return Results.Text("ready");
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
