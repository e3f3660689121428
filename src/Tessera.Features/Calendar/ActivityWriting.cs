using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar;

/// <summary>What an activity refers to, by the keys it is referred to with.</summary>
internal sealed record ActivityTargets(
    IReadOnlyDictionary<string, Guid> Sources, IReadOnlyDictionary<string, Guid> Authorities, IReadOnlyDictionary<string, Guid> Partners, IReadOnlyDictionary<string, OfficeTextRow> Fields,
    IReadOnlyDictionary<string, Guid> Units, IReadOnlyDictionary<string, OrganiserTarget> Organisers, IReadOnlyDictionary<string, Guid> Memberships);

/// <summary>An organiser that an activity refers to.</summary>
/// <param name="Country">Null for the office's own.</param>
internal sealed record OrganiserTarget(Guid Id, string? Country);

/// <summary>Writes activities into tracked rows, and makes items of rows.</summary>
/// <param name="country">The office's own, for what names no time zone.</param>
internal sealed class ActivityWriting(TesseraDb db, int office, ActivityTargets targets, string? country, DateTimeOffset now)
{
    /// <summary>The most days of what is found by its first day alone.</summary>
    public const int ShortDays = 31;

    /// <summary>The first day on which something short may begin that is not over before a day.</summary>
    public static DateOnly Earliest(DateOnly day) => day.DayNumber > ShortDays ? day.AddDays(-ShortDays) : DateOnly.MinValue;

    /// <summary>A new row for an activity.</summary>
    public ActivityRecord New(ActivityItem item) => new() { Id = Guid.CreateVersion7(now), OfficeId = office, Key = item.Key, Item = item };

    /// <summary>Makes the row what the item says.</summary>
    public void Fill(ActivityRecord row, ActivityItem item)
    {
        (row.Kind, row.Status, row.IsPublic, row.Title) = (Words<ActivityKind>.Parse(item.Kind), Words<ActivityStatus>.Parse(item.Status), item.Public, item.Title);
        row.Purpose = item.Purpose is { } purpose ? Words<VisitPurpose>.Parse(purpose) : null;
        WriteTime(row, item);
        row.AuthorityId = item.Place?.Authority is { } authority ? targets.Authorities[authority] : null;
        row.Place = item.Place?.Name ?? LocalText.Empty;
        row.UnitId = item.Responsible is { } unit ? targets.Units[unit] : null;
        row.MembershipId = item.Membership is { } membership ? targets.Memberships[membership] : null;
        var organiser = item.Coordination is { } coordination ? targets.Organisers[coordination.Organiser] : null;
        row.OrganiserId = organiser?.Id;
        row.SourceId = targets.Sources[item.Source];
        row.Item = Alone(item);
        row.SearchText = string.Join('\n', item.Title.Select(t => t.Text).Concat(row.Place.Select(p => p.Text)).Select(Folding.Of).Where(t => t.Length > 0).Distinct());
        (row.Version, row.UpdatedAt) = (row.Version + 1, now);
        WritePartners(row, item);
        Bookings.Write(db, office, row, item, organiser?.Country ?? country);
        row.Fields.RemoveAll(f => !item.Fields.Contains(f.Key));
        row.Fields.AddRange(item.Fields.Where(k => row.Fields.All(f => f.Key != k)).Distinct().Select(k => targets.Fields[k]).ToList());
    }

    /// <summary>The activity as the office's file has it.</summary>
    public static ActivityItem Item(ActivityRecord row) => row.Item with
    {
        Partners = [.. row.Partners.OrderBy(p => p.Position).Select(p => new ActivityPartnerItem(p.Partner!.Key, Words<PartnerPart>.Write(p.Part)))],
        Fields = [.. row.Fields.OrderBy(f => f.Position).Select(f => f.Key)],
        Responsible = row.Unit?.Key,
        Membership = row.Membership?.Key,
        Place = row.Authority is { } authority ? (row.Item.Place ?? new ActivityPlaceItem()) with { Authority = authority.Key } : row.Item.Place,
        Coordination = row.Organiser is { } organiser ? row.Item.Coordination! with { Organiser = organiser.Key } : null,
        Source = row.Source!.Key,
    };

    private static ActivityItem Alone(ActivityItem item) => item with
    {
        Partners = [],
        Fields = [],
        Responsible = null,
        Membership = null,
        Source = "",
        Place = item.Place is { } place ? place with { Authority = null } : null,
        Coordination = item.Coordination is { } coordination ? coordination with { Organiser = "" } : null,
    };

    private static void WriteTime(ActivityRecord row, ActivityItem item)
    {
        var time = ActivityTime.Read(item.StatedTime()) ?? throw new InvalidOperationException($"{item.Key} has a time that is refused.");
        (row.Starts, row.Ends, row.Zone, row.Recurrence) = (item.Start, item.End, item.Zone, item.Recurrence);
        (row.ExceptDays, row.Roughly, row.EveryYears) = ([.. item.Except], item.When, item.EveryYears);
        (row.FirstDay, row.LastDay) = (time.FirstDay, time.LastDay);
        row.IsShort = time is { First: { } first, IsSeries: false } && first.LastDay.DayNumber - first.FirstDay.DayNumber <= ShortDays;
    }

    private void WritePartners(ActivityRecord row, ActivityItem item)
    {
        var said = item.Partners.Select((p, i) => (Id: targets.Partners[p.Partner], Part: Words<PartnerPart>.Parse(p.Part), Position: i)).ToList();
        foreach (var gone in row.Partners.Where(p => said.All(s => s.Id != p.PartnerId)).ToList()) db.Remove(gone);
        row.Partners.RemoveAll(p => said.All(s => s.Id != p.PartnerId));
        foreach (var (id, part, position) in said)
        {
            var known = row.Partners.FirstOrDefault(p => p.PartnerId == id);
            if (known is null) row.Partners.Add(known = db.Add(new ActivityPartnerRecord { OfficeId = office, ActivityId = row.Id, PartnerId = id }).Entity);
            (known.Part, known.Position) = (part, position);
        }
    }
}
