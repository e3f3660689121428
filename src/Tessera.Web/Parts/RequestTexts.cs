using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;

namespace Tessera.Web.Parts;

/// <summary>
/// The language of a request: that of its address, else the reader's best among the interface's; and the order in which an
/// office's texts are tried, once its page has been found.
/// </summary>
public sealed class RequestTexts
{
    /// <summary>Remembers the language chosen for pages whose address is that of none.</summary>
    public const string Cookie = Caching.PageCacheMiddleware.OwnCookies + "language";

    public RequestTexts(IHttpContextAccessor accessor)
    {
        var request = accessor.HttpContext!.Request;
        var path = request.Path.Value ?? "";
        var said = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(2).FirstOrDefault(Languages.IsInterface);
        Asked = said is null && Languages.IsInterface(request.Query["lang"]) ? request.Query["lang"].ToString() : null;
        var chosen = Asked ?? request.Cookies[Cookie];
        IsNegotiated = said is null && !path.Contains('.', StringComparison.Ordinal);
        Texts = TextCatalogue.Shared.For(said ?? (Languages.IsInterface(chosen) ? chosen! : Negotiated(request, [])));
        Chain = [Texts.Language];
    }

    private RequestTexts(Texts texts, IReadOnlyList<string> chain) => (Texts, Chain) = (texts, chain);

    /// <summary>The interface's texts.</summary>
    public Texts Texts { get; }

    /// <summary>The language just asked for on a page whose address is that of none; to be remembered.</summary>
    public string? Asked { get; }

    /// <summary>Did the reader's own settings decide, the address being that of no language and of no file?</summary>
    public bool IsNegotiated { get; }

    /// <summary>The languages that are tried, in order.</summary>
    public IReadOnlyList<string> Chain { get; set; }

    /// <summary>The same for a letter, which no request asks for.</summary>
    public static RequestTexts In(string language, OfficeView office) => new(TextCatalogue.Shared.For(language), office.Chain(language));

    /// <summary>The reader's best language among the interface's by Accept-Language (RFC 9110, 12.5.4); English when none is wanted.</summary>
    public static string Negotiated(HttpRequest request, IEnumerable<string> preferred)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Where(l => (l.Quality ?? 1) > 0)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant());
        return wanted.FirstOrDefault(Languages.IsInterface) ?? preferred.FirstOrDefault(Languages.IsInterface) ?? "en";
    }
}
