namespace Tessera.Features.Mail;

/// <summary>What a mail asks of calendars (iMIP, RFC 6047).</summary>
/// <param name="MediaType">With its method: <c>text/calendar; charset=utf-8; method=REQUEST</c>.</param>
public sealed record LetterCalendar(string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>A mail of plain text, and of a calendar's part perhaps.</summary>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>Where an answer goes; null for nowhere.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Goes beside the text for calendars, and as a file for programs that are none; null for a plain mail.</summary>
    public LetterCalendar? Calendar { get; init; }

    /// <summary>Further header lines, of ASCII.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>What became of a letter.</summary>
public enum Delivery
{
    /// <summary>The server has taken it.</summary>
    Sent,

    /// <summary>It will never be taken: there is no such address.</summary>
    Refused,

    /// <summary>The server is away, does not answer, lets nobody in, or asks to try again later.</summary>
    Later,

    /// <summary>No mail is configured.</summary>
    NoServer,
}
