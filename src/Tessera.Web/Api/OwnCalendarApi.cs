using System.Buffers;
using Tessera.Features.Accounts;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Interchange.Calendars;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Api;

/// <summary>
/// A person's own calendar by its secret address: the activities of her offices, the internal ones too, with title, time and place alone. Nobody keeps it on the way, no search engine lists it, and its
/// address is told to nobody. What was over a year ago is left out.
/// </summary>
internal static class OwnCalendarApi
{
    private const int DaysBack = 366;
    private static readonly TimeSpan Refresh = TimeSpan.FromHours(1);

    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder open) => open.MapGet(AccountLinks.Calendar("{secret}"), AnswerAsync).WithMetadata(new NeverCachedAttribute()).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string secret, HttpContext http, ExportServices with, CalendarKeyService keys, MemberService members)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var cancellation = http.RequestAborted;
        if (await keys.OpenAsync(secret, cancellation) is not { } account) return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var (entries, origin, oldest) = (new List<CalendarEntry>(), PortalApi.Origin(http.Request), with.Day.AddDays(-DaysBack));
        foreach (var own in await members.OfficesOfAsync(account, cancellation))
        {
            if (await with.FindAsync(own.Slug, cancellation) is not { } office) continue;
            var links = new DeskLinks(own.Slug);
            var list = await with.Activities.AllAsync(office, new ActivityFilter(Span: ActivitySpan.All), with.Day, publicOnly: false, cancellation);
            entries.AddRange(list.Where(a => a.Time.First is not null && !(a.Time.LastDay < oldest)).Select(a => ActivityEntries.Of(a, own.Slug, origin + links.Activity(a.Key), with)));
        }

        var target = new ArrayBufferWriter<byte>();
        CalendarWriter.Write(target, new CalendarHead("-//Tessera//Tessera//EN") { Name = with.Texts["own-calendar.heading"], Refresh = Refresh }, entries, with.Time.GetUtcNow());
        return Results.Bytes(target.WrittenMemory, CalendarWriter.MediaType);
    }
}
