using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Tessera.Features.Mail;

/// <summary>
/// A conversation with a mail server (RFC 5321), encrypted and signed in as the settings say (RFC 3207, 4954: PLAIN, else LOGIN). The client of .NET knows no encryption from the beginning,
/// no PLAIN, and no authorities of one's own.
/// </summary>
public sealed class SmtpSession : IAsyncDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private readonly SmtpSettings _settings;
    private readonly TcpClient _connection = new();
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = Stream.Null;
    private int _next;
    private int _end;

    private SmtpSession(SmtpSettings settings) => _settings = settings;

    /// <summary>Opens one, up to where a mail can be sent.</summary>
    /// <exception cref="SmtpReplyException">The server does not want it so, or does not offer what the settings ask for.</exception>
    public static async Task<SmtpSession> OpenAsync(SmtpSettings settings, CancellationToken cancellation)
    {
        var session = new SmtpSession(settings);
        try
        {
            await session.BeginAsync(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a message of ASCII lines to one recipient.</summary>
    public async Task SendAsync(string from, string to, string message, CancellationToken cancellation)
    {
        await AskAsync($"MAIL FROM:<{from}>", 250, cancellation);
        try
        {
            await AskAsync($"RCPT TO:<{to}>", 250, cancellation);
        }
        catch (SmtpReplyException refused)
        {
            throw new SmtpReplyException(refused.Code, refused.Said) { IsOfRecipient = true };
        }

        await AskAsync("DATA", 354, cancellation);
        // A line that begins with a dot gets another, since a dot alone ends the message (RFC 5321, 4.5.2).
        var lines = message.Split("\r\n").Select(l => l.StartsWith('.') ? "." + l : l);
        await AskAsync(string.Join("\r\n", lines) + "\r\n.", 250, cancellation);
        await TakeLeaveAsync(cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _connection.Dispose();
    }

    /// <summary>The mail is taken whatever comes of the farewell: it must not be sent twice.</summary>
    private async Task TakeLeaveAsync(CancellationToken cancellation)
    {
        try
        {
            await AskAsync("QUIT", 221, cancellation);
        }
        catch (Exception rude) when (rude is IOException or SocketException or OperationCanceledException)
        {
            // The connection is closed in any case.
        }
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        await _connection.ConnectAsync(_settings.Host, _settings.Port, cancellation);
        _stream = _connection.GetStream();
        if (_settings.Tls is SmtpTls.Tls) await EncryptAsync(cancellation);
        await ExpectAsync(220, cancellation);
        var offers = await AskAsync("EHLO tessera", 250, cancellation);
        if (_settings.Tls is SmtpTls.StartTls)
        {
            if (!offers.Any(o => o.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase))) throw new SmtpReplyException(0, "the server does not offer STARTTLS");
            await AskAsync("STARTTLS", 220, cancellation);
            // What came before the encryption began may have been slipped in by somebody on the way.
            if (_next < _end) throw new SmtpReplyException(0, "the server spoke before the encryption began");
            await EncryptAsync(cancellation);
            offers = await AskAsync("EHLO tessera", 250, cancellation);
        }

        if (_settings.Login is { } login) await SignInAsync(login, offers, cancellation);
    }

    private async Task EncryptAsync(CancellationToken cancellation)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = _settings.Host };
        if (_settings.Authorities is { } authorities)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, cancellation);
    }

    private async Task SignInAsync(SmtpLogin login, IReadOnlyList<string> offers, CancellationToken cancellation)
    {
        if (_stream is not SslStream) throw new SmtpReplyException(0, "a password is not sent without encryption");
        var ways = offers.FirstOrDefault(o => o.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant().Split(' ') ?? [];
        if (ways.Contains("PLAIN"))
        {
            await AskAsync($"AUTH PLAIN {Coded($"\0{login.User}\0{login.Password}")}", 235, cancellation);
            return;
        }

        if (!ways.Contains("LOGIN")) throw new SmtpReplyException(0, "the server takes no password (AUTH PLAIN or LOGIN)");
        await AskAsync("AUTH LOGIN", 334, cancellation);
        await AskAsync(Coded(login.User), 334, cancellation);
        await AskAsync(Coded(login.Password), 235, cancellation);
    }

    private static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<IReadOnlyList<string>> AskAsync(string line, int expected, CancellationToken cancellation)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancellation);
        await _stream.FlushAsync(cancellation);
        return await ExpectAsync(expected, cancellation);
    }

    /// <summary>The lines of an answer without their code.</summary>
    private async Task<IReadOnlyList<string>> ExpectAsync(int expected, CancellationToken cancellation)
    {
        var said = new List<string>();
        while (true)
        {
            var line = await LineAsync(cancellation);
            if (line.Length < 3 || !int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new SmtpReplyException(0, "that is no mail server");
            said.Add(line.Length > 4 ? line[4..] : "");
            if (said.Sum(s => s.Length) > LongestAnswer) throw new SmtpReplyException(0, "the answer has no end");
            if (line.Length > 3 && line[3] == '-') continue;
            return code == expected ? said : throw new SmtpReplyException(code, string.Join(' ', said));
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (line.Length <= LongestAnswer)
        {
            if (_next == _end) (_next, _end) = (0, await _stream.ReadAsync(_buffer, cancellation));
            if (_end == 0) throw new SmtpReplyException(0, "the connection was closed");
            var letter = (char)_buffer[_next++];
            if (letter == '\n') return line.ToString().TrimEnd('\r');
            line.Append(letter);
        }

        throw new SmtpReplyException(0, "the answer has no end");
    }
}
