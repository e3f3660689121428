using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Planning.Delegations;
using Tessera.Testing;
using Tessera.Web.Commands;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary>The example offices as <c>tessera serve --examples</c> brings them.</summary>
public sealed class ExampleOfficesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Examples_InALaterYear_AreThereWithASeasonToComeAndAPlan_AndAreLoadedOnce()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        var examples = new ExampleOffices(database.Database, new SetClock(new DateTimeOffset(2030, 5, 6, 9, 0, 0, TimeSpan.Zero)));
        var loaded = await examples.LoadAsync(Checkout.File("examples"), Cancellation);
        Assert.All(loaded, l => Assert.Empty(l.Findings));
        Assert.Equal(["example-region", "hargita", "svenljunga", "toosz"], loaded.Select(l => l.Office));

        var office = (await new OfficeQueries(database.Database).FindAsync(RegionSeason.Slug, Cancellation))!;
        var plan = Assert.Single(await new PlanQueries(database.Database).ListAsync(office, Cancellation));
        Assert.Equal((2030, 2030), (plan.Span.First.Year, plan.Span.Last.Year));
        Assert.True(plan.Figures.Moved > 10);
        Assert.True(plan.Figures.Fall >= 0.5, $"{plan.Figures.Fall:P0}");
        var association = (await new OfficeQueries(database.Database).FindAsync("toosz", Cancellation))!;
        var delegations = await new DelegationQueries(database.Database).ListAsync(association, publicOnly: false, Cancellation);
        Assert.Equal([(DelegationState.Called, false, 2030, 14, 14), (DelegationState.Ended, true, 2021, 14, 13)], delegations.Select(d => (d.State, d.IsPublished, d.First.Year, d.Seats, d.Filled)));
        Assert.Empty(await examples.LoadAsync(Checkout.File("examples"), Cancellation));
        Assert.Single(await new PlanQueries(database.Database).ListAsync(office, Cancellation));
    }

    [Fact]
    public async Task ExampleDelegation_AsItIsComposedFirst_BreaksTheRuleOfShares_AndOneExchangeMendsIt()
    {
        await using var database = await Loading.ExampleAsync("toosz");
        var clock = new SetClock(new DateTimeOffset(2030, 5, 6, 9, 0, 0, TimeSpan.Zero));
        await Loading.DelegationsAsync(database, clock);
        var queries = new DelegationQueries(database.Database);
        var office = (await new OfficeQueries(database.Database).FindAsync("toosz", Cancellation))!;
        var key = (await queries.ListAsync(office, publicOnly: false, Cancellation)).Single(d => d.State is DelegationState.Called).Key;
        var composing = new DelegationComposing(database.Database, queries, new DelegationPeople(database.Database, clock), clock);
        var view = (await composing.CheckAsync(office, key, "test", Cancellation))!;
        var broken = Assert.Single(view.Check.Verdicts, v => v is { IsKept: false, Severity: Severity.Blocking });
        Assert.Equal("sex-share-whole", broken.Rule);
        Assert.Single(view.Check.Broken.Single(b => b.Verdict.Rule == broken.Rule).Exchange!.Changes);
    }
}
