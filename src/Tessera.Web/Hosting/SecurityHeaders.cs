using Tessera.Web.Api;

namespace Tessera.Web.Hosting;

/// <summary>
/// The headers that every response carries, so that nothing but the program's own files is ever loaded by a page. It stands behind the error pages, since
/// they clear what was set before them. Open data may be read by the pages of other hosts.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        Set(context);
        return next(context);
    }

    /// <summary>Sets them. An error is nothing to keep.</summary>
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        var isOpen = OpenData.IsAt(context.Request.Path);
        headers["Cross-Origin-Resource-Policy"] = isOpen ? "cross-origin" : "same-origin";
        if (isOpen) headers.AccessControlAllowOrigin = "*";
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest) headers.CacheControl = "no-store";
        if (context.Request.IsHttps && !IsThisMachine(context.Request.Host.Host)) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
