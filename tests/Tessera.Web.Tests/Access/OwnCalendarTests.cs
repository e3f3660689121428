using System.Net;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Interchange.Calendars;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>A person's own calendar by its secret address.</summary>
public sealed class OwnCalendarTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Address_OnceMade_ShowsInternalActivitiesToWhoeverHasIt_UntilItIsRenewedOrTakenBack()
    {
        var person = desk.As(OfficeRole.Editor);
        (await person.SendAsync("/hargita/office/activities/new", null, ("title.hu", "Belső egyeztetés"), ("kind", "meeting"), ("purpose", ""), ("start", "2027-03-10 09:00"), ("hosts", "Fülöp Ibolya"))).Dispose();
        var first = await MadeAsync(person);
        using var answer = await desk.Nobody.GetAsync(first);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore && answer.Headers.CacheControl.Private);
        Assert.Contains("noindex", string.Join(',', answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var entries = CalendarReader.Read(bytes, Zone.Utc).Entries;
        Assert.Contains(entries, e => e.Summary == "Belső egyeztetés");
        Assert.DoesNotContain("Ibolya", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(entries, e => e.Url.Contains("/svenljunga/", StringComparison.Ordinal));

        var page = await person.PageAsync("/account");
        Assert.DoesNotContain(first.Split('/')[^1][..20], page.Body!.InnerHtml, StringComparison.Ordinal);
        var second = await MadeAsync(person);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(first), await StatusAsync(second)));
        (await person.SendAsync("/account", "EndCalendar")).Dispose();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/account/calendar/x.ics"));
    }

    private static async Task<string> MadeAsync(DeskClient person)
    {
        using var made = await person.SendAsync("/account", "MakeCalendar");
        return new Uri((await DeskClient.ParseAsync(made)).QuerySelector("section[aria-labelledby=own-calendar] code")!.TextContent).PathAndQuery;
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await desk.Nobody.GetAsync(address);
        return answer.StatusCode;
    }
}
