using System.Globalization;

namespace Tessera.Features.Mail;

/// <summary>How mail is sent, from TESSERA_SMTP=smtp://host:port and TESSERA_MAIL_FROM.</summary>
/// <param name="From">The sender's address.</param>
public sealed record SmtpSettings(string Host, int Port, string From)
{
    /// <summary>How long a server may take for one mail.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Null when no mail is configured.</summary>
    public static SmtpSettings? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("TESSERA_SMTP") is not { Length: > 0 } address) return null;
        var uri = new Uri(address.Contains("://", StringComparison.Ordinal) ? address : "smtp://" + address);
        var from = Environment.GetEnvironmentVariable("TESSERA_MAIL_FROM") is { Length: > 0 } said ? said : "tessera@" + uri.Host;
        return new SmtpSettings(uri.Host, uri.Port > 0 ? uri.Port : 25, from);
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
