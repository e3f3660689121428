using Microsoft.AspNetCore.Mvc;
using Tessera.Features.News;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Pages.Office.News;

/// <summary>A page that changes a piece of news.</summary>
public abstract class KeepingNewsModel(DeskServices services, NewsService news) : KeepingItemModel<NewsItem, KeptNews>(services, OfficeDifference.Between)
{
    protected NewsService News => news;

    /// <summary>Takes the item out; false when there is none.</summary>
    protected async Task<bool> OpenAsync(string key) => Open(await news.FindAsync(Office, key, HttpContext.RequestAborted));

    /// <summary>Null when it is done, else the page again with what stands against it.</summary>
    protected IActionResult? Answer(NewsResult result, Func<NewsItem, NewsItem> change) => Answer(result, change, path => NewsForm.Field(path, Office.Languages[0]));
}
