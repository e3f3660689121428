namespace Tessera.Features.Mail;

/// <summary>A mail server said no, or something that is no answer.</summary>
/// <param name="code">Of its answer (RFC 5321, 4.2); 0 for none.</param>
/// <param name="said">What it said.</param>
public sealed class SmtpReplyException(int code, string said) : IOException($"{(code == 0 ? "" : code + " ")}{said}")
{
    /// <summary>From here on an answer says no for good (RFC 5321, 4.2.1).</summary>
    private const int ForGood = 500;

    /// <summary>Of its answer; 0 for none.</summary>
    public int Code => code;

    /// <summary>What it said.</summary>
    public string Said => said;

    /// <summary>Was it about the recipient, so that it says nothing of other mails?</summary>
    public bool IsOfRecipient { get; init; }

    /// <summary>Will the recipient never be taken?</summary>
    public bool IsForGood => IsOfRecipient && code >= ForGood;
}
