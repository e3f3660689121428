using System.Text;

namespace Tessera.Interchange.Documents.Mail;

/// <summary>A header with parameters (RFC 2045, section 5.1), such as <c>text/plain; charset=iso-8859-2</c>, its long and its foreign parameters included (RFC 2231).</summary>
/// <param name="Value">In small letters.</param>
internal sealed record MailField(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MostParameters = 50;

    public string? this[string name] => Parameters.TryGetValue(name, out var value) ? value : null;

    public static MailField Parse(string header)
    {
        var pieces = Split(header);
        var parameters = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var piece in pieces.Skip(1))
        {
            var sign = piece.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0) parameters.TryAdd(piece[..sign].Trim(), Unquoted(piece[(sign + 1)..].Trim()));
        }

        return new MailField(pieces[0].Trim().ToLowerInvariant(), Joined(parameters));
    }

    /// <summary>Cuts at semicolons outside of quotes.</summary>
    private static List<string> Split(string header)
    {
        var pieces = new List<string>();
        var (start, isQuoted) = (0, false);
        for (var i = 0; i < header.Length && pieces.Count < MostParameters; i++)
        {
            if (header[i] == '"' && (i == 0 || header[i - 1] != '\\')) isQuoted = !isQuoted;
            if (header[i] != ';' || isQuoted) continue;
            pieces.Add(header[start..i]);
            start = i + 1;
        }

        pieces.Add(header[start..]);
        return pieces;
    }

    private static string Unquoted(string value) => value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value[1..^1].Replace("\\", "", StringComparison.Ordinal) : value;

    /// <summary><c>filename*0*=utf-8''k%C3%BC; filename*1=ld.pdf</c> is one parameter, <c>filename</c>.</summary>
    private static Dictionary<string, string> Joined(SortedDictionary<string, string> parameters)
    {
        var joined = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var several in parameters.GroupBy(p => p.Key.Split('*')[0], StringComparer.OrdinalIgnoreCase))
        {
            var pieces = several.OrderBy(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
            var marked = pieces.Where(p => p.Key.Contains('*', StringComparison.Ordinal)).ToList();
            var value = marked.Count == 0 ? pieces[0].Value : string.Concat(marked.Select(p => p.Value));
            joined[several.Key] = marked.Any(p => p.Key.EndsWith('*')) ? Extended(value) : MailWords.Decode(value);
        }

        return joined;
    }

    private static string Extended(string value)
    {
        var parts = value.Split('\'', 3);
        return parts.Length < 3 ? Uri.UnescapeDataString(value) : Letters.Of(Percent(parts[2]), parts[0]);
    }

    private static byte[] Percent(string escaped) => MailWords.Escaped(Encoding.Latin1.GetBytes(escaped), (byte)'%');
}
