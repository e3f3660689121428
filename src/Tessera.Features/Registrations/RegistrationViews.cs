using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;

namespace Tessera.Features.Registrations;

/// <summary>What the office says of registering for an activity.</summary>
/// <param name="Until">The last day on which one may register.</param>
/// <param name="HasWaitingList">May one wait when all places are taken?</param>
/// <param name="Question">Something that is asked of everybody; empty for nothing.</param>
/// <param name="Notice">What the office adds to the privacy notice; empty for nothing.</param>
public sealed record RegistrationRules(bool IsOpen, int Places, DateOnly Until, bool HasWaitingList, bool AsksPhone, LocalText Question, LocalText Notice);

/// <summary>Registering for an activity as it stands.</summary>
/// <param name="Taken">People who have a place.</param>
/// <param name="Waiting">People who wait for one.</param>
/// <param name="IsOpen">May one register now?</param>
public sealed record RegistrationDesk(RegistrationRules Rules, int Taken, int Waiting, bool IsOpen)
{
    /// <summary>Places that are free; none when their number was lowered below what is taken.</summary>
    public int Free => Math.Max(0, Rules.Places - Taken);
}

/// <summary>Somebody who wants to come, perhaps with others.</summary>
/// <param name="Email">Null only for whom the office enters by hand.</param>
/// <param name="People">How many come, she included.</param>
/// <param name="Reply">To what is asked.</param>
/// <param name="Language">One of the interface's, in which letters to her are written.</param>
public sealed record NewRegistration(string Name, string? Email, int People, string Phone, string Reply, string Language);

/// <summary>A registration.</summary>
/// <param name="Secret">By which she cancels.</param>
public sealed record RegistrationView(Guid Id, string Name, string? Email, int People, string Phone, string Reply, string Language, RegistrationState State, DateTimeOffset At, string Secret);

/// <summary>A registration and to what.</summary>
public sealed record RegistrationOfActivity(RegistrationView Registration, string ActivityKey);
