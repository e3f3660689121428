using System.Globalization;
using Tessera.Domain.News;
using Tessera.Features.News;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>What an address asks of the news. What it cannot mean is left out.</summary>
public static class NewsFilterBinding
{
    private const int LongestKey = 80;
    private const int MostPages = 10_000;

    /// <summary>Reads the query of an address.</summary>
    public static NewsFilter From(IQueryCollection query) => new(
        Words<NewsCategory>.TryParse(Text(query, "category"), out var category) ? category : null,
        Number(query, "year") is { } year and >= 1900 and <= 2100 ? year : null, Key(query, "partner"), Key(query, "field"),
        Number(query, "page") is { } page and > 0 and < MostPages ? page : 1);

    /// <summary>The query that asks for this, with its question mark; empty for all. Always in the same order.</summary>
    public static string QueryOf(NewsFilter filter)
    {
        (string Name, string? Value)[] asked =
        [
            ("category", filter.Category is { } category ? Words<NewsCategory>.Write(category) : null), ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
            ("partner", filter.Partner), ("field", filter.Field), ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        var parts = asked.Where(a => a.Value is not null).Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static int? Number(IQueryCollection query, string name) => int.TryParse(Text(query, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Key(IQueryCollection query, string name) => Text(query, name) is { Length: <= LongestKey } key && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? key : null;

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
