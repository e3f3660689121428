using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Tessera.Features.Mail;

namespace Tessera.Web.Tests.Mail;

/// <summary>A real SMTP server (aiosmtpd) that takes mail only from who has signed in over an encrypted way; its certificate is made by an authority of its own.</summary>
public sealed class GuardedSmtpServer : IAsyncDisposable
{
    public const string User = "tessera@example.org";
    public const string Password = "jelszó, with spaces";

    private const string Program = """
        import ssl, sys
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult
        class Keeper:
            async def handle_DATA(self, server, session, envelope):
                print('mail', envelope.rcpt_tos[0], session.authenticated, session.ssl is not None, flush=True)
                return '250 OK'
        def authenticate(server, session, envelope, mechanism, data):
            return AuthResult(success=data.login == sys.argv[4].encode() and data.password == sys.argv[5].encode(), handled=False)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        ways = {'starttls': dict(tls_context=context, require_starttls=True), 'tls': dict(ssl_context=context, auth_require_tls=False), 'none': dict(auth_require_tls=False)}
        excluded = [sys.argv[7]] if len(sys.argv) > 7 else []
        controller = Controller(Keeper(), hostname='127.0.0.1', port=int(sys.argv[1]), authenticator=authenticate, auth_required=True, auth_exclude_mechanism=excluded, **ways[sys.argv[6]])
        controller.start()
        print('ready', flush=True)
        sys.stdin.read()
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("tessera-guarded-").FullName;
    private readonly int _port = SmtpServer.FreePort();
    private Process? _process;

    private GuardedSmtpServer()
    {
    }

    /// <summary>Who vouches for the server.</summary>
    public X509Certificate2Collection Authorities { get; } = [];

    /// <summary>What fits.</summary>
    public SmtpSettings Settings => new("127.0.0.1", _port, User) { Patience = TimeSpan.FromSeconds(5), Tls = SmtpTls.StartTls, Login = new SmtpLogin(User, Password), Authorities = Authorities };

    /// <param name="way">starttls, tls or none.</param>
    /// <param name="without">A mechanism that it does not offer.</param>
    public static async Task<GuardedSmtpServer> StartAsync(string way = "starttls", string? without = null, string name = "127.0.0.1")
    {
        SmtpServer.Require();
        var server = new GuardedSmtpServer();
        server.MakeCertificate(name);
        string[] arguments = ["-c", Program, server._port.ToString(System.Globalization.CultureInfo.InvariantCulture), server.File("server.pem"), server.File("server.key"), User, Password, way, .. without is null ? Array.Empty<string>() : [without]];
        server._process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (await server.NextAsync() != "ready") throw new InvalidOperationException("The SMTP server ended before it was ready.");
        return server;
    }

    /// <summary>The next line that it says: of a mail, its recipient, whether somebody had signed in, and whether the way was encrypted.</summary>
    public async Task<string?> NextAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        return await _process!.StandardOutput.ReadLineAsync(late.Token);
    }

    /// <summary>Ends the server; what it said that was not read.</summary>
    public async Task<string> EndAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        _process!.StandardInput.Close();
        var rest = await _process.StandardOutput.ReadToEndAsync(late.Token);
        await _process.WaitForExitAsync(late.Token);
        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            using var late = new CancellationTokenSource(Patience);
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(late.Token);
            process.Dispose();
        }

        foreach (var authority in Authorities) authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string File(string name) => Path.Combine(_folder, name);

    private void MakeCertificate(string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Town authority", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var signing = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var number)) names.AddIpAddress(number);
        else names.AddDnsName(name);
        server.CertificateExtensions.Add(names.Build());
        using var made = server.Create(signing, now.AddDays(-1), now.AddDays(1), [1, 2, 3, 4]);
        System.IO.File.WriteAllText(File("server.pem"), made.ExportCertificatePem());
        System.IO.File.WriteAllText(File("server.key"), key.ExportPkcs8PrivateKeyPem());
        System.IO.File.WriteAllText(File("authority.pem"), signing.ExportCertificatePem());
        Authorities.ImportFromPemFile(File("authority.pem"));
    }
}
