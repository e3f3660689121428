using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Calendar;

/// <summary>Days with the first of their times say the same as all times of these days.</summary>
public sealed class ActivityDayQueriesTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hargita")]
    [InlineData("svenljunga")]
    [InlineData("toosz")]
    public async Task Between_EachMonthOfTheExamples_SaysTheSameAsAllTimes(string slug)
    {
        var office = await OfficeAsync(slug);
        for (var month = new DateOnly(2009, 1, 1); month < new DateOnly(2028, 1, 1); month = month.AddMonths(1)) await SameAsync(examples, office, month, 2);
    }

    [Fact]
    public async Task Between_ADayWithMoreThanIsShown_GivesTheEarliestAndCountsAll()
    {
        var office = await OfficeAsync("toosz");
        var service = new ActivityService(examples.Database.Database, TimeProvider.System);
        foreach (var (start, end) in new[] { ("2031-05-09T18:00", (string?)null), ("2031-05-09T09:00", "2031-05-09T10:00"), ("2031-05-09", null), ("2031-05-08", "2031-05-10"), ("2031-05-09T22:00", "2031-05-10T02:00"), ("2031-05-09T08:00", null) })
            await AddAsync(service, office, start, end, null);
        await AddAsync(service, office, "2031-05-02T12:00", null, "FREQ=WEEKLY");
        await SameAsync(examples, office, new DateOnly(2031, 5, 1), 4);
        var days = await new ActivityDayQueries(examples.Database.Database).BetweenAsync(office, new(2031, 5, 1), new(2031, 5, 31), 4, Cancellation);
        Assert.Equal((7, "2031-05-08 2031-05-09 2031-05-09T08:00 2031-05-09T09:00"), (days.Days[new(2031, 5, 9)].Count, string.Join(' ', days.Days[new(2031, 5, 9)].Times.Select(t => t.Activity.Time.Stated.Start))));
        Assert.Equal((2, 1), (days.Days[new(2031, 5, 10)].Count, days.Days[new(2031, 5, 16)].Count));
    }

    [Fact]
    public async Task Between_WhatIsInternal_IsNotEvenCounted()
    {
        var office = await OfficeAsync("toosz");
        await AddAsync(new ActivityService(examples.Database.Database, TimeProvider.System), office, "2033-03-03", null, null, isPublic: false);
        var days = await new ActivityDayQueries(examples.Database.Database).BetweenAsync(office, new(2033, 3, 1), new(2033, 3, 31), 4, Cancellation);
        Assert.DoesNotContain(new DateOnly(2033, 3, 3), days.Days.Keys);
    }

    /// <summary>Holds a month against all its times.</summary>
    internal static async Task SameAsync(ExampleOffices examples, OfficeView office, DateOnly month, int most)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var queries = new ActivityQueries(examples.Database.Database);
        var all = await queries.BetweenAsync(office, month, last, new ActivityFilter(), publicOnly: true, Cancellation);
        var days = await new ActivityDayQueries(examples.Database.Database).BetweenAsync(office, month, last, most, Cancellation);
        Assert.Equal(all.Dated.Count, days.Count);
        Assert.Equal(all.Rough.Select(a => a.Key).Order(StringComparer.Ordinal), days.Rough.Select(a => a.Key).Order(StringComparer.Ordinal));
        Assert.Equal(await queries.NearestAsync(office, month, last, publicOnly: true, Cancellation), days.Nearest);
        for (var day = month; day <= last; day = day.AddDays(1))
        {
            var on = all.Dated.Where(t => t.Dates.FirstDay <= day && day <= t.Dates.LastDay).ToList();
            var found = days.Days.GetValueOrDefault(day) ?? new CalendarDay([], 0);
            Assert.Equal((on.Count, Keys(on.Take(most))), (found.Count, Keys(found.Times)));
        }
    }

    private static string Keys(IEnumerable<ActivityOccurrence> times) => string.Join(' ', times.Select(t => $"{t.Activity.Key} {t.Dates.Start}"));

    private static async Task AddAsync(ActivityService service, OfficeView office, string start, string? end, string? recurrence, bool isPublic = true) => Assert.True((await service.AddAsync(
        office, new ActivityItem { Key = "", Kind = "event", Status = "planned", Public = isPublic, Title = LocalText.Of("hu", "Találkozó"), Start = start, End = end, Zone = start.Contains('T', StringComparison.Ordinal) ? "Europe/Budapest" : null, Recurrence = recurrence, Source = "" }, new Edit("an officer"), Cancellation)).Result.IsDone);

    private async Task<OfficeView> OfficeAsync(string slug) => (await new OfficeQueries(examples.Database.Database).FindAsync(slug, Cancellation))!;
}
