using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>What one office keeps at its desk takes nothing from the others that share the directory with it, nor from those who keep the same register at the same time.</summary>
public sealed class SharedDirectoryTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly string[] Values = ["11,111", "22,222", "33,333"];

    [Fact]
    public async Task Organisation_NamedLikeAKeyOfAnotherOffices_IsOneOfItsOwn()
    {
        using var added = await desk.As(OfficeRole.Editor).SendAsync("/hargita/office/memberships/new", null, ("organisation.en", "CEMR"), ("kind", "full"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("Council of European Municipalities and Regions", (await desk.Nobody.PageAsync("/toosz/en/memberships")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("CEMR", (await desk.Nobody.PageAsync("/hargita/en/memberships")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Successor_NamedLikeAKeyOfAnotherOffices_IsOneOfItsOwn()
    {
        using var recorded = await desk.As(OfficeRole.Approver).SendAsync("/hargita/office/partners/zala/authority", null, ("kind", "merger"), ("date", "2020-01-01"), ("successor.en", "De Rehna"));
        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        Assert.Contains("Town of Rehna", (await desk.Stranger.PageAsync("/svenljunga/office/partners/new")).QuerySelector("option[value=de-rehna]")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfAnOfficeWithAPartnerOfAnotherOfficesSource_CanBeSaved()
    {
        await using var portal = await TestPortal.StartAsync();
        using var administrator = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Administrator, "admin@example.org");
        using var added = await administrator.SendAsync("/hargita/office/partners/new", null, ("registeredName", "Rehna"), ("names.en", "Rehna"), ("authority", "de-rehna"), ("country", "DE"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var saved = await administrator.SendAsync("/hargita/office/settings", null, ("phone", "+40 266 207701"));
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(saved)).QuerySelector(".error-summary")?.TextContent);
    }

    [Fact]
    public async Task Partner_ChangedWhileTheSheetIsSaved_KeepsBothChanges()
    {
        await using var portal = await TestPortal.StartAsync();
        var (offices, partners) = (portal.Services.GetRequiredService<OfficeService>(), portal.Services.GetRequiredService<PartnerService>());
        var office = (await portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", CancellationToken.None))!;
        Task<EditResult>? meanwhile = null;
        var findings = await offices.ChangeAsync(
            office,
            file =>
            {
                meanwhile = Task.Run(() => partners.ChangeAsync(office, "zala", null, p => p with { RegisteredName = "Between" }, new Edit("editor"), CancellationToken.None));
                SpinWait.SpinUntil(() => meanwhile.IsCompleted, TimeSpan.FromSeconds(2));
                return file with { Office = file.Office with { Contact = file.Office.Contact with { Phone = "42" } } };
            },
            new Edit("administrator"),
            CancellationToken.None);
        Assert.Empty(findings);
        Assert.True((await meanwhile!).IsDone);
        Assert.Equal("Between", (await partners.FindAsync(office, "zala", CancellationToken.None))!.Item.RegisteredName);
        Assert.Equal("42", (await offices.FileAsync(office, CancellationToken.None)).Office.Contact.Phone);
    }

    [Fact]
    public async Task SourceOfANewOffice_IsItsOwn_AlsoWhenAnotherIsCreatedAfterIt()
    {
        await using var portal = await TestPortal.StartAsync();
        using var host = await DeskClient.FirstAsync(portal);
        foreach (var slug in new[] { "gyergyo", "csik" })
        {
            using var created = await host.SendAsync("/host", "Create", ("slug", slug), ("kind", "municipality"), ("country", "RO"), ("languages", "hu"), ("name.hu", "Hivatal " + slug), ("colour", "#7a1f2b"), ("email", slug + "@example.org"));
            Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        }

        using var nobody = DeskClient.Nobody(portal);
        Assert.DoesNotContain("Hivatal csik", await (await nobody.GetAsync("/gyergyo/hu/about")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var database = portal.Database.Database.Source.CreateCommand("select count(*) from directory_source where title::text like '%Hivatal %'");
        Assert.Equal(2L, await database.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Merging_WhereBothHaveFactsOfAKind_LosesNone()
    {
        var editor = desk.As(OfficeRole.Editor);
        foreach (var name in new[] { "Fact Goes", "Fact Stays" })
        {
            (await editor.SendAsync("/hargita/office/partners/new", null, ("registeredName", name), ("names.en", name), ("kind", "cooperation"), ("country", "MD"), ("authorityKind", "municipality"))).Dispose();
        }

        foreach (var (partner, value) in new[] { ("fact-goes", "11111"), ("fact-goes", "22222"), ("fact-stays", "33333") })
        {
            using var added = await editor.SendAsync($"/hargita/office/partners/{partner}/facts/new", null, ("kind", "population"), ("value", value), ("unit", "people"), ("asOf", "2021"));
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        using var merged = await desk.As(OfficeRole.Approver).SendAsync("/hargita/office/partners/fact-goes/merge", null, ("into", "fact-stays"));
        Assert.True(merged.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(merged)).QuerySelector(".error-summary")?.TextContent);
        var facts = (await editor.PageAsync("/hargita/office/partners/fact-stays")).QuerySelector("table.facts")!.TextContent;
        Assert.All(Values, value => Assert.Contains(value, facts, StringComparison.Ordinal));
    }
}
