using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Settings;

/// <summary>What the office says of itself: names, languages, colour, contact.</summary>
[OfficeAccess(OfficeRole.Administrator)]
[RequestSizeLimit(ArmsForm.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = ArmsForm.Largest)]
public sealed class SettingsModel(DeskServices services, OfficeService offices, OfficeArms armsKeeper) : OfficeFileModel(services, offices)
{
    /// <summary>What is kept, or what was typed.</summary>
    public OfficeSheet Sheet { get; private set; } = null!;

    /// <summary>The languages in which the office writes, and the interface's others.</summary>
    public IReadOnlyList<string> Writing => [.. Sheet.Languages.Union(Languages.Interface)];

    public async Task OnGetAsync()
    {
        await OpenAsync();
        (Sheet, State) = (Whole.Office, OfficeService.StateOf(Whole.Office));
        ShowAs(Texts["settings.heading"]);
    }

    public async Task<IActionResult> OnPostArmsAsync(IFormFile? arms)
    {
        await OnGetAsync();
        await ArmsForm.SaveAsync(armsKeeper, Office.Slug, arms, new Edit(Person.Author), Errors, Texts, HttpContext.RequestAborted);
        return Errors.Any ? Refused() : await DoneAsync(Links.Settings, Texts["arms.saved"]);
    }

    public async Task<IActionResult> OnPostRemoveArmsAsync()
    {
        await armsKeeper.RemoveAsync(Office.Slug, new Edit(Person.Author), HttpContext.RequestAborted);
        return await DoneAsync(Links.Settings, Texts["arms.removed"]);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? state)
    {
        await OnGetAsync();
        var form = Request.Form;
        var kept = State;
        State = state ?? "";
        Sheet = Sheet with
        {
            Name = FormTexts.Local(form, "name"),
            ShortName = FormTexts.Local(form, "shortName"),
            Summary = FormTexts.Local(form, "summary"),
            Languages = [.. Sheet.Languages.Where(l => form["languages"].Contains(l) || !Languages.IsInterface(l)).Union(form["languages"].OfType<string>().Where(Languages.IsInterface))],
            Colour = form["colour"].ToString().ToLowerInvariant(),
            Contact = new ContactItem { Address = FormTexts.Lines(form["address"]), Website = FormTexts.OrNull(form["website"]), Email = FormTexts.OrNull(form["email"]), Phone = FormTexts.OrNull(form["phone"]) },
        };
        return await SaveAsync(state, kept, f => f with { Office = Sheet }, path => path.Split('.')[^1] is { Length: 2 } tag ? $"{path.Split('.')[^2]}.{tag}" : path.Split('.')[^1].Split('[')[0])
            ?? await DoneAsync(Links.Settings, Texts["form.saved"]);
    }
}
