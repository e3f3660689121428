using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Account;

/// <summary>Asks for a link by which a forgotten password is replaced. The answer is the same whether the address is known or not.</summary>
[AllowAnonymous]
public sealed class ForgottenModel(DeskServices services, ResetLetters letters) : PersonalPageModel(services)
{
    /// <summary>Was a link asked for?</summary>
    public bool IsSent { get; private set; }

    public void OnGet(bool sent = false)
    {
        IsSent = sent;
        ShowAs(Texts["account.forgotten"]);
    }

    public IActionResult OnPost([FromForm] string? email)
    {
        letters.Ask(email?.Trim() ?? "");
        return Redirect(AccountLinks.Forgotten + "?sent=true");
    }
}
