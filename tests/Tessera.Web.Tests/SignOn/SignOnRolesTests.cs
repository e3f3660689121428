using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Testing;
using Tessera.Web.SignOn;
using Xunit;

namespace Tessera.Web.Tests.SignOn;

/// <summary>Roles that come with a group go with it; those given by hand stay.</summary>
public sealed class SignOnRolesTests : IAsyncLifetime
{
    private const string Roles = "readers=hargita:reader;editors=hargita:editor;approvers=hargita:approver;chiefs=hargita:administrator";
    private readonly LogInMemory _log = new();
    private PlayedProvider _provider = null!;
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await PlayedProvider.StartAsync();
        _portal = await TestPortal.StartAsync(
            signOn: new SignOnSettings(_provider.Issuer, PlayedProvider.ClientId, null, "Hargita sign-on", ["openid"], "groups", SignOnRoleMap.Read(Roles)!), publicAddress: "https://portal.example",
            services: s => s.AddSingleton<ILogger<SignOnMemberships>>(new Said(_log)));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Role_OfAGroupThatWasLeft_IsTakenBackAtTheNextSignOn_AndTheHistorySaysSo()
    {
        using var admin = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Administrator, "admin@example.org");
        using var kinga = await ComeInAsync("editors", "approvers");
        Assert.Equal("approver", await RoleAsync(admin));
        using var lower = await ComeInAsync("editors");
        Assert.Equal("editor", await RoleAsync(admin));
        using var none = await ComeInAsync();
        Assert.Null(await RoleAsync(admin));
        using var closed = await kinga.GetAsync("/hargita/office");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        var entries = (await admin.PageAsync("/hargita/office/history")).QuerySelectorAll(".entry").Take(3).Select(e => e.TextContent).ToList();
        Assert.All(entries, e => Assert.Contains("Kovács Kinga", e, StringComparison.Ordinal));
        Assert.All(entries, e => Assert.Contains("Hargita sign-on", e, StringComparison.Ordinal));
        Assert.Contains("Removed", entries[0], StringComparison.OrdinalIgnoreCase);
        using var portal = DeskClient.Nobody(_portal);
        Assert.DoesNotContain("Kinga", (await portal.PageAsync("/hargita/en/changes")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_GivenByHand_StaysWhenTheGroupGoes()
    {
        using var admin = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Administrator, "admin@example.org");
        (await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Reader, "kinga@hargita.example")).Dispose();
        using var higher = await ComeInAsync("approvers");
        Assert.Equal("approver", await RoleAsync(admin));
        using var back = await ComeInAsync();
        Assert.Equal("reader", await RoleAsync(admin));
        await GiveAsync(admin, "editor");
        using var same = await ComeInAsync("readers");
        Assert.Equal("editor", await RoleAsync(admin));
        using var still = await ComeInAsync();
        Assert.Equal("editor", await RoleAsync(admin));
    }

    [Fact]
    public async Task LastAdministrator_WhoseGroupIsGone_Stays_AndTheLogSaysSo()
    {
        using var kinga = await ComeInAsync("chiefs");
        using var none = await ComeInAsync();
        using var open = await none.GetAsync("/hargita/office/people");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Contains("kinga@hargita.example an administrator of hargita; she stays one", _log.Text, StringComparison.Ordinal);
        using var admin = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Administrator, "admin@example.org");
        using var later = await ComeInAsync();
        Assert.Null(await RoleAsync(admin));
    }

    private async Task<DeskClient> ComeInAsync(params string[] groups)
    {
        var client = DeskClient.Nobody(_portal);
        using var begun = await client.GetAsync("/account/sign-on?back=%2Faccount");
        var asked = QueryHelpers.ParseQuery(begun.Headers.Location!.Query);
        (_provider.Claims["nonce"], _provider.Claims["groups"]) = (asked["nonce"].ToString(), groups);
        using var done = await client.GetAsync(QueryHelpers.AddQueryString("/account/sign-on/answer", new Dictionary<string, string?> { ["code"] = "code", ["state"] = asked["state"] }));
        Assert.Equal("/account", done.Headers.Location?.OriginalString);
        return client;
    }

    private static async Task<string?> RoleAsync(DeskClient admin)
    {
        var row = (await admin.PageAsync("/hargita/office/people")).QuerySelectorAll("tbody tr").FirstOrDefault(r => r.TextContent.Contains("kinga@hargita.example", StringComparison.Ordinal));
        return row?.QuerySelector("select[name=role] option[selected]")?.GetAttribute("value");
    }

    private static async Task GiveAsync(DeskClient admin, string role)
    {
        var row = (await admin.PageAsync("/hargita/office/people")).QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("kinga@hargita.example", StringComparison.Ordinal));
        (await admin.SendAsync("/hargita/office/people", "Role", ("account", row.QuerySelector("input[name=account]")!.GetAttribute("value")!), ("role", role))).Dispose();
    }

    private sealed class Said(LogInMemory log) : ILogger<SignOnMemberships>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Log(logLevel, eventId, state, exception, formatter);
    }
}
