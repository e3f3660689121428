using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tessera.Features.Tests.Links;

/// <summary>A website on 127.0.0.1 and 127.0.0.2 that answers as a test says, and remembers what it was asked.</summary>
internal sealed class LinkedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _now;

    private LinkedSite(WebApplication app, Func<HttpContext, Task> answer)
    {
        _app = app;
        app.Run(async context =>
        {
            var now = Interlocked.Increment(ref _now);
            MostAtOnce = Math.Max(MostAtOnce, now);
            Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            Agents.Enqueue(context.Request.Headers.UserAgent.ToString());
            await answer(context);
            Interlocked.Decrement(ref _now);
        });
    }

    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<string> Agents { get; } = [];

    public int MostAtOnce { get; private set; }

    public Uri Address => new(_app.Urls.First(u => u.Contains("127.0.0.1", StringComparison.Ordinal)));

    /// <summary>The same on an address that tests do not allow.</summary>
    public Uri Elsewhere => new(_app.Urls.First(u => u.Contains("127.0.0.2", StringComparison.Ordinal)));

    public static async Task<LinkedSite> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0);
            k.Listen(IPAddress.Parse("127.0.0.2"), 0);
        });
        var site = new LinkedSite(builder.Build(), answer);
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
