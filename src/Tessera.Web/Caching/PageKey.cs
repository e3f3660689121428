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

    private static bool IsNeverKept(string path) =>
        path.StartsWith("/assets/", StringComparison.Ordinal) || path.StartsWith("/health/", StringComparison.Ordinal) || path.EndsWith("/report", StringComparison.Ordinal) || path.EndsWith("/register", StringComparison.Ordinal) || path.EndsWith("/apply", StringComparison.Ordinal) || path.EndsWith("/useful", StringComparison.Ordinal) || path.EndsWith("/calendar/mail", StringComparison.Ordinal)
        || path.Equals(PlacesApi.Address, StringComparison.OrdinalIgnoreCase) || IsSecret(path) || IsBehindSignIn(path);

    /// <summary>Made for whom a secret was given.</summary>
    private static bool IsSecret(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, _, var third, _, ..] && Secrets.Contains(third, StringComparer.OrdinalIgnoreCase);

    /// <summary>Accounts, the host's pages, and the desks of offices: made for one person, and their queries are their own.</summary>
    private static bool IsBehindSignIn(string path)
    {
        var parts = path.Split('/', 4, StringSplitOptions.RemoveEmptyEntries);
        return parts is [var first, ..] && (Same(first, "account") || Same(first, "host") || (parts.Length > 1 && Same(parts[1], "office")));
        static bool Same(string part, string name) => part.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A list or one of its downloads; pages below it look at no query.</summary>
    private static bool Is(string path, string list)
    {
        var last = path.AsSpan(path.LastIndexOf('/'));
        return last.StartsWith(list, StringComparison.OrdinalIgnoreCase) && (last.Length == list.Length || last[list.Length] == '.');
    }
}
