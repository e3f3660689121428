using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Vocabulary;
using Tessera.Features.News;
using Tessera.Web.Caching;
using Tessera.Web.Counting;

namespace Tessera.Web.Pages.Portal.News;

/// <summary>Takes a reader's answer whether a piece of news was useful. The form stands on a page that is kept for all, so it has a signed token with its time and no cookie.</summary>
[NeverCached]
[IgnoreAntiforgeryToken]
public sealed class UsefulModel(PortalServices services, NewsQueries news, NewsRatings ratings, AnswerTokens tokens) : PortalPageModel(services)
{
    public NewsPage News { get; private set; } = null!;

    /// <summary>Has an answer just been sent?</summary>
    public bool IsSent { get; private set; }

    /// <summary>Was the form none of ours, sent too fast, or too old?</summary>
    public bool IsRefused { get; private set; }

    /// <summary>A token for the form on this page.</summary>
    public string Token => tokens.For(Office.Slug, News.Row.Key);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation, bool sent = false)
    {
        if (!await OpenAsync(key, cancellation)) return NotFound();
        IsSent = sent;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] string? token, [FromForm] string? useful, CancellationToken cancellation)
    {
        if (!await OpenAsync(key, cancellation)) return NotFound();
        if (useful is not ("yes" or "no") || !tokens.IsGood(token, Office.Slug, key))
        {
            IsRefused = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await ratings.RateAsync(Office, key, useful == "yes", HttpContext.Connection.RemoteIpAddress, ReadNoting.AgentOf(Request), cancellation);
        return Redirect(Links.NewsUseful(key) + "?sent=true");
    }

    private async Task<bool> OpenAsync(string key, CancellationToken cancellation)
    {
        if (await news.FindAsync(Office, key, Day, publicOnly: true, cancellation) is not { } found) return false;
        News = found;
        ShowAs(Texts["news.useful-heading"], null, HomeCrumb, new Crumb(LocalText.Of(Language, Texts["news.heading"]), Links.News()), new Crumb(found.Row.Title, Links.NewsItem(key)));
        return true;
    }
}
