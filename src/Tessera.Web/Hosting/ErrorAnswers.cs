using System.Globalization;
using Tessera.Features.Storage;
using Tessera.Web.Api;

namespace Tessera.Web.Hosting;

/// <summary>What is answered when something is wrong: a page in the reader's language, and to programs problem+json (RFC 9457). Neither shows what failed inside.</summary>
internal static partial class ErrorAnswers
{
    private const string Page = "/error/{0}";

    // A standby is promoted or a server restarted in about this time.
    private const int SecondsUntilNextTry = 30;
    private const int SecondsUntilTheOtherIsDone = 1;

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
        app.UseMiddleware<LostDatabase>();
    }

    private static Task ProblemAsync(HttpContext context, int status)
    {
        SecurityHeaders.Set(context);
        return Results.Problem(statusCode: status).ExecuteAsync(context);
    }

    /// <summary>A database that is away is no failure of the program: 503, when to ask again, and a line in the log now and then rather than a trace for every reader.</summary>
    internal sealed partial class LostDatabase(RequestDelegate next, ILogger<LostDatabase> log, TimeProvider time)
    {
        private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
        private long _lastLine;

        public async Task InvokeAsync(HttpContext context)
        {
            try
            {
                await next(context);
            }
            catch (Exception failure) when (OnceMore.IsCauseOf(failure) && !context.Response.HasStarted)
            {
                // Somebody else was at the same at the same moment, and nothing was done.
                Answer(context, SecondsUntilTheOtherIsDone);
            }
            catch (Exception failure) when (DatabaseLoss.IsCauseOf(failure) && !context.Response.HasStarted)
            {
                if (IsTimeForALine()) NotThere(log, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "a page", failure.GetBaseException().Message);
                Answer(context, SecondsUntilNextTry);
            }
        }

        private static void Answer(HttpContext context, int seconds)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        private bool IsTimeForALine()
        {
            var (last, now) = (Volatile.Read(ref _lastLine), time.GetTimestamp());
            return (last == 0 || time.GetElapsedTime(last, now) >= BetweenLines) && Interlocked.CompareExchange(ref _lastLine, now, last) == last;
        }

        [LoggerMessage(Level = LogLevel.Warning, Message = "The database is not there for {Route}: {Reason}")]
        private static partial void NotThere(ILogger log, string route, string reason);
    }
}
