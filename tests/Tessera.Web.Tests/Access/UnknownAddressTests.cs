using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Mail;
using Xunit;

namespace Tessera.Web.Tests.Access;

/// <summary>Nobody learns from an answer, or from how long it takes, who has an account.</summary>
public sealed class UnknownAddressTests(UnknownAddressTests.CountedPortal counted) : IClassFixture<UnknownAddressTests.CountedPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nobody@example.org")]
    [InlineData("known@example.org")]
    [InlineData("passkeys-only@example.org")]
    [InlineData("closed@example.org")]
    public async Task SignIn_WithAWrongPassword_HashesOnce_AndSaysTheSame(string email)
    {
        using var client = DeskClient.Nobody(counted.Portal);
        (await client.SignInAsync("warm-up@example.org", "wrong")).Dispose();
        var before = counted.Hasher.Count;
        using var answer = await client.SignInAsync(email, "wrong");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, counted.Hasher.Count - before);
        Assert.StartsWith("E-mail address and password do not belong together", (await DeskClient.ParseAsync(answer)).QuerySelector("#email-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Joining_WithAnAddressThatHasAnAccount_HashesLikeWithOneThatHasNone()
    {
        using var known = DeskClient.Nobody(counted.Portal);
        Assert.Equal((1, HttpStatusCode.BadRequest), await JoinAsync(known, "known@example.org"));
        using var unknown = DeskClient.Nobody(counted.Portal);
        Assert.Equal((1, HttpStatusCode.Redirect), await JoinAsync(unknown, "new@example.org"));
    }

    [Fact]
    public async Task Inviting_SaysTheSameOfAnAddressThatHasAnAccount()
    {
        using var admin = await DeskClient.JoinAsync(counted.Portal, "hargita", OfficeRole.Administrator, "admin@example.org");
        Assert.Equal(await InviteAsync(admin, "known@example.org"), await InviteAsync(admin, "other@example.org"));
    }

    [Fact]
    public async Task ForgottenPassword_OfAKnownAddress_IsAnsweredBeforeTheMailIsSent()
    {
        await using var silent = new BadServer(Mischief.Silent);
        await using var portal = await TestPortal.StartAsync(silent.Settings with { Patience = Timeout.InfiniteTimeSpan });
        using var _ = await DeskClient.JoinAsync(portal, "hargita", OfficeRole.Reader, "known@example.org");
        using var client = DeskClient.Nobody(portal);
        using var known = await client.SendAsync("/account/forgotten", null, ("email", "known@example.org")).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        using var unknown = await client.SendAsync("/account/forgotten", null, ("email", "nobody@example.org")).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal(known.Headers.Location, unknown.Headers.Location);
    }

    private static async Task<string> InviteAsync(DeskClient admin, string email)
    {
        using var answer = await admin.SendAsync("/hargita/office/people", "Invite", ("email", email), ("role", "reader"));
        var notice = (await admin.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".notice")!.TextContent;
        return System.Text.RegularExpressions.Regex.Replace(notice.Replace(email, "", StringComparison.Ordinal), "join/[^ ]+", "");
    }

    private async Task<(int Hashes, HttpStatusCode Status)> JoinAsync(DeskClient client, string email)
    {
        var office = await counted.Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", Cancellation);
        var token = await counted.Portal.Services.GetRequiredService<InvitationService>().InviteAsync(office!, email, OfficeRole.Reader, "test", Cancellation);
        var before = counted.Hasher.Count;
        using var answer = await client.SendAsync($"/hargita/office/join/{token}", null, ("name", "Somebody"), ("password", "egy harmadik kavicsos ösvény"));
        return (counted.Hasher.Count - before, answer.StatusCode);
    }

    /// <summary>A portal whose hashes are counted.</summary>
    public sealed class CountedPortal : IAsyncLifetime
    {
        public CountingHasher Hasher { get; } = new();

        public TestPortal Portal { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Portal = await TestPortal.StartAsync(services: s => s.AddSingleton<IPasswordHasher<Account>>(Hasher));
            foreach (var name in new[] { "known", "passkeys-only", "closed" }) (await DeskClient.JoinAsync(Portal, "hargita", OfficeRole.Reader, $"{name}@example.org")).Dispose();
            await using var command = Portal.Database.Database.Source.CreateCommand("""
                update account set password_hash = null where email = 'passkeys-only@example.org';
                update account set lockout_end = now() + interval '10 minutes' where email = 'closed@example.org'
                """);
            await command.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }

    /// <summary>The program's own hasher, counted.</summary>
    public sealed class CountingHasher : PasswordHasher<Account>
    {
        private int _count;

        public int Count => _count;

        public override string HashPassword(Account user, string password)
        {
            Interlocked.Increment(ref _count);
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _count);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
