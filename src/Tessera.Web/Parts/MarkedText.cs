using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Tessera.Interchange.Reading;

namespace Tessera.Web.Parts;

/// <summary>
/// A page's text with what was understood marked in its place, each mark leading to its field and bearing the id to which the field leads back. Where the words of several fields lie over
/// one another, each sign belongs to the shortest. Linear in the text and in the length of all spans.
/// </summary>
public sealed class MarkedText(string text, int from, int to, IReadOnlyList<(int Item, Proposal Proposal)> proposals)
{
    private const int LongestWords = 60;
    private readonly Dictionary<(int Item, string Field), List<ReadWords>> _words = [];

    private sealed record Mark(string Id, int Item, string Field, int Start, int End);

    /// <summary>The id of a proposal's field on the page, or the field's as the tag helpers make it.</summary>
    public static string FieldId(int item, string field) => string.Create(CultureInfo.InvariantCulture, $"i{item}-{Local(field)}");

    /// <summary>The words from which a field was read.</summary>
    public IReadOnlyList<ReadWords> Words(int item, string field)
    {
        if (_words.Count == 0) _ = Marks();
        return _words.GetValueOrDefault((item, field)) ?? [];
    }

    /// <summary>The text as HTML, its lines as they were.</summary>
    /// <param name="hasFields">Has a proposal its fields on the page? Otherwise its marks lead to the proposal.</param>
    public IHtmlContent Html(HtmlEncoder encoder, Func<int, bool> hasFields)
    {
        var marks = Marks();
        var owners = Owners(marks);
        var begins = marks.Select((m, i) => (m.Start, Index: i)).ToLookup(m => m.Start, m => m.Index);
        var html = new StringBuilder();
        for (var at = from; at < to;)
        {
            var (owner, end) = (owners[at - from], at + 1);
            while (end < to && owners[end - from] == owner && !begins.Contains(end)) end++;
            foreach (var hidden in begins[at].Where(i => i != owner)) html.Append(CultureInfo.InvariantCulture, $"<span id=\"{marks[hidden].Id}\"></span>");
            var words = encoder.Encode(text[at..end]).Replace("&#xA;", "\n", StringComparison.Ordinal);
            if (owner < 0) html.Append(words);
            else html.Append(CultureInfo.InvariantCulture, $"<mark{(marks[owner].Start == at ? $" id=\"{marks[owner].Id}\"" : "")}><a href=\"#{(hasFields(marks[owner].Item) ? FieldId(marks[owner].Item, marks[owner].Field) : $"i{marks[owner].Item}")}\">{words}</a></mark>");
            at = end;
        }

        return new HtmlString(html.ToString());
    }

    /// <summary>For each sign the place of its mark, -1 for none: painted from the longest to the shortest.</summary>
    private int[] Owners(List<Mark> marks)
    {
        var owners = new int[to - from];
        Array.Fill(owners, -1);
        foreach (var (index, mark) in marks.Index().OrderByDescending(m => m.Item.End - m.Item.Start)) Array.Fill(owners, index, mark.Start - from, mark.End - mark.Start);
        return owners;
    }

    private List<Mark> Marks()
    {
        _words.Clear();
        var (marks, ids) = (new List<Mark>(), new HashSet<string>());
        foreach (var (item, proposal) in proposals)
        {
            foreach (var span in proposal.Spans.Where(s => s.Start >= from && s.End <= to && s.Start < s.End).DistinctBy(s => (s.Field, s.Start)))
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"m{item}-{Local(span.Field)}");
                for (var number = 2; !ids.Add(id); number++) id = string.Create(CultureInfo.InvariantCulture, $"m{item}-{Local(span.Field)}-{number}");
                var words = text[span.Start..span.End].ReplaceLineEndings(" ");
                if (!_words.TryGetValue((item, span.Field), out var list)) _words[(item, span.Field)] = list = [];
                list.Add(new ReadWords(id, words.Length > LongestWords ? words[..LongestWords] + "…" : words));
                marks.Add(new Mark(id, item, span.Field, span.Start, span.End));
            }
        }

        return marks;
    }

    /// <summary>A field of a proposal as it stands in an id: <c>agreements[0].dates[1]</c> is <c>a0-d1-date</c>.</summary>
    private static string Local(string field)
    {
        if (field == "website") return "websites";
        var parts = field.Replace("agreements[", "a", StringComparison.Ordinal).Replace("dates[", "d", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
        return field.EndsWith(']') && field.Contains(".dates[", StringComparison.Ordinal) ? parts + "-date" : parts;
    }
}
