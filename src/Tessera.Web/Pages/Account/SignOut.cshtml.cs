using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>Ends the session.</summary>
[AllowAnonymous]
public sealed class SignOutModel(DeskServices services, SignInManager<Features.Accounts.Account> entrance) : PersonalPageModel(services)
{
    public void OnGet() => ShowAs(Texts["account.signed-out"]);

    public async Task<IActionResult> OnPostAsync()
    {
        await entrance.SignOutAsync();
        return Redirect(AccountLinks.SignOut);
    }
}
