using Tessera.Domain.Offices;
using Tessera.Features.History;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.History;

/// <summary>Every change of the office's register, newest first.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class HistoryModel(DeskServices services, HistoryService history) : DeskPageModel(services)
{
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(Guid? before)
    {
        Entries = await history.ReadAsync(Office, new HistoryFilter(Before: before), HistoryService.PageSize, HttpContext.RequestAborted);
        ShowAs(Texts["desk.history"]);
    }
}
