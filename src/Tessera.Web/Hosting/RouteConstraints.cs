using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Hosting;

/// <summary>One of the interface's languages.</summary>
public sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Languages.IsInterface(value as string);
}

/// <summary>What may be the slug of an office: at least three letters, so that it is never a language.</summary>
public sealed class SlugConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string { Length: >= 3 and <= 80 } slug && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
