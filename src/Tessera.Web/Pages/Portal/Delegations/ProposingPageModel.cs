using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Delegations;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Interchange.Offices;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Delegations;

/// <summary>
/// A page of an association's own, opened by its secret address and by nothing else: it is kept nowhere, named nowhere, and hands the address on to nobody. What is done on it is done in the association's
/// name.
/// </summary>
[NeverCached]
public abstract class ProposingPageModel(PortalServices services, DelegationService delegations) : PortalPageModel(services), IHasErrors
{
    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    /// <summary>The delegation as the association may see it.</summary>
    public DelegationView Delegation { get; private set; } = null!;

    /// <summary>Whose page it is.</summary>
    public DelegationProposer Proposer { get; private set; } = null!;

    /// <summary>The last part of its address.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>What was done just before; null for nothing.</summary>
    public string? Notice { get; private set; }

    /// <summary>The body's name.</summary>
    public string Body => DelegationNames.Body(Delegation.Terms.Body, Delegation.Terms.BodyNames, Texts, Display);

    /// <summary>May it propose now?</summary>
    public bool MayPropose => Delegation.State is DelegationState.Called && Delegation.ProposalsUntil >= Day;

    /// <summary>In whose name it is done.</summary>
    protected string Author => Texts.With("own.author", ("who", Display.Text(Proposer.Names)?.Text ?? Proposer.Key));

    protected DelegationService Delegations => delegations;

    /// <summary>A step back to its page.</summary>
    protected Crumb OwnCrumb => new(LocalText.Of(Language, Texts["propose.heading"]), Links.Propose(Secret));

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Secret = context.RouteData.Values["secret"] as string ?? "";
        await base.OnPageHandlerExecutionAsync(context, async () => await OpenAsync(context) ? await next() : NotFoundOf(context));
    }

    /// <summary>A day in words.</summary>
    public string Date(DateOnly? day) => Display.Date(day is { } known ? PartialDate.OfDay(known) : null);

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

    /// <summary>The page again with what was typed and what stands against it; null when nothing does.</summary>
    protected PageResult? Say(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings) Errors.Add(finding.Path == "publicOffice" ? $"publicOffice.{Office.Languages[0]}" : finding.Path, Refusals.Sentence(finding, Texts));
        if (!Errors.Any) return null;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> OpenAsync(PageHandlerExecutingContext context)
    {
        if (await delegations.OpenAsync(Office, Secret, context.HttpContext.RequestAborted) is not var (delegation, proposer)) return false;
        (Delegation, Proposer, Notice) = (delegation, proposer, TempData["Notice"] as string);
        return true;
    }

    private PageHandlerExecutedContext NotFoundOf(PageHandlerExecutingContext context)
    {
        context.Result = new NotFoundResult();
        return new PageHandlerExecutedContext(PageContext, [], context.HandlerMethod, context.HandlerInstance) { Result = context.Result };
    }
}
