using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Vocabulary;
using Tessera.Features.News;
using Tessera.Web.Counting;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.News;

/// <summary>A piece of news.</summary>
public sealed class ItemModel(PortalServices services, NewsQueries news, AnswerTokens tokens) : PortalPageModel(services)
{
    public NewsPage News { get; private set; } = null!;

    /// <summary>Goes with the question whether it was useful.</summary>
    public string Token => tokens.For(Office.Slug, News.Row.Key);

    /// <summary>The item as schema.org knows it.</summary>
    public JsonNode? LinkedData { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        if (await news.FindAsync(Office, key, Day, publicOnly: true, cancellation) is not { } found) return NotFound();
        News = found;
        ShowAs(Display.Text(found.Row.Title)?.Text ?? key, Display.Text(found.Row.Lead)?.Text, found.Row.UpdatedAt, HomeCrumb, new Crumb(LocalText.Of(Language, Texts["news.heading"]), Links.News()));
        LinkedData = LinkedNews.Of(Office, found, Frame, Links, $"{Request.Scheme}://{Request.Host}", Texts, Display);
        return Page();
    }
}
