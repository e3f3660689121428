using System.Net;
using System.Net.Sockets;
using System.Text;
using Tessera.Features.Mail;

namespace Tessera.Web.Tests.Mail;

/// <summary>What a mail server may do instead of taking mail.</summary>
public enum Mischief
{
    /// <summary>Nothing listens.</summary>
    Away,

    /// <summary>It takes the connection and says nothing.</summary>
    Silent,

    /// <summary>It greets and then says nothing.</summary>
    SilentAfterGreeting,

    /// <summary>It greets and closes.</summary>
    Closing,

    /// <summary>It speaks something else.</summary>
    Nonsense,

    /// <summary>It knows no such recipient.</summary>
    RefusingTheRecipient,

    /// <summary>It asks to come again later.</summary>
    AskingForPatience,
}

/// <summary>A mail server that takes no mail.</summary>
public sealed class BadServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly TcpListener _listener;
    private readonly Task _serving;

    /// <param name="port">Where it listens; 0 for a free port.</param>
    public BadServer(Mischief mischief, int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Settings = new SmtpSettings("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, "tessera@partners.example.org") { Patience = TimeSpan.FromSeconds(1) };
        if (mischief is Mischief.Away) _listener.Stop();
        _serving = mischief is Mischief.Away ? Task.CompletedTask : ServeAsync(mischief);
    }

    public SmtpSettings Settings { get; }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task ServeAsync(Mischief mischief)
    {
        try
        {
            while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_ending.Token), mischief);
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task AnswerAsync(TcpClient client, Mischief mischief)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream());
                if (mischief is not Mischief.Silent) await SayAsync(client, mischief is Mischief.Nonsense ? "SSH-2.0-no mail here" : "220 bad.example ESMTP");
                if (mischief is Mischief.Closing) return;
                while (await reader.ReadLineAsync(_ending.Token) is { } line)
                {
                    if (Answer(mischief, line) is { } answer) await SayAsync(client, answer);
                }
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException)
            {
                // The other side has gone.
            }
        }
    }

    private static string? Answer(Mischief mischief, string line) => (mischief, line.Split(' ')[0].ToUpperInvariant()) switch
    {
        (Mischief.Silent or Mischief.SilentAfterGreeting, _) => null,
        (Mischief.Nonsense, _) => "what?",
        (Mischief.RefusingTheRecipient, "RCPT") => "550 5.1.1 no such user",
        (Mischief.AskingForPatience, "RCPT") => "451 4.7.1 try again later",
        _ => "250 ok",
    };

    private static async Task SayAsync(TcpClient client, string line) => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
