using System.Collections.Frozen;

namespace Tessera.Domain.Vocabulary;

/// <summary>The words and forms of one language, taken from <see cref="PartialDateTables"/> when first asked for.</summary>
internal sealed class PartialDateGrammar
{
    private static readonly FrozenDictionary<string, Lazy<PartialDateGrammar>> All = new Dictionary<string, Lazy<PartialDateGrammar>>
    {
        ["en"] = new(() => new(PartialDateTables.English)),
        ["hu"] = new(() => new(PartialDateTables.Hungarian)),
        ["sv"] = new(() => new(PartialDateTables.Swedish)),
        ["ro"] = new(() => new(PartialDateTables.Romanian)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The table under which a token's words stand.</summary>
    private static readonly FrozenDictionary<char, string> Tables = new Dictionary<char, string>
    {
        ['m'] = "month",
        ['M'] = "month",
        ['s'] = "season",
        ['d'] = "day",
        ['r'] = "roman",
        ['y'] = "year",
    }.ToFrozenDictionary();

    /// <summary>Those keys that hold words; all others hold forms.</summary>
    private static readonly FrozenSet<string> WordTables = Tables.Values.Append("approximately").ToFrozenSet();

    private readonly Dictionary<string, string[][]> words = [];
    private readonly Dictionary<string, PartialDateForm> printed = [];
    private readonly List<PartialDateForm> forms = [];

    private PartialDateGrammar(string table)
    {
        foreach (var line in $"{table}\n{PartialDateTables.Common}".Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            var (key, entries) = (line[..equals], line[(equals + 3)..].Split("; "));
            if (WordTables.Contains(key.Split('.')[0]))
                words[key] = [.. entries.Select(entry => entry.Split(','))];
            else
                AddForms(key, entries);
        }
    }

    public static IReadOnlyCollection<string> Languages => All.Keys;

    /// <summary>Every form of the language, then the numeric ones, in the order of reading.</summary>
    public IReadOnlyList<PartialDateForm> Forms => forms;

    /// <summary>Whether "1900s" may mean the century, so that the decade has a form of its own.</summary>
    public bool NamesFirstDecades => printed.ContainsKey("date.first-decade");

    /// <summary>The words that make a date approximate.</summary>
    public IEnumerable<string> Approximately => words["approximately"].Select(entry => entry[0]);

    /// <summary>The grammar of a language, given as "hu" or "hu-HU".</summary>
    public static PartialDateGrammar Of(string language) => All.TryGetValue(language.Split('-')[0], out var grammar)
        ? grammar.Value
        : throw new ArgumentException($"No dates are known in the language '{language}'.", nameof(language));

    /// <summary>A form or word with its optional parts written out.</summary>
    public static string Printed(string text) =>
        text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    /// <summary>The form in which the language prints the role for dates of the kind, if it has one.</summary>
    public PartialDateForm? Find(string role, string kind) =>
        printed.GetValueOrDefault($"{role}.{kind}") ?? printed.GetValueOrDefault(role);

    /// <summary>The word that a token such as "m.from" prints for a number from 1.</summary>
    public string Word(string token, int number) => words[Key(token)][number - 1][0];

    /// <summary>The ending that the year's last spoken number asks for: of 1970 that of seventy, of 2000 that of thousand.</summary>
    public string Ending(string token, int year)
    {
        var place = 0;
        for (; year % 10 == 0; year /= 10)
            place++;
        return words[Key(token)][place][year % 10 - 1];
    }

    public IEnumerable<string> Endings(string token) =>
        words[Key(token)].SelectMany(entry => entry).Select(PartialDateText.FoldLetters).Distinct();

    /// <summary>The number of every word that a token reads, folded.</summary>
    public IReadOnlyDictionary<string, int> Numbers(string token)
    {
        var entries = words[Key(token)];
        return Enumerable.Range(0, entries.Length)
            .SelectMany(i => entries[i].Select(word => (Word: PartialDateText.FoldLetters(word), Number: i + 1)))
            .DistinctBy(entry => entry.Word)
            .ToDictionary(entry => entry.Word, entry => entry.Number);
    }

    private static string Key(string token) => Tables[token[0]] + token[1..];

    private void AddForms(string key, string[] texts)
    {
        var added = texts.Select(text => new PartialDateForm(this, key, text)).ToList();
        forms.AddRange(added);
        printed.TryAdd(key, added[0]);
    }
}
