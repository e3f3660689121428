using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>The keys of new activities: made of their titles, and none that is an address of the desk.</summary>
internal static class ActivityKeys
{
    private static readonly string[] Addresses = ["new", "import", "feeds", "figures"];

    /// <summary>A key that no activity of the office has.</summary>
    /// <param name="given">Keys that were given out in this unit of work; null for none.</param>
    public static async Task<string> FreeAsync(TesseraDb db, ActivityItem activity, HashSet<string>? given, CancellationToken cancellation)
    {
        var title = activity.Title.FirstOrDefault().Text ?? "";
        var stem = Keys.Of(title) is { Length: > 0 } made ? made : "activity";
        var taken = await db.Activities.Where(a => a.Key.StartsWith(stem)).Select(a => a.Key).ToListAsync(cancellation);
        return Keys.Of(title, "activity", k => taken.Contains(k) || given?.Contains(k) == true || Addresses.Contains(k));
    }
}
