using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Tessera.Features;
using Tessera.Features.Authorities;
using Tessera.Features.Readings;
using Tessera.Features.Storage;
using Tessera.Interchange.Places;
using Tessera.Interchange.Reading;
using Tessera.Web.Access;
using Tessera.Web.Api;
using Tessera.Web.Caching;
using Tessera.Web.Counting;
using Tessera.Web.Pages;
using Tessera.Web.Pages.Portal;
using Tessera.Web.Parts;
using Tessera.Web.Parts.Maps;
using Tessera.Web.SignOn;

namespace Tessera.Web.Hosting;

/// <summary>Puts the portal together: services, and the way a request takes.</summary>
public static class PortalHost
{
    /// <summary>The rate limit of forms.</summary>
    public const string FormLimit = "forms";

    private const int FormsAtOnce = 5;
    private const int SavesAtOnce = 120;
    private static readonly TimeSpan SaveWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FormWindow = TimeSpan.FromMinutes(10);

    /// <summary>A portal that is ready to be started.</summary>
    public static WebApplication Build(PortalSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = WebRoot(),
        });
        builder.WebHost.UseUrls([.. settings.Addresses]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // It would begin an activity and a scope for every request; what fails is logged by the exception handler.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        ConfigureServices(builder.Services, settings);
        settings.Services?.Invoke(builder.Services);
        var app = builder.Build();
        _ = app.Services.GetRequiredService<Assets>();
        TextCatalogue.IsStrict |= app.Environment.IsDevelopment();
        ConfigurePipeline(app, settings);
        return app;
    }

    private static string WebRoot()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (File.Exists(Path.Combine(published, "assets", "manifest.json"))) return published;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "src", "Tessera.Web", "wwwroot");
            if (Directory.Exists(source)) return source;
        }

        return published;
    }

    private static void ConfigureServices(IServiceCollection services, PortalSettings settings)
    {
        if (settings.Time is { } time) services.AddSingleton(time);
        services.AddTesseraFeatures(_ => settings.Database, settings.Smtp);
        services.AddSingleton<CountryNaming>(CountryNames.Of).AddSingleton<ReadingNotes>(ReadingSentences.Note);
        services.AddSingleton<PageCache>(_ => new PageCache()).AddHostedService<CacheEviction>().AddHostedService<ReadCounting>().AddHostedService<Resting>().AddSingleton<AnswerTokens>();
        services.AddSingleton<Assets>().AddSingleton<MapMaker>();
        services.AddSingleton(_ => PlacesFile.Directory()).AddSingleton<IPlaces>(p => p.GetRequiredService<PlacesDirectory>());
        services.AddSingleton(p => new PageFetchSettings(() => p.GetRequiredService<PublicAddress>().Of("/"))).AddSingleton<IPageFetcher, PageFetcher>();
        services.AddHttpContextAccessor();
        services.AddScoped<RequestTexts>().AddScoped(p => p.GetRequiredService<RequestTexts>().Texts).AddScoped<Display>();
        services.AddScoped<PortalServices>().AddScoped<ExportServices>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRouting(routing =>
        {
            routing.ConstraintMap["lang"] = typeof(LanguageConstraint);
            routing.ConstraintMap["slug"] = typeof(SlugConstraint);
        });
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AllowAnonymousToFolder("/Portal");
            pages.Conventions.AllowAnonymousToPage("/Index");
            pages.Conventions.AllowAnonymousToPage("/Error");
        });
        PagesWhenAsked.Add(services);
        services.AddAccess();
        services.AddSignOn(settings.SignOn);
        services.AddScoped<DeskServices>().AddScoped<Pages.Account.JoiningServices>().AddSingleton<Letters>().AddSingleton<Post.DelegationLetters>().AddSingleton<ResetLetters>().AddHostedService(p => p.GetRequiredService<ResetLetters>());
        services.AddSingleton(p => new PublicAddress(() => settings.PublicAddress ?? p.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        services.AddJobs(settings.Jobs ?? JobSettings.All);
        services.AddDataProtection().SetApplicationName("tessera");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new ProtectionKeys(settings.Database)));
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(notice => notice.Cookie.Name = PageCacheMiddleware.OwnCookies + "notice");
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = PageCacheMiddleware.OwnCookies + "form");
        // Long programmes have many fields; the bytes of a form are bounded anyway.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => form.ValueCountLimit = 8192);
        services.AddOpenApi(OpenApiDescription.DocumentName, OpenApiDescription.Configure);
        services.AddRateLimiter(options => LimitForms(options, settings.SignInsAtOnce));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownProxies.Add(IPAddress.IPv6Loopback);
        });
    }

    private static void LimitForms(RateLimiterOptions options, int signIns)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(FormLimit, context =>
        {
            if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("reading");
            var sender = Senders.Of(context.Connection.RemoteIpAddress);
            if (AccessHandler.IdOf(context.User) is { } account) return Window($"account {account}", SavesAtOnce, SaveWindow);
            if (IsOrganisers(context.Request.Path)) return Window("organiser " + sender, SavesAtOnce, SaveWindow);
            return IsSignIn(context.Request.Path) ? Window("sign-in " + sender, signIns, FormWindow) : Window(sender, FormsAtOnce, FormWindow);
        });
    }

    private static bool IsSignIn(PathString path) => path.StartsWithSegments("/account") || path.Value!.Contains("/office/join/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Who has an organiser's address enters a season's programmes one after another; who has none is told nothing.</summary>
    private static bool IsOrganisers(PathString path) => path.Value!.Contains("/programme/", StringComparison.Ordinal);

    private static RateLimitPartition<string> Window(string who, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });

    private static void ConfigurePipeline(WebApplication app, PortalSettings settings)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<PlacesApi>();
        app.UseMiddleware<ReadNoting>();
        if (settings.CachePages) app.UseMiddleware<PageCacheMiddleware>();
        app.UseMiddleware<RequestLanguage>();
        app.UseErrorAnswers();
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepHashedAssets });
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapRazorPages().RequireRateLimiting(FormLimit);
        app.MapPortalApi();
        PasskeyApi.Map(app);
        SignOnApi.Map(app);
        DocumentApi.Map(app);
    }

    private static void KeepHashedAssets(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "public, max-age=86400";
}
