using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>An editor takes delegations over from a file.</summary>
public sealed class DelegationImportTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Page = "/hargita/office/delegations/import";

    private const string Table = """
        delegation,body,name,country,term_first,term_last,seat,chamber,seats,person_id,person,public_office,authority,from,until
        past,congress,Kongresszusi delegáció (példa),RO,2016-10-01,2021-03-25,representative,local,2,1,Példa Anna (példa),Példafalva polgármestere,Példafalva,,
        past,congress,Kongresszusi delegáció (példa),RO,2016-10-01,2021-03-25,representative,local,2,2,Minta Béla (példa),,Mintaváros,,2019-05-31
        past,congress,Kongresszusi delegáció (példa),RO,2016-10-01,2021-03-25,representative,local,2,3,Próba Csaba (példa),Próbaháza polgármestere,Próbaháza,2019-09-01,
        past,congress,Kongresszusi delegáció (példa),RO,2016-10-01,2021-03-25,substitute,local,1,,,,,,
        """;

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task File_ReadAndConfirmed_IsADelegationOfThePast_WithoutNamesThatAreNotPublic()
    {
        Assert.NotNull((await Editor.PageAsync("/hargita/office/delegations")).QuerySelector($"a[href='{Page}']"));
        using var read = await Editor.UploadAsync(Page, "Read", "file", "regi.csv", Encoding.UTF8.GetBytes(Table));
        var shown = await DeskClient.ParseAsync(read);
        Assert.Equal((HttpStatusCode.OK, 3), (read.StatusCode, shown.QuerySelectorAll("tbody tr").Length));
        Assert.Equal(1, shown.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("not public", StringComparison.Ordinal)));

        Assert.Equal(["–", "Not known why", "–"], shown.QuerySelectorAll("tbody td[data-label=Why]").Select(PortalFixture.Words));
        Assert.Contains("1 member left before the end of the term, and the file does not say why", shown.QuerySelector("p.notice")!.TextContent, StringComparison.Ordinal);
        using var taken = await Editor.SendAsync(shown, Page, "Take", ("take", "past"));
        Assert.Equal((HttpStatusCode.Redirect, "/hargita/office/delegations"), (taken.StatusCode, taken.Headers.Location?.OriginalString));
        Assert.Contains("Kongresszusi delegáció (példa)", (await Editor.PageAsync("/hargita/office/delegations")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Kongresszusi", (await Editor.PageAsync("/hargita/en/delegations")).Body!.TextContent, StringComparison.Ordinal);

        await PublishAsync();
        var list = await Editor.PageAsync("/hargita/en/delegations", "Kongresszusi");
        var address = list.QuerySelectorAll(".card").Single(c => c.TextContent.Contains("Kongresszusi", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        var open = (await Editor.PageAsync(address)).Body!.TextContent;
        Assert.Contains("Példa Anna (példa)", open, StringComparison.Ordinal);
        Assert.Contains("A seat that is taken", open, StringComparison.Ordinal);
        using var data = await Editor.GetAsync(address + ".json");
        var json = await data.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Próbaháza", json, StringComparison.Ordinal);
        foreach (var secret in (string[])["Minta Béla", "Mintaváros", "end_reason"]) Assert.DoesNotContain(secret, open + json, StringComparison.Ordinal);

        using var twice = await Editor.UploadAsync(Page, "Read", "file", "regi.csv", Encoding.UTF8.GetBytes(Table));
        using var refused = await Editor.SendAsync(await DeskClient.ParseAsync(twice), Page, "Take", ("take", "past"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("overlaps", (await DeskClient.ParseAsync(refused)).QuerySelector(".error-summary")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_ThatNoFileSays_IsShownAsUnknown_SaidAtTheDesk_AndComesBackFromTheDesksOwnFile()
    {
        var older = Table.Replace(",RO,2016-10-01,2021-03-25", ",BG,2011-10-01,2020-03-25", StringComparison.Ordinal).Replace("past,congress,Kongresszusi", "older,congress,Régi", StringComparison.Ordinal);
        using var read = await Editor.UploadAsync(Page, "Read", "file", "regi.csv", Encoding.UTF8.GetBytes(older));
        using var taken = await Editor.SendAsync(await DeskClient.ParseAsync(read), Page, "Take", ("take", "older"));
        var members = (await Editor.PageAsync("/hargita/office/delegations")).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Bulgaria", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href") + "/members";
        Assert.Contains("Not known why", Left(await Editor.PageAsync(members)), StringComparison.Ordinal);
        Assert.Null((await desk.As(OfficeRole.Reader).PageAsync(members)).QuerySelector("main form"));
        using (var unsaid = await Editor.SendAsync(members, "Explain"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, unsaid.StatusCode);
            Assert.NotNull((await DeskClient.ParseAsync(unsaid)).QuerySelector("#why-error"));
        }

        using (var said = await Editor.SendAsync(members, "Explain", ("why", "resigned"))) Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var page = await Editor.PageAsync(members);
        Assert.Contains("Resigned", Left(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='handler=Explain']"));
        foreach (var ending in (string[])["csv", "json"])
        {
            using var file = await desk.As(OfficeRole.Reader).GetAsync($"{members}?handler=File&ending={ending}");
            using var again = await Editor.UploadAsync(Page, "Read", "file", "own." + ending, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            var shown = await DeskClient.ParseAsync(again);
            Assert.Contains("Resigned", shown.QuerySelectorAll("tbody td[data-label=Why]").Select(PortalFixture.Words));
            Assert.Null(shown.QuerySelector("p.notice"));
        }

        using (var published = await desk.As(OfficeRole.Approver).SendAsync(members.Replace("/members", "/stages", StringComparison.Ordinal), "Publish")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        var portal = members.Replace("/office/", "/en/", StringComparison.Ordinal).Replace("/members", "", StringComparison.Ordinal);
        foreach (var ending in (string[])[".csv", ".json"])
        {
            using var open = await desk.Stranger.GetAsync(portal + ending);
            var told = await open.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("2019-05-31", told, StringComparison.Ordinal);
            foreach (var secret in (string[])["end_reason", "resigned", "Minta Béla"]) Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        }

        using var sheet = await desk.As(OfficeRole.Reader).GetAsync(members + "?handler=File&ending=xlsx");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        using var stranger = await desk.Stranger.GetAsync(members + "?handler=File&ending=json");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);

        static string Left(AngleSharp.Dom.IDocument page) => PortalFixture.Words(page.QuerySelectorAll("section[aria-labelledby=former] tbody tr").Single(r => r.TextContent.Contains("Minta Béla", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task File_WithMistakes_IsRefusedWithItsLines_AndNothingIsKept()
    {
        using var read = await Editor.UploadAsync(Page, "Read", "file", "regi.csv", Encoding.UTF8.GetBytes(Table.Replace("2019-05-31", "tegnap", StringComparison.Ordinal).Replace("past,", "other,", StringComparison.Ordinal)));
        var page = await DeskClient.ParseAsync(read);
        Assert.Equal(HttpStatusCode.BadRequest, read.StatusCode);
        Assert.Contains("Line 3", page.QuerySelector("section.error-summary")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("“tegnap” is no day", page.QuerySelector("section.error-summary")?.TextContent, StringComparison.Ordinal);
        using var nothing = await Editor.UploadAsync(Page, "Read", "file", "x.csv", []);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        using var forged = await Editor.SendAsync(Page, "Read", ("content", "***"), ("take", "past"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private async Task PublishAsync()
    {
        var (services, cancellation) = (desk.Portal.Services, TestContext.Current.CancellationToken);
        var office = (await services.GetRequiredService<OfficeQueries>().FindAsync("hargita", cancellation))!;
        var card = (await services.GetRequiredService<DelegationQueries>().ListAsync(office, publicOnly: false, cancellation)).Single(d => d.First.Year == 2016);
        Assert.Equal((DelegationState.Ended, 3, 2), (card.State, card.Seats, card.Filled));
        Assert.Empty(await services.GetRequiredService<DelegationStages>().PublishAsync(office, card.Key, isPublic: true, new Edit("test"), cancellation));
    }
}
