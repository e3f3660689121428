using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.News;
using Tessera.Domain.Offices;
using Tessera.Features.News;
using Tessera.Features.Partners;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Office.News;

/// <summary>A piece of news at the desk, as readers see it or will see it.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ItemModel(DeskServices services, NewsService news, NewsQueries queries) : KeepingNewsModel(services, news)
{
    public NewsPage Whole { get; private set; } = null!;

    /// <summary>Where it stands today.</summary>
    public NewsStanding Standing => Whole.Row.Days.StandingOn(Day);

    protected override bool ShowsDifferences => false;

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(string key, [FromForm] int version)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        return Answer(await News.RemoveAsync(Office, key, version, new Edit(Person.Author), HttpContext.RequestAborted), n => n) ?? await DoneAsync(Links.News, Texts["news.removed"]);
    }

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key) || await queries.FindAsync(Office, key, Day, publicOnly: false, HttpContext.RequestAborted) is not { } whole) return false;
        Whole = whole;
        ShowAs(Display.Text(whole.Row.Title)?.Text ?? key);
        return true;
    }
}
