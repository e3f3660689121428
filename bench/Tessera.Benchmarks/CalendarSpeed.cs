using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Tessera.Domain.Calendar;
using Tessera.Interchange.Calendars;

namespace Tessera.Benchmarks;

/// <summary>S6: reading a calendar of 1 MB, and a feed of 1,000 events. The peers, libical's parser and Radicale, get the same bytes.</summary>
internal static class CalendarSpeed
{
    private const int Megabyte = 1_000_000;

    private static readonly DateTimeOffset Written = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Zone Budapest = Zone.Of(TimeZoneInfo.FindSystemTimeZoneById("Europe/Budapest"));

    /// <summary>Writes <c>megabyte.ics</c>, and a collection of Radicale's with the feed's events one a file.</summary>
    public static void WriteFiles(string folder)
    {
        var collection = Path.Combine(folder, "radicale", "collection-root", "office", "calendar");
        Directory.CreateDirectory(collection);
        File.WriteAllText(Path.Combine(collection, ".Radicale.props"), """{"tag": "VCALENDAR"}""");
        var events = Events(1000);
        foreach (var one in events) File.WriteAllBytes(Path.Combine(collection, one.Uid + ".ics"), Calendar([one]));
        var each = Calendar(events).Length / events.Count;
        File.WriteAllBytes(Path.Combine(folder, "megabyte.ics"), Calendar(Events(Megabyte / each)));
    }

    /// <summary>Prints the median of a hundred readings of the file, and of as many writings of 1,000 events, in ms.</summary>
    public static void Measure(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var events = Events(1000);
        var target = new ArrayBufferWriter<byte>(2 * Megabyte);
        var read = Median(() => CalendarReader.Read(bytes, Budapest).Entries.Count);
        var write = Median(() =>
        {
            target.ResetWrittenCount();
            CalendarWriter.Write(target, new("-//Tessera//EN"), events, Written);
            return target.WrittenCount;
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} {write}"));
    }

    /// <summary>Serves the feed at the address, written anew for every request.</summary>
    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        var events = Events(1000);
        app.MapGet("/office/calendar/", async (HttpContext http) =>
        {
            http.Response.ContentType = CalendarWriter.MediaType;
            CalendarWriter.Write(http.Response.BodyWriter, new("-//Tessera//EN"), events, Written);
            await http.Response.BodyWriter.FlushAsync();
        });
        await app.RunAsync();
    }

    private static List<CalendarEntry> Events(int count) => [.. Enumerable.Range(0, count).Select(Event)];

    /// <summary>What an office plans: a visit with place, people and a few sentences; one in ten comes again.</summary>
    private static CalendarEntry Event(int i) => new()
    {
        Uid = $"{i:00000}@tessera.example",
        Start = Moment.In(Budapest, new DateTime(2026, 1, 5, 9, 0, 0).AddDays(i % 700).AddMinutes(15 * (i % 30))),
        StatedEnd = Moment.In(Budapest, new DateTime(2026, 1, 5, 10, 30, 0).AddDays(i % 700).AddMinutes(15 * (i % 30))),
        Summary = $"Látogatás, a {i}. küldöttség fogadása",
        Description = "The delegation arrives at the station and is met by the twinning committee.\nProgramme: town hall, school, museum; dinner at the host organisation's.",
        Location = "Városháza, Kossuth Lajos utca 1",
        Categories = ["Twinning", "Incoming visit"],
        Status = EntryStatus.Confirmed,
        Sequence = i % 4,
        Stamp = Written,
        LastModified = Written.AddMinutes(-i),
        Organiser = new("office@town.example", "International office"),
        Attendees = [new("guest@partner.example", "Åsa Öberg", AttendeeRole.Required, AttendeeAnswer.Accepted, true)],
        Rules = i % 10 == 0 ? [RecurrenceRule.Parse("FREQ=MONTHLY;COUNT=12;BYDAY=1MO")] : [],
    };

    private static byte[] Calendar(IReadOnlyList<CalendarEntry> events)
    {
        var target = new ArrayBufferWriter<byte>();
        CalendarWriter.Write(target, new("-//Tessera//EN"), events, Written);
        return target.WrittenSpan.ToArray();
    }

    private static double Median(Func<int> work)
    {
        var times = new double[200];
        for (var i = 0; i < times.Length; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            if (work() == 0) throw new InvalidOperationException("Nothing was done.");
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        return times[100..].Order().ElementAt(50);
    }
}
