using Microsoft.AspNetCore.Builder;
using Tessera.Features.Storage;
using Tessera.Web.Hosting;

namespace Tessera.Testing;

/// <summary>One of several programs on a database that belongs to none of them.</summary>
public sealed class TestNode : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestNode(WebApplication app, Database database)
    {
        (_app, Database) = (app, database);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>Follows no redirect and waits for no answer longer than twenty seconds.</summary>
    public HttpClient Client { get; }

    /// <summary>The program's own connections.</summary>
    public Database Database { get; }

    /// <summary>Starts one.</summary>
    /// <param name="patience">How long its units of work wait for a database that is away.</param>
    public static async Task<TestNode> StartAsync(string connectionString, TimeSpan? patience = null)
    {
        var database = new Database(connectionString, patience);
        var app = PortalHost.Build(new PortalSettings(database, ["http://127.0.0.1:0"], Jobs: JobSettings.None));
        await app.StartAsync();
        return new TestNode(app, database);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
