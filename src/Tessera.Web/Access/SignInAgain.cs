using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>Leads somebody whose session has run out to the sign-in and back again. What a form held is kept meanwhile; files cannot be.</summary>
internal static class SignInAgain
{
    private const int MostFields = 2000;

    /// <summary>To the sign-in page, with the way back.</summary>
    public static async Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? await KeepAsync(context.HttpContext) : request.Path + request.QueryString;
        context.Response.Redirect("/account/sign-in?back=" + Uri.EscapeDataString(back));
    }

    private static async Task<string> KeepAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).Take(MostFields).ToList();
        var id = await http.RequestServices.GetRequiredService<KeptForms>().KeepAsync(new KeptForm(http.Request.Path + http.Request.QueryString, fields), http.RequestAborted);
        return $"/account/kept/{id}";
    }
}
