using System.Text;
using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.History;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Calendars;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Calendar;

public sealed class CalendarImportServiceTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private readonly CalendarImportService _imports = new(examples.Database.Database, new SetClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));
    private readonly ActivityService _activities = new(examples.Database.Database, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_OfAFile_AddsItsActivitiesAndKnowsThemAgain()
    {
        var office = await OfficeAsync();
        var first = await KeptAsync(office, Event("fair-1", "Vásár", "20270507", 0) + Event("talk-1", "Kerekasztal", "20270508", 0));
        Assert.Equal([EntryState.New, EntryState.New], (await _imports.FindAsync(office, first, Cancellation))!.Entries.Select(e => e.State));
        var taken = await TakenAsync(office, first, ActivityKind.Fair, isPublic: true, "fair-1", "talk-1");
        Assert.Equal((2, 0, 0), (taken.Came, taken.Changed, taken.Went));
        var fair = (await _activities.FindAsync(office, "vasar", Cancellation))!.Item;
        Assert.Equal(("fair", "planned", true, "2027-05-07"), (fair.Kind, fair.Status, fair.Public, fair.Start));
        Assert.Null(await _imports.TakeAsync(office, first, new CalendarTake(["fair-1"], ActivityKind.Fair, true), "somebody", Cancellation));
        var again = await KeptAsync(office, Event("fair-1", "Vásár", "20270507", 0) + Event("talk-1", "Kerekasztal", "20270509", 1));
        var preview = (await _imports.FindAsync(office, again, Cancellation))!.Entries;
        Assert.Equal([EntryState.Same, EntryState.Changed], preview.Select(e => e.State));
        Assert.Equal(["start"], preview[1].Changes.SelectMany(c => c.Fields).Select(f => f.Field));
    }

    [Fact]
    public async Task Take_OfANewerFile_ChangesWhatTheFileSaysAndKeepsWhatTheOfficeAdded()
    {
        var office = await OfficeAsync();
        await TakenAsync(office, await KeptAsync(office, Event("days-1", "Napok", "20270601", 3)), ActivityKind.Festival, false, "days-1");
        await _activities.ChangeAsync(office, "napok", null, a => a with { Hosts = ["Fülöp Ibolya"], Public = true }, new Edit("her"), Cancellation);
        await TakenAsync(office, await KeptAsync(office, Event("days-1", "Napok 2027", "20270602", 4, "LOCATION:Főtér\nSTATUS:CONFIRMED\n")), ActivityKind.Event, false, "days-1");
        var days = (await _activities.FindAsync(office, "napok", Cancellation))!.Item;
        Assert.Equal(("Napok 2027", "2027-06-02", "Főtér", "confirmed", "festival", true, "Fülöp Ibolya"), (days.Title["hu"], days.Start, days.Place?.Name["hu"], days.Status, days.Kind, days.Public, Assert.Single(days.Hosts)));
        var older = (await _imports.FindAsync(office, await KeptAsync(office, Event("days-1", "Napok", "20270601", 3)), Cancellation))!.Entries.Single();
        Assert.Equal((EntryState.Refused, CalendarCodes.Older), (older.State, older.WhyNot?.Code));
    }

    [Fact]
    public async Task Take_OfASeriesThatLostItsChangedDay_TakesThatDaysActivityOut()
    {
        var office = await OfficeAsync();
        var series = "BEGIN:VEVENT\nUID:choir-1\nSUMMARY:Kórus\nDTSTART;TZID=Europe/Bucharest:20270104T180000\nRRULE:FREQ=WEEKLY;COUNT=8\nSEQUENCE:{0}\nEND:VEVENT\n";
        var changed = "BEGIN:VEVENT\nUID:choir-1\nSUMMARY:Kórus a templomban\nRECURRENCE-ID;TZID=Europe/Bucharest:20270111T180000\nDTSTART;TZID=Europe/Bucharest:20270112T180000\nEND:VEVENT\n";
        var first = await TakenAsync(office, await KeptAsync(office, string.Format(null, series, 0) + changed), ActivityKind.Event, false, "choir-1");
        Assert.Equal((2, 0, 0), (first.Came, first.Changed, first.Went));
        var second = await KeptAsync(office, string.Format(null, series, 1));
        var taken = await TakenAsync(office, second, ActivityKind.Event, false, "choir-1");
        Assert.Equal((0, 1, 1), (taken.Came, taken.Changed, taken.Went));
        Assert.Empty((await _activities.FindAsync(office, "korus", Cancellation))!.Item.Except);
        Assert.Null(await _activities.FindAsync(office, "korus-a-templomban", Cancellation));
        Assert.Equal(2, (await _imports.UndoAsync(office, second, "somebody", Cancellation))!.Undone);
        Assert.Equal(["2027-01-11"], (await _activities.FindAsync(office, "korus", Cancellation))!.Item.Except);
        Assert.NotNull(await _activities.FindAsync(office, "korus-a-templomban", Cancellation));
        Assert.Equal(EntryState.Changed, (await _imports.FindAsync(office, await KeptAsync(office, string.Format(null, series, 1)), Cancellation))!.Entries.Single().State);
    }

    [Fact]
    public async Task Undo_OfAFile_IsAllAtOnceAndLeavesWhatSomebodyHasChanged()
    {
        var office = await OfficeAsync();
        var file = await KeptAsync(office, Event("undo-1", "Visszavont", "20270701", 0) + Event("undo-2", "Megtartott", "20270702", 0));
        await TakenAsync(office, file, ActivityKind.Event, false, "undo-1", "undo-2");
        await _activities.ChangeAsync(office, "megtartott", null, a => a with { Website = "https://example.org/" }, new Edit("her"), Cancellation);
        var undone = (await _imports.UndoAsync(office, file, "somebody", Cancellation))!;
        Assert.Equal((1, "Megtartott"), (undone.Undone, Assert.Single(undone.Left)["hu"]));
        Assert.Null(await _activities.FindAsync(office, "visszavont", Cancellation));
        Assert.Null(await _imports.UndoAsync(office, file, "somebody", Cancellation));
        await using var db = examples.Database.Database.ForOffice(office.Id);
        Assert.Equal([ChangeKind.Added, ChangeKind.Removed], await db.Changes.Where(c => c.Subject == "activity" && c.Key == "visszavont").Select(c => c.Kind).Order().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Undo_OfACallingOff_LetsTheSameFileCallItOffAgain()
    {
        var office = await OfficeAsync();
        await TakenAsync(office, await KeptAsync(office, Event("off-1", "Elmaradó", "20270710", 0)), ActivityKind.Event, false, "off-1");
        var off = await KeptAsync(office, Event("off-1", "Elmaradó", "20270710", 1, "STATUS:CANCELLED\n"));
        await TakenAsync(office, off, ActivityKind.Event, false, "off-1");
        Assert.Equal("cancelled", (await _activities.FindAsync(office, "elmarado", Cancellation))!.Item.Status);
        Assert.Equal(1, (await _imports.UndoAsync(office, off, "somebody", Cancellation))!.Undone);
        Assert.Equal("planned", (await _activities.FindAsync(office, "elmarado", Cancellation))!.Item.Status);
        await TakenAsync(office, await KeptAsync(office, Event("off-1", "Elmaradó", "20270710", 1, "STATUS:CANCELLED\n")), ActivityKind.Event, false, "off-1");
        Assert.Equal("cancelled", (await _activities.FindAsync(office, "elmarado", Cancellation))!.Item.Status);
    }

    [Fact]
    public async Task Take_ThatIsPrivate_IsNeverPublic_AndTheFileIsLetGo()
    {
        var office = await OfficeAsync();
        var file = await KeptAsync(office, Event("secret-1", "Titkos ügy", "20270801", 0, "CLASS:CONFIDENTIAL\nATTENDEE;CN=Kis Anna:mailto:anna@example.org\n"));
        await TakenAsync(office, file, ActivityKind.Meeting, isPublic: true, "secret-1");
        Assert.False((await _activities.FindAsync(office, "titkos-ugy", Cancellation))!.Item.Public);
        await using var db = examples.Database.Database.ForOffice(office.Id);
        Assert.Null((await db.CalendarImports.SingleAsync(i => i.Id == file, Cancellation)).Content);
        Assert.False(await db.Activities.AnyAsync(a => a.SearchText.Contains("anna"), Cancellation));
    }

    [Fact]
    public async Task Keep_OfNoCalendar_IsRefused()
    {
        var office = await OfficeAsync();
        Assert.Equal((null, CalendarCodes.Empty), await _imports.KeepAsync(office, "a.ics", "hu", Encoding.UTF8.GetBytes("Kedves Anna!"), "somebody", Cancellation));
        Assert.Equal((null, CalendarCodes.TooLarge), await _imports.KeepAsync(office, "a.ics", "hu", new byte[CalendarImportService.Largest + 1], "somebody", Cancellation));
        var many = string.Concat(Enumerable.Range(0, CalendarImportService.MostSeries + 1).Select(i => Event($"m{i}", "A", "20270801", 0)));
        Assert.Equal((null, CalendarCodes.TooMany), await _imports.KeepAsync(office, "a.ics", "hu", Bytes(many), "somebody", Cancellation));
    }

    private static string Event(string uid, string title, string day, int sequence, string more = "") => $"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\nDTSTART;VALUE=DATE:{day}\nSEQUENCE:{sequence}\n{more}END:VEVENT\n";

    private static byte[] Bytes(string entries) => Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\nVERSION:2.0\n{entries}END:VCALENDAR\n");

    private async Task<Guid> KeptAsync(OfficeView office, string entries) => (await _imports.KeepAsync(office, "test.ics", "hu", Bytes(entries), "somebody", Cancellation)).Id!.Value;

    private async Task<CalendarTaken> TakenAsync(OfficeView office, Guid file, ActivityKind kind, bool isPublic, params string[] uids)
    {
        var taken = await _imports.TakeAsync(office, file, new CalendarTake(uids, kind, isPublic), "somebody", Cancellation);
        Assert.Empty(taken!.Refused);
        return taken;
    }

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;
}
