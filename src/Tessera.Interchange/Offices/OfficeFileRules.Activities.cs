using Tessera.Domain.Calendar;

namespace Tessera.Interchange.Offices;

/// <content>What activities must mean.</content>
internal sealed partial class OfficeFileRules
{
    private readonly HashSet<string> _partners = [.. file.Partners.Select(p => p.Key)];
    private readonly HashSet<string> _units = [.. file.Office.Responsible.Select(u => u.Key)];

    /// <summary>Checks one activity.</summary>
    public void CheckActivity(ActivityItem activity, string at)
    {
        Word<ActivityKind>(activity.Kind, at + ".kind");
        Word<ActivityStatus>(activity.Status, at + ".status");
        CheckPurpose(activity, at);
        NotEmpty(activity.Title, at + ".title");
        foreach (var (part, path) in Paths(activity.Partners, at + ".partners"))
        {
            Reference(_partners, part.Partner, path + ".partner");
            Word<PartnerPart>(part.Part, path + ".part");
        }

        Unique(activity.Partners.Select(p => p.Partner), at + ".partners");
        References(_fields, activity.Fields, at + ".fields");
        foreach (var (member, code) in ActivityTime.WhyNot(activity.StatedTime())) findings.Add($"{at}.{member}", code);
        if (activity.Place is { } place) CheckActivityPlace(place, at + ".place");
        Lines(activity.Hosts, at + ".hosts");
        if (activity.Responsible is { } unit) Reference(_units, unit, at + ".responsible");
        if (activity.Membership is { } membership) Reference(_memberships, membership, at + ".membership");
        Url(activity.Website, at + ".website");
        CheckLists(activity, at);
        CheckProgramme(activity, at + ".programme");
        if (activity.Coordination is { } coordination) CheckCoordination(activity, coordination, at + ".coordination");
        Reference(_sources, activity.Source, at + ".source");
    }

    private void CheckPurpose(ActivityItem activity, string at)
    {
        if (activity.Purpose is not { } purpose) return;
        Word<VisitPurpose>(purpose, at + ".purpose");
        if (Words<ActivityKind>.TryParse(activity.Kind, out var kind) && !ActivityLife.IsVisit(kind)) findings.Add(at + ".purpose", ActivityRefusal.PurposeOfNoVisit);
    }

    private void CheckActivityPlace(ActivityPlaceItem place, string at)
    {
        if (place.Authority is { } authority) Reference(_authorities, authority, at + ".authority");
        else if (place.Name.IsEmpty) findings.Add(at + ".name", OfficeFileCodes.Empty);
        foreach (var (said, language) in place.Name) Length(said, OfficeLimits.Name, $"{at}.name.{language}");
        if (place.Latitude is null != place.Longitude is null) findings.Add(at + ".latitude", ActivityRefusal.PositionHalf);
        if (place.Latitude is { } latitude && Math.Abs(latitude) > 90) findings.Add(at + ".latitude", OfficeFileCodes.OutOfRange);
        if (place.Longitude is { } longitude && Math.Abs(longitude) > 180) findings.Add(at + ".longitude", OfficeFileCodes.OutOfRange);
    }

    private void CheckLists(ActivityItem activity, string at)
    {
        foreach (var (group, path) in Paths(activity.Participants, at + ".participants"))
        {
            Word<ParticipantGroup>(group.Group, path + ".group");
            if (group.Count is < 0 or > OfficeLimits.People) findings.Add(path + ".count", OfficeFileCodes.OutOfRange);
        }

        foreach (var (cost, path) in Paths(activity.Costs, at + ".costs"))
        {
            Word<CostKind>(cost.Kind, path + ".kind");
            Word<CostBearer>(cost.Bearer, path + ".bearer");
        }

        Unique(activity.Costs.Select(c => c.Kind), at + ".costs");
        foreach (var (promise, path) in Paths(activity.Promises, at + ".promises"))
        {
            Word<PromiseKind>(promise.Kind, path + ".kind");
            Word<PromiseSide>(promise.Side, path + ".side");
            NotEmpty(promise.What, path + ".what");
            Length(promise.Person, OfficeLimits.Name, path + ".person");
        }

        foreach (var (figure, path) in Paths(activity.Figures, at + ".figures"))
        {
            Word<FigureKind>(figure.Kind, path + ".kind");
            Word<FigureUnit>(figure.Unit, path + ".unit");
            if (figure.Value is < 0 or > 1_000_000_000_000) findings.Add(path + ".value", OfficeFileCodes.OutOfRange);
        }
    }

    private void CheckProgramme(ActivityItem activity, string at)
    {
        var days = ActivityTime.Read(activity.StatedTime())?.First;
        foreach (var (item, path) in Paths(activity.Programme, at))
        {
            NotEmpty(item.What, path + ".what");
            foreach (var (said, language) in item.Place) Length(said, OfficeLimits.Name, $"{path}.place.{language}");
            Length(item.Interpreter, OfficeLimits.Name, path + ".interpreter");
            var (start, end) = (Hour(item.Start, path + ".start"), item.End is { } until ? Hour(until, path + ".end") : null);
            if (start is { } begins && end is { } ends && ends < begins) findings.Add(path + ".end", ActivityRefusal.EndBeforeStart);
            if (start is { } day && days is { } known && (DateOnly.FromDateTime(day) < known.FirstDay || DateOnly.FromDateTime(day) > known.LastDay)) findings.Add(path + ".start", ActivityRefusal.ProgrammeOutside);
        }
    }

    private DateTime? Hour(string text, string at)
    {
        var time = ActivityTime.TimeOf(text, null);
        if (time is { IsDay: false } hour) return hour.Wall;
        findings.Add(at, ActivityRefusal.TimeUnreadable);
        return null;
    }

    private void Unique(IEnumerable<string> keys, string at)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys.Where(k => !seen.Add(k))) findings.Add(at, OfficeFileCodes.RepeatedKey, ("key", key));
    }
}
