using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>The code of an authenticator after the password.</summary>
public sealed class SecondStepTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Code_ThatWasUsed_WorksNoMore_AndTheNextOneDoes()
    {
        var (key, used) = await SetUpAsync("replay@example.org");
        var next = Totp.Code(key, 1);
        Assert.Equal(HttpStatusCode.BadRequest, await SendCodeAsync(await AtTheSecondStepAsync("replay@example.org"), used));
        Assert.Equal(HttpStatusCode.Redirect, await SendCodeAsync(await AtTheSecondStepAsync("replay@example.org"), next));
        Assert.Equal(HttpStatusCode.BadRequest, await SendCodeAsync(await AtTheSecondStepAsync("replay@example.org"), next));
    }

    [Fact]
    public async Task Code_SentByTwoAtOnce_LetsOneIn()
    {
        var (key, _) = await SetUpAsync("race@example.org");
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AtTheSecondStepAsync("race@example.org")));
        var code = Totp.Code(key, 1);
        var answers = await Task.WhenAll(people.Select(p => SendCodeAsync(p, code)));
        Assert.Single(answers, HttpStatusCode.Redirect);
    }

    private async Task<(string Key, string Used)> SetUpAsync(string email)
    {
        using var owner = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, email);
        var key = (await owner.PageAsync("/account/authenticator")).QuerySelector(".key")!.TextContent;
        var code = Totp.Code(key);
        using var done = await owner.SendAsync("/account/authenticator", null, ("code", code));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        return (key, code);
    }

    private async Task<DeskClient> AtTheSecondStepAsync(string email)
    {
        var client = DeskClient.Nobody(desk.Portal);
        (await client.SignInAsync(email)).Dispose();
        return client;
    }

    private static async Task<HttpStatusCode> SendCodeAsync(DeskClient client, string code)
    {
        using var answer = await client.SendAsync("/account/second-step", null, ("code", code));
        return answer.StatusCode;
    }
}
