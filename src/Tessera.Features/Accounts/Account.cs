using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Accounts;

/// <summary>A person who may come in. What she may do in which office is said by her memberships, not here.</summary>
public sealed class Account
{
    /// <summary>Letters in a name.</summary>
    public const int LongestName = 200;

    /// <summary>Letters in an address.</summary>
    public const int LongestEmail = 200;

    public Guid Id { get; init; }

    /// <summary>Also the name to sign in with.</summary>
    public string Email { get; set; } = "";

    public string NormalizedEmail { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>The interface's language of her choice; mails to her are in it.</summary>
    public string Language { get; set; } = "en";

    /// <summary>May she create and suspend offices?</summary>
    public bool IsHost { get; set; }

    /// <summary>Null when she signs in by passkey or municipal sign-on only.</summary>
    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>Is a code of her authenticator asked for after the password?</summary>
    public bool TwoFactor { get; set; }

    /// <summary>The shared secret of her authenticator, protected by the program's keys.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The time step of the last code of hers that was used; that code and older ones work no more.</summary>
    public long? UsedStep { get; set; }

    /// <summary>The hashes of codes that work once in place of the authenticator.</summary>
    public string[] RecoveryCodes { get; set; } = [];

    public DateTimeOffset? LockoutEnd { get; set; }

    public int FailedCount { get; set; }

    /// <summary>Does she want the weekly mail of what needs her?</summary>
    public bool WantsDigest { get; set; } = true;

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A passkey of an account.</summary>
internal sealed class PasskeyRow
{
    public required byte[] CredentialId { get; init; }

    public Guid AccountId { get; init; }

    public string? Name { get; set; }

    public required byte[] PublicKey { get; init; }

    public long SignCount { get; set; }

    public string[]? Transports { get; init; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An account's identity at a municipal sign-on.</summary>
internal sealed class LoginRow
{
    public required string Provider { get; init; }

    public required string ProviderKey { get; init; }

    public Guid AccountId { get; init; }
}

/// <summary>A session; its key is known to the browser alone.</summary>
internal sealed class SessionRow
{
    public required byte[] KeyHash { get; init; }

    public Guid AccountId { get; init; }

    public required byte[] Ticket { get; set; }

    public string Browser { get; init; } = "";

    public DateTimeOffset BegunAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>What was typed when the session had run out.</summary>
internal sealed class KeptFormRow
{
    public Guid Id { get; init; }

    public string Path { get; init; } = "";

    /// <summary>JSON, protected by the program's keys.</summary>
    public string Fields { get; init; } = "";

    public DateTimeOffset KeptAt { get; init; }
}

/// <summary>What an account may do in an office.</summary>
internal sealed class MemberRow
{
    public int OfficeId { get; init; }

    public Guid AccountId { get; init; }

    public Account? Account { get; init; }

    public OfficeRole Role { get; set; }

    /// <summary>The part of it that was given by hand; null when all of it comes from municipal sign-on.</summary>
    public OfficeRole? ByHand { get; set; }

    public DateTimeOffset Since { get; init; }
}

/// <summary>A unit inside an office.</summary>
internal sealed class UnitRow
{
    public Guid Id { get; init; }

    public int OfficeId { get; init; }

    public required string Key { get; init; }

    public int Position { get; set; }

    public LocalText Names { get; set; } = LocalText.Empty;
}

/// <summary>Somebody's place in a unit.</summary>
internal sealed class UnitMemberRow
{
    public int OfficeId { get; init; }

    public Guid UnitId { get; init; }

    public Guid AccountId { get; init; }
}

/// <summary>An invitation that somebody may accept once.</summary>
internal sealed class InvitationRow
{
    public Guid Id { get; init; }

    /// <summary>Null for an invitation to be host.</summary>
    public int? OfficeId { get; init; }

    public string? Email { get; init; }

    public OfficeRole Role { get; init; }

    public required byte[] TokenHash { get; init; }

    public string InvitedBy { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }
}

/// <summary>A form that was sent: claimed, or done.</summary>
internal sealed class DoneFormRow
{
    public int OfficeId { get; init; }

    public Guid FormId { get; init; }

    public Guid AccountId { get; init; }

    public required string Page { get; init; }

    public Guid Claim { get; init; }

    public DateTimeOffset ClaimedUntil { get; init; }

    /// <summary>Where its sender was led; null until it is done.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset At { get; init; }
}
