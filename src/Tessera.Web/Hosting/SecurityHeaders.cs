namespace Tessera.Web.Hosting;

/// <summary>The headers that every response carries, so that nothing but the program's own files is ever loaded by a page.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps && !IsThisMachine(context.Request.Host.Host)) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return next(context);
    }

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
