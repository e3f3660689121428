using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Reports;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Reports;

/// <summary>What readers reported: what nobody has dealt with yet first.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ReportsModel(DeskServices services, ErrorReportService reports) : DeskPageModel(services)
{
    public IReadOnlyList<ErrorReportView> Reports { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = await reports.ReadAsync(Office, HttpContext.RequestAborted);
        Reports = [.. all.OrderBy(r => r.DealtWithAt is not null)];
        ShowAs(Texts["reports.heading"]);
    }

    public async Task<IActionResult> OnPostDealtWithAsync([FromForm] Guid id)
    {
        await reports.DealWithAsync(Office, id, Person.Author, HttpContext.RequestAborted);
        return Told(Texts["reports.done"], Links.Reports);
    }

    /// <summary>Is it an address of this office's portal? A reader may have typed anything.</summary>
    public bool IsOwn(string page) => page.StartsWith($"/{Office.Slug}/", StringComparison.Ordinal);
}
