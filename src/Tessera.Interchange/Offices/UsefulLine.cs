using System.Text.RegularExpressions;

namespace Tessera.Interchange.Offices;

/// <summary>A line of useful numbers and links: a label, a colon, and a telephone number or an address on the web.</summary>
/// <param name="Phone">As it is written; null for a link.</param>
/// <param name="Link">Null for a number.</param>
public sealed partial record UsefulLine(string Label, string? Phone, string? Link)
{
    private const string Colon = ": ";

    /// <summary>The number as telephones take it.</summary>
    public string Dialled => new([.. (Phone ?? "").Where(c => char.IsAsciiDigit(c) || c == '+')]);

    /// <summary>Reads a line; null when it is none.</summary>
    public static UsefulLine? Read(string line)
    {
        var at = line.LastIndexOf(Colon, StringComparison.Ordinal);
        if (at <= 0) return null;
        var (label, value) = (line[..at].Trim(), line[(at + Colon.Length)..].Trim());
        if (label.Length == 0) return null;
        if (Number().IsMatch(value)) return new UsefulLine(label, value, null);
        return value.Length <= OfficeLimits.Url && Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && !value.Contains(' ', StringComparison.Ordinal) ? new UsefulLine(label, null, value) : null;
    }

    /// <summary>The lines of a text.</summary>
    public static IEnumerable<string> Of(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^\+?[0-9][0-9 ()/.\-]{1,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
