using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;
using Xunit;
using static Tessera.Interchange.Tests.Calendars.CalendarTexts;

namespace Tessera.Interchange.Tests.Calendars;

/// <summary>Files made to hurt: each is read within a fixed time, without an exception, and leaves findings of bounded number.</summary>
public sealed class HostileCalendarTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Kinds => [.. Files.Keys];

    private static readonly Dictionary<string, Func<string>> Files = new()
    {
        ["nested"] = () => Repeat("BEGIN:VEVENT\r\n", 200_000),
        ["nested and ended"] = () => Repeat("BEGIN:X\n", 100_000) + Repeat("END:X\n", 100_000),
        ["ends"] = () => "BEGIN:VCALENDAR\n" + Repeat("END:VEVENT\n", 200_000),
        ["endless line"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + new string('x', 8_000_000),
        ["endless folds"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + Repeat("\n x", 1_500_000),
        ["soft breaks"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY;ENCODING=QUOTED-PRINTABLE:" + Repeat("=\n", 1_500_000),
        ["parameters"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE" + Repeat(";A=\"b\"", 500_000) + ":x\nEND:VEVENT",
        ["quotes"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;" + new string('"', 1_000_000) + ":x\nEND:VEVENT",
        ["bad rules"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + Repeat("RRULE:FREQ=X\n", 200_000),
        ["rules"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\n" + Repeat("RRULE:FREQ=DAILY\n", 100_000) + "END:VEVENT",
        ["zones"] = () => "BEGIN:VCALENDAR\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART;TZID=Zone/{i}:20260101T000000\nEND:VEVENT\n")),
        ["escaping zone"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=../../../etc/passwd:20260101T000000\nEND:VEVENT\n",
        ["dates"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101\nRDATE:" + Repeat("20260101,", 500_000) + "20260102\nEND:VEVENT",
        ["commas"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101\nCATEGORIES:" + new string(',', 1_000_000) + "\nEXDATE:" + new string(',', 1_000_000),
        ["entries"] = () => "BEGIN:VCALENDAR\n" + Repeat("BEGIN:VEVENT\nUID:1\nDTSTART:20260101\nEND:VEVENT\n", 200_000),
        ["not lines"] = () => Repeat("\0\u0001ÿ;:\r", 500_000),
        ["empty"] = () => "",
        ["ends of line"] = () => Repeat("\r\n", 2_000_000),
        ["extreme times"] = () => "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=America/New_York:99991231T235959\nDURATION:P3650000D\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART;TZID=Europe/Budapest:00010101T000000\nDURATION:-P3650000D\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n",
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_OfAHostileFile_EndsWithinTheBudget(string kind)
    {
        var bytes = Encoding.UTF8.GetBytes(Files[kind]());
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var reading = CalendarReader.Read(bytes, Budapest);
        var dated = CalendarSeries.Of(reading.Entries).Take(1000).Sum(s => s.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Budapest).Take(10).Count(d => d.End.Wall >= default(DateTime)));
        Assert.True(watch.Elapsed < Budget, $"{watch.Elapsed}");
        Assert.InRange(reading.Findings.Count, kind is "extreme times" or "nested and ended" ? 0 : 1, CalendarLimits.Findings + 300);
        Assert.True(dated <= 10_000);
    }

    [Fact]
    public void Read_OfTooLargeAFile_ReadsItsBeginning()
    {
        var bytes = new byte[CalendarLimits.File + 10];
        Array.Fill(bytes, (byte)'\n');
        Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101\nEND:VEVENT\nEND:VCALENDAR\n").CopyTo(bytes, 0);
        var reading = CalendarReader.Read(bytes, Budapest);
        Assert.Equal(CalendarCodes.TooLarge, Assert.Single(reading.Findings).Code);
        Assert.Single(reading.Entries);
    }

    [Fact]
    public void Read_OfTooLongALine_CutsItAndSaysSo()
    {
        var reading = ReadEvent("DTSTART:20260101", "SUMMARY:" + new string('x', CalendarLimits.Line + 100), "LOCATION:Here");
        Assert.Contains(reading.Findings, f => f is { Code: CalendarCodes.LineTooLong, Line: 8 });
        Assert.Equal((CalendarLimits.Line - "SUMMARY:".Length, "Here"), (reading.Entries[0].Summary.Length, reading.Entries[0].Location));
    }

    /// <summary>A file's bytes changed at random, thousands of times: never an exception, and what is read can be written.</summary>
    [Fact]
    public void Read_OfDamagedFiles_NeverThrows()
    {
        var good = Encoding.UTF8.GetString(Write(Meeting with { Rules = [RecurrenceRule.Parse("FREQ=WEEKLY;COUNT=5;BYDAY=MO,TU")], Excepted = [Meeting.Start!.Value], Attendees = [new("a@b.c", "Á")], Organiser = new("o@b.c", "O"), Geo = new(1, 2) }));
        var random = new Random(20260501);
        const string Signs = "\r\n \t;:,=\"^\\0123456789TZBEGIND-PÿŐ\0";
        for (var i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(good);
            for (var j = random.Next(1, 12); j > 0; j--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) == 0) text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                else text[at] = Signs[random.Next(Signs.Length)];
            }

            var reading = CalendarReader.Read(Encoding.UTF8.GetBytes(text.ToString()), Budapest);
            var dated = CalendarSeries.Of(reading.Entries).SelectMany(s => s.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Budapest).Take(10)).Count();
            Assert.True(dated <= 10 * reading.Entries.Count);
            Assert.NotEmpty(Write([.. reading.Entries]));
        }
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
