using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;

namespace Tessera.Features.Mail;

/// <summary>Sends mail over SMTP. Without settings, or when the server does not take it, nothing is lost: what is mailed is kept in the register first.</summary>
public sealed class Mailer(SmtpSettings? settings, TimeProvider time, ILogger<Mailer> log)
{
    /// <summary>Is there a server to send through?</summary>
    public bool HasServer => settings is not null;

    /// <summary>The address that its mail comes from; null when there is no server.</summary>
    public string? From => settings is null ? null : new MailAddress(settings.From).Address;

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
            var from = new MailAddress(settings.From);
            var (recipient, message) = (MailText.Address(new MailAddress(letter.To)), MailText.Of(letter, from, time.GetUtcNow()));
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            enough.CancelAfter(settings.Patience);
            await using var session = await SmtpSession.OpenAsync(settings, enough.Token);
            await session.SendAsync(MailText.Address(from), recipient, message, enough.Token);
            return Delivery.Sent;
        }
        catch (Exception refused) when (refused is SocketException or AuthenticationException or FormatException or ArgumentException or InvalidOperationException or IOException or OperationCanceledException)
        {
            log.LogWarning("Mail to {To} could not be sent through {Server}: {Reason}", letter.To, settings, refused.GetBaseException().Message);
            return refused is FormatException or ArgumentException or SmtpReplyException { IsForGood: true } ? Delivery.Refused : Delivery.Later;
        }
    }
}
