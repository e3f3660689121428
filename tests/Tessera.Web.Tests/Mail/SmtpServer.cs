using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Tessera.Features.Mail;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>A mail as the server took it, its encodings undone.</summary>
/// <param name="Headers">As other programs read them, by their names in small letters.</param>
public sealed record ReceivedMail(string Raw, string Recipient, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string Subject => Headers["subject"];

    /// <summary>The media types of its parts, from the outside in.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What it asks of calendars, unfolded; null for nothing.</summary>
    public string? Calendar { get; init; }

    /// <summary>The method that the calendar's part names; null without one.</summary>
    public string? Method { get; init; }

    /// <summary>The first line of the event that has this name; else of the calendar.</summary>
    public string? Of(string property) => Calendar?.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Reverse().SelectMany(p => p.Split('\n')).FirstOrDefault(l => l.StartsWith(property + ":", StringComparison.Ordinal) || l.StartsWith(property + ";", StringComparison.Ordinal));
}

/// <summary>
/// A real SMTP server (Debian's python3-aiosmtpd) in a process of its own, which keeps what it takes in a Maildir. What it kept is read by Python's own library for mail, so that
/// nothing of .NET judges what .NET wrote.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/aiosmtpd";
    private const string Python = "/usr/bin/python3";
    private const string Reader = """
        import email, email.policy, json, pathlib, sys
        mails = []
        for file in sorted(pathlib.Path(sys.argv[1], 'new').glob('*'), key=lambda f: f.stat().st_mtime_ns):
            raw = file.read_bytes()
            mail = email.message_from_bytes(raw, policy=email.policy.default)
            headers = {name.lower(): str(value) for name, value in mail.items()}
            parts = list(mail.walk())
            calendar = next((p for p in parts if p.get_content_type() == 'text/calendar'), None)
            mails.append({'raw': raw.decode('latin-1'), 'recipient': headers['x-rcptto'], 'text': mail.get_body(preferencelist=('plain',)).get_content(), 'headers': headers,
                'kinds': [p.get_content_type() for p in parts], 'calendar': calendar and calendar.get_content(), 'method': calendar and calendar.get_param('method')})
        print(json.dumps(mails))
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("tessera-mail-").FullName;
    private Process? _process;

    private SmtpServer(int port) => Settings = new SmtpSettings("127.0.0.1", port, "tessera@partners.example.org") { Patience = TimeSpan.FromSeconds(5) };

    /// <summary>Where a portal sends its mail.</summary>
    public SmtpSettings Settings { get; }

    /// <summary>Skips the test where the server is not installed.</summary>
    public static void Require() => Assert.SkipUnless(File.Exists(Program) && File.Exists(Python), "no SMTP server is installed: apt-get install python3-aiosmtpd");

    /// <summary>Starts one on a free port, or the given one.</summary>
    /// <param name="mostBytes">Longer mails are refused for good.</param>
    public static async Task<SmtpServer> StartAsync(int? port = null, int mostBytes = 1_000_000)
    {
        Require();
        var server = new SmtpServer(port ?? FreePort());
        await server.StartProcessAsync(mostBytes);
        return server;
    }

    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>What it has taken, in order.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailsAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        using var reader = Process.Start(new ProcessStartInfo(Python, ["-c", Reader, Path.Combine(_folder, "box")]) { RedirectStandardOutput = true })!;
        var json = await reader.StandardOutput.ReadToEndAsync(late.Token);
        await reader.WaitForExitAsync(late.Token);
        return JsonSerializer.Deserialize<List<ReceivedMail>>(json, JsonSerializerOptions.Web)!;
    }

    /// <summary>The one mail that it has taken for an address; some mails are sent after the answer to who asked.</summary>
    public async Task<ReceivedMail> MailToAsync(string recipient)
    {
        using var late = new CancellationTokenSource(Patience);
        var mails = await MailsAsync();
        for (; mails.All(m => m.Recipient != recipient) && !late.IsCancellationRequested; mails = await MailsAsync()) await Task.Delay(100);
        return Assert.Single(mails, m => m.Recipient == recipient);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            using var late = new CancellationTokenSource(Patience);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(late.Token);
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartProcessAsync(int mostBytes)
    {
        string[] arguments = ["-n", "-l", $"127.0.0.1:{Settings.Port}", "-s", mostBytes.ToString(CultureInfo.InvariantCulture), "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(_folder, "box")];
        _process = Process.Start(new ProcessStartInfo(Program, arguments))!;
        using var late = new CancellationTokenSource(Patience);
        while (!await GreetsAsync(late.Token)) await Task.Delay(50, late.Token);
    }

    private async Task<bool> GreetsAsync(CancellationToken cancellation)
    {
        if (_process!.HasExited) throw new InvalidOperationException("The SMTP server ended before it was ready.");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Settings.Port, cancellation);
            using var reader = new StreamReader(client.GetStream());
            return (await reader.ReadLineAsync(cancellation))?.StartsWith("220", StringComparison.Ordinal) == true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
