using System.Diagnostics;
using System.Net;
using System.Text;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>An office gets its arms from its administrator or its host, and loses them.</summary>
public sealed class ArmsTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly byte[] Drawing = Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");

    private DeskClient Administrator => desk.As(OfficeRole.Administrator);

    [Fact]
    public async Task Arms_UploadedInTheSettings_AreOnAKeptPageWithinTwoSeconds_AndGoAgain()
    {
        Assert.Null((await desk.Nobody.PageAsync("/hargita/hu")).QuerySelector(".brand__arms"));
        using var sent = await Administrator.UploadAsync("/hargita/office/settings", "Arms", "arms", "cimer.svg", Drawing);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var since = Stopwatch.StartNew();
        var picture = (await desk.Nobody.PageAsync("/hargita/hu")).QuerySelector(".brand__arms");
        while (picture is null && since.Elapsed < TimeSpan.FromSeconds(2)) picture = (await desk.Nobody.PageAsync("/hargita/hu")).QuerySelector(".brand__arms");
        Assert.Equal("", picture?.GetAttribute("alt"));
        Assert.Null((await desk.Nobody.PageAsync("/svenljunga/sv")).QuerySelector(".brand__arms"));

        var page = await Administrator.PageAsync("/hargita/office/settings");
        Assert.NotNull(page.QuerySelector(".brand__arms"));
        Assert.NotEqual("", page.QuerySelector("img.arms")?.GetAttribute("alt"));
        var address = picture!.GetAttribute("src")!;
        await AssertServedAsync(address);
        Assert.Contains("Coat of arms", (await Administrator.PageAsync("/hargita/office/history")).QuerySelector(".differences")?.TextContent, StringComparison.Ordinal);

        (await Administrator.SendAsync("/hargita/office/settings", "RemoveArms")).Dispose();
        Assert.Null((await Administrator.PageAsync("/hargita/office")).QuerySelector(".brand__arms"));
    }

    [Fact]
    public async Task Arms_ThatRunSomething_AreRefusedInWords_AndNothingChanges()
    {
        using var sent = await Administrator.UploadAsync("/hargita/office/settings", "Arms", "arms", "x.svg", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Contains("script", (await DeskClient.ParseAsync(sent)).QuerySelector("#arms-error")?.TextContent, StringComparison.Ordinal);
        using var nothing = await Administrator.SendAsync("/hargita/office/settings", "Arms");
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        using var tooLarge = await Administrator.UploadAsync("/hargita/office/settings", "Arms", "arms", "x.png", new byte[540 * 1024]);
        Assert.Contains("512 KB", (await DeskClient.ParseAsync(tooLarge)).QuerySelector("#arms-error")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arms_OfANewOffice_AreGivenByTheHost_WhoMayRemoveThem()
    {
        await using var portal = await TestPortal.StartAsync();
        using var host = await DeskClient.FirstAsync(portal);
        using var created = await host.UploadAsync("/host", "Create", "arms", "x.svg", Drawing, ("slug", "cimeres"), ("kind", "municipality"), ("country", "RO"), ("languages", "hu"), ("name.hu", "Címeres"), ("colour", "#7a1f2b"), ("email", "admin@cimeres.example"));
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        Assert.NotNull((await host.PageAsync("/host/cimeres/arms")).QuerySelector("img.arms"));
        using var removed = await host.SendAsync("/host/cimeres/arms", "RemoveArms");
        Assert.Null((await host.PageAsync("/host/cimeres/arms")).QuerySelector("img.arms"));
        using var again = await host.UploadAsync("/host/cimeres/arms", "Arms", "arms", "x.gif", [.. "GIF89a"u8]);
        Assert.NotNull((await DeskClient.ParseAsync(again)).QuerySelector("#arms-error"));
        using var given = await host.UploadAsync("/host/cimeres/arms", "Arms", "arms", "x.svg", Drawing);
        using var nobody = DeskClient.Nobody(portal);
        Assert.NotNull((await nobody.PageAsync("/cimeres/hu")).QuerySelector(".brand__arms"));
    }

    private async Task AssertServedAsync(string address)
    {
        // Twice: as it is made, and as the portal keeps it.
        for (var time = 0; time < 2; time++)
        {
            using var answer = await desk.Nobody.GetAsync(address);
            Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
            Assert.Contains("immutable", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        }

        using var other = await desk.Nobody.GetAsync(address.Replace(".svg", ".png", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var elsewhere = await desk.Nobody.GetAsync(address.Replace("hargita", "toosz", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }
}
