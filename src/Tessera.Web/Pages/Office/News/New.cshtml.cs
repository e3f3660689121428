using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.News;

/// <summary>Writes a new piece of news.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class NewModel(DeskServices services, NewsService news, NewsQueries queries) : DeskPageModel(services)
{
    public NewsForm Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Form = NewsForm.Of((NewsItem?)null, Office, await queries.ChoicesAsync(Office, [], HttpContext.RequestAborted), Errors);
        ShowAs(Texts["news.new"]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Form = NewsForm.Of(Request.Form, Office, await queries.ChoicesAsync(Office, [], HttpContext.RequestAborted), Errors);
        ShowAs(Texts["news.new"]);
        var item = Form.On(new NewsItem { Key = "", Category = "", Title = LocalText.Empty, Source = "" }, Language, Texts);
        if (Errors.Any) return Refused();
        var (result, key) = await news.AddAsync(Office, item, new Edit(Person.Author), HttpContext.RequestAborted);
        foreach (var finding in result.Findings) Errors.Add(NewsForm.Field(finding.Path, Office.Languages[0]), Refusals.Sentence(finding, Texts));
        return Errors.Any ? Refused() : await DoneAsync(Links.NewsItem(key), Texts["form.saved"]);
    }
}
