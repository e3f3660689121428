using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Calendars;

/// <summary>An activity that a calendar file proposes.</summary>
/// <param name="Part">Which part of the series; empty of the first or only one.</param>
/// <param name="Item">Without key and source; an event, internal.</param>
/// <param name="IsPrivate">Does the calendar keep this part to itself, or all of the series?</param>
public sealed record ProposedActivity(string Part, ActivityItem Item, bool IsPrivate);

/// <summary>What a calendar file says under one UID, as activities.</summary>
/// <param name="Uid">At most <see cref="ProposedCalendar.LongestUid"/> letters; made of what it says where the file has none.</param>
/// <param name="Parts">None when it is refused.</param>
/// <param name="WhyNot">Why nothing is taken of it; null when it can be.</param>
public sealed record ProposedSeries(
    string Uid, int Line, string Title, int Sequence, DateTimeOffset? Modified, IReadOnlyList<ProposedActivity> Parts, CalendarFinding? WhyNot);

/// <summary>
/// A calendar file as activities: what one series of the file says becomes one activity, or several where a rule and excepted days do not hold it (<see cref="SeriesParts"/>). Who is invited and who
/// organises is left out, since it is personal data that the office has no need of. Tasks are no activities. Linear in the file but for series, whose first 300 times are compared.
/// </summary>
/// <param name="Series">In the file's order.</param>
/// <param name="Findings">What of the file as a whole was not understood.</param>
public sealed record ProposedCalendar(string Name, IReadOnlyList<ProposedSeries> Series, IReadOnlyList<CalendarFinding> Findings)
{
    /// <summary>Letters of a UID at most; a longer one is known by its hash.</summary>
    public const int LongestUid = 300;

    /// <summary>Reads a file as activities.</summary>
    /// <param name="local">Where the office is: there are floating times.</param>
    /// <param name="language">In which language its texts are taken to be.</param>
    public static ProposedCalendar Of(ReadOnlySpan<byte> file, Zone local, string language)
    {
        var reading = CalendarReader.Read(file, local);
        var proposing = new ActivityProposing(local, reading.Zone ?? local, language, reading.Method is "CANCEL");
        var tasks = reading.Entries.Where(e => e.Kind is EntryKind.Task).Select(e => new CalendarFinding(e.Line, CalendarCodes.NotTaken, "VTODO " + e.Summary));
        var series = CalendarSeries.Of([.. reading.Entries.Where(e => e.Kind is EntryKind.Event)]).Select(proposing.Of).ToList();
        var own = series.Select(s => s.WhyNot?.Line).ToHashSet();
        return new ProposedCalendar(reading.Name, Apart(series), [.. reading.Findings.Where(f => !own.Contains(f.Line) && f.Code != CalendarCodes.NoUid).Concat(tasks).OrderBy(f => f.Line)]);
    }

    /// <summary>Of two entries without UID that begin at once under one title nobody could tell the second again.</summary>
    private static List<ProposedSeries> Apart(List<ProposedSeries> series)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. series.Select(s => seen.Add(s.Uid) ? s : s with
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"line-{s.Line}"),
            Parts = [],
            WhyNot = s.WhyNot ?? new CalendarFinding(s.Line, CalendarCodes.NoUid, s.Title),
        })];
    }
}

/// <summary>Makes activities of the series of one file.</summary>
internal sealed class ActivityProposing(Zone office, Zone floating, string language, bool isCancelling)
{
    /// <summary>What one series of the file proposes.</summary>
    public ProposedSeries Of(CalendarSeries series)
    {
        var said = series.Whole ?? series.Changes[0];
        var uid = Uid(said);
        var modified = series.Changes.Append(said).Max(e => e.LastModified ?? e.Stamp);
        var (parts, whyNot) = Parts(series, said);
        return new ProposedSeries(uid, said.Line, Short(said.Summary, OfficeLimits.Name), series.Changes.Append(said).Max(e => e.Sequence), modified, parts, whyNot);
    }

    private (IReadOnlyList<ProposedActivity> Parts, CalendarFinding? WhyNot) Parts(CalendarSeries series, CalendarEntry said)
    {
        CalendarFinding Refused(string code, string subject = "") => new(said.Line, code, subject);
        var all = series.Changes.Append(said).ToList();
        if (all.Select(e => e.WhyNotRule).FirstOrDefault(f => f is not null) is { } rule) return ([], rule);
        if (all.SelectMany(e => new[] { e.Start?.Zone, e.RecurrenceId?.Zone }).OfType<FileZone>().FirstOrDefault(z => !z.IsKnown) is { } unknown) return ([], Refused(CalendarCodes.UnknownZone, unknown.Name));
        if (series.Whole is { Start: null }) return ([], Refused(CalendarCodes.NoStart));
        if (all.Any(e => string.IsNullOrWhiteSpace(e.Summary))) return ([], Refused(CalendarCodes.NoTitle, said.Uid));
        var cut = SeriesParts.Of(series, floating);
        if (cut.Count == 0) return ([], Refused(CalendarCodes.NotHeld));
        var items = cut.Select(p => (p.Name, Item: Item(p), IsPrivate: p.Said.IsPrivate || series.Whole?.IsPrivate == true)).ToList();
        if (items.SelectMany(i => ActivityTime.WhyNot(i.Item.StatedTime())).Select(w => w.Code).FirstOrDefault() is { } code) return ([], Refused(code));
        var isAsSaid = cut is [{ Rule: null }] || SeriesParts.AreSame(series, [.. items.Select(i => ActivityTime.Read(i.Item.StatedTime())!)], floating);
        return isAsSaid ? ([.. items.Select(i => new ProposedActivity(i.Name, i.Item, i.IsPrivate))], null) : ([], Refused(CalendarCodes.NotHeld));
    }

    private ActivityItem Item(SeriesPart part)
    {
        var said = part.Said;
        var end = part.Length is { } length ? part.Start.Plus(length) : (said.Start is null ? said with { Start = part.Start } : said).EndOf(part.Start);
        var zone = part.Start.IsDay ? null : ZoneOf(part.Start, part.Rule is not null);
        var (start, until) = (Text(part.Start, zone), part.Start.IsDay ? Text(Moment.Of(end.Day > part.Start.Day ? end.Day.AddDays(-1) : part.Start.Day), null) : Text(end, zone));
        return new ActivityItem
        {
            Key = "",
            Kind = Words<ActivityKind>.Write(ActivityKind.Event),
            Status = Words<ActivityStatus>.Write(isCancelling || said.Status is EntryStatus.Cancelled ? ActivityStatus.Cancelled : said.Status is EntryStatus.Confirmed ? ActivityStatus.Confirmed : ActivityStatus.Planned),
            Title = LocalText.Of(language, Short(said.Summary, OfficeLimits.Name)),
            Text = LocalText.Of(language, Short(said.Description, OfficeLimits.Text)),
            Start = start,
            End = until == start ? null : until,
            Zone = zone?.Name,
            Recurrence = part.Rule?.ToString(),
            Except = [.. part.Except.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            Place = Place(said),
            Website = Uri.TryCreate(said.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && said.Url.Length <= OfficeLimits.Url ? said.Url : null,
            Source = "",
        };
    }

    private ActivityPlaceItem? Place(CalendarEntry said)
    {
        var name = LocalText.Of(language, Short(said.Location, OfficeLimits.Name));
        if (name.IsEmpty) return null;
        var isOnEarth = said.Geo is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 };
        return new ActivityPlaceItem { Name = name, Latitude = isOnEarth ? said.Geo!.Value.Latitude : null, Longitude = isOnEarth ? said.Geo!.Value.Longitude : null };
    }

    /// <summary>The zone that an activity names: that of the file where the system knows it, for a series also UTC; else the office's.</summary>
    private Zone ZoneOf(Moment start, bool isSeries)
    {
        if (start.Zone is not { } zone) return floating;
        if (ReferenceEquals(zone, Zone.Utc) && !isSeries) return office;
        var name = TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Name, out var iana) ? iana : zone.Name;
        return zone.IsForeign ? office : ActivityTime.ZoneOf(name) ?? office;
    }

    private static string Text(Moment moment, Zone? zone) => moment.IsDay
        ? moment.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : (moment.Zone is { } own && zone is not null && !own.Equals(zone) ? zone.ToWall(own.ToUtc(moment.Wall)) : moment.Wall).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>Of an entry without UID what it says is the only thing that tells it from others.</summary>
    private static string Uid(CalendarEntry said)
    {
        var text = said.Uid.Length > 0 ? said.Uid : string.Create(CultureInfo.InvariantCulture, $"{said.Start} {said.Summary}");
        return said.Uid.Length is > 0 and <= ProposedCalendar.LongestUid && !said.Uid.Contains('\0', StringComparison.Ordinal) ? text : "sha256-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Cut at a length, without signs that no text has.</summary>
    private static string Short(string text, int most)
    {
        var clean = text.Replace('\0', ' ').Trim();
        if (clean.Length <= most) return clean;
        return clean[..(char.IsHighSurrogate(clean[most - 2]) ? most - 2 : most - 1)] + "…";
    }
}
