using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.News;

/// <summary>Changes a piece of news; a day published makes a draft public from that day on.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class EditModel(DeskServices services, NewsService news, NewsQueries queries) : KeepingNewsModel(services, news)
{
    public NewsForm Form { get; private set; } = null!;

    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        Form = NewsForm.Of(Kept.Item, Office, await ChoicesAsync(), Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version, [FromForm] string? reason)
    {
        if (!await ReadAsync(key)) return NotFound();
        (Form, Reason) = (NewsForm.Of(Request.Form, Office, await ChoicesAsync(), Errors), reason);
        var said = Form.On(Kept.Item, Language, Texts);
        if (Errors.Any) return Refused();
        NewsItem Change(NewsItem item) => said with { Key = item.Key, Source = item.Source };
        var result = await News.ChangeAsync(Office, key, version, Change, new Edit(Person.Author, FormTexts.OrNull(reason)), HttpContext.RequestAborted);
        return Answer(result, Change) ?? await DoneAsync(Links.NewsItem(key), Texts["form.saved"]);
    }

    private Task<NewsChoices> ChoicesAsync() => queries.ChoicesAsync(Office, Kept.Item.Activities, HttpContext.RequestAborted);

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["news.edit"]);
        return await OpenAsync(key);
    }
}
