using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Xunit;

namespace Tessera.Features.Tests.Programmes;

/// <summary>Asking organisers about the moves of a plan: each once, whoever asks, and again only about what is new.</summary>
public sealed class AskingTests(RegionFixture region) : IClassFixture<RegionFixture>
{
    private static readonly SeasonSpan Year = new(new DateOnly(2027, 4, 1), new DateOnly(2027, 12, 31));

    private readonly SeasonQueries _seasons = new(region.Database.Database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PlanQueries Queries => new(region.Database.Database);

    private PlanService Plans => new(region.Database.Database, _seasons, new ActivityService(region.Database.Database, TimeProvider.System), TimeProvider.System);

    private AskingService Askings => new(region.Database.Database, _seasons, Queries, TimeProvider.System);

    [Fact]
    public async Task Asking_BySeveralAtOnce_AsksEachOrganiserOnce_AndTellsWhatIsNoLongerProposed()
    {
        var file = (await new OfficeLoader(region.Database.Database, TimeProvider.System).DumpAsync(Testing.RegionSeason.Slug, Cancellation))!;
        var addressed = file with { Organisers = [.. file.Organisers.Select(o => o with { Email = $"{o.Key}@example.org" })] };
        Assert.Empty((await new OfficeLoader(region.Database.Database, TimeProvider.System).LoadAsync(Interchange.Offices.OfficeFileWriter.Write(addressed), "addressed", "test", Cancellation)).Findings);
        var plan = (await Plans.MakeAsync(region.Office, Year, "a coordinator", Cancellation)).Plan!.Value;
        var moves = (await Queries.FindAsync(region.Office, plan, Cancellation))!.Moves;
        var organisers = moves.Select(m => m.OrganiserKey).Distinct().Count();

        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Askings.AskAsync(region.Office, plan, "a coordinator", Cancellation)));
        Assert.Equal(organisers, asked.Sum());
        await Plans.AgainAsync(region.Office, plan, Cancellation);
        Assert.Equal(0, await Askings.AskAsync(region.Office, plan, "a coordinator", Cancellation));

        // A programme that stays by itself is no longer proposed to move: its organiser is told, and nobody else.
        var fixedNow = moves[0];
        await new ActivityService(region.Database.Database, TimeProvider.System).ChangeAsync(region.Office, fixedNow.Activity, null, a => a with { Coordination = a.Coordination! with { Firmness = "fixed" } }, new Edit("test"), Cancellation);
        await Plans.AgainAsync(region.Office, plan, Cancellation);
        var due = (await Askings.ListAsync(region.Office, plan, Cancellation)).Where(a => a.IsDue).Select(a => a.Key).ToList();
        Assert.Contains(fixedNow.OrganiserKey, due);
        Assert.Equal(due.Count, await Askings.AskAsync(region.Office, plan, "a coordinator", Cancellation));
        await using var db = region.Database.Database.ForOffice(region.Office.Id);
        var last = db.SeasonAskings.Where(a => a.Organiser!.Key == fixedNow.OrganiserKey).OrderByDescending(a => a.AskedAt).First();
        Assert.Contains(last.Dropped, d => d.From == fixedNow.From && d.To == fixedNow.To);
        var letter = (await Askings.FindAsync(region.Office, last.Id, Cancellation))!;
        Assert.Contains(letter.Dropped, d => d.From == fixedNow.From);
        Assert.DoesNotContain(letter.Moves, m => m.Activity == fixedNow.Activity);
        Assert.NotNull(await new OrganiserService(region.Database.Database, _seasons, TimeProvider.System).OpenAsync(region.Office, letter.Secret, Cancellation));
    }
}
