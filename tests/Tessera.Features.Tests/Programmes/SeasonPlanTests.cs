using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Xunit;

namespace Tessera.Features.Tests.Programmes;

/// <summary>A plan for the season, answered, planned again and carried out: in a season of its own, since it moves it.</summary>
public sealed class SeasonPlanTests(RegionFixture region) : IClassFixture<RegionFixture>
{
    private static readonly SeasonSpan Year = new(new DateOnly(2027, 4, 1), new DateOnly(2027, 12, 31));
    private static readonly Edit Coordinator = new("a coordinator");

    private readonly SeasonQueries _seasons = new(region.Database.Database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PlanService Plans => new(region.Database.Database, _seasons, new ActivityService(region.Database.Database, TimeProvider.System), TimeProvider.System);

    private PlanQueries Queries => new(region.Database.Database);

    [Fact]
    public async Task Plan_ForTheSeason_RemovesSixtyPercentWithAFifthMoved_AndIsCarriedOutAroundRefusals()
    {
        var made = await Plans.MakeAsync(region.Office, Year, "a coordinator", Cancellation);
        var plan = (await Queries.FindAsync(region.Office, made.Plan!.Value, Cancellation))!;
        TestContext.Current.TestOutputHelper?.WriteLine($"{plan.Figures.Fall:P0} of the weight, {1 - (plan.Figures.After.VisitorsLost / plan.Figures.Before.VisitorsLost):P0} of the visitors, {plan.Figures.Moved} of {plan.Figures.Movable} moved");
        Assert.True(plan.Figures.Fall >= 0.6);
        Assert.True(plan.Figures.Moved <= plan.Figures.Movable / 5.0);

        var (stays, other) = (plan.Moves[0], plan.Moves[1]);
        Assert.False(await Plans.ReplyAsync(region.Office, stays.Id, MoveReply.Refused, true, "somebody-else", "x", Cancellation));
        Assert.True(await Plans.ReplyAsync(region.Office, stays.Id, MoveReply.Refused, true, stays.OrganiserKey, "her", Cancellation));
        Assert.True(await Plans.ReplyAsync(region.Office, other.Id, MoveReply.Accepted, false, null, "the office", Cancellation));
        await Plans.AgainAsync(region.Office, plan.Id, Cancellation);
        var again = (await Queries.FindAsync(region.Office, plan.Id, Cancellation))!;
        Assert.DoesNotContain(again.Moves, m => m.Activity == stays.Activity && m.Reply != MoveReply.Refused);
        Assert.Single(again.Moves, m => m.Activity == other.Activity && m.To == other.To && m.Reply == MoveReply.Accepted);

        await Plans.AcceptAllAsync(region.Office, plan.Id, "the office", Cancellation);
        var (moved, findings) = await Plans.ApplyAsync(region.Office, plan.Id, Coordinator, Cancellation);
        Assert.Empty(findings);
        Assert.Equal(again.Moves.Count(m => m.Reply != MoveReply.Refused), moved);
        var board = await _seasons.ReadAsync(region.Office, Year, Cancellation);
        Assert.True(board.Totals.Weight <= again.Figures.After.Weight * 1.01, "the season is what the plan promised, but for hours by clock changes");
        await using var db = region.Database.Database.ForOffice(region.Office.Id);
        Assert.Equal(moved, db.Changes.Count(c => c.Subject == "activity" && c.Author == "a coordinator" && c.Reason == "season plan"));
        Assert.Equal(0, (await Plans.ApplyAsync(region.Office, plan.Id, Coordinator, Cancellation)).Moved);
    }
}
