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
        await next(context);
    }
}
