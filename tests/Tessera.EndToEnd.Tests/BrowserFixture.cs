using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Tessera.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Tessera.EndToEnd.Tests.BrowserFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Tessera.EndToEnd.Tests;

/// <summary>A real browser (Debian's Chromium, or the one CHROMIUM names) before the whole program.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>The languages of the interface.</summary>
    public static readonly string[] Languages = ["en", "hu", "sv", "ro"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright _playwright = null!;

    public TestPortal Portal { get; private set; } = null!;

    /// <summary>Study tours and a publication of the association.</summary>
    public ToursAtDesk Tours { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        await Loading.DelegationsAsync(Portal.Database, TimeProvider.System);
        Tours = await ToursAtDesk.MadeAsync(Portal, "toosz");
        _playwright = await Playwright.CreateAsync();
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>A page of a reader; requests to any other host are noted in <see cref="Reader.Strangers"/>.</summary>
    /// <param name="home">Where the portal is; null is the one that all the tests read.</param>
    public async Task<Reader> ReaderAsync(int width = 1280, bool scripts = true, ColorScheme scheme = ColorScheme.Light, string language = "en", Uri? home = null)
    {
        home ??= Portal.Address;
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = home.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            Locale = language,
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new Reader(context, await context.NewPageAsync(), home);
    }
}

/// <summary>Somebody before a screen.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public Reader(IBrowserContext context, IPage page, Uri home)
    {
        (_context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Authority != home.Authority) Strangers.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Requests to hosts other than the portal's.</summary>
    public List<string> Strangers { get; } = [];

    /// <summary>What the browser complained of: errors of scripts, of the content security policy.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Puts axe into every page that is opened from here on: the browser is given it once, and no blank page is opened to gather what it found.</summary>
    public Task BringAxeAsync() => _context.AddInitScriptAsync(new BundledAxeScriptProvider().GetScript());

    /// <summary>Goes on with the cookies of somebody who has signed in elsewhere.</summary>
    public Task TakeOverAsync(DeskClient person) =>
        _context.AddCookiesAsync(person.Cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly }));

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
