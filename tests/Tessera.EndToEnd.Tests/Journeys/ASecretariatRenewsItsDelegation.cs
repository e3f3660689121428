using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Testing;
using Xunit;

namespace Tessera.EndToEnd.Tests.Journeys;

/// <summary>
/// TÖOSZ renews its country's delegation from the call to the publication: the first composition has too few women, one exchange mends it, the minister appoints, a delegate loses her mandate and is
/// replaced, a session's attendance is kept, and the portal shows it in four languages. All people are examples.
/// </summary>
public sealed class ASecretariatRenewsItsDelegation(BrowserFixture browser, DeskPortal desk) : IClassFixture<DeskPortal>
{
    private const string Desk = "/toosz/office/delegations";
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FromTheCall_ToThePublication_AndAReplacement()
    {
        using var joined = await DeskClient.JoinAsync(desk.Portal, "toosz", OfficeRole.Approver, "edit@example.org");
        await using var officer = await browser.ReaderAsync(home: desk.Portal.Address);
        await officer.TakeOverAsync(joined);
        var page = officer.Page;
        var delegation = await PrepareAsync(page);
        await CallAsync(page, delegation);
        await ProposeAsync(delegation);
        await ComposeAsync(page, delegation);
        await AppointAsync(page, delegation);
        await ReplaceAsync(page, delegation);
        await AttendAsync(page, delegation);
        foreach (var address in (string[])["", "/terms", "/associations", "/people", "/compose", "/stages", "/members", "/sessions", "/documents"]) await AnOfficerPlansAVisit.LookAsync(page, $"{Desk}/{delegation}{address}");
        await AnOfficerPlansAVisit.LookAsync(page, Desk);
        Assert.Empty(officer.Strangers);
        Assert.Empty(officer.Complaints);

        await using var citizen = await browser.ReaderAsync(scripts: false, home: desk.Portal.Address);
        foreach (var language in (string[])["hu", "sv", "ro", "en"])
        {
            await citizen.Page.GotoAsync($"/toosz/{language}/delegations/{delegation}");
            await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Példa Nő 6");
            await Assertions.Expect(citizen.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        }
    }

    /// <summary>Seats and rules come filled in; two associations are entered.</summary>
    /// <returns>The delegation's key.</returns>
    private static async Task<string> PrepareAsync(IPage page)
    {
        await page.GotoAsync($"{Desk}/new?lang=en");
        await page.Locator("[name=body]").SelectOptionAsync("congress");
        await page.Locator("[name=country]").SelectOptionAsync("HU");
        await page.Locator("[name=first]").FillAsync(Written(Today.AddDays(-10)));
        await page.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[name='seats-representative-none']")).ToHaveValueAsync("7");
        await page.Locator("[name='names.hu']").FillAsync("A Kongresszus magyar delegációja (példa)");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(u => u.Contains("/delegations/a-kongresszus", StringComparison.Ordinal));
        var key = new Uri(page.Url).Segments[4].Trim('/');
        foreach (var (name, email) in ((string, string)[])[("Északi Szövetség (példa)", "north@example.org"), ("Déli Szövetség (példa)", "south@example.org")])
        {
            await page.GotoAsync($"{Desk}/{key}/associations/new");
            await page.Locator("[name='names.hu']").FillAsync(name);
            await page.Locator("[name=email]").FillAsync(email);
            await page.Locator("main form.form button[type=submit]").First.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(name);
        }

        return key;
    }

    private static async Task CallAsync(IPage page, string delegation)
    {
        await page.GotoAsync($"{Desk}/{delegation}/stages");
        await page.Locator("[name='call-until']").FillAsync(Written(Today.AddDays(20)));
        await page.Locator("form[action*='handler=Call'] button").ClickAsync();
        await Assertions.Expect(page.Locator("form[action*='handler=Consult']")).ToBeVisibleAsync();
    }

    /// <summary>The associations propose: more men than women, and the men first.</summary>
    private async Task ProposeAsync(string delegation)
    {
        var office = (await desk.Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("toosz", Cancellation))!;
        var people = desk.Portal.Services.GetRequiredService<DelegationPeople>();
        var associations = (await desk.Portal.Services.GetRequiredService<DelegationQueries>().FindAsync(office, delegation, publicOnly: false, Cancellation))!.Proposers;
        for (var i = 0; i < 20; i++)
        {
            var (isWoman, number) = (i >= 14, i >= 14 ? i - 13 : i + 1);
            var draft = new PersonDraft(
                Guid.CreateVersion7(), associations[i % 2].Key, $"Példa {(isWoman ? "Nő" : "Férfi")} {number}", $"Példafalva {i}", "Region " + (i % 4), AuthorityLevel.Local, MandateKind.Elected, Today.AddYears(-1), null,
                LocalText.Of("hu", $"Példafalva {i} polgármestere"), i + 1, i + 1, false, false, null, null, null, [], new DelegationTraits(isWoman ? Sex.Female : Sex.Male, 1975, ""));
            Assert.Empty(await people.PutAsync(office, delegation, draft, "an association", byAssociation: true, Cancellation));
        }
    }

    /// <summary>Thirteen men and one woman are seated: the page says which rule is broken and mends it at one stroke.</summary>
    private async Task ComposeAsync(IPage page, string delegation)
    {
        await SeatAsync(delegation);
        await page.GotoAsync($"{Desk}/{delegation}/compose");
        await Assertions.Expect(page.Locator(".verdict--blocking")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".verdicts")).ToContainTextAsync("Példa Nő 1");
        await page.Locator(".verdict--blocking form[action*='handler=Apply'] button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".verdict--blocking")).ToHaveCountAsync(0);
        await page.Locator("form[action*='#proposal'] button").ClickAsync();
        await Assertions.Expect(page.Locator("article.proposal").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private async Task SeatAsync(string delegation)
    {
        var office = (await desk.Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("toosz", Cancellation))!;
        var view = (await desk.Portal.Services.GetRequiredService<DelegationQueries>().FindAsync(office, delegation, publicOnly: false, Cancellation))!;
        Seating Of(string name, SeatKind kind) => new(DelegationModels.KeyOf(view.People.Single(p => p.Name == name).Id), kind, Chamber.None);
        Seating[] seats =
        [
            .. Enumerable.Range(1, 7).Select(i => Of($"Példa Férfi {i}", SeatKind.Representative)), Of("Példa Nő 1", SeatKind.Substitute),
            .. Enumerable.Range(8, 6).Select(i => Of($"Példa Férfi {i}", SeatKind.Substitute)),
        ];
        Assert.Empty(await desk.Portal.Services.GetRequiredService<DelegationComposing>().ApplyAsync(office, delegation, seats, new("Kovács Ágnes"), Cancellation));
    }

    private static async Task AppointAsync(IPage page, string delegation)
    {
        await page.GotoAsync($"{Desk}/{delegation}/stages");
        await page.Locator("[name='consult-on']").FillAsync(Written(Today.AddDays(-5)));
        await page.Locator("[name='consult-until']").FillAsync(Written(Today.AddDays(10)));
        await page.Locator("form[action*='handler=Consult'] button").ClickAsync();
        await page.Locator("[name='appoint-on']").FillAsync(Written(Today.AddDays(-3)));
        await page.Locator("[name='appoint-by']").FillAsync("a helyi önkormányzatokért felelős miniszter (példa)");
        await page.Locator("[name='appoint-appointment']").FillAsync("1/2026 (példa)");
        await page.Locator("form[action*='handler=Appoint'] button").ClickAsync();
        await page.Locator("[name='credentials-on']").FillAsync(Written(Today.AddDays(-2)));
        await page.Locator("form[action*='handler=Credentials'] button").ClickAsync();
        await page.Locator("form[action*='handler=Publish'] button").ClickAsync();
        await Assertions.Expect(page.Locator("[name=isPublic]")).ToHaveValueAsync("false");
    }

    /// <summary>A woman loses her mandate: the vacancy has its last day, and another woman is proposed for the seat and appointed.</summary>
    private static async Task ReplaceAsync(IPage page, string delegation)
    {
        await page.GotoAsync($"{Desk}/{delegation}/members");
        var leaving = page.Locator("select[name=seating] option").Filter(new() { HasTextRegex = new Regex("Példa Nő 1\\b") });
        await page.Locator("select[name=seating]").SelectOptionAsync(await leaving.GetAttributeAsync("value") ?? "");
        await page.Locator("select[name=ending]").SelectOptionAsync("lost-mandate");
        await page.Locator("[name=lastDay]").FillAsync(Written(Today.AddDays(-1)));
        await page.Locator("form[action*='handler=Leave'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".need")).ToContainTextAsync("Példa Nő 1");
        await page.GotoAsync($"{Desk}/{delegation}/compose");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Példa Nő 6" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(page.Locator(".verdict--blocking")).ToHaveCountAsync(0);
        await page.GotoAsync($"{Desk}/{delegation}/members");
        await page.Locator("[name^='on-']").FillAsync(Written(Today));
        await page.Locator("[name^='appointment-']").FillAsync("2/2026 (példa)");
        await page.Locator("form[action*='handler=Appoint'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".need")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[aria-labelledby=former]")).ToContainTextAsync("Példa Nő 6");
    }

    /// <summary>A session of the calendar is attended; a substitute sits for a representative who is excused.</summary>
    private async Task AttendAsync(IPage page, string delegation)
    {
        var office = (await desk.Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("toosz", Cancellation))!;
        var item = new ActivityItem { Key = "", Kind = "conference", Status = "confirmed", Public = true, Title = LocalText.Of("hu", "A Kongresszus ülése (példa)"), Start = Written(Today), Source = "" };
        var (_, activity) = await desk.Portal.Services.GetRequiredService<ActivityService>().AddAsync(office, item, new("Kovács Ágnes"), Cancellation);
        await page.GotoAsync($"{Desk}/{delegation}/sessions");
        await page.Locator("select[name=activity]").SelectOptionAsync(activity);
        await page.Locator("form[action*='handler=Add'] button").ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "A Kongresszus ülése (példa)" }).First.ClickAsync();
        await page.Locator("select[name^='presence-']").First.SelectOptionAsync("excused");
        await page.Locator("select[name^='presence-']").Last.SelectOptionAsync("present");
        await page.Locator("select[name^='satFor-']").Last.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("form[action*='handler=Attend'] button").ClickAsync();
        await page.GotoAsync($"{Desk}/{delegation}/sessions");
        await Assertions.Expect(page.Locator("table.attendance tbody tr")).ToHaveCountAsync(15);
        await AnOfficerPlansAVisit.LookAsync(page, page.Url);
    }

    private static string Written(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
