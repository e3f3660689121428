using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Interchange.Documents.Arms;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Host;

/// <summary>The offices of the installation: created, suspended, opened again.</summary>
[HostAccess]
[RequestSizeLimit(ArmsForm.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = ArmsForm.Largest)]
public sealed class HostModel(DeskServices services, HostService host, InvitationService invitations, Letters letters, PublicAddress address, AuthorityEventService events) : PersonalPageModel(services)
{
    private const string UsualColour = "#1d4f7c";

    public IReadOnlyList<HostedOffice> Offices { get; private set; } = [];

    /// <summary>Events of authorities that wait for the host.</summary>
    public IReadOnlyList<AuthorityProposal> Proposals { get; private set; } = [];

    /// <summary>The proposal that was not decided, with what was typed to it.</summary>
    public Guid? Decided { get; private set; }

    public string? Reason { get; private set; }

    public string Slug { get; private set; } = "";

    public string? Kind { get; private set; }

    public string? Country { get; private set; } = "HU";

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public LocalText Name { get; private set; } = LocalText.Empty;

    public LocalText Short { get; private set; } = LocalText.Empty;

    public string Colour { get; private set; } = UsualColour;

    public string Email { get; private set; } = "";

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostCreateAsync([FromForm] string? slug, [FromForm] string? kind, [FromForm] string? country, [FromForm] string[]? languages, [FromForm] string? colour, [FromForm] string? email, IFormFile? arms)
    {
        (Slug, Kind, Country, Chosen, Colour, Email) = (slug?.Trim() ?? "", kind, country, languages ?? [], colour ?? UsualColour, email?.Trim() ?? "");
        (Name, Short) = (FormTexts.Local(Request.Form, "name"), FormTexts.Local(Request.Form, "short"));
        if (!new EmailAddressAttribute().IsValid(Email) || Email.Length > Features.Accounts.Account.LongestEmail) Errors.Add("email", Texts["account.email-wrong"]);
        if (Chosen.Count == 0) Errors.Add("languages-en", Texts["host.languages-missing"]);
        if (Name.IsEmpty) Errors.Add("name.en", Texts["host.name-missing"]);
        if (!Words<OfficeKind>.TryParse(Kind, out var known)) Errors.Add("kind", Texts["desk.choose"]);
        var picture = await ArmsForm.ReadAsync(arms, Errors, Texts, HttpContext.RequestAborted);
        if (!Errors.Any) await CreateAsync(known, picture);
        if (!Errors.Any) return await InviteAsync();
        await ReadAsync();
        return Refused();
    }

    public async Task<IActionResult> OnPostSuspendAsync([FromForm] string? slug, [FromForm] bool suspended)
    {
        await host.SuspendAsync(slug ?? "", suspended, HttpContext.RequestAborted);
        return Told(Texts[suspended ? "host.now-suspended" : "host.now-open"], AccountLinks.Host);
    }

    public async Task<IActionResult> OnPostDecideAsync([FromForm] Guid proposal, [FromForm] bool confirmed)
    {
        (Decided, Reason) = (proposal, FormTexts.OrNull(Request.Form["reason-" + proposal]));
        if (!confirmed && Reason is null) Errors.Add("reason-" + proposal, Texts["host.reason-missing"]);
        if (!Errors.Any) foreach (var finding in await events.DecideAsync(proposal, confirmed, new Edit(Person!.Author, Reason), HttpContext.RequestAborted)) Errors.Add("", Refusals.Sentence(finding, Texts));
        if (Errors.Any)
        {
            await ReadAsync();
            return Refused();
        }

        return Told(Texts[confirmed ? "host.now-confirmed" : "host.now-refused"], AccountLinks.Host);
    }

    private async Task CreateAsync(OfficeKind kind, ArmsReading? arms)
    {
        var office = new NewOffice(Slug, kind, Name, Short.IsEmpty ? Name : Short, Country ?? "", Chosen, Colour.ToLowerInvariant()) { Arms = arms };
        foreach (var finding in await host.CreateAsync(office, Person!.Author, HttpContext.RequestAborted)) Errors.Add(finding.Path.EndsWith("slug", StringComparison.Ordinal) ? "slug" : "", Refusals.Sentence(finding, Texts));
    }

    private async Task<IActionResult> InviteAsync()
    {
        var office = (await Services.Offices.FindAsync(Slug, HttpContext.RequestAborted))!;
        var path = new DeskLinks(Slug).Join(await invitations.InviteAsync(office, Email, OfficeRole.Administrator, Person!.Name, HttpContext.RequestAborted));
        var isMailed = await letters.InviteAsync(office, Email, OfficeRole.Administrator, Person.Name, path, Texts, HttpContext.RequestAborted);
        return Told(isMailed ? Texts.With("people.invited", ("email", Email)) : Texts.With("people.invited-by-hand", ("email", Email), ("link", address.Of(path))), AccountLinks.Host);
    }

    private async Task ReadAsync()
    {
        Offices = await host.AllAsync(HttpContext.RequestAborted);
        Proposals = await events.WaitingAsync(HttpContext.RequestAborted);
        ShowAs(Texts["host.heading"]);
    }
}
