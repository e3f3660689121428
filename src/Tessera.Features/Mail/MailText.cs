using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Tessera.Features.Mail;

/// <summary>Writes a letter as ASCII lines (RFC 5322, 2045, 2047).</summary>
internal static class MailText
{
    private const int BytesOfWord = 42;

    /// <summary>The message with its headers.</summary>
    /// <exception cref="FormatException">An address is none.</exception>
    public static string Of(Letter letter, MailAddress from, DateTimeOffset now)
    {
        var headers = new List<(string Name, string Value)>
        {
            ("From", Person(from)),
            ("To", Person(new MailAddress(letter.To))),
            ("Subject", Words(OneLine(letter.Subject))),
            ("Date", now.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)),
            ("Message-ID", $"<{Guid.CreateVersion7(now):N}@{Host(from)}>"),
            ("Auto-Submitted", "auto-generated"),
            ("MIME-Version", "1.0"),
        };
        if (letter.ReplyTo is { } reply) headers.Add(("Reply-To", Person(new MailAddress(reply))));
        headers.AddRange(letter.Headers.Select(h => (h.Key, OneLine(h.Value))));
        var text = Part("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(letter.Text.ReplaceLineEndings("\r\n")));
        return string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n")) + (letter.Calendar is { } calendar ? WithCalendar(text, calendar) : text);
    }

    /// <summary>The text, the same for calendars as its alternative, and once more as a file: what Outlook, Apple and Thunderbird each look for.</summary>
    private static string WithCalendar(string text, LetterCalendar calendar)
    {
        var alternatives = Parts("alternative", text, Part(calendar.MediaType, calendar.Content.Span));
        return Parts("mixed", alternatives, Part("application/ics; name=\"invite.ics\"", calendar.Content.Span, "Content-Disposition: attachment; filename=\"invite.ics\"\r\n"));
    }

    private static string Part(string type, ReadOnlySpan<byte> content, string more = "") =>
        $"Content-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n{more}\r\n{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}";

    /// <summary>No line of base64 begins like a boundary.</summary>
    private static string Parts(string kind, params ReadOnlySpan<string> parts)
    {
        var boundary = "=_tessera_" + kind;
        var joined = new StringBuilder($"Content-Type: multipart/{kind}; boundary=\"{boundary}\"\r\n\r\n");
        foreach (var part in parts) joined.Append("--").Append(boundary).Append("\r\n").Append(part).Append("\r\n");
        return joined.Append("--").Append(boundary).Append("--\r\n").ToString();
    }

    /// <summary>An address as the server is told it: a host of letters beyond ASCII in its ASCII form.</summary>
    /// <exception cref="FormatException">What stands before the @ has no ASCII form.</exception>
    public static string Address(MailAddress address) =>
        address.User.All(c => c is > ' ' and < (char)127 and not ('<' or '>')) ? $"{address.User}@{Host(address)}" : throw new FormatException("The address cannot be written in ASCII.");

    private static string Host(MailAddress address) => address.Host.StartsWith('[') ? address.Host : new IdnMapping().GetAscii(address.Host);

    private static string Person(MailAddress address) => address.DisplayName.Length == 0 ? Address(address) : $"{Words(address.DisplayName, always: true)} <{Address(address)}>";

    /// <summary>Text as it is where that is plain, else in encoded words of at most 75 letters.</summary>
    private static string Words(string text, bool always = false)
    {
        if (!always && text.Length <= BytesOfWord && text.All(c => c is >= ' ' and < (char)127) && !text.Contains("=?", StringComparison.Ordinal)) return text;
        var words = new List<string> { "" };
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(words[^1]) + rune.Utf8SequenceLength > BytesOfWord) words.Add("");
            words[^1] += rune.ToString();
        }

        return string.Join("\r\n ", words.Select(w => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(w))}?="));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
