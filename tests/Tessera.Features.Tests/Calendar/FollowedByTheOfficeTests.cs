using System.Net;
using Microsoft.AspNetCore.Http;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Features.Tests.Links;
using Tessera.Features.Tests.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Calendar;

/// <summary>What the office decides of the activities of a calendar that it follows stays decided.</summary>
public sealed class FollowedByTheOfficeTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static readonly Edit Somebody = new("an officer");
    private static readonly PageFetchSettings Fetch = new(() => "https://partners.example.org") { MayAsk = a => a.Equals(IPAddress.Loopback), MayUsePort = _ => true };

    private readonly ActivityService _activities = new(examples.Database.Database, new SetClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Occurrence_ThatIsPrivateInAPublicSeries_IsNeverPublic()
    {
        const string Series = "BEGIN:VEVENT\nUID:p-1\nSUMMARY:Nyitott próba\nDTSTART;TZID=Europe/Bucharest:20270301T180000\nRRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\n";
        const string Changed = "BEGIN:VEVENT\nUID:p-1\nSUMMARY:{0}\nRECURRENCE-ID;TZID=Europe/Bucharest:20270308T180000\nDTSTART;TZID=Europe/Bucharest:20270308T190000\n{1}END:VEVENT\n";
        var said = Series + string.Format(null, Changed, "Zárt megbeszélés", "CLASS:PRIVATE\n");
        await using var site = await SiteAsync(() => said);
        using var feeds = Feeds();
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: true);
        Assert.Equal((true, false), (await IsPublicAsync("nyitott-proba"), await IsPublicAsync("zart-megbeszeles")));
        await feeds.ChangeAsync(office, id, "Kórus", ActivityKind.Event, false, "somebody", Cancellation);
        await feeds.ChangeAsync(office, id, "Kórus", ActivityKind.Event, true, "somebody", Cancellation);
        Assert.Equal((true, false), (await IsPublicAsync("nyitott-proba"), await IsPublicAsync("zart-megbeszeles")));
        said = Series + string.Format(null, Changed, "Próba máskor", "");
        Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
        await _activities.ChangeAsync(office, "zart-megbeszeles", null, a => a with { Public = true }, Somebody, Cancellation);
        said = Series + string.Format(null, Changed, "Mégis zárt", "CLASS:CONFIDENTIAL\n");
        Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
        Assert.False(await IsPublicAsync("zart-megbeszeles"));
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
    }

    [Fact]
    public async Task CallingOff_ByTheOffice_StandsUntilTheCalendarHasCalledItOffToo()
    {
        var said = Event("o-1", "Futóverseny", "20270304");
        await using var site = await SiteAsync(() => said);
        using var feeds = Feeds();
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: true);
        var off = new ActivityStepping(ActivityStep.Cancel, LocalText.Of("hu", "Árvíz"), LocalText.Empty, []);
        Assert.True((await _activities.StepAsync(office, "futoverseny", null, off, Somebody, Cancellation)).IsDone);
        foreach (var (text, status) in ((string, string)[])[
            (Event("o-1", "Futóverseny", "20270305"), "cancelled"), (Event("o-1", "Futóverseny", "20270306", "STATUS:CONFIRMED\n"), "cancelled"),
            (Event("o-1", "Futóverseny", "20270306", "STATUS:CANCELLED\n"), "cancelled"), (Event("o-1", "Futóverseny", "20270307"), "planned"), (Event("o-1", "Futóverseny", "20270307", "STATUS:CONFIRMED\n"), "confirmed")])
        {
            said = text;
            Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
            Assert.Equal(status, (await _activities.FindAsync(office, "futoverseny", Cancellation))!.Item.Status);
        }

        Assert.Equal("2027-03-07", (await _activities.FindAsync(office, "futoverseny", Cancellation))!.Item.Start);
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
    }

    [Fact]
    public async Task Activity_ThatWasTakenOutByHand_DoesNotComeAgain_UntilItIsBroughtBack()
    {
        var said = Event("r-1", "Nem kell", "20270304") + Event("r-2", "Kell", "20270304");
        await using var site = await SiteAsync(() => said);
        using var feeds = Feeds();
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: false);
        Assert.True((await _activities.RemoveAsync(office, "nem-kell", 1, Somebody, Cancellation)).IsDone);
        said = Event("r-1", "Nem kell", "20270305") + Event("r-2", "Kell", "20270305");
        Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
        Assert.Null(await _activities.FindAsync(office, "nem-kell", Cancellation));
        Assert.Equal("2027-03-05", (await _activities.FindAsync(office, "kell", Cancellation))!.Item.Start);
        Assert.Equal((1, 1), ((await feeds.FindAsync(office, id, Cancellation))!.Activities, (await feeds.FindAsync(office, id, Cancellation))!.TakenOut));

        Assert.Null(await feeds.BringBackAsync(office, id, Cancellation));
        Assert.Equal("2027-03-05", (await _activities.FindAsync(office, "nem-kell", Cancellation))!.Item.Start);
        Assert.Equal(0, (await feeds.FindAsync(office, id, Cancellation))!.TakenOut);

        // What the calendar itself has let go since may come anew.
        Assert.True((await _activities.RemoveAsync(office, "nem-kell", 1, Somebody, Cancellation)).IsDone);
        said = Event("r-2", "Kell", "20270305");
        Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
        said += Event("r-1", "Nem kell", "20270306");
        Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
        Assert.NotNull(await _activities.FindAsync(office, "nem-kell", Cancellation));
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
    }

    private async Task<bool> IsPublicAsync(string key) => (await _activities.FindAsync(await OfficeAsync(), key, Cancellation))!.Item.Public;

    private static Task<LinkedSite> SiteAsync(Func<string> said) => LinkedSite.StartAsync(c => c.Response.WriteAsync($"BEGIN:VCALENDAR\nX-WR-CALNAME:Egyesület\n{said()}END:VCALENDAR\n"));

    private static string Event(string uid, string title, string day, string more = "") => $"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\nDTSTART;VALUE=DATE:{day}\n{more}END:VEVENT\n";

    private CalendarFeedService Feeds() => new(examples.Database.Database, new CalendarFeedSettings(Fetch) { Pause = TimeSpan.Zero }, new SetClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));

    private static async Task<Guid> AddedAsync(CalendarFeedService feeds, OfficeView office, Uri address, bool isPublic)
    {
        var (id, whyNot) = await feeds.AddAsync(office, new NewCalendarFeed(address.AbsoluteUri, "", ActivityKind.Event, isPublic, "hu"), "somebody", Cancellation);
        Assert.Null(whyNot);
        return id!.Value;
    }

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;
}
