using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal;

/// <summary>What every page of an office's portal needs.</summary>
public sealed record PortalServices(Database Database, OfficeQueries Offices, RequestTexts Request, Display Display, TimeProvider Time);

/// <summary>A page of an office's portal. The office is found before the page's own handler runs; an unknown one is not found.</summary>
public abstract class PortalPageModel(PortalServices services) : PageModel, IPortalPage
{
    /// <summary>Whose portal it is.</summary>
    public OfficeView Office { get; private set; } = null!;

    /// <summary>The reader's language.</summary>
    public string Language => services.Request.Texts.Language;

    /// <summary>The day as of which standings are derived (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime);

    /// <summary>The addresses of this portal.</summary>
    public PortalLinks Links => new(Office.Slug, Language);

    /// <inheritdoc />
    public PortalFrame Frame { get; private set; } = PortalFrame.Empty;

    protected Texts Texts => services.Request.Texts;

    protected Display Display => services.Display;

    /// <summary>A step back to the office's first page.</summary>
    protected Crumb HomeCrumb => new(Office.ShortName, Links.Home);

    /// <summary>A step back to the register.</summary>
    protected Crumb RegisterCrumb => new(LocalText.Of(Language, Texts["nav.partners"]), Links.Partners());

    /// <summary>A step back to the list of agreements.</summary>
    protected Crumb AgreementsCrumb => new(LocalText.Of(Language, Texts["nav.agreements"]), Links.Agreements);

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await using var connection = services.Database.KeepConnection();
        var slug = (string)context.RouteData.Values["office"]!;
        if (await services.Offices.FindAsync(slug, context.HttpContext.RequestAborted) is not { } office)
        {
            context.Result = new NotFoundResult();
            return;
        }

        Office = office;
        services.Request.Chain = office.Chain(Language);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Gives the page its title, its description, and the way that leads to it.</summary>
    protected void ShowAs(string title, string? description, params ReadOnlySpan<Crumb> crumbs) => ShowAs(title, description, null, crumbs);

    /// <summary>The same for a record that has a date of change of its own.</summary>
    protected void ShowAs(string title, string? description, DateTimeOffset? updatedAt, params ReadOnlySpan<Crumb> crumbs)
    {
        ViewData["Title"] = title;
        ViewData["Description"] = description;
        Frame = PortalFrame.Of(Request, Office, Language, [.. crumbs], updatedAt);
    }

    /// <summary>Keeps the page's address out of everything that would hand it on: search engines, reports of errors.</summary>
    protected void KeepAddressSecret() => Frame = Frame with { IsSecret = true };
}
