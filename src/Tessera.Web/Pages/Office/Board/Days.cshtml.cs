using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>Exam weeks, school holidays, towns' traditional days; the public holidays of countries are known to the program.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class DaysModel(DeskServices services, OfficeService offices) : DeskPageModel(services)
{
    public IReadOnlyList<DayItem> Days { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Days = [.. (await offices.FileAsync(Office, HttpContext.RequestAborted)).Days.OrderBy(d => d.First, StringComparer.Ordinal).ThenBy(d => d.Key, StringComparer.Ordinal)];
        ShowAs(Texts["fields.days"]);
    }
}
