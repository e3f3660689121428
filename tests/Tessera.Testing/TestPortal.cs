using Microsoft.AspNetCore.Builder;
using Tessera.Web.Hosting;

namespace Tessera.Testing;

/// <summary>The whole program with the example offices, serving on a free port of this machine for the tests of a class or an assembly.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private TestPortal(WebApplication app, TestDatabase database)
    {
        (_app, _database) = (app, database);
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };
    }

    /// <summary>http://127.0.0.1 with its port.</summary>
    public Uri Address { get; }

    /// <summary>Follows no redirect, so that tests see them.</summary>
    public HttpClient Client { get; }

    /// <summary>What it serves from.</summary>
    public TestDatabase Database => _database;

    /// <summary>Starts one.</summary>
    public static async Task<TestPortal> StartAsync()
    {
        var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(database);
        var app = PortalHost.Build(new PortalSettings(database.Database, ["http://127.0.0.1:0"]));
        await app.StartAsync();
        return new TestPortal(app, database);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
