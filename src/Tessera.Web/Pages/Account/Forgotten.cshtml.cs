using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>Asks for a link by which a forgotten password is replaced. The answer is the same whether the address is known or not.</summary>
[AllowAnonymous]
public sealed class ForgottenModel(DeskServices services, UserManager<Features.Accounts.Account> accounts, Letters letters) : PersonalPageModel(services)
{
    /// <summary>Was a link asked for?</summary>
    public bool IsSent { get; private set; }

    public void OnGet(bool sent = false)
    {
        IsSent = sent;
        ShowAs(Texts["account.forgotten"]);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? email)
    {
        if (await accounts.FindByEmailAsync(email?.Trim() ?? "") is { } account)
        {
            var token = await accounts.GeneratePasswordResetTokenAsync(account);
            await letters.ResetAsync(account, AccountLinks.Reset(account.Id, token), HttpContext.RequestAborted);
        }

        return Redirect(AccountLinks.Forgotten + "?sent=true");
    }
}
