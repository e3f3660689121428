using Tessera.Interchange.Documents.Mail;

namespace Tessera.Interchange.Calendars;

/// <summary>Finds the calendar in what somebody pastes or forwards: the file itself, or a mail that carries it, however it is packed (iMIP, RFC 6047).</summary>
public static class MailedCalendar
{
    private const int Deepest = 8;
    private const int MostParts = 200;

    /// <summary>The calendar's bytes; the content itself where it is no mail or carries none.</summary>
    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> content)
    {
        var parts = 0;
        return (MailMessage.IsOne(content) ? Find(MailMessage.Parse(content), 0, ref parts) : null) ?? content;
    }

    private static ReadOnlyMemory<byte>? Find(MailMessage part, int depth, ref int parts)
    {
        if (depth > Deepest || ++parts > MostParts) return null;
        var type = part.ContentType;
        var name = part.Disposition["filename"] ?? type["name"] ?? "";
        if (type.Value is "text/calendar" or "text/x-vcalendar" or "application/ics" || name.EndsWith(".ics", StringComparison.OrdinalIgnoreCase)) return MailWords.Body(part.Body, part.TransferEncoding);
        if (type.Value == "message/rfc822") return Find(MailMessage.Parse(MailWords.Body(part.Body, part.TransferEncoding)), depth + 1, ref parts);
        if (!type.Value.StartsWith("multipart/", StringComparison.Ordinal) || type["boundary"] is not { Length: > 0 } boundary) return null;
        foreach (var inner in MailBoundary.Split(part.Body, boundary, MostParts))
        {
            if (Find(MailMessage.Parse(inner), depth + 1, ref parts) is { } found) return found;
        }

        return null;
    }
}
