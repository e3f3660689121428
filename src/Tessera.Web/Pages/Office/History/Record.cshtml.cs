using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.History;
using Tessera.Features.Partners;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.History;

/// <summary>The history of one record; any state of it can be restored as a new change.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class RecordModel(DeskServices services, HistoryService history) : DeskPageModel(services)
{
    private const int Most = 500;

    public string Key { get; private set; } = "";

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string subject, string key)
    {
        await ReadAsync(subject, key);
        return Entries.Count > 0 ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRestoreAsync(string subject, string key, [FromForm] Guid entry)
    {
        if (!Person.Is(OfficeRole.Approver)) return Forbid();
        var result = await history.RestoreAsync(Office, entry, Person.Role ?? OfficeRole.Reader, new Edit(Person.Author, Texts["history.restored-reason"]), HttpContext.RequestAborted);
        if (result.IsDone) return await DoneAsync(Links.HistoryOf(subject, key), Texts["history.restored"]);
        if (result.WhyNot is { } why) Errors.Add("", Texts["history.why-" + why]);
        foreach (var finding in result.Findings) Errors.Add("", Refusals.Sentence(finding, Texts));
        await ReadAsync(subject, key);
        return Refused();
    }

    private async Task ReadAsync(string subject, string key)
    {
        Key = key;
        Entries = await history.ReadAsync(Office, new HistoryFilter(subject, key), Most, HttpContext.RequestAborted);
        ShowAs(Texts["desk.history"]);
    }
}
