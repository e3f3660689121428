using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Portal;

/// <summary>A session that was kept and what members did, as everybody sees it: on the delegation's page, from the calendar and in the downloads; and the desk's own files.</summary>
public sealed class DelegationRecordTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Private = "A draft that nobody else may read";
    private static readonly string[] Secrets = [Private, "example.org", "female", "birth"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Theory]
    [InlineData("en", "FI", "Session of the Congress", "Present", "present at 1 of 1", "present at 0 of 1", "Speech: ")]
    [InlineData("hu", "NO", "A Kongresszus ülése", "Jelen", "1 ülésből 1", "1 ülésből 0", "Felszólalás: ")]
    public async Task Page_WithASessionKept_CountsWhoWasThere_AndTellsWhatMembersDid_AndTheCalendarLeadsToIt(
        string language, string country, string title, string present, string wasThere, string wasAway, string kind)
    {
        var kept = await KeptAsync(country);
        var page = await desk.Stranger.PageAsync($"/hargita/{language}/delegations/{kept.Made.Key}", "small villages");
        var session = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=sessions] tbody tr"));
        Assert.Equal((title, $"/hargita/{language}/activities/{kept.Activity}"), (PortalFixture.Words(session.QuerySelector("a")), session.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal(present, session.QuerySelectorAll("td")[1].GetAttribute("data-label"));
        Assert.Equal(["1", "1", "1"], session.QuerySelectorAll("td").Skip(1).Select(PortalFixture.Words));
        Assert.Equal((1, 1), (Cards(page, wasThere), Cards(page, wasAway)));
        var done = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=contributions] li"));
        var words = PortalFixture.Words(done);
        foreach (var said in (string[])[kind, "On small villages", kept.Speaker, title]) Assert.Contains(said, words, StringComparison.Ordinal);
        var activity = await desk.Stranger.PageAsync($"/hargita/{language}/activities/{kept.Activity}");
        Assert.NotNull(activity.QuerySelector($".facts-list a[href='/hargita/{language}/delegations/{kept.Made.Key}']"));
        Assert.NotNull((await desk.As(OfficeRole.Reader).PageAsync($"/hargita/office/activities/{kept.Activity}")).QuerySelector($".facts-list a[href='{kept.Made.Address}/sessions']"));
        Assert.DoesNotContain(Private, page.Body!.TextContent + activity.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_OfADelegationThatIsNotPublished_DoesNotNameIt()
    {
        var kept = await KeptAsync("SE", isPublished: false);
        Assert.DoesNotContain("Example delegation SE", (await desk.Stranger.PageAsync($"/hargita/en/activities/{kept.Activity}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Example delegation SE", (await desk.As(OfficeRole.Reader).PageAsync($"/hargita/office/activities/{kept.Activity}?lang=en")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var file in (string[])["sessions.csv", "contributions.xlsx"])
        {
            using var answer = await desk.Stranger.GetAsync($"/hargita/en/delegations/{kept.Made.Key}/{file}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task OpenData_OfTheRecord_HasCountsAndPublicContributions_AndNothingThatThePageDoesNotShow()
    {
        var kept = await KeptAsync("DK");
        var address = $"/hargita/en/delegations/{kept.Made.Key}";
        var page = await desk.Stranger.PageAsync(address, "small villages");
        foreach (var file in (string[])["sessions.csv", "sessions.xlsx", "contributions.csv", "contributions.xlsx"]) Assert.NotNull(page.QuerySelector($"a[href='{address}/{file}']"));
        var (sessions, contributions, json) = (await TextAsync(desk.Stranger, address + "/sessions.csv"), await TextAsync(desk.Stranger, address + "/contributions.csv"), await TextAsync(desk.Stranger, address + ".json"));
        Assert.Contains($"{kept.Made.Key},{kept.Activity},Session of the Congress,{Day(Today.AddDays(-10))},{Day(Today.AddDays(-10))},1,1,1,", sessions, StringComparison.Ordinal);
        Assert.Contains($",speech,On small villages,en,", contributions, StringComparison.Ordinal);
        Assert.Contains($",{kept.Speaker},{kept.Activity},https://congress.example.com/speech", contributions, StringComparison.Ordinal);
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(1, root.GetProperty("events")[0].GetProperty("attendance").GetProperty("sat_for").GetInt32());
        Assert.Equal("On small villages", Assert.Single(root.GetProperty("contributions").EnumerateArray()).GetProperty("title").GetString());
        foreach (var secret in Secrets) Assert.DoesNotContain(secret, sessions + contributions + json, StringComparison.Ordinal);
        using var sheet = await desk.Stranger.GetAsync(address + "/contributions.xlsx");
        Assert.Equal($"hargita-{kept.Made.Key}-contributions.xlsx", sheet.Content.Headers.ContentDisposition?.FileName);
        using var none = await desk.Stranger.GetAsync("/hargita/en/delegations/nothing/sessions.csv");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Files_OfTheDesk_SayWhoSatForWhom_AndWhatIsNotPublic_ToTheOfficeAlone()
    {
        var kept = await KeptAsync("LT");
        var reader = desk.As(OfficeRole.Reader);
        var page = await reader.PageAsync(kept.Made.Address + "/sessions");
        Assert.Equal(6, page.QuerySelectorAll("main a[download]").Length);
        foreach (var link in page.QuerySelectorAll("main a[download]"))
        {
            using var file = await reader.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        var attendance = await TextAsync(reader, kept.Made.Address + "/sessions?handler=File&list=attendance&ending=csv");
        Assert.Contains($",{kept.Absent},representative,none,excused,\r\n", attendance, StringComparison.Ordinal);
        Assert.Contains($",{kept.Speaker},substitute,none,present,{kept.Absent}", attendance, StringComparison.Ordinal);
        var contributions = await TextAsync(reader, kept.Made.Address + "/sessions?handler=File&list=contributions&ending=csv");
        Assert.Contains(",true", contributions, StringComparison.Ordinal);
        Assert.Contains($",{Private},", contributions, StringComparison.Ordinal);
        foreach (var secret in Secrets.Skip(1)) Assert.DoesNotContain(secret, attendance + contributions, StringComparison.Ordinal);
        using var unknown = await reader.GetAsync(kept.Made.Address + "/sessions?handler=File&list=people&ending=csv");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var stranger = await desk.Stranger.GetAsync(kept.Made.Address + "/sessions?handler=File&list=attendance&ending=csv");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
    }

    /// <summary>Appointed, with a public session at which a substitute sat for a representative and spoke, and something that is not public.</summary>
    private async Task<KeptSession> KeptAsync(string country, bool isPublished = true)
    {
        var made = await (await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", country)).AppointedAsync();
        var (services, edit, day) = (desk.Portal.Services, new Edit("test"), Day(Today.AddDays(-10)));
        var title = new LocalText([KeyValuePair.Create("en", "Session of the Congress"), KeyValuePair.Create("hu", "A Kongresszus ülése")]);
        var item = new ActivityItem { Key = "", Kind = "conference", Status = "confirmed", Public = true, Title = title, Start = day, End = day, Source = "" };
        var (_, activity) = await services.GetRequiredService<ActivityService>().AddAsync(made.Office, item, edit, Cancellation);
        var sessions = services.GetRequiredService<DelegationSessions>();
        Assert.Empty(await sessions.AddAsync(made.Office, made.Key, activity, edit, Cancellation));
        var view = await made.ViewAsync();
        var (absent, substitute) = (view.Seatings.First(s => s.Kind is SeatKind.Representative), view.Seatings.First(s => s.Kind is SeatKind.Substitute));
        var session = Assert.Single(view.Sessions).Id;
        Assert.Empty(await sessions.AttendAsync(made.Office, made.Key, session, [new(absent.Id, Presence.Excused, null), new(substitute.Id, Presence.Present, absent.Id)], edit, Cancellation));
        DelegationContribution Done(string what, bool isPublic) =>
            new(Guid.CreateVersion7(), substitute.Person, session, ContributionKind.Speech, what, "en", Today.AddDays(-10), isPublic ? "https://congress.example.com/speech" : null, isPublic);
        Assert.Empty(await sessions.ContributeAsync(made.Office, made.Key, Done("On small villages", true), edit, Cancellation));
        Assert.Empty(await sessions.ContributeAsync(made.Office, made.Key, Done(Private, false), edit, Cancellation));
        if (isPublished) Assert.Empty(await services.GetRequiredService<DelegationStages>().PublishAsync(made.Office, made.Key, isPublic: true, edit, Cancellation));
        return new KeptSession(made, activity, view.Person(absent.Person).Name, view.Person(substitute.Person).Name);
    }

    private static int Cards(AngleSharp.Dom.IDocument page, string words) => page.QuerySelectorAll(".member").Count(m => PortalFixture.Words(m).Contains(words, StringComparison.Ordinal));

    private static async Task<string> TextAsync(DeskClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, address), (answer.StatusCode, address));
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record KeptSession(DelegationAtDesk Made, string Activity, string Absent, string Speaker);
}
