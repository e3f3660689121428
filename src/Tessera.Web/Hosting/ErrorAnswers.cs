using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Tessera.Web.Api;

namespace Tessera.Web.Hosting;

/// <summary>What is answered when something is wrong: a page in the reader's language, and to programs problem+json (RFC 9457). Neither shows what failed inside.</summary>
internal static class ErrorAnswers
{
    private const string Page = "/error/{0}";
    private const string PageName = "/Error";

    /// <summary>After the antiforgery filter that every page has, whose order is 1000.</summary>
    private const int AfterAntiforgery = 1001;

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

    /// <summary>A form that was refused is shown its error by the method it was sent with, and has no token to show for it.</summary>
    public static void LetErrorsBeShown(PageConventionCollection conventions) =>
        conventions.AddPageApplicationModelConvention(PageName, page => page.Filters.Add(new IgnoreAntiforgeryTokenAttribute { Order = AfterAntiforgery }));

    private static Task ProblemAsync(HttpContext context, int status)
    {
        SecurityHeaders.Set(context);
        return Results.Problem(statusCode: status).ExecuteAsync(context);
    }
}
