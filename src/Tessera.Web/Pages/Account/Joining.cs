using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Features.Accounts;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>Services by which somebody joins.</summary>
public sealed record JoiningServices(DeskServices Desk, InvitationService Invitations, UserManager<Features.Accounts.Account> Accounts, SignInManager<Features.Accounts.Account> Entrance);

/// <summary>An invitation is accepted: with a new account, or with the one that is signed in.</summary>
public abstract class JoiningModel(JoiningServices services) : PersonalPageModel(services.Desk)
{
    /// <summary>Null when the link stands no more.</summary>
    public OpenInvitation? Invitation { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>To sign in with an account one has, and come back.</summary>
    public string SignInFirst => $"{AccountLinks.SignIn}?back={Uri.EscapeDataString(Request.Path)}";

    /// <summary>Why the person who is signed in cannot accept it, with what she can do; null when she can.</summary>
    public string? Hindrance => Person is { } person && Invitation is { } open && !InvitationService.IsFor(open.Email, person.Email)
        ? Texts.With("account.join-other", ("invited", open.Email!), ("email", person.Email)) : null;

    /// <summary>The office of the link; null for the first administrator's.</summary>
    protected abstract string? Slug { get; }

    /// <summary>Where the new member is led.</summary>
    protected abstract string Onwards { get; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        await FindAsync(token);
        return Invitation is null ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, [FromForm] string? name, [FromForm] string? email, [FromForm] string? password)
    {
        await FindAsync(token);
        if (Invitation is null) return Gone();
        (Name, Email) = (name?.Trim() ?? "", email?.Trim() ?? "");
        var account = Person is { } person ? await services.Accounts.FindByIdAsync(person.Account.ToString()) : await CreateAsync(password ?? "");
        if (account is null) return Refused();
        switch (await services.Invitations.AcceptAsync(Slug, token, account.Id, HttpContext.RequestAborted))
        {
            case Acceptance.Gone: return Gone();
            case Acceptance.OtherAddress: return Refused();
        }

        if (Person is null) await services.Entrance.SignInAsync(account, isPersistent: false);
        return Redirect(Onwards);
    }

    private async Task<Features.Accounts.Account?> CreateAsync(string password)
    {
        if (Name.Length is 0 or > Features.Accounts.Account.LongestName) Errors.Add("name", Texts["account.name-missing"]);
        if (!new System.ComponentModel.DataAnnotations.EmailAddressAttribute().IsValid(Email) || Email.Length > Features.Accounts.Account.LongestEmail) Errors.Add("email", Texts["account.email-wrong"]);
        else if (Invitation!.Email is { } invited && !InvitationService.IsFor(invited, Email)) Errors.Add("email", Texts.With("account.email-other", ("email", invited)));
        if (Errors.Any) return null;
        var account = new Features.Accounts.Account { Id = Guid.CreateVersion7(Services.Time.GetUtcNow()), Name = Name, Email = Email, Language = Language, CreatedAt = Services.Time.GetUtcNow() };
        var created = await services.Accounts.CreateAsync(account, password);
        foreach (var error in created.Errors) Errors.Add(error.Code.StartsWith("password", StringComparison.Ordinal) ? "password" : "email", Texts["refusal." + error.Code]);
        return created.Succeeded ? account : null;
    }

    private async Task FindAsync(string token)
    {
        Invitation = await services.Invitations.FindAsync(Slug, token, HttpContext.RequestAborted);
        ShowAs(Texts[Invitation is null ? "account.no-invitation" : Invitation.Office is null ? "account.first" : "account.invitation"]);
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        Invitation = null;
        return Page();
    }
}

/// <summary>Joins an office.</summary>
[AllowAnonymous]
public sealed class JoinModel(JoiningServices services) : JoiningModel(services)
{
    /// <inheritdoc />
    protected override string Slug => (string)RouteData.Values["office"]!;

    /// <inheritdoc />
    protected override string Onwards => new DeskLinks(Slug).Home;
}

/// <summary>The installation's first administrator.</summary>
[AllowAnonymous]
public sealed class FirstModel(JoiningServices services) : JoiningModel(services)
{
    /// <inheritdoc />
    protected override string? Slug => null;

    /// <inheritdoc />
    protected override string Onwards => AccountLinks.Own;
}
