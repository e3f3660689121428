using Tessera.Domain.Vocabulary;
using Tessera.Web.Api;
using Tessera.Web.Parts;

namespace Tessera.Web.Caching;

/// <summary>
/// What tells one kept page from another. The query is not taken as it came but written anew from what the page understands of it, and the page is then made from
/// that same query: what is not part of the key can therefore not be part of the page, and nobody can have a page of their wording kept for others.
/// </summary>
/// <param name="Text">The key itself.</param>
/// <param name="Query">The query that the page is to be made from.</param>
internal readonly record struct PageKey(string Text, QueryString Query)
{
    private const string Register = "/partners";
    private const string Activities = "/activities";
    private const string News = "/news";
    private const string Library = "/library";
    private static readonly string[] Secrets = ["booklet", "guest", "registration", "programme", "application"];
    private static readonly string[] NeverKeptBeginnings = ["/assets/", "/health/"];
    private static readonly string[] NeverKeptEndings = ["/report", "/register", "/apply", "/useful", "/calendar/mail"];

    /// <summary>Null for what is never kept: forms, searches in the reader's own words and what is suggested for them, files with their hash in the name, and the program's health.</summary>
    public static PageKey? Of(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        var path = request.Path.Value is { Length: > 0 } said ? said : "/";
        if (IsNeverKept(path)) return null;
        var query = QueryString.Empty;
        if (request.QueryString.HasValue && Is(path, Register))
        {
            var filter = PartnerFilterBinding.From(request.Query);
            if (filter.Search is not null) return null;
            query = new QueryString(PortalLinks.QueryOf(filter));
        }
        else if (request.QueryString.HasValue && Is(path, Activities))
        {
            query = new QueryString(ActivityFilterBinding.QueryOf(ActivityFilterBinding.From(request.Query)));
        }
        else if (request.QueryString.HasValue && Is(path, News))
        {
            query = new QueryString(NewsFilterBinding.QueryOf(NewsFilterBinding.From(request.Query)));
        }
        else if (request.QueryString.HasValue && Is(path, Library))
        {
            var filter = PublicationFilterBinding.From(request.Query);
            if (filter.Search is not null) return null;
            query = new QueryString(PublicationFilterBinding.QueryOf(filter));
        }

        var language = path == "/" ? RequestTexts.Negotiated(request, []) : "";
        return new PageKey($"{request.Scheme}://{request.Host.Value}{path}{query.Value}#{language}", query);
    }

    /// <summary>The office whose change makes the page stale; <see cref="PageCache.AllOffices"/> where any does.</summary>
    public static string TagOf(PathString path)
    {
        var first = path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return first is null || Languages.IsInterface(first) || first.Contains('.', StringComparison.Ordinal) || first == "api" ? PageCache.AllOffices : first;
    }

    /// <summary>Asked of every request before anything else, so it makes nothing that would have to be collected.</summary>
    private static bool IsNeverKept(ReadOnlySpan<char> path)
    {
        foreach (var beginning in NeverKeptBeginnings) if (path.StartsWith(beginning, StringComparison.Ordinal)) return true;
        foreach (var ending in NeverKeptEndings) if (path.EndsWith(ending, StringComparison.Ordinal)) return true;
        return Same(path, PlacesApi.Address) || IsPersonal(path);
    }

    /// <summary>Made for one person: behind a secret in its address, or behind the sign-in (accounts, the host's pages, and the desks of offices, whose queries are their own).</summary>
    private static bool IsPersonal(ReadOnlySpan<char> path)
    {
        Span<Range> parts = stackalloc Range[5];
        var count = path.Split(parts, '/', StringSplitOptions.RemoveEmptyEntries);
        if (count == 0) return false;
        if (Same(path[parts[0]], "account") || Same(path[parts[0]], "host") || (count > 1 && Same(path[parts[1]], "office"))) return true;
        if (count < 4) return false;
        foreach (var secret in Secrets) if (Same(path[parts[2]], secret)) return true;
        return false;
    }

    private static bool Same(ReadOnlySpan<char> part, string name) => part.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A list or one of its downloads; pages below it look at no query.</summary>
    private static bool Is(string path, string list)
    {
        var last = path.AsSpan(path.LastIndexOf('/'));
        return last.StartsWith(list, StringComparison.OrdinalIgnoreCase) && (last.Length == list.Length || last[list.Length] == '.');
    }
}
