using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Programmes;

/// <summary>A plan in the list of plans.</summary>
/// <param name="Open">Moves that nobody has answered.</param>
public sealed record PlanBrief(Guid Id, SeasonSpan Span, DateTimeOffset MadeAt, string MadeBy, PlanFigures Figures, int Open, int Accepted, int Refused, int Applied);

/// <summary>A move of a plan, with what came of it.</summary>
/// <param name="Activity">Its key.</param>
/// <param name="Stays">Was every move of it refused, not this one alone?</param>
public sealed record PlanMove(
    Guid Id, Guid Plan, string Activity, LocalText Title, string OrganiserKey, LocalText Organiser, DateOnly From, DateOnly To, double Price, double Saves, MoveReasons Reasons, MoveReply? Reply, string? RepliedBy, bool Stays,
    DateTimeOffset? AppliedAt);

/// <summary>A plan with its moves: those that count first, those that were refused last.</summary>
public sealed record SeasonPlan(Guid Id, SeasonSpan Span, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset PlannedAt, PlanFigures Figures, IReadOnlyList<PlanMove> Moves);

/// <summary>What came of a question to a plan: done, or what stands against it.</summary>
public sealed record PlanResult(Guid? Plan, IReadOnlyList<Finding> Findings)
{
    /// <summary>Was it done?</summary>
    public bool IsDone => Findings.Count == 0;
}
