using System.Globalization;
using Tessera.Domain.Library;
using Tessera.Features.Library;
using Tessera.Features.Offices;
using Tessera.Interchange.Feeds;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Tables;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>The library for other programs: downloads of the list, and Atom.</summary>
internal static class LibraryApi
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";
    private const int NewestInFeed = 50;

    /// <summary>Maps them.</summary>
    public static void Map(RouteGroupBuilder portal)
    {
        portal.MapGet("/library.csv", (string office, HttpContext http, ExportServices with, PublicationQueries library) => TableAsync(office, http, with, library, CsvTable.Write, Csv, "csv")).ExcludeFromDescription();
        portal.MapGet("/library.xlsx", (string office, HttpContext http, ExportServices with, PublicationQueries library) => TableAsync(office, http, with, library, XlsxTable.Write, Xlsx, "xlsx")).ExcludeFromDescription();
        portal.MapGet("/library.atom", AtomAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> TableAsync(string office, HttpContext http, ExportServices with, PublicationQueries library, Func<Table, byte[]> write, string type, string ending)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var list = await library.AllAsync(found, PublicationFilterBinding.From(http.Request.Query), PublicationQueries.Most, http.RequestAborted);
        return Results.File(write(Table(found, list, with, PageOf(office, http, with))), type, $"{office}-library.{ending}");
    }

    private static async Task<IResult> AtomAsync(string office, HttpContext http, ExportServices with, PublicationQueries library)
    {
        if (await with.FindAsync(office, http.RequestAborted) is not { } found) return NotThere();
        var (texts, display, page) = (with.Texts, with.Display, PageOf(office, http, with));
        var filter = PublicationFilterBinding.From(http.Request.Query) with { Search = null, Page = 1 };
        var list = await library.AllAsync(found, filter, PublicationQueries.Most, http.RequestAborted);
        var (asked, name) = (page + PublicationFilterBinding.QueryOf(filter), display.Text(found.Name)?.Text ?? found.Slug);
        var head = new AtomHead(asked, $"{name} – {texts["library.heading"]}", name, texts.Language, PortalLinks.WithEnding(asked, "atom"), asked, list.Select(p => p.UpdatedAt).DefaultIfEmpty(found.UpdatedAt).Max());
        var newest = list.OrderByDescending(p => p.UpdatedAt).Take(NewestInFeed);
        return Results.Bytes(AtomFeed.Write(head, newest.Select(p => new AtomEntry($"urn:uuid:{p.Id}", display.Text(p.Title)?.Text ?? p.Key, p.UpdatedAt, $"{page}/{p.Key}", display.Text(p.Abstract)?.Text))), AtomFeed.MediaType);
    }

    private static Table Table(OfficeView office, IReadOnlyList<PublicationBrief> list, ExportServices with, string page)
    {
        var (texts, display) = (with.Texts, with.Display);
        TableColumn[] columns =
        [
            new("title", texts["fields.title"]), new("kind", texts["fields.kind"]), new("language", texts["library.language"]), new("year", texts["fields.year"]), new("authors", texts["library.authors"]),
            new("abstract", texts["fields.abstract"]), new("page", texts["downloads.page"], ColumnKind.Link),
        ];
        var rows = list.Select(p => (IReadOnlyList<object?>)
        [
            display.Text(p.Title)?.Text, Words<PublicationKind>.Write(p.Kind), p.Language, p.Year?.ToString(CultureInfo.InvariantCulture), string.Join("; ", p.Authors), display.Text(p.Abstract)?.Text, $"{page}/{p.Key}",
        ]);
        return new Table(texts["library.heading"], columns, [.. rows], ListTables.About(office, with, page));
    }

    private static string PageOf(string office, HttpContext http, ExportServices with) => PortalApi.Origin(http.Request) + new PortalLinks(office, with.Texts.Language).Library();

    private static IResult NotThere() => Results.Problem(statusCode: StatusCodes.Status404NotFound);
}
