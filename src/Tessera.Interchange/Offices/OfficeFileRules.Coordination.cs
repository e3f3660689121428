using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <content>What the coordination of programmes, organisers and days must mean.</content>
internal sealed partial class OfficeFileRules
{
    private const double MostWeight = 100;
    private readonly HashSet<string> _organisers = [.. file.Organisers.Select(o => o.Key)];

    private void CheckCoordination(ActivityItem activity, CoordinationItem said, string at)
    {
        Reference(_organisers, said.Organiser, at + ".organiser");
        Word<ProgrammeFirmness>(said.Firmness, at + ".firmness");
        if (said.Openness is { } openness) Word<ProgrammeOpenness>(openness, at + ".openness");
        foreach (var (hint, language) in said.Hint) Length(hint, OfficeLimits.Name, $"{at}.hint.{language}");
        CheckWords(said, at);
        if (said.Visitors is < 0 or > CoordinationLimits.Visitors) findings.Add(at + ".visitors", OfficeFileCodes.OutOfRange);
        if (said.CatchmentKm is <= 0 or > CoordinationLimits.CatchmentKm) findings.Add(at + ".catchmentKm", OfficeFileCodes.OutOfRange);
        CheckNames(said.Performers, at + ".performers");
        CheckNames(said.Stages, at + ".stages");
        CheckNames(said.Booked, at + ".booked");
        CheckNames(said.Needs, at + ".needs");
        CheckWhen(activity, said, at);
    }

    private void CheckWords(CoordinationItem said, string at)
    {
        foreach (var (audience, path) in Paths(said.Audiences, at + ".audiences")) Word<ProgrammeAudience>(audience, path);
        foreach (var (theme, path) in Paths(said.Themes, at + ".themes")) Word<ProgrammeTheme>(theme, path);
        foreach (var (country, path) in Paths(said.Countries, at + ".countries")) Country(country, path);
        foreach (var (kind, path) in Paths(said.Welcomes, at + ".welcomes")) Word<DayKind>(kind, path);
    }

    private void CheckWhen(ActivityItem activity, CoordinationItem said, string at)
    {
        var (from, until) = (Day(said.WindowFrom, at + ".windowFrom"), Day(said.WindowUntil, at + ".windowUntil"));
        if (said.WindowFrom is null != said.WindowUntil is null) findings.Add(at + (said.WindowFrom is null ? ".windowFrom" : ".windowUntil"), CoordinationRefusal.WindowMissing);
        var isReadable = from is null == said.WindowFrom is null && until is null == said.WindowUntil is null && from is null == until is null;
        if (!isReadable || !Words<ProgrammeFirmness>.TryParse(said.Firmness, out var firmness) || ActivityTime.Read(activity.StatedTime()) is not { } time) return;
        (DateOnly, DateOnly)? window = from is { } first && until is { } last ? (first, last) : null;
        foreach (var (field, code) in CoordinationRefusal.WhyNot(time, firmness, window, said.Booked.Count > 0)) findings.Add(field == "start" ? at[..at.LastIndexOf('.')] + ".start" : $"{at}.{field}", code);
    }

    /// <summary>No two activities of the file have the same resource at once. Sorted by resource and time, so that only neighbours are compared.</summary>
    private void CheckBookings()
    {
        var home = file.Authorities.FirstOrDefault(a => a.Key == file.Office.Authority)?.Country;
        var countries = file.Organisers.GroupBy(o => o.Key).ToDictionary(g => g.Key, g => g.First().Country ?? home);
        var booked = from activity in Paths(file.Activities, "activities")
                     where activity.Item.Coordination is { Booked.Count: > 0 } && activity.Item.Status is not ("cancelled" or "postponed")
                     let first = ActivityTime.Read(activity.Item.StatedTime())?.First
                     where first is not null
                     let zone = CountryZone.ZoneOf(countries.GetValueOrDefault(activity.Item.Coordination!.Organiser))
                     let period = ActivityPeriod.Of(first.Value, zone)
                     from name in activity.Item.Coordination!.Booked.Select(Folding.Of).Distinct()
                     select (Name: name, period.Start, period.End, activity.Item, activity.At);
        foreach (var resource in booked.GroupBy(b => b.Name))
        {
            var last = default((DateTimeOffset End, ActivityItem Item)?);
            foreach (var (name, start, end, item, at) in resource.OrderBy(b => b.Start).ThenBy(b => b.At, StringComparer.Ordinal))
            {
                if (last is { } before && start < before.End) findings.Add(at + ".coordination.booked", CoordinationRefusal.Booked, ("resource", name), ("who", before.Item.Key), ("when", $"{before.Item.Start} – {before.Item.End}"));
                if (last is null || end > last.Value.End) last = (end, item);
            }
        }
    }

    private void CheckNames(IReadOnlyList<string> names, string at)
    {
        if (names.Count > CoordinationLimits.Names) findings.Add(at, OfficeFileCodes.OutOfRange);
        Lines(names, at);
    }

    private void CheckOrganiser(OrganiserItem organiser, string at)
    {
        NotEmpty(organiser.Names, at + ".names");
        if (organiser.Country is { } country) Country(country, at + ".country");
        if (organiser.Place is { } place) CheckActivityPlace(place, at + ".place");
        if (organiser.Email is { } email && !Email().IsMatch(email)) findings.Add(at + ".email", OfficeFileCodes.WrongEmail, ("text", email));
        if (organiser.Language is { } language) Word(Languages.Interface, language, at + ".language");
    }

    private void CheckDay(DayItem day, string at)
    {
        Word<DayKind>(day.Kind, at + ".kind");
        NotEmpty(day.Names, at + ".names");
        var (first, last) = (Day(day.First, at + ".first"), Day(day.Last, at + ".last"));
        if (first is { } from && last is { } until && (until < from || until.DayNumber - from.DayNumber > CoordinationLimits.Days)) findings.Add(at + ".last", OfficeFileCodes.DatesReversed);
        if (day.Country is { } country) Country(country, at + ".country");
        if (day.Latitude is null != day.Longitude is null || day.Latitude is null != day.RadiusKm is null) findings.Add(at + ".latitude", ActivityRefusal.PositionHalf);
        if (day.Latitude is { } latitude && Math.Abs(latitude) > 90) findings.Add(at + ".latitude", OfficeFileCodes.OutOfRange);
        if (day.Longitude is { } longitude && Math.Abs(longitude) > 180) findings.Add(at + ".longitude", OfficeFileCodes.OutOfRange);
        if (day.RadiusKm is <= 0 or > CoordinationLimits.CatchmentKm) findings.Add(at + ".radiusKm", OfficeFileCodes.OutOfRange);
        if (day.Weight is < 0 or > MostWeight) findings.Add(at + ".weight", OfficeFileCodes.OutOfRange);
        if (day.Organiser is { } organiser) Reference(_organisers, organiser, at + ".organiser");
        foreach (var (audience, path) in Paths(day.Audiences, at + ".audiences")) Word<ProgrammeAudience>(audience, path);
    }

    private DateOnly? Day(string? text, string at)
    {
        if (text is null) return null;
        var day = ActivityTime.DayOf(text);
        if (day is null) findings.Add(at, ActivityRefusal.TimeUnreadable);
        return day;
    }
}
