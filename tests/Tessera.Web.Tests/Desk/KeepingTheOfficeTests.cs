using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>What changes seldom is kept at the desk too: the office's sheet, its texts, memberships, events of authorities; and offices by their host.</summary>
public sealed class KeepingTheOfficeTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Administrator => desk.As(OfficeRole.Administrator);

    private DeskClient Approver => desk.As(OfficeRole.Approver);

    [Fact]
    public async Task Sheet_ChangedAtTheDesk_IsOnThePortal_AndAWrongColourIsRefused()
    {
        using var wrong = await Administrator.SendAsync("/hargita/office/settings", null, ("colour", "red"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.NotNull((await DeskClient.ParseAsync(wrong)).QuerySelector("#colour-error"));
        (await Administrator.SendAsync("/hargita/office/settings", null, ("phone", "+40 266 207700"))).Dispose();
        Assert.Contains("+40 266 207700", (await desk.Nobody.PageAsync("/hargita/en/about", "+40 266 207700")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OpenedBeforeSomebodyElseSaved_IsNotSavedOverHers()
    {
        var mine = await Administrator.PageAsync("/hargita/office/settings");
        (await Administrator.SendAsync("/hargita/office/settings", null, ("phone", "1"))).Dispose();
        using var stale = await Administrator.SendAsync(mine, "/hargita/office/settings", null, ("phone", "2"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("2", (await DeskClient.ParseAsync(stale)).QuerySelector("#phone")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Goals_AddedAndEmptied_ComeAndGoOnThePortal()
    {
        const string page = "/hargita/office/settings/goals";
        var last = (await Administrator.PageAsync(page)).QuerySelectorAll("input[name=key]").Length - 1;
        (await Administrator.SendAsync(page, null, ($"text{last}.en", "More friends"))).Dispose();
        Assert.Contains("More friends", (await desk.Nobody.PageAsync("/hargita/en", "More friends")).Body!.TextContent, StringComparison.Ordinal);
        (await Administrator.SendAsync(page, null, ($"text{last}.en", ""))).Dispose();
        Assert.DoesNotContain("More friends", (await desk.Nobody.PageAsync("/hargita/en", "More friends", says: false)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Membership_Added_IsOnThePortal()
    {
        using var added = await desk.As(OfficeRole.Editor).SendAsync("/hargita/office/memberships/new", null, ("organisation.en", "Covenant of Mayors"), ("kind", "full"), ("role", "since"), ("date", "2019-03"));
        Assert.Equal("/hargita/office/memberships", added.Headers.Location?.OriginalString);
        Assert.Contains("Covenant of Mayors", (await desk.Nobody.PageAsync("/hargita/en/memberships", "Covenant of Mayors")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merger_OfAPartnersAuthority_ShowsOnItsAgreements_AsksForReconfirmation_AndIsSettledByIt()
    {
        using var recorded = await Approver.SendAsync("/hargita/office/partners/zala/authority", null, ("kind", "merger"), ("date", "2020-01-01"), ("successor.en", "West Transdanubia"));
        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        var agreement = (await Approver.PageAsync("/hargita/office/partners/zala")).QuerySelector("section[aria-labelledby=agreements] a")!.GetAttribute("href")!;
        Assert.NotNull((await Approver.PageAsync(agreement)).QuerySelector("h1 .badge--partner-succeeded"));
        Assert.Contains("West Transdanubia", (await desk.Nobody.PageAsync("/hargita/en/partners/zala", "West Transdanubia")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await Approver.PageAsync("/hargita/office")).QuerySelectorAll(".need--succeeded"), n => n.TextContent.Contains("Zala", StringComparison.Ordinal));
        (await Approver.SendAsync(agreement + "/step", null, ("kind", "reconfirmed"), ("day", "2021-05"), ("stage", ""))).Dispose();
        Assert.NotNull((await Approver.PageAsync(agreement)).QuerySelector("h1 .badge--in-force"));
    }

    [Fact]
    public async Task Host_CreatesAnOffice_InvitesItsAdministrator_AndSuspendsIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var host = await DeskClient.FirstAsync(portal);
        using var created = await host.SendAsync("/host", "Create", ("slug", "szekelyudvarhely"), ("kind", "municipality"), ("country", "RO"), ("languages", "hu"), ("name.hu", "Székelyudvarhely"), ("colour", "#7a1f2b"), ("email", "admin@udvarhely.example"));
        Assert.True(created.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(created)).QuerySelector(".error-summary")?.TextContent);
        Assert.Contains("/szekelyudvarhely/office/join/", (await host.PageAsync("/host")).QuerySelector(".notice")?.TextContent, StringComparison.Ordinal);
        using var nobody = DeskClient.Nobody(portal);
        Assert.Contains("Székelyudvarhely", (await nobody.PageAsync("/szekelyudvarhely/hu")).Body!.TextContent, StringComparison.Ordinal);
        (await host.SendAsync("/host", "Suspend", ("slug", "szekelyudvarhely"), ("suspended", "true"))).Dispose();
        HttpStatusCode closed = HttpStatusCode.OK;
        for (var i = 0; i < 40 && closed == HttpStatusCode.OK; i++)
        {
            using var answer = await nobody.GetAsync("/szekelyudvarhely/hu");
            closed = answer.StatusCode;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.NotFound, closed);
    }
}
