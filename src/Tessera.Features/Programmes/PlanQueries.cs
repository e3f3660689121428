using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Planning.Programmes;

namespace Tessera.Features.Programmes;

/// <summary>Reads plans and their moves.</summary>
public sealed class PlanQueries(Database database)
{
    private const int MostPlans = 100;

    /// <summary>The plans, the latest first.</summary>
    public async Task<IReadOnlyList<PlanBrief>> ListAsync(OfficeView office, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await db.SeasonPlans.OrderByDescending(p => p.MadeAt).Take(MostPlans).Select(p => new PlanBrief(
            p.Id, new SeasonSpan(p.FirstDay, p.LastDay), p.MadeAt, p.MadeBy, p.Figures, p.Moves.Count(m => m.Reply == null), p.Moves.Count(m => m.Reply == MoveReply.Accepted),
            p.Moves.Count(m => m.Reply == MoveReply.Refused), p.Moves.Count(m => m.AppliedAt != null))).ToListAsync(cancellation);
    }

    /// <summary>A plan with its moves; null when there is none.</summary>
    public async Task<SeasonPlan?> FindAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        if (await db.SeasonPlans.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } row) return null;
        var moves = await MovesAsync(db.SeasonMoves.Where(m => m.PlanId == id), cancellation);
        return new SeasonPlan(id, new SeasonSpan(row.FirstDay, row.LastDay), row.MadeAt, row.MadeBy, row.PlannedAt, row.Figures, [.. moves.OrderBy(m => m.Reply == MoveReply.Refused)]);
    }

    /// <summary>What is proposed to an organiser and was not carried out.</summary>
    public async Task<IReadOnlyList<PlanMove>> OfAsync(OfficeView office, string organiser, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        return await MovesAsync(db.SeasonMoves.Where(m => m.Activity!.Organiser!.Key == organiser && m.AppliedAt == null), cancellation);
    }

    private static async Task<List<PlanMove>> MovesAsync(IQueryable<SeasonMoveRecord> moves, CancellationToken cancellation)
    {
        var rows = await moves.OrderBy(m => m.Position).ThenBy(m => m.Id).Select(m => new { Move = m, m.Activity!.Key, m.Activity.Title, Organiser = m.Activity.Organiser!.Key, OrganiserNames = m.Activity.Organiser.Names }).ToListAsync(cancellation);
        return [.. rows.Select(r => new PlanMove(
            r.Move.Id, r.Move.PlanId, r.Key, r.Title, r.Organiser, r.OrganiserNames, r.Move.FromDay, r.Move.ToDay, r.Move.Price, r.Move.Saves, Whole(r.Move.Reasons), r.Move.Reply, r.Move.RepliedBy, r.Move.Stays, r.Move.AppliedAt))];
    }

    /// <summary>Lists that are empty are not written, so they come back as none.</summary>
    private static MoveReasons Whole(MoveReasons reasons) => new() { Vanish = Whole(reasons.Vanish), Remain = Whole(reasons.Remain), Arise = Whole(reasons.Arise) };

    private static List<ConflictReason> Whole(IReadOnlyList<ConflictReason> reasons) => [.. reasons.Select(r => r with { Shared = r.Shared ?? [] })];
}
