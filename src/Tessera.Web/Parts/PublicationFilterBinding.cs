using System.Globalization;
using Tessera.Domain.Library;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Library;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>What an address asks of the library. What it cannot mean is left out.</summary>
public static class PublicationFilterBinding
{
    /// <summary>The longest search.</summary>
    public const int LongestSearch = 100;

    private const int LongestKey = 80;
    private const int MostPages = 10_000;

    /// <summary>Reads the query of an address.</summary>
    public static PublicationFilter From(IQueryCollection query) => new(
        Text(query, "q") is { Length: <= LongestSearch } said && !said.Contains('\0', StringComparison.Ordinal) ? said : null,
        Words<PublicationKind>.TryParse(Text(query, "kind"), out var kind) ? kind : null,
        Text(query, "language") is { } language && Languages.IsTag(language) ? language : null,
        Number(query, "year") is { } year and >= PublicationRules.FirstYear and <= PublicationRules.LastYear ? year : null, Key(query, "field"),
        Number(query, "page") is { } page and > 0 and < MostPages ? page : 1);

    /// <summary>The query that asks for this, with its question mark; empty for all. Always in the same order.</summary>
    public static string QueryOf(PublicationFilter filter)
    {
        (string Name, string? Value)[] asked =
        [
            ("q", filter.Search), ("kind", filter.Kind is { } kind ? Words<PublicationKind>.Write(kind) : null), ("language", filter.Language),
            ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)), ("field", filter.Field), ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        var parts = asked.Where(a => a.Value is not null).Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static int? Number(IQueryCollection query, string name) => int.TryParse(Text(query, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Key(IQueryCollection query, string name) => Text(query, name) is { Length: <= LongestKey } key && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? key : null;

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
