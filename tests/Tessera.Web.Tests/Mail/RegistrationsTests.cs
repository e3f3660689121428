using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Contacts;
using Tessera.Testing;
using Tessera.Web.Post;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>Registering for an activity without an account, by a real mail server: a place, the waiting list, cancelling by link, moving up, and that names are nowhere but at the desk.</summary>
public sealed class RegistrationsTests : IAsyncLifetime
{
    private const string Public = "https://partners.example.org";
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private SmtpServer _server = null!;
    private TestPortal _portal = null!;
    private DeskClient _officer = null!;
    private DeskClient _citizen = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SmtpServer.StartAsync();
        _portal = await TestPortal.StartAsync(_server.Settings, _clock, publicAddress: Public);
        _officer = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Administrator, "piroska@example.org");
        _citizen = DeskClient.Nobody(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        _citizen.Dispose();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Citizen_Registers_Cancels_AndTheNextMovesUp()
    {
        var key = await OpenedAsync("Adventi vásár", places: "1");
        Assert.NotNull((await _citizen.PageAsync($"/hargita/hu/activities/{key}", "Jelentkezés")).QuerySelector($"a[href='/hargita/hu/activities/{key}/register']"));
        await RegisterAsync(key, "hu", "Kovács Anna", "anna@example.org");
        await RegisterAsync(key, "sv", "Bo Ek", "bo@example.se");
        await RunAsync();
        var anna = await _server.MailToAsync("anna@example.org");
        Assert.Equal("A helye: Adventi vásár, 2026. december 12.", anna.Subject);
        Assert.StartsWith("Väntelista:", (await _server.MailToAsync("bo@example.se")).Subject, StringComparison.Ordinal);
        var link = Regex.Match(anna.Text, Regex.Escape(Public) + @"(/hargita/hu/registration/\S+)").Groups[1].Value;
        using var open = await _citizen.GetAsync(link);
        Assert.Equal((HttpStatusCode.OK, "no-referrer"), (open.StatusCode, string.Join(',', open.Headers.GetValues("Referrer-Policy"))));
        Assert.Contains("van helye", (await DeskClient.ParseAsync(open)).Body!.TextContent, StringComparison.Ordinal);
        using var cancelled = await _citizen.SendAsync(link, null);
        Assert.Contains("lemondta", (await _citizen.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        await RunAsync();
        var mails = (await _server.MailsAsync()).Where(m => m.Recipient == "bo@example.se").ToList();
        Assert.Equal(2, mails.Count);
        Assert.StartsWith("En plats har blivit ledig:", mails[1].Subject, StringComparison.Ordinal);
        using var nobody = await _citizen.GetAsync("/hargita/hu/registration/0123456789abcdef0123456789abcdef");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.Equal(["Bo Ek"], (await _officer.PageAsync($"/hargita/office/activities/{key}/registration/door")).QuerySelectorAll("tbody th").Select(t => t.TextContent));
    }

    [Fact]
    public async Task Form_WithMistakes_KeepsWhatWasTyped_AndAMachineThatFillsInEverythingIsNotRegistered()
    {
        var key = await OpenedAsync("Adventi vásár");
        using var wrong = await _citizen.SendAsync($"/hargita/en/activities/{key}/register", null, ("name", "Kovács Anna"), ("email", "anna"), ("people", "many"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.Equal(("Kovács Anna", "many"), (page.QuerySelector("#name")?.GetAttribute("value"), page.QuerySelector("#people")?.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#email-error"));
        Assert.NotNull(page.QuerySelector("#people-error"));
        using var machine = await _citizen.SendAsync($"/hargita/en/activities/{key}/register", null, ("name", "Bot"), ("email", "bot@example.org"), ("website", "https://example.org"));
        Assert.Equal(HttpStatusCode.Redirect, machine.StatusCode);
        Assert.DoesNotContain("Bot", (await _officer.PageAsync(Desk(key))).Body!.TextContent, StringComparison.Ordinal);
        using var closed = await _citizen.GetAsync("/hargita/en/activities/szekely-hetek-2010/register");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task Names_OfWhoRegisteredAndOfGuests_AreNowhereOnThePortal()
    {
        var key = await OpenedAsync("Adventi vásár");
        await RegisterAsync(key, "hu", "Titkos Tamara", "tamara@example.org");
        (await _officer.SendAsync($"/hargita/office/activities/{key}/guests", "Add", ("name", "Titkos Tímea"), ("minor", "true"))).Dispose();
        foreach (var address in (string[])["activities/" + key, $"activities/{key}.json", $"activities/{key}.ics", $"activities/{key}/register", "calendar/2026-12", "activities.json", "activities.csv", "changes"])
        {
            using var page = await _citizen.GetAsync("/hargita/hu/" + address);
            Assert.Equal((address, HttpStatusCode.OK), (address, page.StatusCode));
            Assert.DoesNotContain("Titkos", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Titkos", (await _officer.PageAsync("/hargita/office/history")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officer_AddsByHand_Downloads_RemovesWithALetter_AndTellsEverybodyThatItIsOff()
    {
        var key = await OpenedAsync("Adventi vásár", places: "3");
        (await _officer.SendAsync(Desk(key), "Add", ("name", "=Nagy Éva"), ("people", "2"))).Dispose();
        await RegisterAsync(key, "hu", "Kovács Anna", "anna@example.org");
        using var full = await _officer.SendAsync(Desk(key), "Rules", ("places", "many"));
        Assert.Equal(HttpStatusCode.BadRequest, full.StatusCode);
        using var csv = await _officer.GetAsync(Desk(key) + "?handler=Csv");
        var text = await csv.Content.ReadAsStringAsync(Cancellation);
        Assert.StartsWith("name,email,phone,people,status,reply,registered_at\r\n'=Nagy Éva,,,2,place,", text, StringComparison.Ordinal);
        await RunAsync();
        (await _officer.SendAsync($"/hargita/office/activities/{key}/step?step=cancel", null, ("reason.hu", "Vihar jön."))).Dispose();
        (await _officer.SendAsync(Desk(key), "Tell")).Dispose();
        await RunAsync();
        var off = (await _server.MailsAsync())[^1];
        Assert.StartsWith("Elmarad:", off.Subject, StringComparison.Ordinal);
        Assert.Contains("Vihar jön.", off.Text, StringComparison.Ordinal);
        var page = await _officer.PageAsync(Desk(key));
        (await _officer.SendAsync(page, Desk(key), "Remove")).Dispose();
        Assert.Equal(["has a place", "cancelled"], (await _officer.PageAsync(Desk(key) + "?lang=en")).QuerySelectorAll("tbody td:nth-of-type(2)").Select(t => t.TextContent));
    }

    [Fact]
    public async Task Person_WhoRegistered_HostsAndInterprets_IsFound_AndErasedEverywhere()
    {
        var key = await OpenedAsync("Adventi vásár", more: ("hosts", "Szőke Ágnes, főtanácsos\nMás Valaki"));
        (await _officer.SendAsync($"/hargita/office/activities/{key}/programme", null, ("start-0", "2026-12-12 10:00"), ("what-0.hu", "Megnyitó"), ("interpreter-0", "Szőke Ágnes"))).Dispose();
        (await _officer.SendAsync($"/hargita/office/activities/{key}/arrangements", null, ("side-0", "ours"), ("what-0.hu", "Könyvek"), ("person-0", "Szőke Ágnes"))).Dispose();
        (await _officer.SendAsync($"/hargita/office/activities/{key}/guests", "Add", ("name", "Szőke Ágnes"))).Dispose();
        await RegisterAsync(key, "hu", "Szőke Ágnes", "szoke@example.org");
        using var export = await _officer.GetAsync("/hargita/office/personal-data?handler=Export&who=szoke");
        var held = JsonDocument.Parse(await export.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("held").EnumerateArray().Select(h => h.GetProperty("kind").GetString()).Order(StringComparer.Ordinal);
        Assert.Equal(["activity-host", "activity-interpreter", "activity-promise", "guest", "registration"], held);
        using var erased = await _officer.SendAsync("/hargita/office/personal-data?who=szoke", null);
        Assert.Contains("Nothing is held", (await _officer.PageAsync("/hargita/office/personal-data?who=szoke")).Body!.TextContent, StringComparison.Ordinal);
        var page = (await _officer.PageAsync($"/hargita/office/activities/{key}")).Body!.TextContent;
        Assert.Contains("Más Valaki", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Szőke", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Szőke", (await _officer.PageAsync($"/hargita/office/history/activity/{key}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("…", (await _officer.PageAsync($"/hargita/office/history/activity/{key}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Network_ThatRegistersMoreThanItsShare_IsRefused_AndIsNotCountedForWhatWasNotDone()
    {
        var key = await OpenedAsync("Adventi vásár", places: "200");
        async Task<HttpResponseMessage> SendAsync(string email, string people) => await _citizen.SendAsync($"/hargita/en/activities/{key}/register", null, ("name", "Anna"), ("email", email), ("people", people));
        (await SendAsync("a@example.org", "20")).Dispose();
        (await SendAsync("nobody", "20")).Dispose();
        using var second = await SendAsync("b@example.org", "20");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        using var third = await SendAsync("c@example.org", "1");
        Assert.Equal(HttpStatusCode.BadRequest, third.StatusCode);
        Assert.Contains("40 people have been registered", (await DeskClient.ParseAsync(third)).QuerySelector("#people-error")!.TextContent, StringComparison.Ordinal);
        _clock.Now += TimeSpan.FromDays(1);
        using var tomorrow = await SendAsync("c@example.org", "1");
        Assert.Equal(HttpStatusCode.Redirect, tomorrow.StatusCode);
    }

    [Fact]
    public async Task Registrations_AMonthAfterTheActivity_AreForgottenByTheJob()
    {
        var key = await OpenedAsync("Adventi vásár");
        await RegisterAsync(key, "hu", "Kovács Anna", "anna@example.org");
        _clock.Now = new DateTimeOffset(2027, 1, 12, 3, 0, 0, TimeSpan.Zero);
        Assert.Contains(" 1 registrations and applications,", await _portal.Services.GetRequiredService<RetentionJob>().RunAsync(Cancellation), StringComparison.Ordinal);
    }

    private static string Desk(string key) => $"/hargita/office/activities/{key}/registration";

    private async Task RegisterAsync(string key, string language, string name, string email)
    {
        _clock.Now += TimeSpan.FromMinutes(1);
        using var done = await _citizen.SendAsync($"/hargita/{language}/activities/{key}/register", null, ("name", name), ("email", email), ("people", "1"));
        Assert.Equal($"/hargita/{language}/activities/{key}/register?done=true", done.Headers.Location?.OriginalString);
        Assert.NotNull((await _citizen.PageAsync(done.Headers.Location!.OriginalString)).QuerySelector(".notice--done"));
    }

    private async Task<string> OpenedAsync(string title, string places = "10", params (string Name, string Value)[] more)
    {
        using var added = await _officer.SendAsync("/hargita/office/activities/new", null, [("kind", "fair"), ("purpose", ""), ("title.hu", title), ("start", "2026-12-12"), ("public", "true"), .. more]);
        if (added.Headers.Location is null) Assert.Fail((await DeskClient.ParseAsync(added)).QuerySelector("#errors")?.TextContent ?? added.StatusCode.ToString());
        var key = added.Headers.Location!.OriginalString.Split('/')[^1];
        using var opened = await _officer.SendAsync(Desk(key), "Rules", ("open", "true"), ("places", places), ("until", "2026-12-10"), ("waiting", "true"), ("question.hu", "Melyik műhely?"));
        if (opened.StatusCode != HttpStatusCode.Redirect) Assert.Fail((await DeskClient.ParseAsync(opened)).QuerySelector("#errors")?.TextContent ?? opened.StatusCode.ToString());
        return key;
    }

    private Task<string> RunAsync() => _portal.Services.GetRequiredService<LetterJob>().RunAsync(Cancellation);
}
