using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>Makes two records of one partner one.</summary>
[OfficeAccess(OfficeRole.Approver)]
public sealed class MergeModel(DeskServices services, PartnerService partners, PartnerQueries queries) : KeepingModel(services, partners)
{
    /// <summary>The partners into which it may be merged.</summary>
    public IEnumerable<Choice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug) => await ReadAsync(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, [FromForm] string? into, [FromForm] string? reason)
    {
        if (!await ReadAsync(slug)) return NotFound();
        var result = await Partners.MergeAsync(Office, slug, into ?? "", new Edit(Person.Author, FormTexts.OrNull(reason)), HttpContext.RequestAborted);
        if (result.IsDone) return await DoneAsync(Links.Partner(into!), Texts["desk.merged"]);
        foreach (var finding in result.Findings) Errors.Add("into", Refusals.Sentence(finding, Texts));
        return Refused();
    }

    private async Task<bool> ReadAsync(string slug)
    {
        if (!await OpenAsync(slug)) return false;
        var all = await queries.ListAllAsync(Office, new PartnerFilter(Order: PartnerOrder.Name), Language, Day, HttpContext.RequestAborted);
        Others = all.Rows.Where(r => r.Slug != slug).Select(r => new Choice(r.Slug, Display.Text(r.Names)?.Text ?? r.RegisteredName));
        ShowAs(Texts["desk.merge"]);
        return true;
    }
}
