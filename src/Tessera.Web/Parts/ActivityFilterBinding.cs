using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>What an address asks of the activities. What it cannot mean is left out.</summary>
public static class ActivityFilterBinding
{
    private const int LongestKey = 80;

    /// <summary>Reads the query of an address.</summary>
    public static ActivityFilter From(IQueryCollection query) => new(
        Words<ActivityKind>.TryParse(Text(query, "kind"), out var kind) ? kind : null, Key(query, "partner"), Key(query, "field"),
        Words<ActivitySpan>.TryParse(Text(query, "time"), out var span) ? span : ActivitySpan.Coming,
        int.TryParse(Text(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 10_000 ? page : 1);

    /// <summary>The query that asks for this, with its question mark; empty for all that comes. Always in the same order.</summary>
    public static string QueryOf(ActivityFilter filter)
    {
        (string Name, string? Value)[] asked =
        [
            ("kind", filter.Kind is { } kind ? Words<ActivityKind>.Write(kind) : null), ("partner", filter.Partner), ("field", filter.Field),
            ("time", filter.Span is ActivitySpan.Coming ? null : Words<ActivitySpan>.Write(filter.Span)), ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        var parts = asked.Where(a => a.Value is not null).Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static string? Key(IQueryCollection query, string name) => Text(query, name) is { Length: <= LongestKey } key && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? key : null;

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
