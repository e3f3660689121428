using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Guests;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar;
using Tessera.Features.Registrations;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>The list for the door, to be printed: who has a place, by name.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class DoorModel(DeskServices services, ActivityService activities, RegistrationService registrations) : KeepingActivityModel(services, activities)
{
    public IReadOnlyList<RegistrationView> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await OpenAsync(key)) return NotFound();
        ShowAs(Texts["registration.door"]);
        People = [.. (await registrations.ListAsync(Office, key, HttpContext.RequestAborted)).Where(r => r.State is RegistrationState.Place).OrderBy(r => r.Name, Display.Alphabet)];
        return Page();
    }
}
