using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>A session: who was there and who sat for whom, on one form; what members did.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class SessionModel(DeskServices services, DelegationQueries queries, DelegationSessions sessions) : KeepingDelegationModel(services, queries)
{
    public DelegationSession Session { get; private set; } = null!;

    /// <summary>The contribution that is changed; null for a new one.</summary>
    public DelegationContribution? Edited { get; private set; }

    /// <summary>Those who had a seat on one of its days.</summary>
    public IEnumerable<DelegationSeating> Members => Kept.Seatings.Where(s => !s.IsDraft && !(s.From > (Session.Last ?? Session.First)) && !(s.To < Session.First))
        .OrderBy(s => s.Kind).ThenBy(s => s.Chamber).ThenBy(s => Of(s).Name, Display.Alphabet);

    /// <summary>Those who may have done something there.</summary>
    public IEnumerable<Choice> People => Members.Select(s => new Choice(s.Person.ToString(), Of(s).Name)).DistinctBy(c => c.Value);

    /// <inheritdoc />
    public override IEnumerable<DelegationContribution> Contributions => Kept.Contributions.Where(c => c.Session == Session.Id);

    public bool IsPublic => Request.HasFormContentType ? Typed("isPublic") == "true" : Edited?.IsPublic ?? false;

    public async Task<IActionResult> OnGetAsync(string key, Guid id, Guid? contribution) => await ReadAsync(key, id, contribution) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAttendAsync(string key, Guid id)
    {
        if (!await ReadAsync(key, id, null)) return NotFound();
        var attendance = new List<DelegationAttendance>();
        foreach (var seating in Members)
        {
            if (!Words<Presence>.TryParse(Typed($"presence-{seating.Id:N}"), out var presence)) continue;
            attendance.Add(new DelegationAttendance(seating.Id, presence, Guid.TryParse(Typed($"satFor-{seating.Id:N}"), out var absent) ? absent : null));
        }

        return (IActionResult?)Say(await sessions.AttendAsync(Office, key, id, attendance, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Sessions, Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostContributeAsync(string key, Guid id, [FromForm] Guid? contribution, [FromForm] Guid? person, [FromForm] string? kind)
    {
        if (!await ReadAsync(key, id, contribution)) return NotFound();
        if (People.All(p => p.Value != person?.ToString())) Errors.Add("person", Texts["desk.choose"]);
        if (!Words<ContributionKind>.TryParse(kind, out var known)) Errors.Add("kind", Texts["desk.choose"]);
        var day = DayOf("day");
        if (day is null && !Errors.Any) Errors.Add("day", Texts["delegation-desk.whole-day"]);
        if (Errors.Any) return Refused();
        var said = new DelegationContribution(
            Edited?.Id ?? Guid.CreateVersion7(Services.Time.GetUtcNow()), person!.Value, id, known, Typed("title").Trim(), FormTexts.OrNull(Typed("language")), day!.Value, FormTexts.OrNull(Typed("address")), IsPublic);
        return (IActionResult?)Say(await sessions.ContributeAsync(Office, key, said, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Session(id), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostRemoveContributionAsync(string key, Guid id, [FromForm] Guid contribution)
    {
        if (!await ReadAsync(key, id, contribution) || Edited is null) return NotFound();
        return (IActionResult?)Say(await sessions.RemoveContributionAsync(Office, key, contribution, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Session(id), Texts["delegation-desk.contribution-removed"]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string key, Guid id)
    {
        if (!await ReadAsync(key, id, null)) return NotFound();
        return (IActionResult?)Say(await sessions.RemoveAsync(Office, key, id, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Sessions, Texts["delegation-desk.session-removed"]);
    }

    /// <summary>What is kept or was typed of somebody's presence; empty where nothing is.</summary>
    public string Presence(DelegationSeating seating) => Typed($"presence-{seating.Id:N}", Said(seating) is { } kept ? Words<Presence>.Write(kept.Presence) : "");

    /// <summary>For whom a substitute sat.</summary>
    public string SatFor(DelegationSeating seating) => Typed($"satFor-{seating.Id:N}", Said(seating)?.SatFor?.ToString() ?? "");

    /// <summary>The representatives of a substitute's chamber.</summary>
    public IEnumerable<Choice> Represented(DelegationSeating substitute) => Members.Where(s => s.Kind is SeatKind.Representative && s.Chamber == substitute.Chamber).Select(s => new Choice(s.Id.ToString(), Of(s).Name));

    private DelegationAttendance? Said(DelegationSeating seating) => Session.Attendance.FirstOrDefault(a => a.Seating == seating.Id);

    private async Task<bool> ReadAsync(string key, Guid id, Guid? contribution)
    {
        if (!await OpenAsync(key, "delegation-desk.session") || Kept.Sessions.FirstOrDefault(s => s.Id == id) is not { } found) return false;
        Session = found;
        Edited = Kept.Contributions.FirstOrDefault(c => c.Id == contribution && c.Session == id);
        return true;
    }
}
