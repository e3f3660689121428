using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Features.Mail;
using Tessera.Web.Hosting;
using Tessera.Web.SignOn;

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

    /// <summary>The same by the name http://localhost: a browser makes and uses passkeys for names only, not for numbers.</summary>
    public Uri NamedAddress => new UriBuilder(Address) { Host = "localhost" }.Uri;

    /// <summary>Follows no redirect, so that tests see them.</summary>
    public HttpClient Client { get; }

    /// <summary>The program's own services, for what no page does.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>What it serves from.</summary>
    public TestDatabase Database => _database;

    /// <summary>Starts one.</summary>
    /// <param name="smtp">Where its mail goes; null sends none.</param>
    /// <param name="time">Its clock; null is the machine's.</param>
    /// <param name="signOn">A municipal sign-on; null for none.</param>
    /// <param name="publicAddress">Where people would reach it; null for where it listens.</param>
    /// <param name="signIns">How many sign-in forms one address may send; the usual limit has a test of its own.</param>
    /// <param name="services">Puts services of the test in the place of the program's.</param>
    /// <remarks>Jobs run only when a test says so.</remarks>
    public static async Task<TestPortal> StartAsync(SmtpSettings? smtp = null, TimeProvider? time = null, int signIns = 10_000, SignOnSettings? signOn = null, string? publicAddress = null, Action<IServiceCollection>? services = null)
    {
        var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(database);
        var app = PortalHost.Build(new PortalSettings(database.Database, ["http://127.0.0.1:0"], smtp, time, SignInsAtOnce: signIns, SignOn: signOn, PublicAddress: publicAddress, Jobs: JobSettings.None, Services: services));
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
