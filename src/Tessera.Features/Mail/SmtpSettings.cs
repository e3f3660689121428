using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tessera.Features.Mail;

/// <summary>How the way to the mail server is protected.</summary>
public enum SmtpTls
{
    /// <summary>Not at all: for a relay on the same machine or network.</summary>
    None,

    /// <summary>The conversation becomes an encrypted one before anything is said (RFC 3207); a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>It is encrypted from the beginning (RFC 8314).</summary>
    Tls,
}

/// <summary>A name and password for the mail server.</summary>
public sealed record SmtpLogin(string User, string Password)
{
    /// <inheritdoc />
    public override string ToString() => User;
}

/// <summary>The environment says something about mail that cannot be meant.</summary>
/// <param name="variable">The variable to put right.</param>
public sealed class SmtpSettingsException(string variable, string message) : Exception($"{variable}: {message}");

/// <summary>How mail is sent: TESSERA_SMTP=smtp://host:port or smtps://host:port, TESSERA_MAIL_FROM, TESSERA_SMTP_TLS, _USER, _PASSWORD or _PASSWORD_FILE, and _CA.</summary>
/// <param name="From">The sender's address.</param>
public sealed record SmtpSettings(string Host, int Port, string From)
{
    private const int UsualPort = 25;
    private const int UsualTlsPort = 465;

    /// <summary>How long a server may take for one mail.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How the way is protected.</summary>
    public SmtpTls Tls { get; init; }

    /// <summary>Null where the server asks for none. Never said on a way that is not encrypted.</summary>
    public SmtpLogin? Login { get; init; }

    /// <summary>Who may vouch for the server instead of those whom the machine trusts; null for those.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Null when no mail is configured.</summary>
    /// <exception cref="SmtpSettingsException">It is, but not so that it can be used.</exception>
    public static SmtpSettings? FromEnvironment() => Read(Environment.GetEnvironmentVariable);

    /// <summary>The same from other variables.</summary>
    public static SmtpSettings? Read(Func<string, string?> variable)
    {
        string? Said(string name) => variable(name) is { Length: > 0 } value ? value : null;
        if (Said("TESSERA_SMTP") is not { } address) return null;
        if (!Uri.TryCreate(address.Contains("://", StringComparison.Ordinal) ? address : "smtp://" + address, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
            throw new SmtpSettingsException("TESSERA_SMTP", "expected smtp://host:port or smtps://host:port; name and password go into TESSERA_SMTP_USER and TESSERA_SMTP_PASSWORD_FILE");
        var login = LoginOf(Said);
        var tls = Said("TESSERA_SMTP_TLS") switch
        {
            null => uri.Scheme == "smtps" ? SmtpTls.Tls : login is null ? SmtpTls.None : SmtpTls.StartTls,
            "none" => SmtpTls.None,
            "starttls" => SmtpTls.StartTls,
            "tls" => SmtpTls.Tls,
            _ => throw new SmtpSettingsException("TESSERA_SMTP_TLS", "expected none, starttls or tls"),
        };
        if (login is not null && tls is SmtpTls.None) throw new SmtpSettingsException("TESSERA_SMTP_TLS", "a password is not sent without encryption: starttls or tls");
        var port = uri.Port > 0 ? uri.Port : tls is SmtpTls.Tls ? UsualTlsPort : UsualPort;
        return new SmtpSettings(uri.Host, port, Said("TESSERA_MAIL_FROM") ?? "tessera@" + uri.Host) { Tls = tls, Login = login, Authorities = Said("TESSERA_SMTP_CA") is { } file ? AuthoritiesIn(file) : null };
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static SmtpLogin? LoginOf(Func<string, string?> said)
    {
        if (said("TESSERA_SMTP_USER") is not { } user) return null;
        if (said("TESSERA_SMTP_PASSWORD") is { } password) return new SmtpLogin(user, password);
        if (said("TESSERA_SMTP_PASSWORD_FILE") is not { } file) throw new SmtpSettingsException("TESSERA_SMTP_PASSWORD_FILE", "TESSERA_SMTP_USER needs a password, here or in TESSERA_SMTP_PASSWORD");
        try
        {
            return new SmtpLogin(user, File.ReadAllText(file).TrimEnd('\r', '\n'));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new SmtpSettingsException("TESSERA_SMTP_PASSWORD_FILE", unread.Message);
        }
    }

    private static X509Certificate2Collection AuthoritiesIn(string file)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(file);
            return found.Count > 0 ? found : throw new SmtpSettingsException("TESSERA_SMTP_CA", "there is no certificate (PEM) in the file");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SmtpSettingsException("TESSERA_SMTP_CA", unread.Message);
        }
    }
}
