using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tessera.Web.Caching;
using Tessera.Web.Pages.Portal;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages;

/// <summary>What is said when a page cannot be shown.</summary>
[NeverCached]
[DisableRateLimiting]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(Texts texts) : PageModel, IPortalPage
{
    /// <inheritdoc />
    public PortalFrame Frame => PortalFrame.Empty;

    /// <summary>not-found, forbidden, bad-request, too-many, unavailable or failed.</summary>
    public string Kind { get; private set; } = "failed";

    /// <summary>Where the reader can go on.</summary>
    public string WayOut => SiteLinks.Index(texts.Language);

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code) => Kind = code switch
    {
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status429TooManyRequests => "too-many",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= 400 and < 500 => "bad-request",
        _ => "failed",
    };
}
