using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>What nobody would type is refused or kept, and never breaks a page.</summary>
public sealed class OddInputTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Dates_InTheLastYearThereIs_BreakNoPage()
    {
        var editor = desk.As(OfficeRole.Editor);
        const string partner = "/hargita/office/partners/zala";
        (await editor.SendAsync(partner + "/facts/new", null, ("kind", "population"), ("value", "1"), ("unit", "people"), ("asOf", "9999"))).Dispose();
        (await editor.SendAsync(partner + "/agreements/new", null, ("kind", "friendship"), ("role", "signed"), ("date", "9998"), ("until", "9999"))).Dispose();
        foreach (var page in new[] { partner, "/hargita/office", "/hargita/office/agreements" })
        {
            using var answer = await editor.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Term_ThatEndedInTheFirstYearThereIs_BreaksNoPage()
    {
        var editor = desk.As(OfficeRole.Editor);
        (await editor.SendAsync("/hargita/office/partners/tolna/agreements/new", null, ("kind", "friendship"), ("until", "0001"), ("noticeMonths", "60"))).Dispose();
        foreach (var page in new[] { "/hargita/office", "/hargita/office/agreements/tolna-friendship" })
        {
            using var answer = await editor.GetAsync(page);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{page}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/hargita/office/history/journal?until=9999-12-31")]
    [InlineData("/hargita/office/journal?until=9999-12-31")]
    [InlineData("/hargita/office/journal?from=0001-01-01&until=0001-01-01")]
    [InlineData("/hargita/office/search?q=a%00b")]
    [InlineData("/hargita/office/search?q=%27%3A%2A%20%26%20%21")]
    [InlineData("/hargita/office/personal-data?who=a%00b%5C")]
    [InlineData("/hargita/office/partners?q=a%00b")]
    [InlineData("/hargita/en/partners?q=a%00b")]
    [InlineData("/hargita/office/partners/a%00b")]
    [InlineData("/hargita/office/history/partner/a%00b")]
    [InlineData("/hargita/en/partners/a%00b")]
    [InlineData("/hargita/office/join/a%00b")]
    [InlineData("/hargita/en/news/a%00b")]
    [InlineData("/hargita/en/news/a%00b/useful")]
    [InlineData("/hargita/en/news?year=9999&page=9999&field=a%00b&partner=zala")]
    [InlineData("/hargita/en/fields/a%00b")]
    [InlineData("/hargita/office/news/a%00b")]
    public async Task Address_WithWhatNobodyWouldType_IsNoFailure(string address)
    {
        using var answer = await desk.As(OfficeRole.Administrator).GetAsync(address);
        Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
    }

    [Theory]
    [InlineData("/hargita/office/partners/zala/edit", null, "registeredName", "a\0b")]
    [InlineData("/hargita/office/partners/zala/contacts/new", null, "name", "a\0b")]
    [InlineData("/hargita/office/people", "AddUnit", "unit.en", "a\0b")]
    [InlineData("/hargita/office/news/new", null, "title.hu", "a\0b")]
    [InlineData("/hargita/office/news/new", null, "published", "9999-12-31")]
    [InlineData("/hargita/office/people", "Invite", "email", "a\0b@example.org")]
    [InlineData("/account", "Profile", "name", "a\0b")]
    public async Task Field_WithACharacterTheDatabaseRefuses_IsNoFailure(string page, string? handler, string field, string value)
    {
        using var answer = await desk.As(OfficeRole.Administrator).SendAsync(page, handler, (field, value), ("purpose", "p"), ("source", "s"));
        Assert.True((int)answer.StatusCode < 500, $"{page}: {answer.StatusCode}");
    }

    [Fact]
    public async Task Role_ThatIsNoWord_TakesNothingFromAnybody()
    {
        var administrator = desk.As(OfficeRole.Administrator);
        var reader = (await administrator.PageAsync("/hargita/office/people")).QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("reader@example.org", StringComparison.Ordinal)).QuerySelector("input[name=account]")!.GetAttribute("value")!;
        using var refused = await administrator.SendAsync("/hargita/office/people", "Role", ("account", reader), ("role", "owner"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("reader@example.org", (await administrator.PageAsync("/hargita/office/people")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_OfAKindThatIsNone_OrWithAnAddressTooLong_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        using var host = await DeskClient.FirstAsync(portal);
        (string, string)[] office = [("slug", "hargita"), ("country", "RO"), ("languages", "hu"), ("name.hu", "Másik"), ("colour", "#7a1f2b")];
        using var refused = await host.SendAsync("/host", "Create", [.. office, ("kind", "empire"), ("email", "eve@example.org")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var tooLong = await host.SendAsync("/host", "Create", [.. office[1..], ("slug", "masik"), ("kind", "municipality"), ("email", new string('a', 250) + "@example.org")]);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
    }
}
