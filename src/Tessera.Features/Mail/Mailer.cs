using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Tessera.Features.Mail;

/// <summary>Sends mail over SMTP. Without settings, or when the server does not take it, nothing is lost: what is mailed is kept in the register first.</summary>
public sealed class Mailer(SmtpSettings? settings, TimeProvider time, ILogger<Mailer> log)
{
    // From here on an answer of a server says no for good (RFC 5321, 4.2.1).
    private const int ForGood = 500;

    /// <summary>Is there a server to send through?</summary>
    public bool HasServer => settings is not null;

    /// <summary>Sends a plain text; false when there is no server, or it did not take the mail.</summary>
    /// <param name="replyTo">Where an answer goes; null for nowhere.</param>
    public async Task<bool> SendAsync(string to, string subject, string text, string? replyTo, CancellationToken cancellation) =>
        await SendAsync(new Letter(to, subject, text) { ReplyTo = replyTo }, cancellation) is Delivery.Sent;

    /// <summary>Sends a letter, waiting for the server for as long as the settings say.</summary>
    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellation)
    {
        if (settings is null) return Delivery.NoServer;
        try
        {
            using var message = Message(letter, settings);
            using var client = new SmtpClient(settings.Host, settings.Port);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            enough.CancelAfter(settings.Patience);
            await client.SendMailAsync(message, enough.Token);
            return Delivery.Sent;
        }
        catch (Exception refused) when (refused is SmtpException or FormatException or ArgumentException or InvalidOperationException or IOException or OperationCanceledException)
        {
            log.LogWarning("Mail to {To} could not be sent through {Server}: {Reason}", letter.To, settings, refused.GetBaseException().Message);
            return IsForGood(refused) ? Delivery.Refused : Delivery.Later;
        }
    }

    private MailMessage Message(Letter letter, SmtpSettings smtp)
    {
        var message = new MailMessage(smtp.From, letter.To)
        {
            Subject = OneLine(letter.Subject),
            Body = letter.Text,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{Guid.CreateVersion7(time.GetUtcNow()):N}@{message.From!.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        foreach (var (name, value) in letter.Headers) message.Headers[name] = value;
        if (letter.ReplyTo is not null) message.ReplyToList.Add(new MailAddress(letter.ReplyTo));
        return message;
    }

    /// <summary>What is said of a recipient is about this mail; a server that refuses everything may be set right.</summary>
    private static bool IsForGood(Exception refused) => refused is FormatException or ArgumentException || (refused is SmtpFailedRecipientException { StatusCode: var code } && (int)code >= ForGood);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
