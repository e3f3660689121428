using System.Globalization;

namespace Tessera.Web.Caching;

/// <summary>Reads Accept-Encoding (RFC 9110, 12.5.3) without allocating.</summary>
internal static class AcceptedCodings
{
    /// <summary>Does the reader take this coding? What is said of it by name outweighs what is said of "*"; a quality of nought refuses.</summary>
    public static bool Takes(ReadOnlySpan<char> header, ReadOnlySpan<char> coding)
    {
        bool? anyOther = null;
        foreach (var range in header.Split(','))
        {
            var part = header[range];
            var semicolon = part.IndexOf(';');
            var name = (semicolon < 0 ? part : part[..semicolon]).Trim();
            if (name.Equals(coding, StringComparison.OrdinalIgnoreCase)) return IsWanted(part, semicolon);
            if (name is "*") anyOther = IsWanted(part, semicolon);
        }

        return anyOther ?? false;
    }

    private static bool IsWanted(ReadOnlySpan<char> part, int semicolon)
    {
        if (semicolon < 0) return true;
        var weight = part[(semicolon + 1)..].Trim();
        if (!weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) return true;
        return double.TryParse(weight[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) && quality > 0;
    }
}
