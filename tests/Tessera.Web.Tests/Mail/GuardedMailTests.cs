using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Features.Mail;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>Mail through a server that asks for a login and encryption.</summary>
public sealed class GuardedMailTests
{
    private static readonly Letter Hello = new("reader@example.org", "Tárgy", "Szöveg");

    [Theory]
    [InlineData("starttls", SmtpTls.StartTls, null)]
    [InlineData("starttls", SmtpTls.StartTls, "PLAIN")]
    [InlineData("tls", SmtpTls.Tls, null)]
    public async Task Mail_WithTheRightLogin_IsTaken(string way, SmtpTls tls, string? without)
    {
        await using var server = await GuardedSmtpServer.StartAsync(way, without);
        Assert.Equal(Delivery.Sent, await SendAsync(server.Settings with { Tls = tls }));
        Assert.StartsWith("mail reader@example.org True", await server.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_WithAWrongPassword_OrNone_Waits()
    {
        await using var server = await GuardedSmtpServer.StartAsync();
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings with { Login = new SmtpLogin(GuardedSmtpServer.User, "wrong") }));
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings with { Login = null }));
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings with { Login = null, Tls = SmtpTls.None }));
        Assert.Equal("", await server.EndAsync());
    }

    [Fact]
    public async Task Mail_ToAServerThatNobodyTrustedVouchesFor_IsNotSent()
    {
        await using var server = await GuardedSmtpServer.StartAsync();
        await using var other = await GuardedSmtpServer.StartAsync();
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings with { Authorities = null }));
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings with { Authorities = other.Authorities }));
        Assert.Equal("", await server.EndAsync());
    }

    [Fact]
    public async Task Mail_ToAServerOfAnotherName_IsNotSent()
    {
        await using var server = await GuardedSmtpServer.StartAsync(name: "mail.elsewhere.example");
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings));
        Assert.Equal("", await server.EndAsync());
    }

    [Fact]
    public async Task Mail_ToAServerWithoutEncryption_TellsNoPassword()
    {
        await using var server = await GuardedSmtpServer.StartAsync("none");
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings));
        Assert.Equal(Delivery.Later, await SendAsync(server.Settings with { Tls = SmtpTls.None }));
        Assert.Equal("", await server.EndAsync());
    }

    [Fact]
    public void Settings_OfTheEnvironment_AreRead_AndThePasswordFromItsFile()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "secret\n");
        var settings = From(("TESSERA_SMTP", "smtp://mail.example.org:587"), ("TESSERA_SMTP_USER", "tessera"), ("TESSERA_SMTP_PASSWORD_FILE", file))!;
        File.Delete(file);
        Assert.Equal(("mail.example.org", 587, SmtpTls.StartTls, new SmtpLogin("tessera", "secret")), (settings.Host, settings.Port, settings.Tls, settings.Login));
        Assert.DoesNotContain("secret", settings.ToString() + settings.Login, StringComparison.Ordinal);
        Assert.Equal((465, SmtpTls.Tls), From(("TESSERA_SMTP", "smtps://mail.example.org")) is { } tls ? (tls.Port, tls.Tls) : default);
        Assert.Equal((25, SmtpTls.None), From(("TESSERA_SMTP", "relay")) is { } relay ? (relay.Port, relay.Tls) : default);
    }

    [Theory]
    [InlineData("TESSERA_SMTP_TLS", "TESSERA_SMTP_USER", "a", "TESSERA_SMTP_PASSWORD", "b", "TESSERA_SMTP_TLS", "none")]
    [InlineData("TESSERA_SMTP_TLS", "TESSERA_SMTP_TLS", "perhaps")]
    [InlineData("TESSERA_SMTP_PASSWORD_FILE", "TESSERA_SMTP_USER", "a")]
    [InlineData("TESSERA_SMTP_PASSWORD_FILE", "TESSERA_SMTP_USER", "a", "TESSERA_SMTP_PASSWORD_FILE", "/nowhere/at/all")]
    [InlineData("TESSERA_SMTP_CA", "TESSERA_SMTP_CA", "/nowhere/at/all")]
    [InlineData("TESSERA_SMTP:", "TESSERA_SMTP", "smtp://a:b@relay")]
    public void Settings_ThatCannotBeMeant_AreRefusedByTheirName(string named, params string[] said)
    {
        var variables = said.Chunk(2).Select(p => (p[0], p[1])).ToArray();
        var refused = Assert.Throws<SmtpSettingsException>(() => From([("TESSERA_SMTP", "smtp://relay"), .. variables]));
        Assert.StartsWith(named, refused.Message, StringComparison.Ordinal);
    }

    private static SmtpSettings? From(params (string Name, string Value)[] said) => SmtpSettings.Read(name => said.LastOrDefault(s => s.Name == name).Value);

    private static Task<Delivery> SendAsync(SmtpSettings settings) =>
        new Mailer(settings, TimeProvider.System, NullLogger<Mailer>.Instance).SendAsync(Hello, TestContext.Current.CancellationToken);
}
