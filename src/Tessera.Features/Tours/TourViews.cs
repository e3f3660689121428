using Tessera.Domain.Tours;
using Tessera.Domain.Vocabulary;
using Tessera.Planning.Tours;

namespace Tessera.Features.Tours;

/// <summary>What the office says of the places of a study tour.</summary>
/// <param name="MostPerAuthority">People that one authority may send.</param>
/// <param name="Until">The last day on which one may apply.</param>
/// <param name="Question">Something that is asked of every authority; empty for nothing.</param>
public sealed record TourSettings(bool IsOpen, TourRules Rules, int MostPerAuthority, DateOnly Until, LocalText Question);

/// <summary>The places of a study tour as they stand.</summary>
/// <param name="Pledge">The hash of the seed, published from the beginning.</param>
/// <param name="Seed">The seed itself, once the selection is done; null before.</param>
/// <param name="Applied">Applications that take part, or took part.</param>
/// <param name="IsOpen">May one apply now?</param>
public sealed record TourDesk(TourSettings Settings, string Pledge, string? Seed, DateTimeOffset? DecidedAt, string? DecidedBy, int Applied, bool IsOpen);

/// <summary>An application as it is sent.</summary>
/// <param name="Email">Null only for whom the office enters by hand.</param>
/// <param name="Participants">Who would come, by name.</param>
public sealed record NewTourApplication(string Authority, string County, int? Population, string Name, string? Email, string Reply, IReadOnlyList<string> Participants, string Language);

/// <summary>An application.</summary>
/// <param name="LastTour">The year of its last tour as the officer has entered it.</param>
public sealed record TourApplicationView(
    Guid Id, int Number, string Authority, string County, int? Population, int? LastTour, string Name, string? Email, string Reply, IReadOnlyList<string> Participants, int People, string Language,
    TourApplicationState State, DateTimeOffset At, string Secret);

/// <summary>An application and for what.</summary>
public sealed record TourApplicationOf(TourApplicationView Application, string ActivityKey);

/// <summary>An authority with its answer and the reason for it.</summary>
/// <param name="LastTour">The year of its last tour, by what the officer knows and the tours of this office; null when there was none.</param>
public sealed record TourAnswer(TourApplicationView Application, TourDecision Decision, int? LastTour);

/// <summary>The answers to all applications, in the order by the rules.</summary>
/// <param name="Mark">Changes with any of the answers, so that nobody confirms what she has not seen.</param>
public sealed record TourProposal(IReadOnlyList<TourAnswer> Answers, string Mark);
