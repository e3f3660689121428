using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Tessera.Features.Mail;

/// <summary>Sends mail over SMTP. Without settings, or when the server does not take it, nothing is lost: what is mailed is kept in the register first.</summary>
public sealed class Mailer(SmtpSettings? settings, ILogger<Mailer> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends a plain text; false when there is no server, or it did not take the mail.</summary>
    /// <param name="replyTo">Where an answer goes; null for nowhere.</param>
    public async Task<bool> SendAsync(string to, string subject, string text, string? replyTo, CancellationToken cancellation)
    {
        if (settings is null) return false;
        try
        {
            using var message = new MailMessage(settings.From, to) { Subject = OneLine(subject), Body = text, SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
            if (replyTo is not null) message.ReplyToList.Add(replyTo);
            using var client = new SmtpClient(settings.Host, settings.Port);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            enough.CancelAfter(Patience);
            await client.SendMailAsync(message, enough.Token);
            return true;
        }
        catch (Exception refused) when (refused is SmtpException or FormatException or OperationCanceledException)
        {
            log.LogWarning("Mail to {To} could not be sent through {Server}: {Reason}", to, settings, refused.Message);
            return false;
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
