using System.Text;

namespace Tessera.Web.Parts;

/// <summary>A text of a .po file: one form, or one for each plural of the language.</summary>
internal sealed record PoEntry(string Key, IReadOnlyList<string> Forms);

/// <summary>
/// Reads the gettext form as far as the program's texts use it: comments, strings over several lines, escapes, plural forms.
/// </summary>
internal static class PoFile
{
    /// <summary>The entries in their order; the header is left out.</summary>
    /// <exception cref="FormatException">The file is malformed; the message names it and the line.</exception>
    public static List<PoEntry> Read(string text, string name)
    {
        var entries = new List<PoEntry>();
        var entry = new Draft();
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var space = line.IndexOf('"', StringComparison.Ordinal);
            if (space < 0 || line[^1] != '"' || line.Length < space + 2) throw new FormatException($"{name}:{number}: a text stands between quotation marks.");
            var word = line[..space].Trim();
            if (word == "msgid" && entry.IsBegun) entry = entry.Close(entries, name, number);
            entry.Take(word, Unescape(line[(space + 1)..^1]), name, number);
        }

        if (entry.IsBegun) entry.Close(entries, name, number);
        return entries;
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) plain.Append(text[i]);
            else plain.Append(text[++i] switch { 'n' => '\n', 't' => '\t', var other => other });
        }

        return plain.ToString();
    }

    private sealed class Draft
    {
        private readonly SortedDictionary<int, StringBuilder> _forms = [];
        private StringBuilder? _key;
        private StringBuilder? _open;

        public bool IsBegun => _key is not null;

        public void Take(string word, string text, string name, int line)
        {
            if (word.Length == 0) (_open ?? throw new FormatException($"{name}:{line}: a text before any msgid.")).Append(text);
            else if (word == "msgid") _key = _open = new StringBuilder(text);
            else if (word == "msgid_plural") _open = new StringBuilder(text);
            else if (word == "msgstr") _forms[0] = _open = new StringBuilder(text);
            else if (word.StartsWith("msgstr[", StringComparison.Ordinal) && int.TryParse(word[7..^1], out var form)) _forms[form] = _open = new StringBuilder(text);
            else throw new FormatException($"{name}:{line}: '{word}' is not known.");
        }

        public Draft Close(List<PoEntry> entries, string name, int line)
        {
            if (_forms.Count == 0) throw new FormatException($"{name}:{line}: '{_key}' has no msgstr.");
            if (_key!.Length > 0) entries.Add(new PoEntry(_key.ToString(), [.. _forms.Values.Select(f => f.ToString())]));
            return new Draft();
        }
    }
}
