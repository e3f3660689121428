using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Domain.Calendar.Holidays;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Planning.Maps;
using Tessera.Planning.Programmes;

namespace Tessera.Features.Programmes;

/// <summary>Makes of rows what the algorithms take.</summary>
internal static class SeasonMaking
{
    /// <summary>From how far people come to what does not say it, in kilometres.</summary>
    private const double UsualCatchmentKm = 10;

    /// <summary>The most times of one series that a season looks at.</summary>
    private const int MostTimes = 400;

    /// <summary>The season of the rows, with the public holidays of every country that somebody names.</summary>
    public static SeasonBoard Of(OfficeView office, SeasonSpan span, List<SeasonRow> rows, List<OrganiserView> organisers, List<SeasonDayRow> days)
    {
        var byId = organisers.ToDictionary(o => o.Id);
        var (placed, homeless, entries) = (new List<SeasonEntry>(), new List<SeasonEntry>(), new List<ProgrammeEntry>());
        foreach (var row in rows)
        {
            foreach (var (entry, at) in Times(row, byId[row.Organiser], span))
            {
                if (at is not { } point) homeless.Add(entry);
                else
                {
                    placed.Add(entry);
                    entries.Add(Entry(entry, point, office.Country));
                }
            }
        }

        var holidays = Holidays(office, span, entries, days);
        var facts = days.Select(Fact).Concat(holidays.Select(h => new DayFact(h.Key, DayFactKind.PublicHoliday, h.First, h.Last) { Country = h.Country })).ToList();
        return new SeasonBoard(span, placed, homeless, [.. days.Select(d => d.Day), .. holidays], organisers, new Season(entries, facts));
    }

    /// <summary>An activity that is not kept yet, as the algorithms take it; null where it has no place or no day.</summary>
    public static ProgrammeEntry? Entry(OfficeView office, ActivityItem item, OrganiserView organiser)
    {
        if (ActivityTime.Read(item.StatedTime()) is not { First: { } first } time || item.Coordination is not { } said) return null;
        var at = item.Place is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : organiser.At;
        var entry = new SeasonEntry(Guid.Empty, item.Key, item.Key, ActivityKind.Event, ActivityStatus.Planned, false, item.Title, time, first, LocalText.Empty, organiser, said, 0);
        return at is { } point ? Entry(entry, point, office.Country) : null;
    }

    private static IEnumerable<(SeasonEntry, (double, double)?)> Times(SeasonRow row, OrganiserView organiser, SeasonSpan span)
    {
        var at = row.At ?? organiser.At;
        foreach (var dates in row.Time.On(span.First, span.Last).Take(MostTimes))
        {
            var key = row.Time.IsSeries ? $"{row.Key}@{dates.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{dates.Start.Wall.ToString("HHmm", CultureInfo.InvariantCulture)}" : row.Key;
            yield return (new SeasonEntry(row.Id, row.Key, key, row.Kind, row.Status, row.IsPublic, row.Title, row.Time, dates, row.Place.IsEmpty ? organiser.Place : row.Place, organiser, row.Said, row.Version), at);
        }
    }

    private static ProgrammeEntry Entry(SeasonEntry entry, (double Latitude, double Longitude) at, string? officeCountry)
    {
        var country = entry.Organiser.Country ?? officeCountry;
        var (start, end) = ActivityPeriod.Of(entry.Dates, CountryZone.ZoneOf(country));
        var said = entry.Said;
        return new ProgrammeEntry(entry.SeasonKey, entry.Organiser.Key, new GeoPoint(at.Latitude, at.Longitude), start, end > start ? end : start.AddHours(ActivityPeriod.OpenHours))
        {
            Audiences = said.Audiences,
            Themes = said.Themes,
            ExpectedVisitors = said.Visitors ?? 0,
            CatchmentKm = said.CatchmentKm ?? UsualCatchmentKm,
            Firmness = entry.Firmness switch { ProgrammeFirmness.Movable => Firmness.Movable, ProgrammeFirmness.Idea => Firmness.Idea, _ => Firmness.Fixed },
            Window = entry.Firmness is ProgrammeFirmness.Fixed || entry.Status is ActivityStatus.Held ? null : entry.Window,
            Performers = [.. said.Performers.Select(Folding.Of).Distinct()],
            Stages = [.. said.Stages.Concat(said.Booked).Select(Folding.Of).Distinct()],
            Countries = [.. said.Countries.Append(country).OfType<string>().Distinct()],
            YearlyTradition = said.YearlyTradition,
            Welcomes = [.. said.Welcomes.Select(w => KindOf(Words<DayKind>.Parse(w)))],
        };
    }

    private static DayFact Fact(SeasonDayRow row) => new(row.Day.Key, KindOf(row.Day.Kind), row.Day.First, row.Day.Last)
    {
        Country = row.Day.Country,
        Area = row.Middle is { } middle ? new FactArea(new GeoPoint(middle.Latitude, middle.Longitude), row.RadiusKm) : null,
        Organiser = row.Day.Organiser,
        Audiences = row.Audiences,
        Weight = row.Weight,
    };

    /// <summary>One for each country and day, however many feasts fall on it; none where the office has said itself what the day is.</summary>
    private static List<SeasonDay> Holidays(OfficeView office, SeasonSpan span, List<ProgrammeEntry> entries, List<SeasonDayRow> days)
    {
        var last = entries.Count == 0 ? span.Last : DateOnly.FromDateTime(entries.Max(e => e.End).DateTime);
        var countries = entries.SelectMany(e => e.Countries).Append(office.Country ?? "").Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal);
        return [.. from country in countries
                   from holiday in PublicHolidays.Between(new CountryCode(country), span.First, last > span.Last ? last : span.Last).DistinctBy(h => h.Day)
                   where !days.Any(d => d.Day.Kind == DayKind.PublicHoliday && d.Day.Country == country && d.Day.First <= holiday.Day && d.Day.Last >= holiday.Day)
                   select new SeasonDay($"{country}@{holiday.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", DayKind.PublicHoliday, holiday.Name, holiday.Day, holiday.Day, country, null)];
    }

    private static DayFactKind KindOf(DayKind kind) => kind switch
    {
        DayKind.PublicHoliday => DayFactKind.PublicHoliday,
        DayKind.ExamWeek => DayFactKind.ExamWeek,
        DayKind.SchoolHoliday => DayFactKind.SchoolHoliday,
        _ => DayFactKind.TraditionalDay,
    };
}
