using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Api;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>A member's attendance over the sessions.</summary>
/// <param name="Cells">One for each session.</param>
/// <param name="Present">At how many she was.</param>
/// <param name="Kept">Of how many it is kept whether she was.</param>
public sealed record AttendanceLine(DelegationSeating Seating, IReadOnlyList<string> Cells, int Present, int Kept);

/// <summary>The sessions of the body, who was at which, who sat for whom, and what members did.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class SessionsModel(DeskServices services, DelegationQueries queries, DelegationSessions sessions, ActivityQueries activities, PublicAddress address) : KeepingDelegationModel(services, queries)
{
    /// <summary>The list of who was at which session, as a file is asked for.</summary>
    public const string Attendance = "attendance";

    /// <summary>The list of what members did.</summary>
    public const string Done = "contributions";

    /// <summary>The calendar's activities within the term that are no sessions yet.</summary>
    public IReadOnlyList<Choice> Activities { get; private set; } = [];

    public IReadOnlyList<AttendanceLine> Lines => [.. Kept.Seatings.Where(s => !s.IsDraft).OrderBy(s => s.Kind).ThenBy(s => s.Chamber).ThenBy(s => Of(s).Name, Display.Alphabet).Select(Line)];

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    /// <summary>Who was at which session and sat for whom, or what members did, with what the portal does not tell.</summary>
    public async Task<IActionResult> OnGetFileAsync(string key, string? list, string? ending)
    {
        if (list is not (Attendance or Done) || !await OpenAsync(key, "delegation-desk.sessions")) return NotFound();
        var stated = new StatedDelegations(address.Of(""), new PortalLinks(Office.Slug, Language), Texts, Display);
        var (whole, about) = (stated.Of(Kept, new Dictionary<Guid, DelegationTraits>()), FileAbout(address.Of(Pages.Sessions)));
        var table = list == Attendance ? DelegationTables.Attendance(whole, stated.Attendance(Kept), Texts, about) : DelegationTables.Contributions(whole, isOwn: true, Texts, about);
        return TableFile.Of(table, ending, $"{Office.Slug}-{key}-{list}", list, Office.Name) is { } file ? file : NotFound();
    }

    public async Task<IActionResult> OnPostAddAsync(string key, [FromForm] string? activity)
    {
        if (!MayEdit) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        if (Activities.All(a => a.Value != activity)) Errors.Add("activity", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        return (IActionResult?)Say(await sessions.AddAsync(Office, key, activity!, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Sessions, Texts["delegation-desk.session-added"]);
    }

    private AttendanceLine Line(DelegationSeating seating)
    {
        var kept = Kept.Sessions.Select(s => s.Attendance.FirstOrDefault(a => a.Seating == seating.Id)).ToList();
        return new AttendanceLine(seating, [.. kept.Select(Cell)], kept.Count(a => a?.Presence is Presence.Present), kept.Count(a => a is not null));
    }

    private string Cell(DelegationAttendance? attendance)
    {
        if (attendance is null) return "–";
        var said = Texts.Of(attendance.Presence);
        return attendance.SatFor is { } absent && Kept.Seatings.FirstOrDefault(s => s.Id == absent) is { } of ? Texts.With("delegation-desk.sat-for", ("presence", said), ("name", Of(of).Name)) : said;
    }

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key, "delegation-desk.sessions")) return false;
        if (!MayEdit) return true;
        var known = Kept.Sessions.Select(s => s.ActivityId).ToHashSet();
        var all = await activities.AllAsync(Office, new ActivityFilter(Span: ActivitySpan.All), Day, publicOnly: false, HttpContext.RequestAborted);
        Activities = [.. all.Where(a => !known.Contains(a.Id) && a.Time.First is { } time && time.FirstDay <= Kept.Terms.Last && time.LastDay >= Kept.Terms.First)
            .Select(a => new Choice(a.Key, $"{Display.Text(a.Title)?.Text ?? a.Key}, {Date(a.Time.First!.Value.FirstDay)}"))];
        return true;
    }
}
