using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;
using Xunit;
using static Tessera.Interchange.Tests.Calendars.CalendarTexts;

namespace Tessera.Interchange.Tests.Calendars;

/// <summary>Calendars that others wrote: the test files of libical and KCalendarCore, with KCalendarCore's expectations.</summary>
public sealed class CalendarFilesTests
{
    private static readonly Zone NewYork = Named("America/New_York");

    [Fact]
    public void Read_OfEveryFile_TakesWhatIsThereInTime()
    {
        var files = Directory.GetFiles(Shared(), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".ics" or ".txt" or ".saved").ToList();
        Assert.True(files.Count > 80, $"{files.Count}");
        foreach (var file in files)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var bytes = File.ReadAllBytes(file);
            var reading = CalendarReader.Read(MailedCalendar.In(bytes).Span, Budapest);
            var said = System.Text.Encoding.Latin1.GetString(bytes).Split('\n').Count(l => l.TrimEnd('\r') is "BEGIN:VEVENT" or "BEGIN:VTODO");
            var left = reading.Findings.Count(f => f.Code is CalendarCodes.NoStart or CalendarCodes.NotTaken);
            Assert.True(reading.Entries.Count + left >= said || reading.Findings.Any(f => f.Code == CalendarCodes.BadNesting), $"{file}: {reading.Entries.Count} and {left} left out, of {said}");
            foreach (var series in CalendarSeries.Of(reading.Entries)) Assert.True(series.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Budapest).Take(100).All(d => d.Occurrence.Start != default), file);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{file}: {watch.Elapsed}");
        }
    }

    [Fact]
    public void Read_OfEveryFile_GivesTheSameWhenWrittenAndReadAgain()
    {
        foreach (var file in Directory.GetFiles(Shared(), "*.ics", SearchOption.AllDirectories))
        {
            var first = CalendarReader.Read(File.ReadAllBytes(file), Budapest);
            var again = CalendarReader.Read(Write(new CalendarHead("-//Tessera//EN") { Method = "REPLY" }, [.. first.Entries]), Budapest);
            Assert.True(Facts(first).SequenceEqual(Facts(again)), $"{file}:\n{string.Join('\n', Facts(first).Except(Facts(again)))}\n\n{string.Join('\n', Facts(again).Except(Facts(first)))}");
        }
    }

    /// <summary>All occurrences in order, with the wall time in the zone that the file itself brings.</summary>
    [Fact]
    public void Between_OfKCalendarCoresRules_GivesItsNextOccurrences() => Each("*.ics.next.ref", (name, series, expected) =>
    {
        var times = expected.Select(l => l[..19]).ToList();
        var found = series.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, NewYork).Select(d => d.Occurrence.Start);
        Compare(name, times, [.. found.Take(times.Count < 500 ? 501 : 500).Select(s => s.Wall.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture))]);
    });

    /// <summary>The days on which something takes place, up to where the expectation ends.</summary>
    [Fact]
    public void Between_OfKCalendarCoresRules_GivesItsDays() => Each("*.ics.recurson.ref", (name, series, expected) =>
    {
        var last = expected.Count == 0 ? "" : expected[^1];
        var found = series.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, NewYork).Select(d => d.Occurrence.Start.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Compare(name, expected, [.. found.TakeWhile(d => string.CompareOrdinal(d, last) <= 0).Distinct()]);
    });

    /// <summary>libical counts how many times something takes place. It takes UNTIL for wall time, as is done here, and leaves out a beginning that its own rule does not give, unlike the RFC.</summary>
    [Fact]
    public void Between_OfLibicalsRules_GivesAsMany()
    {
        var text = File.ReadAllText(Shared("libical", "recur.txt"));
        var checkedRules = 0;
        foreach (var part in text.Split("BEGIN:VEVENT").Skip(1))
        {
            var line = part.Split('\n').LastOrDefault(l => l.StartsWith("X-EXPECT-NUMEVENTS:", StringComparison.Ordinal) && part.IndexOf(l, StringComparison.Ordinal) < part.IndexOf("END:VEVENT", StringComparison.Ordinal));
            var reading = Read("BEGIN:VCALENDAR\nBEGIN:VEVENT" + part[..(part.IndexOf("END:VEVENT", StringComparison.Ordinal) + 10)] + "\nEND:VCALENDAR\n");
            if (line is null || reading.Entries.Count != 1 || reading.Entries[0] is not { Rules: [var rule] } entry || (rule.Count ?? 0) + (rule.Until is null ? 0 : 1) == 0) continue;
            if (entry.Excepted.Count > 0 || part.Contains("EXRULE", StringComparison.Ordinal)) continue;
            var isExtra = rule.Count is null && rule.Weekdays.Count > 0 && rule.Weekdays.All(d => d.Day != entry.Start!.Value.Wall.DayOfWeek);
            var expected = int.Parse(line["X-EXPECT-NUMEVENTS:".Length..], CultureInfo.InvariantCulture) + (isExtra ? 1 : 0);
            var found = rule.Occurrences(entry.Start!.Value.Wall).Count();
            Assert.True(found == expected, $"{rule} from {entry.Start}: {found}, not {expected}");
            checkedRules++;
        }

        Assert.True(checkedRules >= 40, $"{checkedRules}");
    }

    /// <summary>The rules are good ones; what is wrong with the file is that it is no calendar and names a zone that it does not bring.</summary>
    [Fact]
    public void Read_OfLibicalsRecurErrors_FindsWhatIsWrong()
    {
        var reading = CalendarReader.Read(File.ReadAllBytes(Shared("libical", "recur-errors.ics")), NewYork);
        Assert.Equal(4, reading.Entries.Count);
        Assert.Equal([CalendarCodes.NoCalendar, CalendarCodes.NoUid, CalendarCodes.UnknownZone, CalendarCodes.NoUid, CalendarCodes.NoUid, CalendarCodes.NoUid], reading.Findings.Select(f => f.Code));
        Assert.Equal([0, 1, 5, 12, 23, 34], reading.Findings.Select(f => f.Line));
        Assert.Equal("10 10 7 30", string.Join(' ', reading.Entries.Select(e => CalendarSeries.Of([e])[0].Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, NewYork).Skip(1).First().Occurrence.Start.Day.Day)));
    }

    private static void Each(string pattern, Action<string, CalendarSeries, List<string>> check)
    {
        var files = Directory.GetFiles(Shared("kcalendarcore", "RFC2445"), pattern);
        Assert.True(files.Length >= 40, $"{files.Length}");
        foreach (var expectation in files)
        {
            var file = expectation[..(expectation.IndexOf(".ics", StringComparison.Ordinal) + 4)];
            var reading = CalendarReader.Read(File.ReadAllBytes(file), NewYork);
            Assert.Empty(reading.Findings);
            check(Path.GetFileName(expectation), Assert.Single(CalendarSeries.Of(reading.Entries)), [.. File.ReadAllLines(expectation).Where(l => l.Length > 0)]);
        }
    }

    private static void Compare(string name, List<string> expected, List<string> found) =>
        Assert.True(expected.SequenceEqual(found), $"{name}: expected {string.Join(' ', expected.Except(found).Take(5))} more and {string.Join(' ', found.Except(expected).Take(5))} less, {expected.Count} and {found.Count}");
}
