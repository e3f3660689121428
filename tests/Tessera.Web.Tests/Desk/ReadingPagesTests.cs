using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Readings;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>An editor has pages read and takes over what she wants; a reader looks on.</summary>
public sealed class ReadingPagesTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Start = "/hargita/office/read";
    private const string Table = "Partner town;Country;Agreement;Decision;Signed;Website\nLahti;Finland;twinning;12/1994;1994-05-03;www.lahti.fi\nVaasa;Finland;friendship agreement;;2001;\nBács-Kiskun;Hungary;twinning;3/2020;2020;\n";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task Page_Pasted_ShowsItsWordsAndFieldsLinkedBothWays()
    {
        var (address, page) = await PasteAsync("Links both ways", Table);
        var mark = page.QuerySelectorAll("mark a").Single(a => a.TextContent == "Lahti");
        Assert.Equal("Lahti", (page.QuerySelector(mark.GetAttribute("href")!) as IHtmlInputElement)?.Value);
        Assert.Contains(page.QuerySelectorAll(".read-from a"), a => a.GetAttribute("href") == "#" + mark.ParentElement!.Id);
        Assert.All(page.QuerySelectorAll("mark a, .read-from a").Select(a => a.GetAttribute("href")!), href => Assert.Single(page.QuerySelectorAll($"[id='{href[1..]}']")));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        Assert.Contains("Vaasa", page.QuerySelector(".reading__text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("%", page.QuerySelector(".proposal .card__meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await Editor.PageAsync(Start)).QuerySelectorAll("table a"), a => a.GetAttribute("href") == address && a.TextContent == "Links both ways");
        Assert.NotNull((await Editor.PageAsync("/hargita/office/partners")).QuerySelector($"a[href='{Start}']"));
    }

    [Fact]
    public async Task Proposal_CorrectedAndTaken_IsAPartner_AndTheReadingUndone_LeavesNothing()
    {
        var (address, page) = await PasteAsync("Taken and undone", Table);
        var number = NumberOf(page, "Lahti");
        using var wrong = await DecideAsync(page, "Take", number, ($"i{number}.a0.d0.date", "the day before yesterday"), ($"i{number}.population", "many"));
        var refused = await DeskClient.ParseAsync(wrong);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.All(refused.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")!), href => Assert.NotNull(refused.QuerySelector(href)));
        Assert.Equal("the day before yesterday", refused.QuerySelector($"#i{number}-a0-d0-date")?.GetAttribute("value"));

        using var taken = await DecideAsync(refused, "Take", number, ($"i{number}.name", "Lahti stad"), ($"i{number}.a0.d0.date", "3 May 1994"), ($"i{number}.population", "120 000"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var partner = (await Editor.PageAsync(address)).QuerySelectorAll(".proposal a").Single(a => a.GetAttribute("href")!.StartsWith("/hargita/office/partners/lahti", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains("12/1994", (await Editor.PageAsync(partner)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lahti stad", (await Editor.PageAsync("/hargita/en/partners", "Lahti stad")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("From the page “Taken and undone”", (await Editor.PageAsync("/hargita/office/history/partner/" + partner.Split('/')[^1])).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lahti stad", (await Editor.PageAsync(address)).QuerySelector(".differences")!.TextContent, StringComparison.Ordinal);

        using var undone = await Editor.SendAsync(address, "Undo");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.DoesNotContain("Lahti stad", (await Editor.PageAsync("/hargita/en/partners", "Lahti stad", says: false)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Editor.GetAsync(partner)).StatusCode);
        var after = await Editor.PageAsync(address);
        Assert.Empty(after.QuerySelectorAll("main form"));
        Assert.Contains("Undone:", after.QuerySelector(".notice:not(.notice--done)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_OfAnAuthorityThatIsNoMore_NamesItsSuccessor_AndIsTakenAsItSigned()
    {
        var (_, page) = await PasteAsync("An authority that is no more", "Partner town;Country;Agreement;Decision;Signed;Website\nTamsalu;Estonia;twinning;7/1993;1993-06-12;\nLahti;Finland;twinning;12/1994;1994-05-03;\n");
        var said = Assert.Single(page.QuerySelectorAll(".proposal__successor")).TextContent;
        Assert.Equal("Tamsalu exists no more as an authority: since 2017 its successor is Tapa vald (source: Tapa vald, https://www.tapa.ee/et/tutvustus-ja-asukoht). The agreement is taken as it was signed.", said);
        Assert.Contains("The authority exists no more; its successor: Tapa vald", page.QuerySelector($"#i{NumberOf(page, "Tamsalu")} .proposal__why")!.TextContent, StringComparison.Ordinal);
        using var taken = await DecideAsync(page, "Take", NumberOf(page, "Tamsalu"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("Tamsalu", (await Editor.PageAsync("/hargita/en/partners", "Tamsalu")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_LikeAPartnerThatIsThere_IsJoined_NotTakenWithTheRest()
    {
        var (address, page) = await PasteAsync("Joined", Table);
        var number = NumberOf(page, "Bács-Kiskun");
        Assert.Equal("bacs-kiskun", page.QuerySelector<IHtmlSelectElement>($"#i{number}-partner")?.Value);
        using var all = await Editor.SendAsync(address, "TakeAll", ("percent", "50"));
        Assert.Equal(HttpStatusCode.Redirect, all.StatusCode);
        var rest = await Editor.PageAsync(address);
        Assert.NotNull(rest.QuerySelector($"#i{number} form"));
        using var nowhere = await JoinAsync(rest, number, "");
        Assert.Equal(HttpStatusCode.BadRequest, nowhere.StatusCode);
        using var joined = await JoinAsync(rest, number, "bacs-kiskun");
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Contains("3/2020", (await Editor.PageAsync("/hargita/office/partners/bacs-kiskun")).Body!.TextContent, StringComparison.Ordinal);
        using var undone = await Editor.SendAsync(address, "Undo");
        Assert.DoesNotContain("3/2020", (await Editor.PageAsync("/hargita/office/partners/bacs-kiskun")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_SetByHand_AreReadAgain_Remembered_AndForgotten()
    {
        const string table = "Where;Land;Confirmed;Remarks\nJoensuu;Finland;1994;a\nKotka;Finland;2001;b\n";
        var (address, page) = await PasteAsync("Columns", table);
        Assert.Equal(["Where", "Land", "Confirmed", "Remarks"], page.QuerySelectorAll(".matched tbody th").Select(h => h.TextContent));
        Assert.Contains("By what stands in its cells", page.QuerySelectorAll(".matched tbody tr")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("signed", page.QuerySelector<IHtmlSelectElement>(".matched select[name=c2]")!.Value);
        using var wrong = await SetColumnsAsync(page, ("c0", "name"), ("c2", "nonsense"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var again = await SetColumnsAsync(page, ("c0", "name"), ("c2", "renewed"), ("c3", "none"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Editor.GetAsync(address)).StatusCode);
        var read = await Editor.PageAsync(again.Headers.Location!.OriginalString);
        Assert.Contains("As you set on", read.QuerySelector(".matched")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("renewed", read.QuerySelector<IHtmlSelectElement>("#i1-a0-d0-role")!.Value);
        Assert.Equal("1994", read.QuerySelector<IHtmlInputElement>("#i1-a0-d0-date")!.Value);

        var (_, next) = await PasteAsync("Columns of the next", table.Replace("1994", "1999", StringComparison.Ordinal));
        Assert.Equal("renewed", next.QuerySelector<IHtmlSelectElement>("#i1-a0-d0-role")!.Value);
        Assert.Contains("Confirmed: Renewed on", (await Editor.PageAsync(Start)).QuerySelector("#remembered + p + table")!.TextContent, StringComparison.Ordinal);
        var reader = await desk.As(OfficeRole.Reader).PageAsync(again.Headers.Location!.OriginalString);
        Assert.Contains("Renewed on", reader.QuerySelector(".matched")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(reader.QuerySelectorAll(".matched select"));
        using var forgotten = await Editor.SendAsync(Start, "Forget");
        Assert.Equal(HttpStatusCode.Redirect, forgotten.StatusCode);
        Assert.Null((await Editor.PageAsync(Start)).QuerySelector("#remembered"));
        Assert.Equal("signed", (await PasteAsync("Columns once more", table)).Page.QuerySelector<IHtmlSelectElement>(".matched select[name=c2]")!.Value);
    }

    [Fact]
    public async Task Proposals_OfALongFile_ArePagedFiltered_TakenInTheBackground_AndUndoneThere()
    {
        const string syllables = "badefogihukalemonipu";
        var rows = Enumerable.Range(0, 60).Select(n => $"Ob{string.Concat(Enumerable.Range(0, 4).Select(i => syllables.Substring((n / (int)Math.Pow(10, i) % 10) * 2, 2)))};Norway;twinning;{n + 1}/1994");
        var (address, page) = await PasteAsync("A long file", "Partner town;Country;Agreement;Decision\n" + string.Join('\n', rows) + "\n");
        Assert.Equal((50, "2"), (page.QuerySelectorAll(".proposal").Length, page.QuerySelectorAll(".pages a")[^1].TextContent));
        Assert.Contains("60", page.QuerySelector(".reading__show a[href$='show=waiting']")!.TextContent, StringComparison.Ordinal);

        var waiting = await Editor.PageAsync(address + "?show=waiting&page=2");
        using var rejected = await PressAsync(waiting, "Reject", 51);
        var next = rejected.Headers.Location!.OriginalString;
        Assert.Equal($"{address}?show=waiting&at=52#i52", next);
        Assert.NotNull((await Editor.PageAsync(next.Split('#')[0])).QuerySelector("#i52 form"));
        Assert.Equal("i51", Assert.Single((await Editor.PageAsync(address + "?show=rejected")).QuerySelectorAll(".proposal")).Id);

        using var ordered = await Editor.SendAsync(address, "TakeAll", ("percent", "50"));
        Assert.Equal(HttpStatusCode.Redirect, ordered.StatusCode);
        var running = await Editor.PageAsync(address);
        Assert.Equal(("59", "0"), (running.QuerySelector(".work progress")!.GetAttribute("max"), running.QuerySelector(".work progress")!.GetAttribute("value")));
        Assert.Null(running.QuerySelector("form[action*='handler=TakeAll']"));
        await RenewsItselfUntilStoppedAsync(address, running);
        await desk.Portal.Services.GetRequiredService<ReadingWorkJob>().RunAsync(CancellationToken.None);
        var taken = await Editor.PageAsync(address + "?show=taken");
        Assert.Contains("59 partners were added", taken.QuerySelector(".notice:not(.notice--done)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(50, taken.QuerySelectorAll(".proposal").Length);
        Assert.Null(await RefreshAsync(address));

        using var undoing = await Editor.SendAsync(address, "Undo");
        Assert.Equal(HttpStatusCode.Redirect, undoing.StatusCode);
        Assert.NotNull((await Editor.PageAsync(address)).QuerySelector(".work progress"));
        await desk.Portal.Services.GetRequiredService<ReadingWorkJob>().RunAsync(CancellationToken.None);
        var undone = await Editor.PageAsync(address);
        Assert.Contains("59 proposals were taken back", undone.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(undone.QuerySelectorAll("main form"));
    }

    /// <summary>What is typed is never lost: a page that renews itself has no forms, and one that has them stands still.</summary>
    private async Task RenewsItselfUntilStoppedAsync(string address, IDocument running)
    {
        Assert.Equal("5", await RefreshAsync(address));
        Assert.StartsWith("0 of 59", running.Title, StringComparison.Ordinal);
        Assert.Contains("every 5 seconds", running.QuerySelector(".work")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(running.QuerySelectorAll(".proposal form"));
        var stop = running.QuerySelector(".work a")!.GetAttribute("href")!;
        Assert.Equal(address + "?renew=off", stop);
        Assert.Null(await RefreshAsync(stop));
        var still = await Editor.PageAsync(stop + "&show=waiting");
        Assert.Equal(address + "?show=waiting", still.QuerySelector(".work a")!.GetAttribute("href"));
        Assert.All(still.QuerySelectorAll(".reading__show a, .pages a, .proposal form"), e => Assert.Contains("renew=off", e.GetAttribute("href") ?? e.GetAttribute("action"), StringComparison.Ordinal));
        Assert.NotEmpty(still.QuerySelectorAll(".proposal form"));
    }

    private async Task<string?> RefreshAsync(string address)
    {
        using var answer = await Editor.GetAsync(address);
        return answer.Headers.TryGetValues("Refresh", out var said) ? Assert.Single(said) : null;
    }

    [Fact]
    public async Task Reader_LooksAndDecidesNothing()
    {
        var (address, page) = await PasteAsync("For readers", Table);
        var reader = desk.As(OfficeRole.Reader);
        Assert.Empty((await reader.PageAsync(Start)).QuerySelectorAll("main form"));
        var seen = await reader.PageAsync(address);
        Assert.Empty(seen.QuerySelectorAll("main form"));
        Assert.NotEmpty(seen.QuerySelectorAll("mark"));
        foreach (var handler in (string[])["Take&item=1", "Join&item=1", "Reject&item=1", "TakeAll", "Undo"])
        {
            var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", await TokenAsync(reader))]);
            Assert.Equal((handler, HttpStatusCode.Forbidden), (handler, (await reader.PostAsync($"{address}?handler={handler}", form)).StatusCode));
        }

        Assert.NotNull(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Start_WithTwoWaysNoneOrAPicture_SaysWhatToDo()
    {
        using var nothing = await Editor.SendAsync(Start, null, ("pasted", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        using var both = await Editor.UploadAsync(Start, null, "file", "a.csv", Encoding.UTF8.GetBytes(Table), ("pasted", Table));
        Assert.Contains("exactly one", (await DeskClient.ParseAsync(both)).QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        using var picture = await Editor.UploadAsync(Start, null, "file", "a.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0]);
        Assert.Contains("a picture", (await DeskClient.ParseAsync(picture)).QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        using var large = await Editor.UploadAsync(Start, null, "file", "a.txt", new byte[ReadingService.Largest + 1]);
        Assert.Contains("5.0 MB", (await DeskClient.ParseAsync(large)).QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        using var nowhere = await Editor.SendAsync(Start, null, ("address", "ftp://town.example/partners"));
        Assert.NotNull((await DeskClient.ParseAsync(nowhere)).QuerySelector("#address-error"));
    }

    [Fact]
    public async Task Page_WithNothingToTake_SaysSo()
    {
        var (_, page) = await PasteAsync("Nothing", "What is twinning? Two towns sign an agreement and visit each other.");
        Assert.Contains("Nothing to take", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_WhereAFetcherIs_IsFetched_OrRefusedInItsField()
    {
        await using var portal = await TestPortal.StartAsync(services: s => s.AddSingleton<IPageFetcher, PlayedFetcher>());
        using var editor = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Editor, "fetching@example.org");
        using var read = await editor.SendAsync(Start, null, ("address", "https://town.example/partners"));
        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        Assert.Contains("https://town.example/partners", (await editor.PageAsync(read.Headers.Location!.OriginalString)).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        using var refused = await editor.SendAsync(Start, null, ("address", "https://elsewhere.example/"));
        Assert.NotNull((await DeskClient.ParseAsync(refused)).QuerySelector("#address-error"));
    }

    private sealed class PlayedFetcher : IPageFetcher
    {
        public Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellation) =>
            address.Host.Contains("town", StringComparison.Ordinal) ? Task.FromResult(new FetchedPage(address, Encoding.UTF8.GetBytes(Table), "text/html")) : throw new PageFetchException(PageFetchCodes.NoHost, ("host", address.Host));
    }

    private async Task<(string Address, IHtmlDocument Page)> PasteAsync(string title, string text)
    {
        using var read = await Editor.SendAsync(Start, null, ("title", title), ("pasted", text));
        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        var address = read.Headers.Location!.OriginalString;
        return (address, await Editor.PageAsync(address));
    }

    private Task<HttpResponseMessage> SetColumnsAsync(IHtmlDocument page, params (string Name, string Value)[] set)
    {
        foreach (var other in page.QuerySelectorAll("main form").Where(f => !f.GetAttribute("action")!.EndsWith("/columns", StringComparison.Ordinal)).ToList()) other.Remove();
        return Editor.SendAsync(page, "", null, set);
    }

    private static int NumberOf(IHtmlDocument page, string name) =>
        int.Parse(page.QuerySelectorAll(".proposal").Single(p => p.QuerySelector("h3")!.TextContent.Contains(name, StringComparison.Ordinal)).Id![1..], System.Globalization.CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> DecideAsync(IHtmlDocument page, string handler, int number, params (string Name, string Value)[] typed) => Editor.SendAsync(page, "", $"{handler}&item={number}", typed);

    private Task<HttpResponseMessage> JoinAsync(IHtmlDocument page, int number, string partner) => PressAsync(page, "Join", number, ($"i{number}.partner", partner));

    /// <summary>Sends the proposal's form by another of its buttons.</summary>
    private Task<HttpResponseMessage> PressAsync(IHtmlDocument page, string handler, int number, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector<IHtmlFormElement>($"#i{number} form")!;
        form.SetAttribute("action", form.QuerySelectorAll("button").Select(b => b.GetAttribute("formaction")).Single(a => a?.Contains($"handler={handler}&", StringComparison.Ordinal) == true)!);
        return DecideAsync(page, handler, number, typed);
    }

    private static async Task<string> TokenAsync(DeskClient client) => (await client.PageAsync(Start)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
}
