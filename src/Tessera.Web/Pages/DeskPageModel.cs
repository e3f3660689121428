using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Web.Access;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages;

/// <summary>What every page behind the sign-in needs.</summary>
public sealed record DeskServices(OfficeQueries Offices, RequestTexts Request, Display Display, TimeProvider Time, DoneForms Done);

/// <summary>A page that is made for one person, with a form perhaps.</summary>
[NeverCached]
public abstract class PersonalPageModel(DeskServices services) : PageModel, IHasErrors
{
    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    /// <summary>Who asks; null before she has signed in.</summary>
    public Person? Person { get; private set; }

    /// <summary>The reader's language.</summary>
    public string Language => services.Request.Texts.Language;

    /// <summary>Today (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime);

    protected DeskServices Services => services;

    protected Texts Texts => services.Request.Texts;

    protected Display Display => services.Display;

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Person = Person.Of(context.HttpContext);
        Response.Headers.CacheControl = "no-cache, no-store";
    }

    /// <summary>The page again with what was typed and what is wrong with it.</summary>
    protected PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Leads on to a page that tells what was done.</summary>
    protected RedirectResult Told(string notice, string answer)
    {
        TempData["Notice"] = notice;
        return Redirect(answer);
    }

    /// <summary>A way back that leads nowhere but into this program.</summary>
    protected string Local(string? back, string otherwise) => Url.IsLocalUrl(back) ? back! : otherwise;

    /// <summary>Gives the page its title.</summary>
    protected void ShowAs(string title) => ViewData["Title"] = title;
}

/// <summary>A page of an office's desk: the office of the address is found before the page's own handler runs.</summary>
public abstract class DeskPageModel(DeskServices services) : PersonalPageModel(services)
{
    /// <summary>Whose desk it is.</summary>
    public OfficeView Office { get; private set; } = null!;

    /// <summary>The addresses of this desk.</summary>
    public DeskLinks Links => new(Office.Slug);

    private Guid? _claim;

    /// <summary>Marks a form, so that it is done once however often it is sent.</summary>
    [BindProperty(Name = "form-id")]
    public Guid FormId { get; set; }

    /// <summary>Who asks; the access rule has seen to it that there is somebody.</summary>
    public new Person Person => base.Person!;

    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = (string)context.RouteData.Values["office"]!;
        if (await Services.Offices.FindAsync(slug, context.HttpContext.RequestAborted) is not { } office)
        {
            context.Result = new NotFoundResult();
            return;
        }

        Office = office;
        Services.Request.Chain = office.Chain(Language);
        ViewData["Desk"] = this;
        if (FormId == Guid.Empty) FormId = Guid.CreateVersion7(Services.Time.GetUtcNow());
        else if (HttpMethods.IsPost(Request.Method) && await AnsweredAsync(context.HttpContext) is { } answer)
        {
            context.Result = new RedirectResult(answer);
            return;
        }

        await base.OnPageHandlerExecutionAsync(context, next);
        if (_claim is { } unused) await Services.Done.ReleaseAsync(Office, unused);
    }

    /// <summary>Where the sender of this form was led before; null when it is to be done now, and is claimed.</summary>
    private async Task<string?> AnsweredAsync(HttpContext http)
    {
        var form = new SentForm(FormId, Person.Of(http)!.Account, $"{http.Request.Path}?{http.Request.Query["handler"]}");
        (_claim, var answer) = await Services.Done.ClaimAsync(Office, form, http.RequestAborted);
        return answer;
    }

    /// <summary>Leads on after a form was done, and remembers that it was.</summary>
    protected async Task<IActionResult> DoneAsync(string answer, string? notice = null)
    {
        if (_claim is { } claim)
        {
            _claim = null;
            await Services.Done.DoneAsync(Office, claim, answer);
        }

        return notice is null ? Redirect(answer) : Told(notice, answer);
    }
}
