using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Digests;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.EndToEnd.Tests;

/// <summary>
/// What holds for every page behind and before the sign-in, also with something wrong in its form: axe finds nothing in light and dark, nothing scrolls sideways
/// at 320 px, no other host is asked for anything. The languages take turns over the pages.
/// </summary>
public sealed class EveryDeskPageTests(BrowserFixture browser, DeskPortal desk) : IClassFixture<DeskPortal>
{
    private const string Agreement = "/hargita/office/agreements/bacs-kiskun-19-1994";
    private const string Chizhou = "/svenljunga/office/partners/chizhou";
    private const int MostPresses = 200;
    private const string Partner = "/hargita/office/partners/bacs-kiskun";

    private static readonly string[] SignedOut =
    [
        "/account/sign-in", "/account/sign-in?back=/account/kept/00000000-0000-0000-0000-000000000000", "/account/sign-out", "/account/forgotten", "/account/forgotten?sent=true",
        "/account/reset/00000000-0000-0000-0000-000000000000?token=x", "/account/first/gone", "/hargita/office/join/gone", "/hargita/office",
    ];

    private static readonly string[] SignedIn =
    [
        "/account", "/account/authenticator", "/account/kept/00000000-0000-0000-0000-000000000000", "/host", "/hargita/office", "/svenljunga/office", "/toosz/office", "/hargita/office/people",
        "/hargita/office/partners", "/hargita/office/partners?q=qqqq", "/hargita/office/partners/new", Partner, Partner + "/edit", Partner + "/merge", Partner + "/facts/new", Chizhou, Chizhou + "/facts/population",
        Partner + "/agreements/new", "/hargita/office/agreements", "/toosz/office/agreements", "/svenljunga/office/partners/tamsalu", Agreement, Agreement + "/edit", Agreement + "/step", Agreement + "/step?kind=ended",
        "/hargita/office/history", "/hargita/office/history/partner/bacs-kiskun", "/hargita/office/journal", "/hargita/office/nowhere",
        "/hargita/office/search?q=zala", "/hargita/office/search?q=qqqq", "/hargita/office/settings", "/hargita/office/settings/goals", "/hargita/office/memberships", "/hargita/office/memberships/aer/basis", "/hargita/office/memberships/new",
        "/hargita/office/personal-data?who=agnes@example.org", Partner + "/documents", Partner + "/contacts/new", "/svenljunga/office/partners/tamsalu/authority",
        "/hargita/office/reports", "/host/hargita/arms", Partner + "/their-data", "/hargita/office/read",
        "/hargita/office/library", "/hargita/office/library/new", "/hargita/office/memberships/aer/documents", "/hargita/office/news", "/hargita/office/news/new", "/hargita/office/news/egyuttmukodes-a-romak-segiteseert", "/hargita/office/news/egyuttmukodes-a-romak-segiteseert/edit",
        "/hargita/office/activities", "/hargita/office/activities/new", "/hargita/office/activities/import", "/hargita/office/activities/feeds", "/hargita/office/activities/figures", "/hargita/office/activities/szekely-hetek-2010", "/hargita/office/activities/szekely-hetek-2010/edit", "/hargita/office/activities/szekely-hetek-2010/programme",
        "/svenljunga/office/activities/besok-fran-chizhou/arrangements", "/hargita/office/activities/szekely-fesztival/step?step=cancel",
        "/hargita/office/activities/szekely-hetek-2010/coordination", "/hargita/office/board", "/hargita/office/board?view=table", "/hargita/office/board/organisers", "/hargita/office/board/organisers/new", "/hargita/office/board/days",
        "/hargita/office/delegations", "/hargita/office/delegations/new", "/hargita/office/delegations/new?body=congress&country=RO&first=2026-03-01", "/hargita/office/delegations/import", "/toosz/office/delegations",
        "/hargita/office/board/days/new", "/hargita/office/board/bookings", "/hargita/office/board/dates", "/hargita/office/board/plans",
    ];

    private static readonly string[] Memberships = ["/hargita/office/memberships/aer", "/hargita/office/memberships/aer/basis", "/hargita/office/memberships/alda/basis", "/hargita/office/memberships/aer/documents", "/toosz/office/memberships"];

    /// <summary>Forms, and what is typed into them that cannot be right. A field's name and its value.</summary>
    private static readonly (string Page, string Form, (string Name, string Value)[] Typed)[] Wrong =
    [
        ("/account", "Profile", [("name", "")]),
        ("/account", "Password", [("old", "x"), ("password", "short")]),
        ("/account", "AddPasskey", [("proof-add", "x")]),
        ("/account/authenticator", "", [("code", "000000")]),
        ("/host", "Create", [("email", "nobody")]),
        ("/hargita/office/people", "Invite", [("email", "nobody")]),
        ("/hargita/office/people", "AddUnit", []),
        ("/hargita/office/partners/new", "", [("registeredName", "")]),
        ("/hargita/office/partners/new", "", [("registeredName", "A"), ("names.en", "A"), ("websites", "no address")]),
        (Partner + "/edit", "", [("registeredName", ""), ("names.en", ""), ("names.hu", ""), ("names.ro", "")]),
        (Partner + "/edit", "", [("version", "0"), ("address", "elsewhere"), ("websites", "https://example.org/a-rather-long-address-of-a-page/that-has-no-place-to-break")]),
        (Partner + "/contacts/new", "", [("name", "")]),
        (Partner + "/authority", "", [("date", "")]),
        ("/hargita/office/board/organisers/new", "", [("email", "nobody"), ("latitude", "north")]),
        ("/hargita/office/board/days/new", "", [("first", "soon"), ("radiusKm", "far")]),
        ("/hargita/office/board/plans", "", [("from", "2027-06-01"), ("to", "2027-05-01")]),
        ("/hargita/office/settings", "", [("email", "nobody"), ("name.hu", "")]),
        ("/hargita/office/memberships/new", "", [("date", "soon"), ("seats", "x")]),
        ("/hargita/office/settings", "Arms", []),
        ("/host/hargita/arms", "Arms", []),
        (Partner + "/their-data", "Read", [("pasted", "partner,kind,date\nHargita megye,empire,soon")]),
        ("/hargita/office/read", "", [("pasted", " ")]),
        (Partner + "/facts/new", "", [("value", "many"), ("asOf", "soon")]),
        (Partner + "/agreements/new", "", [("date", "the day before yesterday"), ("noticeMonths", "x"), ("theirDate", "?")]),
        (Agreement + "/edit", "", [("date", "31 February 2020")]),
        (Agreement + "/step", "", [("kind", "ended"), ("day", "")]),
        (Agreement + "/step", "", [("kind", "ended"), ("day", "2020")]),
    ];

    [Fact]
    public async Task EveryPage_BeforeTheSignIn_IsForEverybody()
    {
        await using var reader = await browser.ReaderAsync(home: desk.Portal.Address);
        await reader.BringAxeAsync();
        var faults = new List<string>();
        string[] pages = [.. SignedOut, AccountLinks.DigestOff("gone"), AccountLinks.DigestOff(desk.Portal.Services.GetRequiredService<DigestTokens>().Of(Guid.Empty)), await desk.InviteAsync(OfficeRole.Editor, "somebody@example.org")];
        foreach (var (page, language) in pages.Select(Turn)) faults.AddRange(await LookAtAsync(reader, page, language));
        await reader.Page.GotoAsync("/account/sign-in?lang=hu");
        await SendAsync(reader.Page, "", [("email", "agnes@example.org"), ("password", "wrong")]);
        faults.AddRange(await ForEverybody.FaultsAsync(reader.Page, "/account/sign-in, refused"));
        await reader.Page.GotoAsync(pages[^1]);
        await SendAsync(reader.Page, "", [("name", ""), ("password", "short")]);
        faults.AddRange(await ForEverybody.FaultsAsync(reader.Page, "the invitation, refused"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(reader.Strangers);
    }

    [Fact]
    public async Task EveryPage_OfTheDesk_IsForEverybody()
    {
        await using var reader = await OpenAsync();
        var faults = new List<string>();
        foreach (var (page, language) in SignedIn.Select(Turn)) faults.AddRange(await LookAtAsync(reader, page, language));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(reader.Strangers);
        Assert.DoesNotContain(reader.Complaints, c => !c.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PageThatWasRead_WaitingRefusedTakenAndUndone_IsForEverybody()
    {
        await using var reader = await OpenAsync();
        var (page, faults) = (reader.Page, new List<string>());
        await page.GotoAsync("/hargita/office/read?lang=hu");
        await page.Locator("#pasted").FillAsync("Partner town;Country;Agreement;Decision;Signed;Website\nLahti;Finland;twinning;12/1994;1994-05-03;www.lahti.fi\nBács-Kiskun;Hungary;friendship agreement;3/2020;2020;\n");
        await page.Locator("main form button").ClickAsync();
        var address = new Uri(page.Url).AbsolutePath;
        foreach (var language in BrowserFixture.Languages) faults.AddRange(await LookAtAsync(reader, address, language));
        await SendAsync(page, "Take&item=1", [("i1.name", ""), ("i1.a0.d0.date", "?")]);
        Assert.True(await page.Locator("#errors").IsVisibleAsync());
        faults.AddRange(await ForEverybody.FaultsAsync(page, "a proposal, refused"));
        await page.GotoAsync(address);
        await page.Locator("#i1 form button").First.ClickAsync();
        faults.AddRange(await LookAtAsync(reader, address, "sv"));
        await SendAsync(page, "Undo", []);
        faults.AddRange(await LookAtAsync(reader, address, "ro"));
        await page.GotoAsync("/hargita/office/read");
        await page.Locator("#pasted").FillAsync("What is twinning? It is friendship between towns.");
        await page.Locator("main form button").ClickAsync();
        faults.AddRange(await ForEverybody.FaultsAsync(page, "a page with nothing in it"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task EveryForm_WithSomethingWrong_SaysItForEverybody()
    {
        await using var reader = await OpenAsync();
        var faults = new List<string>();
        foreach (var (index, (page, form, typed)) in Wrong.Index()) faults.AddRange(await RefusedAsync(reader.Page, page, Turn(page, index).Language, form, typed));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task EveryPage_OfStudyToursAndTheLibrary_AlsoRefused_IsForEverybody()
    {
        var tours = await ToursAtDesk.MadeAsync(desk.Portal, "toosz");
        await using var reader = await OpenAsync();
        var faults = new List<string>();
        string[] pages = [.. tours.DeskPages, .. Memberships];
        // Each page in two languages, so that each tour is read in all of them.
        foreach (var (page, language) in pages.Concat(pages.Skip(1)).Select(Turn)) faults.AddRange(await LookAtAsync(reader, page, language));
        (string, string, (string, string)[])[] wrong =
        [
            (tours.DeskPages[0], "Rules", [("places", "0"), ("until", "soon")]), (tours.DeskPages[0], "Add", []), (tours.DeskPages[1], "Amend", [("population", "many")]), (tours.DeskPages[1], "Decide", [("mark", "x")]),
            (tours.DeskPages[3], "Rules", [("places", ""), ("perAuthority", ""), ("until", "")]), ("/toosz/office/library/new", "", []), ($"/toosz/office/library/{tours.Publication}/edit", "", [("title.hu", ""), ("year", "x")]),
            ($"/toosz/office/library/{tours.Publication}/files", "Add", []), ("/hargita/office/memberships/aer/documents", "Add", []),
        ];
        foreach (var (index, (page, form, typed)) in wrong.Index()) faults.AddRange(await RefusedAsync(reader.Page, page, Turn(page, index).Language, form, typed));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(reader.Strangers);
    }

    [Fact]
    public async Task EveryPage_OfADelegation_AlsoRefused_IsForEverybody()
    {
        var prepared = await (await DelegationAtDesk.MadeAsync(desk.Portal, "toosz", "RO")).SeatedAsync();
        var appointed = await (await DelegationAtDesk.MadeAsync(desk.Portal, "toosz", "SE")).AppointedAsync();
        var session = await appointed.WithASessionAsync();
        await appointed.WithAnActivityAsync();
        var (association, person) = ((await prepared.ViewAsync()).Proposers[0].Key, (await prepared.PersonAsync("Anna")).Id);
        await using var reader = await OpenAsync();
        var faults = new List<string>();
        string[] parts = ["", "/terms", "/associations", "/people", "/people?q=qqqq", "/compose", "/stages", "/members", "/sessions", "/documents", "/letters"];
        string[] pages =
        [
            .. parts.Select(p => prepared.Address + p), $"{prepared.Address}/associations/new", $"{prepared.Address}/associations/{association}", $"{prepared.Address}/people/new", $"{prepared.Address}/people/{person}",
            .. parts.Select(p => appointed.Address + p), $"{appointed.Address}/sessions/{session}",
        ];
        foreach (var (page, language) in pages.Select(Turn)) faults.AddRange(await LookAtAsync(reader, page, language));
        (string, string, (string, string)[])[] wrong =
        [
            ("/toosz/office/delegations/new?body=congress&country=NO&first=2026-03-01", "", [("seats-representative-none", "x")]), (prepared.Address + "/terms", "", [("first", "")]), (prepared.Address + "/associations/new", "", []),
            (prepared.Address + "/people/new", "", []), (prepared.Address + "/stages", "Call", [("call-on", ""), ("call-until", "")]), (prepared.Address + "/documents", "Add", []), (appointed.Address + "/members", "Leave", []),
            (appointed.Address + "/sessions", "Add", []), ($"{appointed.Address}/sessions/{session}", "Contribute", []), ("/toosz/office/delegations/import", "Read", []),
        ];
        foreach (var (index, (page, form, typed)) in wrong.Index()) faults.AddRange(await RefusedAsync(reader.Page, page, Turn(page, index).Language, form, typed));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(reader.Strangers);
    }

    [Fact]
    public async Task SecondStep_FromTheKeyToTheSignIn_IsForEverybody()
    {
        await using var reader = await browser.ReaderAsync(home: desk.Portal.Address);
        await reader.BringAxeAsync();
        var (page, faults) = (reader.Page, new List<string>());
        await page.GotoAsync(await desk.InviteAsync(OfficeRole.Reader, "careful@example.org") + "?lang=ro");
        await SendAsync(page, "", [("name", "Ioana"), ("password", DeskClient.Password)]);
        await page.GotoAsync("/account/authenticator");
        var key = await page.Locator(".key").InnerTextAsync();
        await SendAsync(page, "", [("code", Totp.Code(key.Replace(" ", "", StringComparison.Ordinal)))]);
        Assert.True(await page.Locator(".codes").IsVisibleAsync());
        var recovery = await page.Locator(".codes code").First.InnerTextAsync();
        faults.AddRange(await ForEverybody.FaultsAsync(page, "the recovery codes"));
        faults.AddRange(await LookAtAsync(reader, "/account/authenticator", "sv"));
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?lang=hu");
        await SendAsync(page, "", [("email", "careful@example.org"), ("password", DeskClient.Password)]);
        Assert.EndsWith("/account/second-step", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        faults.AddRange(await ForEverybody.FaultsAsync(page, "the second step"));
        await SendAsync(page, "", [("code", "000000")]);
        Assert.True(await page.Locator("#errors").IsVisibleAsync());
        faults.AddRange(await ForEverybody.FaultsAsync(page, "the second step, refused"));
        await SendAsync(page, "", [("code", recovery)]);
        Assert.Equal("/account", new Uri(page.Url).AbsolutePath);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task WithScriptsOff_APartnerIsAdded_AndNoButtonIsDead()
    {
        await using var reader = await OpenAsync(scripts: false);
        foreach (var page in SignedIn)
        {
            await reader.Page.GotoAsync(page);
            Assert.True(await reader.Page.Locator("h1").IsVisibleAsync(), page);
            Assert.Equal(0, await reader.Page.Locator("button[type=button]:visible").CountAsync());
        }

        await reader.Page.GotoAsync("/hargita/office/partners/new?lang=en");
        await reader.Page.GetByLabel("Name as the register writes it").FillAsync("Kísérleti megye");
        await reader.Page.GetByRole(AriaRole.Group, new() { Name = "Names" }).GetByLabel("Hungarian").FillAsync("Kísérleti megye");
        await reader.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await reader.Page.GetByLabel("Address").FillAsync("Fő tér 1");
        await reader.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The partner was added.");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Fő tér 1");
    }

    [Fact]
    public async Task Keyboard_SkipsTheHead_FindsTheSearch_AndReachesEveryField()
    {
        await using var reader = await OpenAsync();
        var page = reader.Page;
        await ReachAsync(page, Partner + "/edit");
        await page.GetByLabel("Websites").PressAsync("/");
        await Assertions.Expect(page.GetByLabel("Websites")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).FocusAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search everything" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Search everything" })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Keyboard_OnFormsOfToursLibraryMembershipsAndDelegations_ReachesEveryField()
    {
        var tours = await ToursAtDesk.MadeAsync(desk.Portal, "hargita");
        var delegation = await DelegationAtDesk.MadeAsync(desk.Portal, "toosz", "FI");
        await using var reader = await OpenAsync();
        foreach (var page in (string[])[tours.DeskPages[1], $"/hargita/office/library/{tours.Publication}/edit", "/hargita/office/memberships/aer", $"{delegation.Address}/terms", $"{delegation.Address}/stages"]) await ReachAsync(reader.Page, page);
        await ReachAsync(reader.Page, $"/hargita/en/activities/{tours.Open}/apply");
    }

    /// <summary>Tab, from the skip link on, comes to every field of the page that is not folded away, and the focus is always seen.</summary>
    private static async Task ReachAsync(IPage page, string address)
    {
        await page.GotoAsync(address + "?lang=en");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Locator(".skip-link").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        var wanted = (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main :is(input:not([type=hidden], [tabindex=\"-1\"]), select, textarea)')].filter(e => e.checkVisibility()).map(e => e.id)")).ToHashSet();
        Assert.NotEmpty(wanted);
        for (var presses = 0; presses < MostPresses && wanted.Count > 0; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            wanted.Remove(await page.EvaluateAsync<string>("document.activeElement.id"));
            var unseen = await page.EvaluateAsync<string>("(e => e.checkVisibility() && getComputedStyle(e).outlineStyle !== 'none' ? '' : e.outerHTML.slice(0, 200))(document.activeElement)");
            Assert.True(unseen.Length == 0, $"{address}: the focus is not seen on {unseen}");
        }

        Assert.True(wanted.Count == 0, $"{address}: {string.Join(", ", wanted)}");
    }

    private static (string Page, string Language) Turn(string page, int index) => (page, BrowserFixture.Languages[index % BrowserFixture.Languages.Length]);

    private async Task<Reader> OpenAsync(bool scripts = true)
    {
        var reader = await browser.ReaderAsync(scripts: scripts, home: desk.Portal.Address);
        await reader.TakeOverAsync(desk.Host);
        if (scripts) await reader.BringAxeAsync();
        return reader;
    }

    private static async Task<IEnumerable<string>> LookAtAsync(Reader reader, string page, string language)
    {
        await reader.Page.GotoAsync($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
        return await ForEverybody.FaultsAsync(reader.Page, $"{page} ({language})");
    }

    /// <summary>What is wrong with a page that was sent with something wrong, or says nothing of it.</summary>
    private static async Task<IEnumerable<string>> RefusedAsync(IPage shown, string page, string language, string form, (string Name, string Value)[] typed)
    {
        await shown.GotoAsync($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
        await SendAsync(shown, form, typed);
        var faults = new List<string>();
        if (!await shown.Locator("#errors").IsVisibleAsync()) faults.Add($"{page} {form} says nothing of what is wrong");
        faults.AddRange(await ForEverybody.FaultsAsync(shown, $"{page} {form} ({language}), refused"));
        faults.AddRange(await shown.EvaluateAsync<string[]>("[...document.querySelectorAll('.error-summary a')].filter(a => !document.querySelector(a.getAttribute('href'))).map(a => 'no field ' + a.outerHTML)"));
        return faults;
    }

    /// <summary>Types what cannot be right and sends it past the browser's own checks.</summary>
    /// <param name="form">The handler of the form; empty for the one without.</param>
    private static async Task SendAsync(IPage page, string form, (string Name, string Value)[] typed)
    {
        var sent = page.Locator(form.Length > 0 ? $"main form[action*='handler={form}']" : "main form[method=post]").First;
        foreach (var (name, value) in typed)
        {
            await sent.Locator($"[name='{name}']").First.EvaluateAsync("(field, value) => { field.value = value }", value);
        }

        await sent.EvaluateAsync("form => { document.documentElement.dataset.sent = ''; form.noValidate = true; form.requestSubmit() }");
        await page.Locator("html[data-sent]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.WaitForLoadStateAsync();
    }
}
