using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Calendar;

public sealed class ActivityServiceTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static readonly Edit Somebody = new("an officer");

    private static readonly ActivityItem Visit = new()
    {
        Key = "",
        Kind = "incoming-visit",
        Purpose = "study",
        Status = "planned",
        Public = true,
        Title = LocalText.Of("hu", "Zala megye küldöttségének látogatása"),
        Partners = [new("zala", "guest"), new("vas", "participant")],
        Start = "2026-11-20T09:00",
        End = "2026-11-21T16:00",
        Zone = "Europe/Bucharest",
        Place = new ActivityPlaceItem { Authority = "ro-harghita", Name = LocalText.Of("hu", "Megyeháza") },
        Responsible = "international-relations-unit",
        Programme = [new ProgrammeItem { Start = "2026-11-20T10:00", What = LocalText.Of("hu", "Fogadás") }],
        Costs = [new("interpreter", "both")],
        Source = "",
    };

    private readonly ActivityService _service = new(examples.Database.Database, new SetClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_AVisit_KeepsItWholeAndEntersItInTheHistory()
    {
        var office = await OfficeAsync();
        var visit = Visit with { Title = LocalText.Of("hu", "Két egyforma látogatás") };
        var key = await AddedAsync(visit);
        var kept = (await _service.FindAsync(office, key, Cancellation))!;
        Assert.Equal(OfficeItems.Write(visit with { Key = key, Source = kept.Item.Source }), OfficeItems.Write(kept.Item));
        var second = await AddedAsync(visit);
        Assert.Equal(key + "-2", second);
        Assert.Equal(["added"], await HistoryAsync(key));
    }

    [Fact]
    public async Task Add_WithAMistake_ChangesNothing()
    {
        var (result, key) = await _service.AddAsync(await OfficeAsync(), Visit with { Title = LocalText.Of("hu", "Senkié"), Partners = [new("nowhere", "guest")] }, Somebody, Cancellation);
        Assert.Equal(("partners[0].partner", OfficeFileCodes.UnknownReference), (Assert.Single(result.Findings).Path, result.Findings[0].Code));
        Assert.Null(await _service.FindAsync(await OfficeAsync(), key, Cancellation));
    }

    [Fact]
    public async Task Change_AfterSomebodyElse_IsNotDone()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Visit);
        Assert.True((await _service.ChangeAsync(office, key, 1, a => a with { Website = "https://example.org/" }, Somebody, Cancellation)).IsDone);
        var late = await _service.ChangeAsync(office, key, 1, a => a with { Website = "https://example.com/" }, Somebody, Cancellation);
        Assert.Equal("https://example.org/", late.Meanwhile?.Item.Website);
        Assert.False((await _service.RemoveAsync(office, key, 1, Somebody, Cancellation)).IsDone);
        Assert.True((await _service.RemoveAsync(office, key, 2, Somebody, Cancellation)).IsDone);
        Assert.Null(await _service.FindAsync(office, key, Cancellation));
        Assert.Equal(["added", "changed website", "removed"], await HistoryAsync(key));
    }

    [Fact]
    public async Task Change_OfPartnersAndPart_WritesWhatDiffers()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Visit);
        ActivityPartnerItem[] other = [new("vas", "guest"), new("pest", "supporter")];
        Assert.True((await _service.ChangeAsync(office, key, null, a => a with { Partners = other, Place = null, Responsible = null }, Somebody, Cancellation)).IsDone);
        var kept = (await _service.FindAsync(office, key, Cancellation))!.Item;
        Assert.Equal(other, kept.Partners);
        Assert.Equal((null, null), (kept.Place, kept.Responsible));
    }

    [Fact]
    public async Task Step_ThroughTheLifeOfAVisit_AsksForWhatBelongsToIt()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Visit);
        Assert.True((await _service.StepAsync(office, key, null, Step(ActivityStep.Confirm), Somebody, Cancellation)).IsDone);
        var silent = await _service.StepAsync(office, key, null, Step(ActivityStep.Hold), Somebody, Cancellation);
        Assert.Equal(("outcome", ActivityRefusal.OutcomeMissing), (Assert.Single(silent.Findings).Path, silent.Findings[0].Code));
        var held = Step(ActivityStep.Hold) with { Figures = [new FigureItem { Kind = "participants", Value = 12, Unit = "people" }] };
        Assert.True((await _service.StepAsync(office, key, null, held, Somebody, Cancellation)).IsDone);
        Assert.Equal(ActivityRefusal.StepNotNow, Assert.Single((await _service.StepAsync(office, key, null, Step(ActivityStep.Confirm), Somebody, Cancellation)).Findings).Code);
        var kept = (await _service.FindAsync(office, key, Cancellation))!.Item;
        Assert.Equal(("held", 12m), (kept.Status, Assert.Single(kept.Figures).Value));
    }

    [Fact]
    public async Task Link_MadeAnewAndTakenBack_OpensOnlyWhatItShould()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Visit);
        var first = (await _service.LinkAsync(office, key, isOpen: true, Somebody, Cancellation))!;
        Assert.Equal(key, (await _service.OpenAsync(office, first, Cancellation))?.Item.Key);
        var second = (await _service.LinkAsync(office, key, isOpen: true, Somebody, Cancellation))!;
        Assert.Null(await _service.OpenAsync(office, first, Cancellation));
        var other = (await new OfficeQueries(examples.Database.Database).FindAsync("svenljunga", Cancellation))!;
        Assert.Null(await _service.OpenAsync(other, second, Cancellation));
        Assert.Null(await _service.LinkAsync(office, key, isOpen: false, Somebody, Cancellation));
        Assert.Null(await _service.OpenAsync(office, second, Cancellation));
        await using var db = examples.Database.Database.ForOffice(office.Id);
        var told = db.Changes.Where(c => c.Key == key).AsEnumerable().SelectMany(c => c.Fields).Where(f => f.Field == "booklet-link").Select(f => $"{f.Old} to {f.New}").Order(StringComparer.Ordinal);
        Assert.Equal([" to open", "open to ", "open to renewed"], told);
    }

    [Fact]
    public async Task Hold_WithFigures_KeepsThoseOfOtherKinds()
    {
        var office = await OfficeAsync();
        FigureItem expected = new() { Kind = "participants", Value = 20, Unit = "people", Expected = true }, counted = new() { Kind = "visitors", Value = 300, Unit = "people" };
        var key = await AddedAsync(Visit with { Status = "confirmed", Figures = [expected, counted] });
        var held = Step(ActivityStep.Hold) with { Figures = [new FigureItem { Kind = "participants", Value = 12, Unit = "people" }] };
        Assert.True((await _service.StepAsync(office, key, null, held, Somebody, Cancellation)).IsDone);
        Assert.Equal([20m, 300m, 12m], (await _service.FindAsync(office, key, Cancellation))!.Item.Figures.Select(f => f.Value));
    }

    [Fact]
    public async Task Merge_OfItsPartner_PutsTheOneThatStaysIntoTheActivity()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Visit with { Partners = [new("tolna", "guest")] });
        var both = await AddedAsync(Visit with { Partners = [new("tolna", "guest"), new("lori", "host")] });
        var partners = new PartnerService(examples.Database.Database, TimeProvider.System);
        Assert.True((await partners.MergeAsync(office, "tolna", "lori", Somebody, Cancellation)).IsDone);
        Assert.Equal([new("lori", "guest")], (await _service.FindAsync(office, key, Cancellation))!.Item.Partners);
        var late = await _service.ChangeAsync(office, key, 1, a => a with { Website = "https://example.org/" }, Somebody, Cancellation);
        Assert.Equal(2, late.Meanwhile?.Version);
        Assert.Equal([new("lori", "host")], (await _service.FindAsync(office, both, Cancellation))!.Item.Partners);
    }

    private static ActivityStepping Step(ActivityStep step) => new(step, LocalText.Empty, LocalText.Empty, []);

    private async Task<string> AddedAsync(ActivityItem item)
    {
        var (result, key) = await _service.AddAsync(await OfficeAsync(), item, Somebody, Cancellation);
        Assert.Empty(result.Findings);
        return key;
    }

    private async Task<IReadOnlyList<string>> HistoryAsync(string key)
    {
        await using var db = examples.Database.Database.ForOffice((await OfficeAsync()).Id);
        return [.. db.Changes.Where(c => c.Subject == "activity" && c.Key == key).AsEnumerable().Select(c => $"{Words<Features.History.ChangeKind>.Write(c.Kind)} {string.Join(' ', c.Fields.Select(f => f.Field))}".Trim()).Order(StringComparer.Ordinal)];
    }

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;
}
