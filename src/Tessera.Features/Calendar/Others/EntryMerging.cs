using System.Security.Cryptography;
using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>Brings what a calendar says into an activity that is there: what the calendar knows is changed, what the office has added to it stays.</summary>
internal static class EntryMerging
{
    /// <summary>What tells one proposal from another.</summary>
    public static byte[] HashOf(ActivityItem proposed, bool isPrivate) => SHA256.HashData(Encoding.UTF8.GetBytes((isPrivate ? "private " : "") + OfficeItems.Write(proposed)));

    /// <summary>The activity as it would be.</summary>
    /// <param name="lastSaid">The status that the calendar said last; null where that is not known.</param>
    public static ActivityItem After(ActivityItem before, ActivityItem said, string? lastSaid) => before with
    {
        Title = Over(before.Title, said.Title),
        Text = Over(before.Text, said.Text),
        Start = said.Start,
        End = said.End,
        Zone = said.Zone,
        Recurrence = said.Recurrence,
        Except = said.Except,
        When = null,
        EveryYears = null,
        Place = PlaceAfter(before.Place, said.Place),
        Website = said.Website ?? before.Website,
        Status = StatusAfter(before.Status, said.Status, lastSaid),
    };

    private static LocalText Over(LocalText before, LocalText said) => new(before.Concat(said).Select(t => KeyValuePair.Create(t.Language, t.Text)));

    private static ActivityPlaceItem? PlaceAfter(ActivityPlaceItem? before, ActivityPlaceItem? said)
    {
        if (said is null || before is null) return said ?? before;
        var isElsewhere = said.Latitude is not null || said.Name.Any(n => before.Name[n.Language] != n.Text);
        return before with
        {
            Name = Over(before.Name, said.Name),
            Latitude = isElsewhere ? said.Latitude : before.Latitude,
            Longitude = isElsewhere ? said.Longitude : before.Longitude,
        };
    }

    /// <summary>
    /// What was held stays held, whatever a calendar says of it; a calendar that says nothing of certainty takes none away; and what the office itself has called off or put off stays so until the
    /// calendar, which had called it off too, says that it is on again.
    /// </summary>
    private static string StatusAfter(string before, string said, string? lastSaid)
    {
        if (said == lastSaid) return before;
        var (was, now, hadSaid) = (Words<ActivityStatus>.Parse(before), Words<ActivityStatus>.Parse(said), lastSaid is null ? (ActivityStatus?)null : Words<ActivityStatus>.Parse(lastSaid));
        return was switch
        {
            ActivityStatus.Held => before,
            ActivityStatus.Cancelled or ActivityStatus.Postponed => now is ActivityStatus.Cancelled || hadSaid is ActivityStatus.Cancelled ? said : before,
            _ => now is ActivityStatus.Cancelled or ActivityStatus.Confirmed ? said : before,
        };
    }
}
