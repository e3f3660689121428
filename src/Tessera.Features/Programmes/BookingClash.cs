using Microsoft.EntityFrameworkCore;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Programmes;

/// <summary>Two activities that would have the same at once.</summary>
/// <param name="Activity">The one that is spoken to.</param>
/// <param name="Other">The one that has it too.</param>
/// <param name="WhyNot">What is taken, by whom and when.</param>
internal sealed record BookingClash(Guid Activity, string ActivityKey, Guid Other, Finding WhyNot)
{
    /// <summary>
    /// Lets several activities be written before it is asked whether they go together, so that two may swap their stage; within a transaction that <see cref="AmongAsync"/> ends.
    /// </summary>
    public static Task<int> AskAtTheEndAsync(TesseraDb db, CancellationToken cancellation) => db.Database.ExecuteSqlAsync($"set constraints booking_once deferred", cancellation);

    /// <summary>What does not go together of what was written, each of two told of the other; whoever is told of any does not commit.</summary>
    /// <param name="only">Of which activities; null for all of the office.</param>
    /// <param name="chain">The languages in which it is told.</param>
    public static async Task<IReadOnlyList<BookingClash>> AmongAsync(TesseraDb db, IReadOnlyCollection<Guid>? only, IReadOnlyList<string> chain, CancellationToken cancellation)
    {
        var found = await db.Bookings.AsNoTracking().Where(b => only == null || only.Contains(b.ActivityId))
            .Join(db.Bookings.AsNoTracking(), b => b.Resource, o => o.Resource, (b, o) => new { Mine = b, Other = o })
            .Where(p => p.Mine.ActivityId != p.Other.ActivityId && p.Mine.Starts < p.Other.Ends && p.Mine.Ends > p.Other.Starts)
            .OrderBy(p => p.Other.Starts).ThenBy(p => p.Other.ActivityId)
            .Select(p => new { p.Mine.ActivityId, p.Mine.Activity!.Key, Other = p.Other.ActivityId, p.Other.Name, p.Other.Activity!.Title, p.Other.Activity.Starts, p.Other.Activity.Ends, Organiser = p.Other.Activity.Organiser!.Names }).ToListAsync(cancellation);
        return [.. found.Select(p => new BookingClash(p.ActivityId, p.Key, p.Other, Bookings.Taken(p.Name, p.Organiser, p.Title, p.Starts, p.Ends, chain)))];
    }
}
