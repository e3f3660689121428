using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Tessera.Testing;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>Somebody comes in by the municipality's sign-on: through the portal's own pages and a certified provider's forms.</summary>
public sealed class SignOnAtThePortalTests(OpenIdProvider provider) : IClassFixture<OpenIdProvider>
{
    [Fact]
    public async Task SignOn_WithAGroupThatIsMapped_OpensTheDesk_AndTheSecondTimeItIsTheSameAccount()
    {
        await using var portal = await PortalAsync("intl-editors=hargita:editor");
        using var client = DeskClient.Nobody(portal);
        Assert.Equal("/hargita/office", await ComeInAsync(client, "/hargita/office"));
        Assert.Contains("Kovács Kinga", (await client.PageAsync("/hargita/office")).Body!.TextContent, StringComparison.Ordinal);
        using var people = await client.GetAsync("/hargita/office/people");
        Assert.Equal(HttpStatusCode.Forbidden, people.StatusCode);

        using var again = DeskClient.Nobody(portal);
        Assert.Equal("/account", await ComeInAsync(again, "/account"));
        Assert.Equal(2, (await again.PageAsync("/account")).QuerySelectorAll("section[aria-labelledby=sessions] tbody tr").Length);
    }

    [Fact]
    public async Task SignOn_WithoutAGroupThatIsMapped_IsToldSoAndGetsNoAccount()
    {
        await using var portal = await PortalAsync("nobody=hargita:editor");
        using var client = DeskClient.Nobody(portal);
        Assert.Equal("/account/sign-in?refused=sign-on.no-role", await ComeInAsync(client, "/hargita/office"));
        Assert.Contains("invitation", (await client.PageAsync("/account/sign-in?refused=sign-on.no-role")).QuerySelector(".error-summary")?.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string?> ComeInAsync(DeskClient client, string back)
    {
        using var begun = await client.GetAsync("/account/sign-on?back=" + Uri.EscapeDataString(back));
        using var visitor = new OpenIdVisitor();
        var answer = await visitor.SignOnAsync(begun.Headers.Location!.OriginalString, "kinga");
        var query = new Dictionary<string, string?> { ["code"] = answer.Code, ["state"] = answer.State, ["iss"] = answer.Issuer };
        using var done = await client.GetAsync(QueryHelpers.AddQueryString("/account/sign-on/answer", query));
        return done.Headers.Location?.OriginalString;
    }

    private Task<TestPortal> PortalAsync(string roles) => TestPortal.StartAsync(
        signOn: new SignOnSettings(provider.Issuer, "tessera-public", null, "Hargita", ["openid", "email", "profile", "groups"], "groups", SignOnRoleMap.Read(roles)!),
        publicAddress: "https://portal.example");
}
