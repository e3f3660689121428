using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>The history brings back what it can, offers it only there, and says why not elsewhere.</summary>
public sealed class RestoringTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Editor => desk.As(OfficeRole.Editor);

    private DeskClient Approver => desk.As(OfficeRole.Approver);

    private DeskClient Administrator => desk.As(OfficeRole.Administrator);

    [Fact]
    public async Task Membership_Restored_IsWhatItWas_AndItsFirstEntrySaysWhyNot()
    {
        (await Editor.SendAsync("/hargita/office/memberships/new", null, ("organisation.en", "League of Valleys"), ("kind", "full"), ("seats", "3"))).Dispose();
        var address = (await Editor.PageAsync("/hargita/office/memberships")).QuerySelectorAll<IHtmlAnchorElement>("a").First(a => a.TextContent.Contains("League of Valleys", StringComparison.Ordinal)).GetAttribute("href")!;
        (await Editor.SendAsync(address, null, ("seats", "5"))).Dispose();
        var history = "/hargita/office/history/membership/" + address.Split('/')[^1];
        Assert.Contains("added here", Entries(await Approver.PageAsync(history))[^1].TextContent, StringComparison.Ordinal);
        await RestoreAsync(Approver, history);
        Assert.Equal("3", (await Editor.PageAsync(address)).QuerySelector("#seats")?.GetAttribute("value"));
    }

    [Fact]
    public async Task SheetAndTexts_OfTheOffice_AreRestoredByAnAdministrator_AndByNobodyElse()
    {
        const string history = "/hargita/office/history/office/hargita";
        (await Administrator.SendAsync("/hargita/office/settings", null, ("phone", "+40 1"))).Dispose();
        (await Administrator.SendAsync("/hargita/office/settings", null, ("phone", "+40 2"))).Dispose();
        var seen = await Approver.PageAsync(history);
        Assert.Contains("Only an administrator", Entries(seen)[0].TextContent, StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll("input[name=entry]"));
        var entry = Entry(await Administrator.PageAsync(history));
        using var forged = await Approver.SendAsync(await PageWithAFormAsync(), "/hargita/office/history/partner/zala", "Restore", ("entry", entry));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        await RestoreAsync(Administrator, history);
        Assert.Equal("+40 1", (await Administrator.PageAsync("/hargita/office/settings")).QuerySelector("#phone")?.GetAttribute("value"));

        var last = (await Administrator.PageAsync("/hargita/office/settings/goals")).QuerySelectorAll("input[name=key]").Length - 1;
        (await Administrator.SendAsync("/hargita/office/settings/goals", null, ($"text{last}.en", "A goal too many"))).Dispose();
        await RestoreAsync(Administrator, history);
        Assert.DoesNotContain("A goal too many", (await Administrator.PageAsync("/hargita/office/settings/goals")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_Restored_IsWhoSheWas_UntilSheIsErased()
    {
        const string partner = "/hargita/office/partners/zala";
        (await Editor.SendAsync(partner + "/contacts/new", null, ("name", "Vissza Vera"), ("email", "vera@example.org"), ("purpose", "visits"), ("source", "her card"))).Dispose();
        var address = (await Editor.PageAsync(partner)).QuerySelectorAll("a[href*='/contacts/']").First(a => a.ParentElement!.ParentElement!.TextContent.Contains("Vissza Vera", StringComparison.Ordinal)).GetAttribute("href")!;
        (await Editor.SendAsync(address, null, ("name", "Elírt Vera"))).Dispose();
        var history = "/hargita/office/history/contact/" + address.Split('/')[^1];
        Assert.Contains("vera@example.org", (await Administrator.PageAsync("/hargita/office/personal-data?who=Vissza")).Body!.TextContent, StringComparison.Ordinal);
        await RestoreAsync(Approver, history);
        Assert.Equal("Vissza Vera", (await Editor.PageAsync(address)).QuerySelector("#name")?.GetAttribute("value"));

        var before = await Approver.PageAsync(history);
        (await Editor.SendAsync(address, "Erase")).Dispose();
        var after = await Approver.PageAsync(history);
        Assert.Empty(after.QuerySelectorAll("input[name=entry]"));
        Assert.All(Entries(after), e => Assert.Contains("was erased", e.TextContent, StringComparison.Ordinal));
        using var tried = await Approver.SendAsync(before, history, "Restore", ("form-id", Guid.CreateVersion7().ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, tried.StatusCode);
        await using var states = desk.Portal.Database.Database.Source.CreateCommand("select set_config('tessera.office', id::text, false) from office where slug = 'hargita'; select count(*) from contact_state where said like '%Vera%'");
        await using var reader = await states.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0L, reader.GetInt64(0));
    }

    [Fact]
    public async Task Document_TakenFromTheLists_ComesBack()
    {
        const string documents = "/hargita/office/partners/zala/documents";
        (await Editor.UploadAsync(documents, "Add", "file", "back.txt", "It comes back."u8.ToArray(), ("title", "Comes back"))).Dispose();
        var id = Row(await Approver.PageAsync(documents))!.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        (await Approver.SendAsync(documents, "Publish", ("id", id), ("isPublic", "true"))).Dispose();
        (await Approver.SendAsync(documents, "Withdraw", ("id", id))).Dispose();
        Assert.Null(Row(await Approver.PageAsync(documents)));
        await RestoreAsync(Approver, "/hargita/office/history/document/" + id);
        Assert.NotNull(Row(await Approver.PageAsync(documents)));
        using var open = await desk.Nobody.GetAsync($"/hargita/en/documents/{id}");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        static IElement? Row(IHtmlDocument page) => page.QuerySelectorAll("tbody tr").FirstOrDefault(r => r.TextContent.Contains("Comes back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agreement_ThatIsAtAnotherPartnerNow_SaysSo()
    {
        foreach (var name in new[] { "Moves From", "Moves To" })
        {
            (await Editor.SendAsync("/hargita/office/partners/new", null, ("registeredName", name), ("names.en", name), ("kind", "cooperation"), ("country", "MD"), ("authorityKind", "municipality"))).Dispose();
        }

        using var added = await Editor.SendAsync("/hargita/office/partners/moves-from/agreements/new", null, ("kind", "friendship"), ("decision", "8/2001"));
        var key = added.Headers.Location!.OriginalString.Split('/')[^1];
        (await Editor.SendAsync($"/hargita/office/agreements/{key}/edit", null, ("decision", "9/2001"))).Dispose();
        (await Approver.SendAsync("/hargita/office/partners/moves-from/merge", null, ("into", "moves-to"))).Dispose();
        var changed = Entries(await Approver.PageAsync("/hargita/office/history/agreement/" + key)).Single(e => e.QuerySelector(".badge")!.TextContent == "changed");
        Assert.Contains("at another partner", changed.TextContent, StringComparison.Ordinal);
        Assert.Null(changed.QuerySelector("input[name=entry]"));
    }

    private async Task<IHtmlDocument> PageWithAFormAsync()
    {
        (await Editor.SendAsync("/hargita/office/partners/zala/edit", null, ("registeredName", "Zala " + Guid.CreateVersion7()))).Dispose();
        return await Approver.PageAsync("/hargita/office/history/partner/zala");
    }

    private static IReadOnlyList<IElement> Entries(IHtmlDocument page) => [.. page.QuerySelectorAll(".entry")];

    private static string Entry(IHtmlDocument page) => page.QuerySelector("input[name=entry]")!.GetAttribute("value")!;

    private static async Task RestoreAsync(DeskClient person, string history)
    {
        using var restored = await person.SendAsync(history, "Restore");
        Assert.True(restored.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(restored)).QuerySelector(".error-summary")?.TextContent);
    }
}
