using Microsoft.AspNetCore.Authorization;
using Tessera.Features.Accounts;
using Tessera.Web.Access;

namespace Tessera.Web.Pages.Account;

/// <summary>What was typed when the session had run out, ready to be sent.</summary>
[Authorize]
public sealed class KeptModel(DeskServices services, KeptForms forms) : PersonalPageModel(services)
{
    /// <summary>Null when it is there no more, or was not sent by this browser.</summary>
    public KeptForm? Form { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        if (Request.Cookies.ContainsKey(SignInAgain.CookieOf(id))) Form = await forms.FindAsync(id, HttpContext.RequestAborted);
        ShowAs(Texts["account.kept"]);
    }
}
