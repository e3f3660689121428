using System.Net;
using Microsoft.AspNetCore.Http;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Offices;
using Tessera.Features.Readings;
using Tessera.Features.Tests.Links;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Calendars;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Calendar;

/// <summary>Calendars elsewhere, served by a website on this machine.</summary>
public sealed class CalendarFeedServiceTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly PageFetchSettings Fetch = new(() => "https://partners.example.org") { MayAsk = a => a.Equals(IPAddress.Loopback), MayUsePort = _ => true };

    private readonly ActivityService _activities = new(examples.Database.Database, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_ThatIsFollowed_ChangesWithItsCalendarAndAsksOnlyForWhatIsNew()
    {
        var (said, asked) = (Event("a-1", "Kórushangverseny", "20270304") + Event("a-2", "Múlt", "20260101"), new List<string>());
        await using var site = await LinkedSite.StartAsync(c => AnswerAsync(c, () => said, asked));
        using var feeds = Feeds(Start);
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: false);
        var concert = (await _activities.FindAsync(office, "korushangverseny", Cancellation))!.Item;
        Assert.Equal((false, "event", "planned"), (concert.Public, concert.Kind, concert.Status));
        Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
        Assert.Equal(["", "\"1\""], asked);

        said = Event("a-1", "Kórushangverseny", "20270305") + Event("a-3", "Új", "20270401");
        Assert.Null(await feeds.FollowAsync(office, id, Cancellation));
        Assert.Equal("2027-03-05", (await _activities.FindAsync(office, "korushangverseny", Cancellation))!.Item.Start);
        Assert.NotNull(await _activities.FindAsync(office, "uj", Cancellation));
        Assert.NotNull(await _activities.FindAsync(office, "mult", Cancellation));
        var feed = (await feeds.FindAsync(office, id, Cancellation))!;
        Assert.Equal((3, null, Start, Start + CalendarFeedService.Every), (feed.Activities, feed.Failure, feed.SucceededAt, feed.NextAt));
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
        Assert.Null(await _activities.FindAsync(office, "korushangverseny", Cancellation));
        Assert.Null(await _activities.FindAsync(office, "mult", Cancellation));
        Assert.DoesNotContain(await feeds.ListAsync(office, Cancellation), f => f.Id == id);
    }

    [Fact]
    public async Task Entry_ThatVanishes_IsCalledOffWhereItWasPublicAndGoesWhereNot_AndComesBack()
    {
        var said = Event("b-1", "Nyilvános futás", "20270304") + Event("b-2", "Titkos futás", "20270304", "CLASS:PRIVATE\n") + Event("b-3", "Marad", "20270304");
        await using var site = await LinkedSite.StartAsync(c => AnswerAsync(c, () => said, []));
        using var feeds = Feeds(Start);
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: true);
        Assert.True((await _activities.FindAsync(office, "nyilvanos-futas", Cancellation))!.Item.Public);
        Assert.False((await _activities.FindAsync(office, "titkos-futas", Cancellation))!.Item.Public);
        var all = said;
        said = Event("b-3", "Marad", "20270304");
        await feeds.FollowAsync(office, id, Cancellation);
        Assert.Equal("cancelled", (await _activities.FindAsync(office, "nyilvanos-futas", Cancellation))!.Item.Status);
        Assert.Null(await _activities.FindAsync(office, "titkos-futas", Cancellation));
        said = all;
        await feeds.FollowAsync(office, id, Cancellation);
        Assert.Equal("planned", (await _activities.FindAsync(office, "nyilvanos-futas", Cancellation))!.Item.Status);
        await feeds.ChangeAsync(office, id, "Futók", ActivityKind.Meeting, false, "somebody", Cancellation);
        Assert.False((await _activities.FindAsync(office, "nyilvanos-futas", Cancellation))!.Item.Public);
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
    }

    [Fact]
    public async Task Host_ThatFails_IsLeftAloneLongerAndLonger_AndNothingIsLost()
    {
        var (status, said) = (200, Event("c-1", "Megmarad", "20270304"));
        await using var site = await LinkedSite.StartAsync(c =>
        {
            c.Response.StatusCode = status;
            return c.Response.WriteAsync(said);
        });
        using var feeds = Feeds(Start);
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: false);
        status = 503;
        foreach (var hours in (int[])[1, 2, 4])
        {
            Assert.Equal(PageFetchCodes.Status, (await feeds.FollowAsync(office, id, Cancellation))!.Code);
            Assert.Equal(Start.AddHours(hours), (await feeds.FindAsync(office, id, Cancellation))!.NextAt);
        }

        (status, said) = (200, "<html><h1>We are being rebuilt</h1></html>");
        Assert.Equal(CalendarCodes.Empty, (await feeds.FollowAsync(office, id, Cancellation))!.Code);
        Assert.NotNull(await _activities.FindAsync(office, "megmarad", Cancellation));
        Assert.Equal(CalendarFeedService.LongestPause, CalendarFeedService.PauseAfter(40));
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
    }

    [Fact]
    public async Task Job_ByTheClock_AsksForWhatIsDueAlone()
    {
        var asked = new List<string>();
        await using var site = await LinkedSite.StartAsync(c => AnswerAsync(c, () => Event("d-1", "Időre", "20270304"), asked));
        using var feeds = Feeds(Start);
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: false);
        Assert.Equal("asked for 0 calendars, 0 failed", await new CalendarFeedJob(feeds, new OfficeQueries(examples.Database.Database)).RunAsync(Cancellation));
        using var later = Feeds(Start + CalendarFeedService.Every);
        Assert.Equal("asked for 1 calendars, 0 failed", await new CalendarFeedJob(later, new OfficeQueries(examples.Database.Database)).RunAsync(Cancellation));
        Assert.Equal(2, asked.Count);
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
    }

    [Theory]
    [InlineData("http://127.0.0.1/a.ics", PageFetchCodes.NotHttps)]
    [InlineData("webcal://127.0.0.1/a.ics", PageFetchCodes.NotPublic)]
    [InlineData("https://10.0.0.1/a.ics", PageFetchCodes.NotPublic)]
    [InlineData("https://clerk:secret@example.org/a.ics", PageFetchCodes.Credentials)]
    [InlineData("nothing at all", PageFetchCodes.NoWebAddress)]
    public async Task Address_ThatMayNotBeAsked_IsRefused(string address, string code)
    {
        using var feeds = new CalendarFeedService(examples.Database.Database, CalendarFeedSettings.Of(() => "https://partners.example.org"), TimeProvider.System);
        Assert.Equal(code, (await feeds.AddAsync(await OfficeAsync(), New(address, false), "somebody", Cancellation)).WhyNot?.Code);
    }

    [Fact]
    public async Task Calendar_ThatIsFollowedAlready_IsRefused()
    {
        await using var site = await LinkedSite.StartAsync(c => AnswerAsync(c, () => Event("e-1", "Kétszer", "20270304"), []));
        using var feeds = Feeds(Start);
        var office = await OfficeAsync();
        var id = await AddedAsync(feeds, office, site.Address, isPublic: false);
        Assert.Equal(CalendarCodes.FollowedAlready, (await feeds.AddAsync(office, New(site.Address.AbsoluteUri, false), "somebody", Cancellation)).WhyNot?.Code);
        await feeds.RemoveAsync(office, id, "somebody", Cancellation);
    }

    private static Task AnswerAsync(HttpContext context, Func<string> said, List<string> asked)
    {
        var body = said();
        var tag = $"\"{(body.Contains("20270304", StringComparison.Ordinal) ? 1 : 2)}\"";
        asked.Add(context.Request.Headers.IfNoneMatch.ToString());
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag && !body.Contains("b-3", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync($"BEGIN:VCALENDAR\nX-WR-CALNAME:Egyesület\n{body}END:VCALENDAR\n");
    }

    private static string Event(string uid, string title, string day, string more = "") => $"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\nDTSTART;VALUE=DATE:{day}\n{more}END:VEVENT\n";

    private static NewCalendarFeed New(string address, bool isPublic) => new(address, "", ActivityKind.Event, isPublic, "hu");

    private CalendarFeedService Feeds(DateTimeOffset now) => new(examples.Database.Database, new CalendarFeedSettings(Fetch) { Pause = TimeSpan.Zero }, new SetClock(now));

    private static async Task<Guid> AddedAsync(CalendarFeedService feeds, OfficeView office, Uri address, bool isPublic)
    {
        var (id, whyNot) = await feeds.AddAsync(office, New(address.AbsoluteUri, isPublic), "somebody", Cancellation);
        Assert.Null(whyNot);
        return id!.Value;
    }

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;
}
