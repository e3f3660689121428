using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Popolo;
using Tessera.Interchange.Tables;
using Tessera.Planning.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Api;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Who sits, who has left and why, what is vacant until when; a member leaves, another is appointed in her place.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class MembersModel(DeskServices services, DelegationQueries queries, DelegationLife life, DelegationComposing composing, PublicAddress address) : KeepingDelegationModel(services, queries)
{
    public SeatTable Seats { get; private set; } = null!;

    public IReadOnlyList<DelegationVacancy> Vacancies { get; private set; } = [];

    /// <summary>The blocking rules that would be broken with whoever is proposed for the vacant seats.</summary>
    public IReadOnlyList<Obstacle> AgainstAppointment { get; private set; } = [];

    /// <summary>Those who have left within the term, the last first; after it everybody.</summary>
    public IReadOnlyList<DelegationSeating> Former => [.. Kept.Seatings.Where(s => s.To is not null).OrderByDescending(s => s.To).ThenBy(s => s.Id)];

    /// <summary>The members who may leave.</summary>
    public IEnumerable<Choice> Sitting => Kept.Seatings.Where(s => s is { IsDraft: false, To: null }).Select(s => new Choice(s.Id.ToString(), $"{Of(s).Name}, {Names.Sentences.Seat(s.Kind, s.Chamber)}"));

    /// <summary>Those of whom it is not known why they left.</summary>
    public IEnumerable<Choice> Unexplained => Former.Where(s => s.Ending is SeatEnding.Unknown).Select(s => new Choice(s.Id.ToString(), $"{Of(s).Name}, {Names.Sentences.Seat(s.Kind, s.Chamber)}, {Date(s.To)}"));

    /// <summary>Why somebody may leave before the end.</summary>
    public IEnumerable<Choice> Endings => Enum.GetValues<SeatEnding>().Where(e => e is not (SeatEnding.TermEnded or SeatEnding.Unknown)).Select(e => new Choice(Words<SeatEnding>.Write(e), Texts.Of(e)));

    public IEnumerable<DelegationPerson> Youth => Kept.People.Where(p => p is { IsYouth: true, WithdrawnAt: null });

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    /// <summary>Who sits and has sat with why they left, as a table or as Popolo; the import takes both again, but not the workbook.</summary>
    public async Task<IActionResult> OnGetFileAsync(string key, string? ending)
    {
        if (!await OpenAsync(key, "delegation-desk.members")) return NotFound();
        var stated = new StatedDelegations(address.Of(""), new PortalLinks(Office.Slug, Language), Texts, Display).Of(Kept, new Dictionary<Guid, DelegationTraits>(), isOwn: true);
        var name = $"{Office.Slug}-{key}-members";
        if (ending == "json") return File(PublishedJson.Write(PopoloWriter.Write([stated])), "application/json", name + ".json");
        return TableFile.Of(DelegationTables.OwnMembers(stated, Texts, FileAbout(address.Of(Pages.Members))), ending, name, "members", Office.Name) is { } file ? file : NotFound();
    }

    public async Task<IActionResult> OnPostExplainAsync(string key, [FromForm] Guid? left, [FromForm] string? why)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        if (Unexplained.All(s => s.Value != left?.ToString())) Errors.Add("left", Texts["desk.choose"]);
        if (!Words<SeatEnding>.TryParse(why, out var ending)) Errors.Add("why", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        return (IActionResult?)Say(await life.ExplainAsync(Office, key, left!.Value, ending, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Members, Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostLeaveAsync(string key, [FromForm] Guid? seating, [FromForm] string? ending)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        if (Sitting.All(s => s.Value != seating?.ToString())) Errors.Add("seating", Texts["desk.choose"]);
        if (!Words<SeatEnding>.TryParse(ending, out var why)) Errors.Add("ending", Texts["desk.choose"]);
        var day = DayOf("lastDay");
        if (day is null) Errors.Add("lastDay", Texts["delegation-desk.whole-day"]);
        if (Errors.Any) return Refused();
        return (IActionResult?)Say(await life.LeaveAsync(Office, key, seating!.Value, day!.Value, why, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Members, Texts["delegation-desk.left-now"]);
    }

    public async Task<IActionResult> OnPostAppointAsync(string key, [FromForm] Guid seating)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key) || Kept.Seatings.All(s => s.Id != seating)) return NotFound();
        var end = $"-{seating:N}";
        var on = DayOf("on" + end);
        if (Errors.Any) return Refused();
        var findings = await life.AppointAsync(Office, key, seating, on ?? default, Typed("by" + end).Trim(), Typed("appointment" + end).Trim(), Person.Author, By, HttpContext.RequestAborted);
        return (IActionResult?)Say(findings, p => p.Length == 0 ? "" : p + end) ?? await DoneAsync(Pages.Members, Texts["delegation-desk.replaced-now"]);
    }

    public async Task<IActionResult> OnPostUnseatAsync(string key, [FromForm] Guid seating)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        return (IActionResult?)Say(await composing.UnseatAsync(Office, key, seating, By, HttpContext.RequestAborted)) ?? await DoneAsync(Pages.Members, Texts["form.saved"]);
    }

    /// <summary>Who has the seat since; a dash for nobody.</summary>
    public string Follower(DelegationSeating left) => Kept.Seatings.FirstOrDefault(s => s.Replaces == left.Id && !s.IsDraft) is { } next ? $"{Of(next).Name}, {Date(next.From)}" : "–";

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key, "delegation-desk.members")) return false;
        Seats = SeatTable.Of(Kept, Day, Names, Texts);
        Vacancies = Kept.State is DelegationState.Appointed && Kept.Terms.First <= Day ? Kept.VacantOn(Day) : [];
        if (!MayEdit || Vacancies.All(v => v.Proposed is null)) return true;
        var check = (await composing.CheckAsync(Office, key, Person.Author, HttpContext.RequestAborted))?.Check;
        AgainstAppointment = [.. (check?.Broken ?? []).Where(b => b.Verdict.Severity is Severity.Blocking).Select(b => new Obstacle(Names.Sentences.Wrong(b.Verdict), Pages.Compose, Texts["delegation-desk.compose"]))];
        return true;
    }
}
