using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Programmes;

/// <summary>Organisers and days between rows and items of the file.</summary>
internal static class ProgrammeWriting
{
    /// <summary>Makes the organisers what the file says; their secret addresses stay.</summary>
    public static Dictionary<string, Guid> WriteOrganisers(TesseraDb db, int office, List<OrganiserRecord> rows, OfficeFile file, WrittenDirectory directory)
    {
        db.Sync(rows, o => o.Key, file.Organisers, o => o.Key, i => new OrganiserRecord { Id = Guid.CreateVersion7(), OfficeId = office, Key = i.Key }, (row, item, position) =>
        {
            (row.Position, row.Names, row.Country, row.Email, row.Language) = (position, item.Names, item.Country, item.Email, item.Language);
            row.AuthorityId = item.Place?.Authority is { } authority ? directory.Authorities[authority] : null;
            (row.Place, row.Latitude, row.Longitude) = (item.Place?.Name ?? LocalText.Empty, item.Place?.Latitude, item.Place?.Longitude);
        });
        return rows.Where(r => file.Organisers.Any(o => o.Key == r.Key)).ToDictionary(r => r.Key, r => r.Id);
    }

    /// <summary>Makes the days what the file says.</summary>
    public static void WriteDays(TesseraDb db, int office, List<RegionDayRecord> rows, OfficeFile file, Dictionary<string, Guid> organisers) =>
        db.Sync(rows, d => d.Key, file.Days, d => d.Key, i => new RegionDayRecord { Id = Guid.CreateVersion7(), OfficeId = office, Key = i.Key }, (row, item, position) =>
        {
            (row.Position, row.Kind, row.Names) = (position, Words<DayKind>.Parse(item.Kind), item.Names);
            row.FirstDay = ActivityTime.DayOf(item.First)!.Value;
            row.LastDay = item.Last is { } last ? ActivityTime.DayOf(last)!.Value : row.FirstDay;
            (row.Country, row.Latitude, row.Longitude, row.RadiusKm, row.Weight) = (item.Country, item.Latitude, item.Longitude, item.RadiusKm, item.Weight);
            row.OrganiserId = item.Organiser is { } organiser ? organisers[organiser] : null;
            row.Audiences = [.. item.Audiences];
        });

    /// <summary>An organiser as the file has it.</summary>
    public static OrganiserItem Item(OrganiserRecord row, Func<Guid, string> authorityKey)
    {
        var place = new ActivityPlaceItem { Authority = row.AuthorityId is { } id ? authorityKey(id) : null, Name = row.Place, Latitude = row.Latitude, Longitude = row.Longitude };
        var hasPlace = place.Authority is not null || !place.Name.IsEmpty || place.Latitude is not null;
        return new OrganiserItem { Key = row.Key, Names = row.Names, Country = row.Country, Place = hasPlace ? place : null, Email = row.Email, Language = row.Language };
    }

    /// <summary>A day as the file has it.</summary>
    public static DayItem Item(RegionDayRecord row) => new()
    {
        Key = row.Key,
        Kind = Words<DayKind>.Write(row.Kind),
        Names = row.Names,
        First = Text(row.FirstDay),
        Last = row.LastDay == row.FirstDay ? null : Text(row.LastDay),
        Country = row.Country,
        Latitude = row.Latitude,
        Longitude = row.Longitude,
        RadiusKm = row.RadiusKm,
        Organiser = row.Organiser?.Key,
        Audiences = row.Audiences,
        Weight = row.Weight,
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
