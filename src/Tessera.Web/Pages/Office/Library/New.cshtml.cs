using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Library;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Library;

/// <summary>Puts a publication into the library.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class NewModel(DeskServices services, PublicationService library, PublicationQueries queries) : DeskPageModel(services)
{
    public PublicationForm Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Form = PublicationForm.Empty(Office, await queries.ActivitiesAsync(Office, [], HttpContext.RequestAborted), Errors);
        ShowAs(Texts["library.new"]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Form = PublicationForm.Of(Request.Form, Office, await queries.ActivitiesAsync(Office, [], HttpContext.RequestAborted), Errors);
        ShowAs(Texts["library.new"]);
        var item = Form.On(new PublicationItem { Key = "", Kind = "", Title = LocalText.Empty, Language = "", Source = "" }, Texts);
        if (Errors.Any) return Refused();
        var (result, key) = await library.AddAsync(Office, item, new Edit(Person.Author), HttpContext.RequestAborted);
        foreach (var finding in result.Findings) Errors.Add(PublicationForm.Field(finding.Path, Office.Languages[0]), Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : await DoneAsync(Links.Publication(key), Texts["form.saved"]);
    }
}
