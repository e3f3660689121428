using Tessera.Web.Api;

namespace Tessera.Web.Hosting;

/// <summary>What is answered when something is wrong: a page in the reader's language, and to programs problem+json (RFC 9457). Neither shows what failed inside.</summary>
internal static class ErrorAnswers
{
    private const string Page = "/error/{0}";

    /// <summary>To stand before everything that may fail.</summary>
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseWhen(context => OpenData.IsForPrograms(context.Request.Path), records =>
        {
            records.UseExceptionHandler(failed => failed.Run(context => ProblemAsync(context, StatusCodes.Status500InternalServerError)));
            records.UseStatusCodePages(wrong => ProblemAsync(wrong.HttpContext, wrong.HttpContext.Response.StatusCode));
        });
        app.UseWhen(context => !OpenData.IsForPrograms(context.Request.Path), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute(Page);
        });
    }

    private static Task ProblemAsync(HttpContext context, int status)
    {
        SecurityHeaders.Set(context);
        return Results.Problem(statusCode: status).ExecuteAsync(context);
    }
}
