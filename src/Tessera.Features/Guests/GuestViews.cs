using Tessera.Domain.Guests;
using Tessera.Features.Mail;

namespace Tessera.Features.Guests;

/// <summary>Somebody to be invited, or who comes.</summary>
/// <param name="Email">Null for whom nothing can be mailed.</param>
/// <param name="Language">One of the interface's, in which letters to her are written.</param>
/// <param name="IsMinor">A minor's name is nowhere but at the desk.</param>
public sealed record NewGuest(string Name, string? Email, GuestRole Role, string Language, bool IsMinor);

/// <summary>A guest as the office sees her.</summary>
/// <param name="Sequence">SEQUENCE of the last invitation or cancellation that was sent; null before the first.</param>
/// <param name="ToldVersion">The activity's version that she was told of last.</param>
/// <param name="WithdrawnAt">When her invitation was taken back; null while it stands.</param>
/// <param name="AnsweredAt">By the answer's own stamp.</param>
/// <param name="Link">The secret by which she says what she needs; null while nobody asked.</param>
public sealed record GuestView(
    Guid Id, string Name, string? Email, GuestRole Role, string Language, bool IsMinor, int? Sequence, int? ToldVersion, DateTimeOffset? WithdrawnAt, GuestAnswer Answer, DateTimeOffset? AnsweredAt,
    string Comment, string? Link)
{
    /// <summary>The letters to her, the latest first.</summary>
    public IReadOnlyList<LetterView> Letters { get; init; } = [];

    /// <summary>The highest SEQUENCE that her address was sent of the activity in another invitation, such as one that was taken back; null for none. Only to write letters.</summary>
    public int? Heard { get; init; }

    /// <summary>Was her invitation taken back, and her address invited again since, and told so? Only to write letters.</summary>
    public bool IsInvitedAnew { get; init; }

    /// <summary>Has she said what she needs?</summary>
    public bool HasSaidNeeds { get; init; }

    /// <summary>Was she invited by mail, and not told yet how the activity is now?</summary>
    public bool IsBehind(int version) => WithdrawnAt is null && ToldVersion is { } told && told != version;
}

/// <summary>A guest to whom a letter is written, and to what.</summary>
public sealed record GuestOfActivity(GuestView Guest, string ActivityKey);

/// <summary>What came of an answer that was read.</summary>
/// <param name="Who">The address that answered.</param>
/// <param name="Code">Of <see cref="Interchange.Calendars.InvitationCodes"/>, why it is not taken; null when it is.</param>
public sealed record AnswerOutcome(string Who, GuestAnswer Answer, string? Code);
