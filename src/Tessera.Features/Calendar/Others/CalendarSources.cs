using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Storage;

namespace Tessera.Features.Calendar.Others;

/// <summary>Sources of activities that came from other calendars, so that each says where it is from.</summary>
internal static class CalendarSources
{
    /// <summary>Adds one. The address of a calendar is not in it: sources are published, and who knows such an address may read the calendar.</summary>
    public static async Task<SourceRow> AddAsync(TesseraDb db, int office, LocalText title, DateTimeOffset now, CancellationToken cancellation)
    {
        var taken = await db.Sources.Select(s => s.Key).ToListAsync(cancellation);
        var position = await db.Sources.MaxAsync(s => (int?)s.Position, cancellation) + 1 ?? 0;
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var source = db.Add(new SourceRow { Id = Guid.CreateVersion7(now), OfficeId = office, Key = Keys.Of(title.FirstOrDefault().Text ?? "", "calendar", taken.Contains), Position = position, Title = title, StatedOn = PartialDate.OfDay(day) }).Entity;
        await db.SaveChangesAsync(cancellation);
        return source;
    }
}
