using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Programmes;

/// <summary>
/// A page of an organiser's own, opened by her secret address and by nothing else: it is kept nowhere, named nowhere, and hands the address on to nobody. What is
/// done on it is entered in the history in her name.
/// </summary>
[NeverCached]
public abstract class OwnPageModel(PortalServices services, OrganiserService organisers) : PortalPageModel(services), IHasErrors
{
    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    /// <summary>Whose page it is.</summary>
    public OrganiserView Organiser { get; private set; } = null!;

    /// <summary>The last part of her address.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>What was done just before; null for nothing.</summary>
    public string? Notice { get; private set; }

    /// <summary>In whose name the history has it.</summary>
    protected Edit Edit => new(Texts.With("own.author", ("who", Display.Text(Organiser.Names)?.Text ?? Organiser.Key)));

    /// <summary>A step back to her programmes.</summary>
    protected Crumb OwnCrumb => new(LocalText.Of(Language, Texts["own.heading"]), Links.Programmes(Secret));

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Secret = context.RouteData.Values["secret"] as string ?? "";
        await base.OnPageHandlerExecutionAsync(context, async () => await OpenAsync(context) ? await next() : NotFoundOf(context));
    }

    /// <summary>The page with its title; its address stays secret.</summary>
    protected void ShowOwn(string title, params ReadOnlySpan<Crumb> crumbs)
    {
        ShowAs(title, null, crumbs);
        KeepAddressSecret();
    }

    /// <summary>Leads on to a page that tells what was done.</summary>
    protected RedirectResult Told(string notice, string answer)
    {
        TempData["Notice"] = notice;
        return Redirect(answer);
    }

    /// <summary>The page again with what was typed and what is wrong with it.</summary>
    protected IActionResult Refused(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>What is wrong, in a sentence. Who has booked something is the office's to know: it may be a programme that others are not shown.</summary>
    protected string Sentence(Finding finding) => finding.Code == CoordinationRefusal.Booked
        ? Texts.With("own.booked", ("resource", finding.Arguments["resource"])) : Refusals.Sentence(finding, Texts);

    private async Task<bool> OpenAsync(PageHandlerExecutingContext context)
    {
        if (await organisers.OpenAsync(Office, Secret, context.HttpContext.RequestAborted) is not { } organiser) return false;
        Organiser = organiser;
        Notice = TempData["Notice"] as string;
        return true;
    }

    private PageHandlerExecutedContext NotFoundOf(PageHandlerExecutingContext context)
    {
        context.Result = new NotFoundResult();
        return new PageHandlerExecutedContext(PageContext, [], context.HandlerMethod, context.HandlerInstance) { Result = context.Result };
    }
}
