using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Accounts;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>Replaces a forgotten password; every session of the account ends.</summary>
[AllowAnonymous]
public sealed class ResetModel(DeskServices services, UserManager<Features.Accounts.Account> accounts, SessionService sessions) : PersonalPageModel(services)
{
    /// <summary>The word of the link.</summary>
    public string Token { get; private set; } = "";

    public void OnGet(string? token)
    {
        Token = token ?? "";
        ShowAs(Texts["account.reset"]);
    }

    public async Task<IActionResult> OnPostAsync(Guid account, [FromForm] string? token, [FromForm] string? password)
    {
        OnGet(token);
        var known = await accounts.FindByIdAsync(account.ToString());
        var result = known is null ? IdentityResult.Failed(accounts.ErrorDescriber.InvalidToken()) : await accounts.ResetPasswordAsync(known, Token, password ?? "");
        foreach (var error in result.Errors) Errors.Add(error.Code.StartsWith("password", StringComparison.Ordinal) ? "password" : "", Texts["refusal." + error.Code]);
        if (!result.Succeeded) return Refused();
        await sessions.EndAllAsync(account, null, HttpContext.RequestAborted);
        return Told(Texts["account.password-changed"], AccountLinks.SignIn);
    }
}
