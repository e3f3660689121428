using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Tessera.Features.Accounts;

namespace Tessera.Web.Access;

/// <summary>Leads somebody whose session has run out to the sign-in and back again. What a form held is kept meanwhile; files cannot be.</summary>
internal static class SignInAgain
{
    private const int MostFields = 2000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The cookie by which the browser that sent a form is known again: nobody can lay a form of his own before somebody else.</summary>
    public static string CookieOf(Guid form) => $"{Caching.PageCacheMiddleware.OwnCookies}kept-{form:N}";

    /// <summary>To the sign-in page, with the way back.</summary>
    public static async Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? await KeepAsync(context.HttpContext) : (string)(request.Path + request.QueryString);
        context.Response.Redirect("/account/sign-in?back=" + Uri.EscapeDataString(back));
    }

    private static async Task<string> KeepAsync(HttpContext http)
    {
        if (!IsFromHere(http.Request)) return http.Request.Path;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).Take(MostFields).ToList();
        var id = await http.RequestServices.GetRequiredService<KeptForms>().KeepAsync(new KeptForm(http.Request.Path + http.Request.QueryString, fields), http.RequestAborted);
        http.Response.Cookies.Append(CookieOf(id), "1", new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = Kept, Path = "/account/kept", IsEssential = true });
        return $"/account/kept/{id}";
    }

    /// <summary>Only a form of this program's own pages is kept; whatever another site sends would be sent on in the name of whoever signs in.</summary>
    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site
        ? site == "same-origin"
        : request.Headers.Origin == $"{request.Scheme}://{request.Host}";
}
