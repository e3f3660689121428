using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Programmes;

/// <summary>A stage is one stage, whoever asks for it and however it is spelt.</summary>
public sealed class BookingTests(RegionFixture region) : IClassFixture<RegionFixture>
{
    private static readonly Edit Somebody = new("a test");

    private readonly ActivityService _activities = new(region.Database.Database, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Booking_OfWhatSomebodyHas_IsRefusedWithWhoAndWhen_AndGoesThroughAfterwards()
    {
        var (_, first) = await _activities.AddAsync(region.Office, Concert("Stage One", "2027-03-06T18:00", "2027-03-06T22:00"), Somebody, Cancellation);
        var (late, _) = await _activities.AddAsync(region.Office, Concert("stage  ONE", "2027-03-06T21:00", "2027-03-06T23:00"), Somebody, Cancellation);
        var finding = Assert.Single(late.Findings);
        Assert.Equal(("coordination.booked", CoordinationRefusal.Booked), (finding.Path, finding.Code));
        Assert.Contains("Koncert", finding.Arguments["who"], StringComparison.Ordinal);
        Assert.Contains("2027-03-06 18:00", finding.Arguments["when"], StringComparison.Ordinal);
        Assert.True((await _activities.AddAsync(region.Office, Concert("Stage One", "2027-03-06T22:00", "2027-03-06T23:00"), Somebody, Cancellation)).Result.IsDone);

        var cancel = new ActivityStepping(ActivityStep.Cancel, LocalText.Of("hu", "Elmarad"), LocalText.Empty, []);
        Assert.True((await _activities.StepAsync(region.Office, first, null, cancel, Somebody, Cancellation)).IsDone);
        Assert.True((await _activities.AddAsync(region.Office, Concert("Stage One", "2027-03-06T19:00", "2027-03-06T21:00"), Somebody, Cancellation)).Result.IsDone);
    }

    [Fact]
    public async Task Bookings_OfTheSameMomentBySeveral_AreGivenToOne()
    {
        var keys = new List<string>();
        for (var i = 0; i < 6; i++) keys.Add((await _activities.AddAsync(region.Office, Concert("", "2027-03-13T10:00", "2027-03-13T12:00"), Somebody, Cancellation)).Key);
        var asked = await Task.WhenAll(keys.Select(key => _activities.ChangeAsync(region.Office, key, null, a => a with { Coordination = a.Coordination! with { Booked = ["Tent", "Lamps"] } }, Somebody, Cancellation)));
        Assert.Equal(1, asked.Count(r => r.IsDone));
        Assert.All(asked.Where(r => !r.IsDone), r => Assert.Equal(CoordinationRefusal.Booked, r.Findings[0].Code));
    }

    [Fact]
    public async Task Storage_AskedPastTheProgram_RefusesToo()
    {
        var (_, key) = await _activities.AddAsync(region.Office, Concert("Hall", "2027-03-20T10:00", "2027-03-20T12:00"), Somebody, Cancellation);
        var (_, other) = await _activities.AddAsync(region.Office, Concert("Another hall", "2027-03-20T10:00", "2027-03-20T12:00"), Somebody, Cancellation);
        await using var db = region.Database.Database.ForOffice(region.Office.Id);
        var (mine, hers) = (db.Activities.Single(a => a.Key == key).Id, db.Activities.Single(a => a.Key == other).Id);
        db.Add(new BookingRecord { OfficeId = region.Office.Id, ActivityId = hers, Resource = db.Bookings.Single(b => b.ActivityId == mine).Resource, Name = "Hall", Starts = new DateTimeOffset(2027, 3, 20, 9, 0, 0, TimeSpan.Zero), Ends = new DateTimeOffset(2027, 3, 20, 9, 30, 0, TimeSpan.Zero) });
        var failed = await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
        Assert.True(Bookings.IsRefusal(failed));
    }

    [Fact]
    public async Task OfficeFile_InWhichTwoProgrammesSwapTheirStages_IsLoaded_AndOneThatGivesAStageTwiceIsRefused()
    {
        var (_, first) = await _activities.AddAsync(region.Office, Concert("Barn", "2027-04-03T10:00", "2027-04-03T12:00"), Somebody, Cancellation);
        var (_, second) = await _activities.AddAsync(region.Office, Concert("Barn", "2027-04-03T12:00", "2027-04-03T14:00"), Somebody, Cancellation);
        var loader = new OfficeLoader(region.Database.Database, TimeProvider.System);
        var file = (await loader.DumpAsync(RegionSeason.Slug, Cancellation))!;
        var (a, b) = (file.Activities.Single(x => x.Key == first), file.Activities.Single(x => x.Key == second));
        async Task<OfficeLoading> LoadAsync(ActivityItem one, ActivityItem other) =>
            await loader.LoadAsync(OfficeFileWriter.Write(file with { Activities = [.. file.Activities.Select(x => x.Key == first ? one : x.Key == second ? other : x)] }), "a.json", "a test", Cancellation);
        var twice = await LoadAsync(a with { Start = b.Start, End = b.End }, b);
        Assert.NotEmpty(twice.Findings);
        Assert.All(twice.Findings, f => Assert.Equal(CoordinationRefusal.Booked, f.Code));
        Assert.Equal(a.Start, (await _activities.FindAsync(region.Office, first, Cancellation))!.Item.Start);
        Assert.Empty((await LoadAsync(a with { Start = b.Start, End = b.End }, b with { Start = a.Start, End = a.End })).Findings);
        Assert.Equal(b.Start, (await _activities.FindAsync(region.Office, first, Cancellation))!.Item.Start);
    }

    [Fact]
    public async Task CalendarFile_ThatMovesAProgrammeToWhereAnotherHasItsStage_IsTakenButForThat_AndSwapsAreTaken()
    {
        var imports = new CalendarImportService(region.Database.Database, TimeProvider.System);
        Assert.Equal(2, (await TakeAsync(imports, ("x-1", "Egyik", "20270410T10", 0), ("x-2", "Másik", "20270410T12", 0))).Came);
        foreach (var key in (string[])["egyik", "masik"])
            Assert.True((await _activities.ChangeAsync(region.Office, key, null, a => a with { Coordination = Concert("Meadow", "", "").Coordination }, Somebody, Cancellation)).IsDone);
        var onto = await TakeAsync(imports, ("x-1", "Egyik", "20270410T12", 1), ("x-3", "Harmadik", "20270410T12", 0));
        Assert.Equal((1, 0, "Egyik", CoordinationRefusal.Booked), (onto.Came, onto.Changed, Assert.Single(onto.Refused).Title, onto.Refused[0].WhyNot.Code));
        Assert.Equal("Meadow", onto.Refused[0].WhyNot.AtTheOffice!.Arguments["resource"]);
        Assert.EndsWith("T10:00", (await _activities.FindAsync(region.Office, "egyik", Cancellation))!.Item.Start, StringComparison.Ordinal);
        Assert.NotNull(await _activities.FindAsync(region.Office, "harmadik", Cancellation));

        var swapped = await TakeAsync(imports, ("x-1", "Egyik", "20270410T12", 2), ("x-2", "Másik", "20270410T10", 2));
        Assert.Equal((2, 0), (swapped.Changed, swapped.Refused.Count));
        Assert.EndsWith("T12:00", (await _activities.FindAsync(region.Office, "egyik", Cancellation))!.Item.Start, StringComparison.Ordinal);

        // Undoing it goes together or not at all: the place of the one is taken by then.
        var (_, other) = await _activities.AddAsync(region.Office, Concert("Meadow", "2027-04-10T14:00", "2027-04-10T15:00"), Somebody, Cancellation);
        await TakeAsync(imports, ("x-1", "Egyik", "20270410T16", 3));
        Assert.True((await _activities.ChangeAsync(region.Office, other, null, a => a with { Start = "2027-04-10T12:00", End = "2027-04-10T13:00" }, Somebody, Cancellation)).IsDone);
        var last = (await imports.ListAsync(region.Office, Cancellation))[0].Id;
        var undone = (await imports.UndoAsync(region.Office, last, "a test", Cancellation))!;
        Assert.Equal((0, "Egyik"), (undone.Undone, Assert.Single(undone.Left)["hu"]));
        Assert.EndsWith("T16:00", (await _activities.FindAsync(region.Office, "egyik", Cancellation))!.Item.Start, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_InWhichTwoProgrammesSwapTheirDaysOnOneStage_IsCarriedOutAtOnce_AndOneThatCannotBeStays()
    {
        var (_, first) = await _activities.AddAsync(region.Office, Concert("Quay", "2027-04-17T10:00", "2027-04-17T12:00"), Somebody, Cancellation);
        var (_, second) = await _activities.AddAsync(region.Office, Concert("Quay", "2027-04-18T10:00", "2027-04-18T12:00"), Somebody, Cancellation);
        await _activities.AddAsync(region.Office, Concert("Quay", "2027-04-19T10:00", "2027-04-19T12:00"), Somebody, Cancellation);
        var plans = new PlanService(region.Database.Database, new SeasonQueries(region.Database.Database), _activities, TimeProvider.System);
        var plan = await PlanAsync((first, 17, 18), (second, 18, 17));
        Assert.Equal(2, (await plans.ApplyAsync(region.Office, plan, Somebody, Cancellation)).Moved);
        Assert.Equal("2027-04-18T10:00", (await _activities.FindAsync(region.Office, first, Cancellation))!.Item.Start);
        Assert.Equal(0, (await plans.ApplyAsync(region.Office, plan, Somebody, Cancellation)).Moved);
        var (moved, findings) = await plans.ApplyAsync(region.Office, await PlanAsync((second, 17, 19), (first, 18, 20)), Somebody, Cancellation);
        Assert.Equal((1, CoordinationRefusal.Booked), (moved, Assert.Single(findings).Code));
        Assert.Equal(("2027-04-17T10:00", "2027-04-20T10:00"), ((await _activities.FindAsync(region.Office, second, Cancellation))!.Item.Start, (await _activities.FindAsync(region.Office, first, Cancellation))!.Item.Start));
    }

    private async Task<Guid> PlanAsync(params (string Key, int From, int To)[] moves)
    {
        var (now, id) = (TimeProvider.System.GetUtcNow(), Guid.CreateVersion7());
        await using var db = region.Database.Database.ForOffice(region.Office.Id);
        db.Add(new SeasonPlanRecord { Id = id, OfficeId = region.Office.Id, FirstDay = new DateOnly(2027, 4, 1), LastDay = new DateOnly(2027, 4, 30), MadeAt = now, PlannedAt = now });
        foreach (var (key, from, to) in moves)
        {
            var activity = db.Activities.Single(a => a.Key == key).Id;
            db.Add(new SeasonMoveRecord { Id = Guid.CreateVersion7(), OfficeId = region.Office.Id, PlanId = id, ActivityId = activity, FromDay = new DateOnly(2027, 4, from), ToDay = new DateOnly(2027, 4, to), Reply = MoveReply.Accepted, RepliedAt = now });
        }

        await db.SaveChangesAsync(Cancellation);
        return id;
    }

    private async Task<CalendarTaken> TakeAsync(CalendarImportService imports, params (string Uid, string Title, string Hour, int Sequence)[] events)
    {
        var entries = string.Concat(events.Select(e => $"BEGIN:VEVENT\nUID:{e.Uid}\nSUMMARY:{e.Title}\nDTSTART;TZID=Europe/Bucharest:{e.Hour}0000\nDURATION:PT1H\nSEQUENCE:{e.Sequence}\nEND:VEVENT\n"));
        var (id, _) = await imports.KeepAsync(region.Office, "a.ics", "hu", System.Text.Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\n{entries}END:VCALENDAR\n"), "a test", Cancellation);
        return (await imports.TakeAsync(region.Office, id!.Value, new CalendarTake([.. events.Select(e => e.Uid)], ActivityKind.Event, false), "a test", Cancellation))!;
    }

    private static ActivityItem Concert(string stage, string start, string end) => new()
    {
        Key = "",
        Kind = "event",
        Status = "planned",
        Title = LocalText.Of("hu", "Koncert"),
        Start = start,
        End = end,
        Zone = "Europe/Bucharest",
        Coordination = new CoordinationItem { Organiser = "fenyoszereda", Firmness = "fixed", Booked = stage.Length > 0 ? [stage] : [] },
        Source = "",
    };
}
