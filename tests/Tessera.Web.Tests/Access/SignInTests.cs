using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>Coming in, staying in, going out.</summary>
public sealed class SignInTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task FirstAdministrator_WithTheLinkOfTheFirstStart_IsHostAndAdministratorOfEveryOffice_AndTheLinkEnds()
    {
        await using var portal = await TestPortal.StartAsync();
        var token = await portal.Services.GetRequiredService<InvitationService>().FirstAsync(CancellationToken.None);
        using var first = DeskClient.Nobody(portal);
        using var joined = await first.SendAsync($"/account/first/{token}", null, ("name", "Anna"), ("email", "anna@example.org"), ("password", DeskClient.Password));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Equal(3, (await first.PageAsync("/account")).QuerySelectorAll(".cards li").Length);
        using var again = await DeskClient.Nobody(portal).GetAsync($"/account/first/{token}");
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Null(await portal.Services.GetRequiredService<InvitationService>().FirstAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("rövid", "10")]
    [InlineData("1234567890", "list")]
    [InlineData("aaaaaaaaaaaa", "list")]
    [InlineData("kovacsanna1", "list")]
    public async Task Joining_WithAPasswordThatIsNone_IsRefusedAndKeepsTheName(string password, string said)
    {
        var office = await desk.Portal.Services.GetRequiredService<Features.Offices.OfficeQueries>().FindAsync("hargita", CancellationToken.None);
        var token = await desk.Portal.Services.GetRequiredService<InvitationService>().InviteAsync(office!, "kovacsanna@example.org", OfficeRole.Reader, "test", CancellationToken.None);
        using var client = DeskClient.Nobody(desk.Portal);
        using var refused = await client.SendAsync($"/hargita/office/join/{token}", null, ("name", "Anna Kovács"), ("password", password));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.Equal("Anna Kovács", page.QuerySelector("#name")?.GetAttribute("value"));
        Assert.Contains(said, page.QuerySelector("#password-error")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_TakenByAnotherAddress_IsRefused()
    {
        var office = await desk.Portal.Services.GetRequiredService<Features.Offices.OfficeQueries>().FindAsync("hargita", CancellationToken.None);
        var token = await desk.Portal.Services.GetRequiredService<InvitationService>().InviteAsync(office!, "invited@example.org", OfficeRole.Administrator, "test", CancellationToken.None);
        using var client = DeskClient.Nobody(desk.Portal);
        using var refused = await client.SendAsync($"/hargita/office/join/{token}", null, ("name", "Eve"), ("email", "eve@example.org"), ("password", DeskClient.Password));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Invitation_TakenBySomebodySignedInUnderAnotherAddress_IsRefusedWithBothWaysOut_AndStillStands()
    {
        var office = await desk.Portal.Services.GetRequiredService<Features.Offices.OfficeQueries>().FindAsync("hargita", CancellationToken.None);
        using var eve = await DeskClient.JoinAsync(desk.Portal, "svenljunga", OfficeRole.Reader, "eve-elsewhere@example.org");
        var own = await desk.Portal.Services.GetRequiredService<InvitationService>().InviteAsync(office!, "EVE-elsewhere@example.org", OfficeRole.Reader, "test", CancellationToken.None);
        var token = await desk.Portal.Services.GetRequiredService<InvitationService>().InviteAsync(office!, "chief@example.org", OfficeRole.Administrator, "test", CancellationToken.None);
        var address = $"/hargita/office/join/{token}";
        using var refused = await eve.SendAsync(await eve.PageAsync($"/hargita/office/join/{own}"), address, null);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var said = (await DeskClient.ParseAsync(refused)).QuerySelector("#other-address")!.TextContent;
        Assert.Contains("sign out and open the link again", said, StringComparison.Ordinal);
        Assert.Contains("an invitation to eve-elsewhere@example.org", said, StringComparison.Ordinal);
        Assert.NotNull((await eve.PageAsync(address)).QuerySelector("#other-address"));
        using var closed = await eve.GetAsync("/hargita/office");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.NotNull((await DeskClient.Nobody(desk.Portal).PageAsync(address)).QuerySelector("#password"));
        using var accepted = await eve.SendAsync($"/hargita/office/join/{own}", null);
        Assert.Equal("/hargita/office", accepted.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SignIn_WithWrongPasswordTenTimes_LocksTheAccount_EvenForTheRightOne()
    {
        using var _ = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "locked@example.org");
        using var client = DeskClient.Nobody(desk.Portal);
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await client.SignInAsync("locked@example.org", "not the password");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var right = await client.SignInAsync("locked@example.org");
        Assert.Contains("15 minutes", (await DeskClient.ParseAsync(right)).QuerySelector("#email-error")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_OfUnknownAndOfWrong_SaysTheSame()
    {
        using var client = DeskClient.Nobody(desk.Portal);
        using var unknown = await client.SignInAsync("nobody@example.org", "whatever it was");
        using var wrong = await client.SignInAsync("reader@example.org", "whatever it was");
        Assert.Equal((await DeskClient.ParseAsync(unknown)).QuerySelector("#email-error")?.TextContent, (await DeskClient.ParseAsync(wrong)).QuerySelector("#email-error")?.TextContent);
    }

    [Fact]
    public async Task SignIn_TooOftenFromOneAddress_IsPutOff()
    {
        await using var portal = await TestPortal.StartAsync(signIns: 3);
        using var client = DeskClient.Nobody(portal);
        for (var i = 0; i < 3; i++) (await client.SignInAsync("a@example.org", "wrong")).Dispose();
        using var put = await client.SignInAsync("a@example.org", "wrong");
        Assert.Equal(HttpStatusCode.TooManyRequests, put.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task SignIn_WithAWayBackToElsewhere_StaysHere(string back)
    {
        using var client = DeskClient.Nobody(desk.Portal);
        using var answer = await client.SignInAsync("reader@example.org", back: back);
        Assert.Equal("/hargita/office", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task SigningOutEverywhere_EndsTheOtherSessionsAtOnce()
    {
        using var here = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "sessions@example.org");
        using var there = DeskClient.Nobody(desk.Portal);
        (await there.SignInAsync("sessions@example.org")).Dispose();
        Assert.Equal(2, (await here.PageAsync("/account")).QuerySelectorAll("section[aria-labelledby=sessions] tbody tr").Length);
        (await here.SendAsync("/account", "EndAll")).Dispose();
        using var gone = await there.GetAsync("/hargita/office");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
    }

    [Fact]
    public async Task SecondStep_TurnedOn_IsAskedForAfterThePassword_AndARecoveryCodeWorksOnce()
    {
        using var owner = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "second@example.org");
        var key = (await owner.PageAsync("/account/authenticator")).QuerySelector(".key")!.TextContent;
        using var done = await owner.SendAsync("/account/authenticator", null, ("code", Totp.Code(key)));
        var codes = (await DeskClient.ParseAsync(done)).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);

        using var client = DeskClient.Nobody(desk.Portal);
        using var asked = await client.SignInAsync("second@example.org");
        Assert.StartsWith("/account/second-step", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var wrong = await client.SendAsync("/account/second-step", null, ("code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var right = await client.SendAsync("/account/second-step", null, ("code", codes[0]));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);

        using var other = DeskClient.Nobody(desk.Portal);
        (await other.SignInAsync("second@example.org")).Dispose();
        using var used = await other.SendAsync("/account/second-step", null, ("code", codes[0]));
        Assert.Equal(HttpStatusCode.BadRequest, used.StatusCode);
    }

    [Fact]
    public async Task Form_SentAfterTheSessionRanOut_IsKeptAndSentAfterSigningInAgain()
    {
        using var client = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Administrator, "kept@example.org");
        var page = await client.PageAsync("/hargita/office/people");
        using (var other = DeskClient.Nobody(desk.Portal))
        {
            (await other.SignInAsync("kept@example.org")).Dispose();
            (await other.SendAsync("/account", "EndAll")).Dispose();
        }

        using var sent = await client.SendAsync(page, "/hargita/office/people", "AddUnit", ("unit.hu", "Kancellária"));
        var kept = sent.Headers.Location!.OriginalString.Split("back=")[1];
        using var back = await client.SignInAsync("kept@example.org", back: Uri.UnescapeDataString(kept));
        using var resent = await client.SendAsync(back.Headers.Location!.OriginalString, null);
        Assert.Equal("/hargita/office/people", resent.Headers.Location?.OriginalString);
        Assert.Contains("Kancellária", (await client.PageAsync("/hargita/office/people")).QuerySelector("section[aria-labelledby=units]")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_TakenAway_ClosesTheDeskAtTheNextClick_AndTheLastAdministratorStays()
    {
        using var editor = await DeskClient.JoinAsync(desk.Portal, "toosz", OfficeRole.Editor, "editor@toosz.example");
        using var admin = await DeskClient.JoinAsync(desk.Portal, "toosz", OfficeRole.Administrator, "admin@toosz.example");
        var rows = (await admin.PageAsync("/toosz/office/people")).QuerySelectorAll("tbody tr");
        string Account(string email) => rows.First(r => r.TextContent.Contains(email, StringComparison.Ordinal)).QuerySelector("input[name=account]")!.GetAttribute("value")!;
        (await admin.SendAsync("/toosz/office/people", "Role", ("account", Account("editor@toosz.example")), ("role", ""))).Dispose();
        using var closed = await editor.GetAsync("/toosz/office");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        using var last = await admin.SendAsync("/toosz/office/people", "Role", ("account", Account("admin@toosz.example")), ("role", "reader"));
        Assert.Equal(HttpStatusCode.BadRequest, last.StatusCode);
    }
}
