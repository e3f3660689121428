using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Accounts;
using Tessera.Web.Hosting;
using Tessera.Web.Parts;
using Tessera.Web.SignOn;

namespace Tessera.Web.Pages.Account;

/// <summary>Where somebody comes in: by password or by passkey.</summary>
[AllowAnonymous]
public sealed class SignInModel(DeskServices services, SignInManager<Features.Accounts.Account> entrance, MemberService members, IServiceProvider provided) : PersonalPageModel(services)
{
    /// <summary>Where she wanted to go.</summary>
    public string Back { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The name of the municipal sign-on; null when there is none.</summary>
    public string? SignOnName => provided.GetService<SignOnClient>()?.Name;

    public IActionResult OnGet(string? back, string? refused)
    {
        if (refused is not null && TextCatalogue.Shared.Entries(Language).ContainsKey("refusal." + refused)) Errors.Add("", Texts["refusal." + refused]);
        Back = Local(back, "");
        ShowAs(Texts["account.sign-in"]);
        return Person is null ? Page() : Redirect(Local(back, AccountLinks.Own));
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? email, [FromForm] string? password, [FromForm] string? back, [FromForm] string? credential)
    {
        (Back, Email) = (Local(back, ""), email?.Trim() ?? "");
        ShowAs(Texts["account.sign-in"]);
        var result = credential is { Length: > 0 } ? await ByPasskeyAsync(credential) : await entrance.PasswordSignInAsync(Email, password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor) return Redirect($"{AccountLinks.SecondStep}?back={Uri.EscapeDataString(Back)}");
        if (result.Succeeded) return Redirect(await OnwardsAsync());
        Errors.Add("email", Texts[credential is { Length: > 0 } ? "account.passkey-unknown" : "account.wrong"]);
        return Refused();
    }

    private async Task<Microsoft.AspNetCore.Identity.SignInResult> ByPasskeyAsync(string credential)
    {
        try
        {
            return await entrance.PasskeySignInAsync(credential);
        }
        catch (Exception wrong) when (wrong is PasskeyException or InvalidOperationException or System.Text.Json.JsonException)
        {
            return Microsoft.AspNetCore.Identity.SignInResult.Failed;
        }
    }

    /// <summary>To where she wanted, else to the desk of her only office, else to her own page.</summary>
    private async Task<string> OnwardsAsync()
    {
        var account = await entrance.UserManager.GetUserAsync(HttpContext.User);
        if (account is null) return Local(Back, AccountLinks.Own);
        if (!Request.Cookies.ContainsKey(RequestTexts.Cookie)) RequestLanguage.Remember(HttpContext, account.Language);
        if (Back.Length > 0) return Back;
        var offices = await members.OfficesOfAsync(account.Id, HttpContext.RequestAborted);
        return offices.Count == 1 ? new DeskLinks(offices[0].Slug).Home : AccountLinks.Own;
    }
}
