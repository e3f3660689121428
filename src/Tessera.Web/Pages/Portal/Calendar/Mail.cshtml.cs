using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Guests;
using Tessera.Features.Mail;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;
using Tessera.Web.Caching;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Calendar;

/// <summary>Where a reader asks for the weekly mail of what is coming. Whatever address is typed, the answer is the same: nobody learns from it who has the mail.</summary>
[NeverCached]
public sealed class MailModel(PortalServices services, ActivityLetterService subscriptions, Mailer mailer, PartnerQueries partners) : PortalPageModel(services), IHasErrors
{
    public string Email { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Partner { get; private set; } = "";

    public string Field { get; private set; } = "";

    public bool IsAsked { get; private set; }

    /// <summary>Can this installation send mail?</summary>
    public bool HasMail => mailer.HasServer;

    /// <summary>The partners to choose from.</summary>
    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    /// <inheritdoc />
    public FormErrors Errors { get; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var filter = ActivityFilterBinding.From(Request.Query);
        (Kind, Partner, Field, IsAsked) = (filter.Kind is { } kind ? Words<ActivityKind>.Write(kind) : "", filter.Partner ?? "", filter.Field ?? "", Request.Query["asked"] == "true");
        await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? email, [FromForm] string? kind, [FromForm] string? partner, [FromForm] string? field, [FromForm] string? website, CancellationToken cancellation)
    {
        (Email, Kind, Partner, Field) = (email?.Trim() ?? "", kind ?? "", partner ?? "", field ?? "");
        await ShowAsync(cancellation);
        if (!HasMail) return NotFound();
        if (!GuestService.IsAddress(Email)) Errors.Add("email", Texts["coming.email-wrong"]);
        if (Kind.Length > 0 && !Words<ActivityKind>.TryParse(Kind, out _)) Errors.Add("kind", Texts["desk.choose"]);
        if (Partner.Length > 0 && Partners.All(p => p.Value != Partner)) Errors.Add("partner", Texts["desk.choose"]);
        if (Field.Length > 0 && Office.Fields.All(f => f.Key != Field)) Errors.Add("field", Texts["desk.choose"]);
        if (Errors.Any)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var filter = new ActivityFilter(Kind.Length > 0 ? Words<ActivityKind>.Parse(Kind) : null, FormTexts.OrNull(Partner), FormTexts.OrNull(Field));
        // What no person sees, only a machine fills in.
        if (string.IsNullOrEmpty(website)) await subscriptions.AskAsync(Office, Email, Language, filter, cancellation);
        return Redirect(Links.MailAsked);
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        ShowAs(Texts["coming.heading"], Texts["coming.lede"], HomeCrumb);
        var register = await partners.ListAllAsync(Office, new PartnerFilter(), Language, Day, cancellation);
        Partners = [.. register.Rows.Select(r => new Choice(r.Slug, Display.Text(r.Names)?.Text ?? r.RegisteredName)).OrderBy(c => c.Label, Display.Alphabet)];
    }
}
