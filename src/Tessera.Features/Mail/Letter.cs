namespace Tessera.Features.Mail;

/// <summary>A mail of plain text.</summary>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>Where an answer goes; null for nowhere.</summary>
    public string? ReplyTo { get; init; }

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
