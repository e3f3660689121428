using Tessera.Planning.Programmes;
using Xunit;

namespace Tessera.Planning.Tests.Programmes;

public sealed class MoveDaysTests
{
    private static readonly DayWindow Week = new(new(2026, 9, 7), new(2026, 9, 13));

    [Theory]
    [InlineData("2026-09-08", 3, "Monday Tuesday Wednesday Thursday Friday")]
    [InlineData("2026-09-11", 3, "Friday Saturday")]
    [InlineData("2026-09-12", 3, "Saturday Sunday")]
    [InlineData("2026-09-13", 24, "Saturday Sunday")]
    [InlineData("2026-09-11", 60, "Friday")]
    public void Within_AWeek_KeepsToDaysLikeItsOwn(string day, int hours, string weekdays) =>
        Assert.Equal(weekdays, string.Join(' ', MoveDays.Within(Entry(day, hours), Week).Select(d => d.DayOfWeek)));

    [Fact]
    public void Within_AWeek_TakesTheWeekdaysThatTheEntryNames() =>
        Assert.Equal([new DateOnly(2026, 9, 9)], MoveDays.Within(Entry("2026-09-12", 3) with { Weekdays = [DayOfWeek.Wednesday] }, Week));

    [Fact]
    public void IsMovable_AsksFirmnessAndWindow()
    {
        var entry = Entry("2026-09-12", 3) with { Firmness = Firmness.Movable };
        Assert.True(MoveDays.IsMovable(entry with { Window = Week }));
        Assert.True(MoveDays.IsMovable(entry with { Window = Week, Firmness = Firmness.Idea }));
        Assert.False(MoveDays.IsMovable(entry));
        Assert.False(MoveDays.IsMovable(entry with { Window = Week, Firmness = Firmness.Fixed }));
    }

    [Fact]
    public void On_AnotherDay_KeepsHourLengthAndOffset()
    {
        var moved = Entry("2026-09-12", 30).On(new(2026, 9, 19));
        Assert.Equal((new DateOnly(2026, 9, 19), TimeSpan.FromHours(30), TimeSpan.FromHours(10)), (moved.Day, moved.End - moved.Start, moved.Start.TimeOfDay));
    }

    private static ProgrammeEntry Entry(string day, int hours)
    {
        var start = new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new(10, 0)), TimeSpan.FromHours(3));
        return new("a", "o", new(46.36, 25.8), start, start.AddHours(hours));
    }
}
