using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Planning.Programmes.Harmony;

namespace Tessera.Features.Programmes;

/// <summary>
/// Harmonises seasons: a plan of few moves is worked out and kept, each move is accepted or refused by its organiser or by the office for her, the plan is worked
/// out again around what was refused, and what was accepted is carried out. What was accepted stays in every further plan, what was refused comes in none.
/// </summary>
public sealed class PlanService(Database database, SeasonQueries seasons, ActivityService activities, TimeProvider time)
{
    private const string WordsOfReason = "season plan";

    /// <summary>Works out a plan for a season, and keeps it.</summary>
    public async Task<PlanResult> MakeAsync(OfficeView office, SeasonSpan span, string author, CancellationToken cancellation)
    {
        var board = await seasons.ReadAsync(office, span, cancellation);
        if (WhyNot(board) is { } finding) return new PlanResult(null, [finding]);
        var now = time.GetUtcNow();
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        var row = db.Add(new SeasonPlanRecord { Id = Guid.CreateVersion7(now), OfficeId = office.Id, FirstDay = span.First, LastDay = span.Last, MadeAt = now, MadeBy = author, PlannedAt = now }).Entity;
        Fill(db, row, board, Harmoniser.Plan(board.Planning, SeasonBoard.Settings, HarmonySettings.Default, []));
        await db.SaveChangesAsync(cancellation);
        return new PlanResult(row.Id, []);
    }

    /// <summary>Works the plan out again: what was accepted stays, what was refused is never proposed, the rest is thought over anew with the season as it stands now.</summary>
    public Task<PlanResult> AgainAsync(OfficeView office, Guid id, CancellationToken cancellation) => OnceMore.DoAsync(() => AgainOnceAsync(office, id, cancellation), cancellation);

    private async Task<PlanResult> AgainOnceAsync(OfficeView office, Guid id, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from season_plan where id = {id} for update", cancellation);
        if (await db.SeasonPlans.Include(p => p.Moves).ThenInclude(m => m.Activity).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } row) return new PlanResult(null, []);
        var board = await seasons.ReadAsync(office, new SeasonSpan(row.FirstDay, row.LastDay), cancellation);
        if (WhyNot(board) is { } finding) return new PlanResult(id, [finding]);
        foreach (var open in row.Moves.Where(m => m.Reply is null).ToList())
        {
            row.Moves.Remove(open);
            db.Remove(open);
        }

        row.PlannedAt = time.GetUtcNow();
        Fill(db, row, board, Harmoniser.Plan(board.Planning, SeasonBoard.Settings, HarmonySettings.Default, Answers(row, board)));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new PlanResult(id, []);
    }

    /// <summary>Accepts or refuses a move; what was carried out cannot be answered any more.</summary>
    /// <param name="organiser">The key of who answers for herself; null for the office.</param>
    /// <param name="stays">With a refusal: is the programme not to be moved at all?</param>
    /// <returns>Was there such a move to answer?</returns>
    public async Task<bool> ReplyAsync(OfficeView office, Guid move, MoveReply reply, bool stays, string? organiser, string author, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // While a plan is worked out again, which takes away moves without an answer, answers wait.
        await db.Database.ExecuteSqlAsync($"select 1 from season_plan where id = (select plan_id from season_move where id = {move}) for update", cancellation);
        var now = time.GetUtcNow();
        var replied = await db.SeasonMoves.Where(m => m.Id == move && m.AppliedAt == null && (organiser == null || m.Activity!.Organiser!.Key == organiser))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Reply, reply).SetProperty(x => x.RepliedBy, author).SetProperty(x => x.RepliedAt, now).SetProperty(x => x.Stays, stays && reply == MoveReply.Refused), cancellation);
        await transaction.CommitAsync(cancellation);
        return replied > 0;
    }

    /// <summary>Accepts every move that nobody has answered, on behalf of the organisers.</summary>
    public async Task<int> AcceptAllAsync(OfficeView office, Guid plan, string author, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var now = time.GetUtcNow();
        return await db.SeasonMoves.Where(m => m.PlanId == plan && m.Reply == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Reply, MoveReply.Accepted).SetProperty(x => x.RepliedBy, author).SetProperty(x => x.RepliedAt, now), cancellation);
    }

    /// <summary>
    /// Carries out what was accepted: the programmes get their new days at the same hours on the wall, and the history says so. All together where that can be, so that two may swap a stage; else each
    /// by itself, and what cannot be is told.
    /// </summary>
    /// <returns>How many were moved, and what stood against the others.</returns>
    public async Task<(int Moved, IReadOnlyList<Finding> Findings)> ApplyAsync(OfficeView office, Guid plan, Edit edit, CancellationToken cancellation)
    {
        await using var db = database.ForOffice(office.Id);
        var wanted = await db.SeasonMoves.Where(m => m.PlanId == plan && m.Reply == MoveReply.Accepted && m.AppliedAt == null).OrderBy(m => m.Position)
            .Select(m => new { m.Id, m.FromDay, m.ToDay, m.Activity!.Key, m.Activity.Title }).ToListAsync(cancellation);
        edit = edit with { Reason = edit.Reason ?? WordsOfReason };
        var together = wanted.Select(m => (m.Key, (Func<ActivityItem, ActivityItem?>)(a => ActivityTime.Read(a.StatedTime())?.First?.FirstDay == m.FromDay ? Moved(a, m.ToDay.DayNumber - m.FromDay.DayNumber) : null))).ToList();
        if (wanted.Count > 1 && await activities.TryChangeTogetherAsync(office, together, edit, cancellation))
        {
            var (all, at) = (wanted.Select(m => m.Id).ToList(), time.GetUtcNow());
            await db.SeasonMoves.Where(m => all.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.AppliedAt, at), cancellation);
            return (wanted.Count, []);
        }

        var (moved, findings) = (0, new List<Finding>());
        foreach (var move in wanted)
        {
            var isStale = false;
            var result = await activities.ChangeAsync(office, move.Key, null, a => (isStale = ActivityTime.Read(a.StatedTime())?.First?.FirstDay != move.FromDay) ? a : Moved(a, move.ToDay.DayNumber - move.FromDay.DayNumber), edit, cancellation);
            if (isStale) findings.Add(Finding.About("", CoordinationRefusal.MovedMeanwhile, ("title", move.Title.For(office.Chain(office.Languages[0]))?.Text ?? move.Key)));
            else if (!result.IsDone) findings.AddRange(result.Findings);
            else
            {
                moved++;
                var now = time.GetUtcNow();
                await db.SeasonMoves.Where(m => m.Id == move.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.AppliedAt, now), cancellation);
            }
        }

        return (moved, findings);
    }

    /// <summary>The activity some days later or earlier: all hours on the wall stay, those of its programme too, whatever the clocks do in between.</summary>
    public static ActivityItem Moved(ActivityItem item, int days) => item with
    {
        Start = Shifted(item.Start, days),
        End = Shifted(item.End, days),
        Programme = [.. item.Programme.Select(p => p with { Start = Shifted(p.Start, days)!, End = Shifted(p.End, days) })],
    };

    private static string? Shifted(string? time, int days) => time is null || ActivityTime.DayOf(time[..10]) is not { } day ? time : day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + time[10..];

    private static Finding? WhyNot(SeasonBoard board) => board.Entries.Count <= CoordinationLimits.Entries ? null
        : Finding.About("", CoordinationRefusal.TooMany, ("most", CoordinationLimits.Entries.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What was said so far, of programmes that are still in the season and stand where they stood; a move that was carried out is a programme that stays.</summary>
    private static List<MoveAnswer> Answers(SeasonPlanRecord row, SeasonBoard board)
    {
        var answers = new List<MoveAnswer>();
        foreach (var move in row.Moves.Where(m => m.Reply is not null).OrderBy(m => m.RepliedAt))
        {
            if (board.Find(move.Activity!.Key) is not { } entry) continue;
            if (move.AppliedAt is not null || move.Stays) answers.Add(new MoveAnswer(entry.SeasonKey, null, false));
            else if (move.Reply == MoveReply.Refused) answers.Add(new MoveAnswer(entry.SeasonKey, move.ToDay, false));
            else if (entry.Dates.FirstDay == move.FromDay) answers.Add(new MoveAnswer(entry.SeasonKey, move.ToDay, true));
        }

        return answers;
    }

    private void Fill(TesseraDb db, SeasonPlanRecord row, SeasonBoard board, HarmonyPlan plan)
    {
        row.Figures = new PlanFigures(SeasonTotals.Of(plan.Before), SeasonTotals.Of(plan.Afterwards), board.Entries.Count, plan.Movable, plan.MostMoved, plan.Moves.Count, plan.Price, plan.IsProven);
        foreach (var (move, position) in plan.Moves.Select((m, i) => (m, i)))
        {
            var entry = board.Find(move.Key)!;
            var kept = row.Moves.FirstOrDefault(m => m.ActivityId == entry.Id && m.Reply == MoveReply.Accepted && m.ToDay == move.To && m.FromDay == move.From);
            if (kept is null) row.Moves.Add(kept = db.Add(new SeasonMoveRecord { Id = Guid.CreateVersion7(time.GetUtcNow()), OfficeId = row.OfficeId, PlanId = row.Id, ActivityId = entry.Id, FromDay = move.From, ToDay = move.To }).Entity);
            (kept.Position, kept.Price, kept.Saves) = (position, move.Price, move.Saves);
            kept.Reasons = new MoveReasons { Vanish = move.Vanish, Remain = move.Remain, Arise = move.Arise };
        }
    }
}
