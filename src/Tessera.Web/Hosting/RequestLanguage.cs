using System.Globalization;
using Microsoft.Net.Http.Headers;
using Tessera.Web.Parts;

namespace Tessera.Web.Hosting;

/// <summary>
/// Settles the language of a request before anything is made for it, so that an error is said in the language of the address it happened at and nothing
/// depends on the locale of the machine. Caches on the way are told where the reader's own choice decided.
/// </summary>
public sealed class RequestLanguage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, RequestTexts request)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (request.Texts.Culture, request.Texts.Culture);
        if (request.IsNegotiated) context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (request.Asked is { } asked) Remember(context, asked);
        await next(context);
    }

    /// <summary>Remembers the language of an office's desk, whose addresses have none.</summary>
    public static void Remember(HttpContext context, string language) => context.Response.Cookies.Append(
        RequestTexts.Cookie, language, new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
}
