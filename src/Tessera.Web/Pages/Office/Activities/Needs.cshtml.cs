using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>What the guests of an activity need, for the one officer who receives them; everybody else learns who that is, and who has read.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class NeedsModel(DeskServices services, ActivityService activities, GuestNeedService needs, MemberService members) : KeepingActivityModel(services, activities)
{
    /// <summary>The officer who receives the guests; null while nobody does.</summary>
    public GuestHost? Host { get; private set; }

    /// <summary>What they need; null for who does not receive them.</summary>
    public IReadOnlyList<NeedsOfGuest>? Guests { get; private set; }

    public IReadOnlyList<NeedsReading> Readings { get; private set; } = [];

    /// <summary>Who may be appointed.</summary>
    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    /// <summary>Whoever receives them hands them on; an administrator appoints somebody when she is away.</summary>
    public bool MayAppoint => Host?.Account == Person.Account || Person.Is(OfficeRole.Administrator);

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await OpenAsync(key)) return NotFound();
        await ReadAsync(key);
        Guests = await needs.ReadAsync(Office, key, Person.Account, Person.Author, null, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync(string key)
    {
        if (!await OpenAsync(key)) return NotFound();
        await ReadAsync(key);
        if (Host is { } other && other.Account != Person.Account) return Forbid();
        if (Host is null) await needs.AppointAsync(Office, key, Person.Account, HttpContext.RequestAborted);
        var asked = await needs.AskAsync(Office, key, HttpContext.RequestAborted);
        return await DoneAsync(Links.Needs(key), Texts["registration.told", asked]);
    }

    public async Task<IActionResult> OnPostAppointAsync(string key, [FromForm] Guid account)
    {
        if (!await OpenAsync(key)) return NotFound();
        await ReadAsync(key);
        if (!MayAppoint) return Forbid();
        if (Members.All(m => m.Account != account)) return NotFound();
        await needs.AppointAsync(Office, key, account, HttpContext.RequestAborted);
        return await DoneAsync(Links.Needs(key), Texts["form.saved"]);
    }

    private async Task ReadAsync(string key)
    {
        ShowAs(Texts["guest-needs.heading"]);
        Host = await needs.HostAsync(Office, key, HttpContext.RequestAborted);
        Readings = await needs.ReadingsAsync(Office, key, HttpContext.RequestAborted);
        Members = [.. (await members.MembersAsync(Office, HttpContext.RequestAborted)).Where(m => m.Role >= OfficeRole.Editor)];
    }
}
