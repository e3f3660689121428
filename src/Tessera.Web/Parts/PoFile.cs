using System.Globalization;
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
            if (space < 0 || line[^1] != '"' || line.Length < space + 2) throw Malformed(name, number, "a text stands between quotation marks");
            var word = line[..space].Trim();
            if (word == "msgid" && entry.IsBegun) entry = entry.Close(entries, name, number);
            entry.Take(word, Unescape(line[(space + 1)..^1], name, number), name, number);
        }

        if (entry.IsBegun) entry.Close(entries, name, number);
        return entries;
    }

    private static FormatException Malformed(string name, int line, string what) => new($"{name}:{line}: {what}.");

    private static string Unescape(string text, string name, int line)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') throw Malformed(name, line, "a quotation mark inside a text is written \\\"");
            if (text[i] != '\\') plain.Append(text[i]);
            else plain.Append(++i < text.Length ? Escaped(text[i], name, line) : throw Malformed(name, line, "the text has no closing quotation mark"));
        }

        return plain.ToString();
    }

    private static char Escaped(char letter, string name, int line) => letter switch
    {
        'n' => '\n',
        't' => '\t',
        '"' or '\\' => letter,
        _ => throw Malformed(name, line, $"'\\{letter}' is not known"),
    };

    private sealed class Draft
    {
        private readonly SortedDictionary<int, StringBuilder> _forms = [];
        private StringBuilder? _key;
        private StringBuilder? _open;

        public bool IsBegun => _key is not null;

        public void Take(string word, string text, string name, int line)
        {
            if (word.Length == 0) (_open ?? throw Malformed(name, line, "a text before any msgid")).Append(text);
            else if (word == "msgid") _key = _open = new StringBuilder(text);
            else if (_key is null) throw Malformed(name, line, $"'{word}' before any msgid");
            else if (word == "msgid_plural") _open = new StringBuilder(text);
            else if (FormOf(word) is not { } form) throw Malformed(name, line, $"'{word}' is not known");
            else if (!_forms.TryAdd(form, _open = new StringBuilder(text))) throw Malformed(name, line, $"'{_key}' has {word} twice");
        }

        public Draft Close(List<PoEntry> entries, string name, int line)
        {
            if (_forms.Count == 0) throw Malformed(name, line, $"'{_key}' has no msgstr");
            if (_forms.Keys.Last() != _forms.Count - 1) throw Malformed(name, line, $"the plural forms of '{_key}' are not numbered from 0 on");
            if (_key!.Length > 0) entries.Add(new PoEntry(_key.ToString(), [.. _forms.Values.Select(f => f.ToString())]));
            return new Draft();
        }

        /// <summary>0 of <c>msgstr</c>, 2 of <c>msgstr[2]</c>; null of anything else.</summary>
        private static int? FormOf(string word)
        {
            if (word == "msgstr") return 0;
            var isForm = word.StartsWith("msgstr[", StringComparison.Ordinal) && word[^1] == ']';
            return isForm && int.TryParse(word.AsSpan(7..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var form) ? form : null;
        }
    }
}
