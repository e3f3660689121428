using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Host;

/// <summary>The arms that the host gives an office.</summary>
[HostAccess]
[RequestSizeLimit(ArmsForm.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = ArmsForm.Largest)]
public sealed class ArmsModel(DeskServices services, OfficeArms keeper) : PersonalPageModel(services)
{
    /// <summary>Whose arms they are.</summary>
    public OfficeView Office { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string office) => await FindAsync(office) ? Page() : NotFound();

    public async Task<IActionResult> OnPostArmsAsync(string office, IFormFile? arms)
    {
        if (!await FindAsync(office)) return NotFound();
        await ArmsForm.SaveAsync(keeper, office, arms, new Edit(Person!.Author), Errors, Texts, HttpContext.RequestAborted);
        return Errors.Any ? Refused() : Done("arms.saved");
    }

    public async Task<IActionResult> OnPostRemoveArmsAsync(string office)
    {
        if (!await FindAsync(office)) return NotFound();
        await keeper.RemoveAsync(office, new Edit(Person!.Author), HttpContext.RequestAborted);
        return Done("arms.removed");
    }

    private RedirectResult Done(string notice)
    {
        return Told(Texts[notice], AccountLinks.ArmsOf(Office.Slug));
    }

    private async Task<bool> FindAsync(string slug)
    {
        ShowAs(Texts["arms.heading"]);
        if (await Services.Offices.FindAsync(slug, HttpContext.RequestAborted) is not { } found) return false;
        Office = found;
        return true;
    }
}
