using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Programmes;

/// <summary>What activities have booked. The table itself refuses two at once; here it is said who has it and when.</summary>
internal static class Bookings
{
    /// <summary>What PostgreSQL says when an exclusion constraint refuses a row.</summary>
    private const string Excluded = "23P01";

    /// <summary>Makes the bookings of a tracked row what its item says; what is called off or put off books nothing.</summary>
    /// <param name="country">Of the organiser, for what names no time zone.</param>
    public static void Write(TesseraDb db, int office, ActivityRecord row, ActivityItem item, string? country)
    {
        var wanted = Wanted(item);
        foreach (var gone in row.Bookings.Where(b => !wanted.ContainsKey(b.Resource)).ToList()) db.Remove(gone);
        row.Bookings.RemoveAll(b => !wanted.ContainsKey(b.Resource));
        if (wanted.Count == 0 || ActivityTime.Read(item.StatedTime())?.First is not { } dates) return;
        var (starts, ends) = ActivityPeriod.Of(dates, CountryZone.ZoneOf(country));
        foreach (var (resource, name) in wanted)
        {
            var known = row.Bookings.FirstOrDefault(b => b.Resource == resource);
            if (known is null) row.Bookings.Add(known = db.Add(new BookingRecord { OfficeId = office, ActivityId = row.Id, Resource = resource }).Entity);
            (known.Name, known.Starts, known.Ends) = (name, starts.ToUniversalTime(), ends.ToUniversalTime());
        }
    }

    /// <summary>What the row would book that somebody else has. Whoever books holds the office (<see cref="RegisterLock"/>), so that of two who ask at once the second is told who the first is.</summary>
    public static async Task<IReadOnlyList<Finding>> WhyNotAsync(TesseraDb db, OfficeView office, ActivityRecord row, CancellationToken cancellation)
    {
        if (row.Bookings.Count == 0) return [];
        var (names, starts, ends) = (row.Bookings.Select(b => b.Resource).ToList(), row.Bookings[0].Starts, row.Bookings[0].Ends);
        var taken = await db.Bookings.AsNoTracking().Where(b => b.ActivityId != row.Id && names.Contains(b.Resource) && b.Starts < ends && b.Ends > starts)
            .OrderBy(b => b.Starts).Select(b => new { b.Name, b.Activity!.Title, b.Activity.Starts, b.Activity.Ends, Organiser = b.Activity.Organiser!.Names }).ToListAsync(cancellation);
        var chain = office.Chain(office.Languages[0]);
        return [.. taken.Select(t => Taken(t.Name, t.Organiser, t.Title, t.Starts, t.Ends, chain))];
    }

    /// <summary>Says what is taken, by whom and when.</summary>
    public static Finding Taken(string resource, LocalText? organiser, LocalText title, string? starts, string? ends, IReadOnlyList<string> chain) => Finding.About(
        "coordination.booked", CoordinationRefusal.Booked, ("resource", resource), ("who", $"{organiser?.For(chain)?.Text}: {title.For(chain)?.Text}"), ("when", When(starts, ends)));

    /// <summary>Is this the constraint's refusal?</summary>
    public static bool IsRefusal(DbUpdateException failed) => failed.InnerException is PostgresException { SqlState: Excluded };

    private static Dictionary<string, string> Wanted(ActivityItem item)
    {
        if (Words<ActivityStatus>.Parse(item.Status) is ActivityStatus.Cancelled or ActivityStatus.Postponed || item.Coordination is not { } said) return [];
        return said.Booked.Where(b => Folding.Of(b).Length > 0).GroupBy(Folding.Of).ToDictionary(g => g.Key, g => g.First().Trim());
    }

    private static string When(string? starts, string? ends) => $"{starts?.Replace('T', ' ')}{(ends is null ? "" : " – " + ends.Replace('T', ' '))}";
}
