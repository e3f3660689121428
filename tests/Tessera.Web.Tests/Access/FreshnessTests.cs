using System.Net;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Access;
using Tessera.Web.Tests.SignOn;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>Who finds a session open does not get the account's keys.</summary>
public sealed class FreshnessTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Key = "0a0b";

    [Theory]
    [InlineData("")]
    [InlineData("not the password")]
    public async Task SecondStep_TurnedOffWithoutThePassword_StaysOn(string typed)
    {
        using var owner = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, $"off{typed.Length}@example.org");
        await TurnOnAsync(owner);
        using var refused = await owner.SendAsync("/account/authenticator", "Off", ("proof", typed));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await DeskClient.ParseAsync(refused)).QuerySelector("#proof-error"));
        using var done = await owner.SendAsync("/account/authenticator", "Off", ("proof", DeskClient.Password));
        Assert.Equal("/account", done.Headers.Location?.OriginalString);
        Assert.NotNull((await owner.PageAsync("/account/authenticator")).QuerySelector(".key"));
    }

    [Fact]
    public async Task Passkey_RemovedWithoutThePassword_Stays()
    {
        using var owner = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "passkey@example.org");
        await GivePasskeyAsync(desk.Portal, "passkey@example.org");
        using var refused = await owner.SendAsync("/account", "RemovePasskey", ("id", Key), ("proof-remove", "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await DeskClient.ParseAsync(refused);
        Assert.NotNull(page.QuerySelector("#proof-remove-error"));
        Assert.NotNull(page.QuerySelector($"button[form=remove-passkey][value='{Key}']"));
        using var done = await owner.SendAsync("/account", "RemovePasskey", ("id", Key), ("proof-remove", DeskClient.Password));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Null((await owner.PageAsync("/account")).QuerySelector("#remove-passkey"));
    }

    [Fact]
    public async Task Passkey_AddedWithoutThePassword_IsRefusedForThat_AndItsNameStays()
    {
        using var owner = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "add@example.org");
        using var refused = await owner.SendAsync("/account", "AddPasskey", ("passkey-name", "Laptop"), ("credential", "{}"), ("proof-add", "wrong"));
        var page = await DeskClient.ParseAsync(refused);
        Assert.Contains("not your present password", page.QuerySelector("#proof-add-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#passkey-name-error"));
        Assert.Equal("Laptop", page.QuerySelector("#passkey-name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task WrongPasswords_TypedInAnOpenSession_LockTheAccountLikeThoseAtTheSignIn()
    {
        using var owner = await DeskClient.JoinAsync(desk.Portal, "hargita", OfficeRole.Reader, "guesser@example.org");
        for (var i = 0; i < 10; i++) (await owner.SendAsync("/account", "Password", ("old", "wrong"), ("password", "egy másik kavicsos ösvény"))).Dispose();
        using var locked = await owner.SendAsync("/account", "Password", ("old", DeskClient.Password), ("password", "egy másik kavicsos ösvény"));
        Assert.Contains("15 minutes", (await DeskClient.ParseAsync(locked)).QuerySelector("#old-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_WithoutAPassword_MayChangeItsKeysJustAfterComingIn_AndNotLater()
    {
        var clock = new TestClock();
        await using var portal = await TestPortal.StartAsync(time: clock);
        using var owner = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Reader, "none@example.org");
        await GivePasskeyAsync(portal, "none@example.org");
        await RunAsync(portal, "update account set password_hash = null where email = 'none@example.org'");
        clock.Ahead = Freshness.Fresh + TimeSpan.FromSeconds(30);
        using var late = await owner.SendAsync("/account", "RemovePasskey", ("id", Key));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        using var password = await owner.SendAsync("/account", "Password", ("password", "egy másik kavicsos ösvény"));
        Assert.Equal(HttpStatusCode.BadRequest, password.StatusCode);
        clock.Ahead = Freshness.Fresh - TimeSpan.FromMinutes(2);
        using var early = await owner.SendAsync("/account", "RemovePasskey", ("id", Key));
        Assert.Equal(HttpStatusCode.Redirect, early.StatusCode);
    }

    private static async Task TurnOnAsync(DeskClient owner)
    {
        var key = (await owner.PageAsync("/account/authenticator")).QuerySelector(".key")!.TextContent;
        using var done = await owner.SendAsync("/account/authenticator", null, ("code", Totp.Code(key)));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    private static Task GivePasskeyAsync(TestPortal portal, string email) => RunAsync(portal, $"""
        delete from account_passkey;
        insert into account_passkey (credential_id, account_id, name, public_key, sign_count, is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json, created_at)
        select '\x{Key}', id, 'Laptop', '\x00', 0, true, false, false, '\x00', '\x00', now() from account where email = '{email}'
        """);

    private static async Task RunAsync(TestPortal portal, string sql)
    {
        await using var command = portal.Database.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
