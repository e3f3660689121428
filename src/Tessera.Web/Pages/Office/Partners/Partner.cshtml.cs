using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Features.Contacts;
using Tessera.Features.Documents;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>A partner at the desk: what is kept, and what can be done with it.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class PartnerModel(DeskServices services, PartnerService partners, PartnerQueries queries, ContactService contacts, DocumentService documents) : KeepingModel(services, partners)
{
    public IReadOnlyList<AgreementBrief> Agreements { get; private set; } = [];

    public IReadOnlyList<BaseFactView> Facts { get; private set; } = [];

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    public IReadOnlyList<DocumentView> Documents { get; private set; } = [];

    /// <summary>Is a fact older than facts should be? One without date is.</summary>
    public bool IsOld(BaseFactView fact) => fact.AsOf?.Latest is not { } latest || latest.YearsAfter(Needs.FactsGrowOld) < Day;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await OpenAsync(slug) || await queries.FindAsync(Office, slug, Day, HttpContext.RequestAborted) is not { } page) return NotFound();
        (Agreements, Facts) = (page.Row.Agreements, page.Facts);
        Contacts = await contacts.OfPartnerAsync(Office, slug, HttpContext.RequestAborted);
        Documents = await documents.OfPartnerAsync(Office, slug, publicOnly: false, HttpContext.RequestAborted);
        ShowAs(Display.Text(Kept.Item.Names)?.Text ?? slug);
        return Page();
    }

    public Task<IActionResult> OnPostArchiveAsync(string slug, [FromForm] int version) => SetArchivedAsync(slug, version, PartialDate.OfDay(Day));

    public Task<IActionResult> OnPostTakeUpAsync(string slug, [FromForm] int version) => SetArchivedAsync(slug, version, null);

    private async Task<IActionResult> SetArchivedAsync(string slug, int version, PartialDate? day)
    {
        if (!Person.Is(OfficeRole.Approver)) return Forbid();
        if (!await OpenAsync(slug)) return NotFound();
        var refused = await SaveAsync(version, p => p with { ArchivedOn = day }, null);
        return Told(Texts[refused is not null ? "desk.meanwhile" : day is null ? "desk.taken-up" : "desk.now-archived"], Links.Partner(slug));
    }
}
