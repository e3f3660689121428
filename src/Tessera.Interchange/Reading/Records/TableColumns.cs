using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// What the columns of a table hold: as somebody said of these headings, else by the words of the header row, wherever it stands, else by what most cells hold. A header may take two rows; it may come again.
/// Linear in the table.
/// </summary>
internal sealed class TableColumns
{
    private const int MostHeaderRows = 3;
    private const int MostLooked = 60;
    private readonly IReadOnlyList<Line> _lines;
    private readonly IReadOnlyList<IReadOnlyList<NameSpan>> _names;
    private readonly List<List<int>> _rows;
    private readonly HashSet<List<int>> _headers = [];
    private readonly Dictionary<int, Mention> _labels = [];
    private readonly Dictionary<int, string> _told = [];
    private readonly SortedDictionary<int, string> _texts = [];
    private readonly ToldColumns? _by;

    public TableColumns(IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<NameSpan>> names, List<List<int>> rows, IReadOnlyList<ToldColumns> told)
    {
        (_lines, _names, _rows) = (lines, names, rows);
        _by = told.Count == 0 ? null : FindTold(told);
        if (_by is null) FindHeaders();
        NameColumn = FindNameColumn();
    }

    /// <summary>Did somebody say what the columns are?</summary>
    public bool IsTold => _by is not null;

    /// <summary>The column of the partners' names.</summary>
    public int NameColumn { get; }

    /// <summary>The labels that stand in the header row, or that were told.</summary>
    public IEnumerable<string> Labels => IsTold ? _told.Values : _labels.Select(l => IsNameByPlace(l.Key) ? "name" : l.Value.Value);

    public bool IsHeader(List<int> row) => _headers.Contains(row);

    /// <summary>The label of a column; null where the header gives none.</summary>
    public string? LabelOf(int column) => IsTold ? null : _labels.GetValueOrDefault(column)?.Value;

    /// <summary>What somebody said of a column; null where nobody did, or leaves it to the cells.</summary>
    public string? ToldOf(int column) => _told.GetValueOrDefault(column) is { Length: > 0 } field ? field : null;

    /// <summary>The language in which a column names the partners; null where its heading tells none, or it holds something else.</summary>
    public string? LanguageOf(int column) => (IsTold ? ToldOf(column) is null or "name" : LabelOf(column) is null or "name" or "place") && _texts.TryGetValue(column, out var heading) ? LanguageWords.In(heading) : null;

    /// <summary>Does the column hold this field?</summary>
    public bool Is(int column, string field) => (IsTold ? ToldOf(column) : LabelOf(column)) == field;

    /// <summary>What is told of the columns; null for a table whose first full row is no header.</summary>
    public TableMapping? Mapping(int table)
    {
        if (_texts.Count == 0 && !GuessHeader()) return null;
        var columns = _lines.Select(l => l.Block.Column).Distinct().Order().ToList();
        var matches = columns.Select(Match).ToList();
        return new TableMapping(table, ToldColumns.KeyOf(_texts.Values), matches) { ToldAt = _by?.At };
    }

    /// <summary>"Place", "Město": the column of the names where no other is headed as one.</summary>
    private bool IsNameByPlace(int column) => column == NameColumn && LabelOf(column) == "place";

    private ColumnMatch Match(int column)
    {
        var header = _texts.GetValueOrDefault(column, "");
        if (IsTold) return new ColumnMatch(column, header, ToldOf(column), ColumnReason.Told, null);
        if (IsFurtherName(column)) return new ColumnMatch(column, header, "name", ColumnReason.Language, LanguageOf(column));
        var byValues = ByValues(column);
        if (_labels.GetValueOrDefault(column) is not { } label) return new ColumnMatch(column, header, byValues, byValues is null ? ColumnReason.None : ColumnReason.Values, null);
        var field = IsNameByPlace(column) ? "name" : ColumnFields.OfLabel(label.Value);
        if (column == NameColumn && field != "name" && byValues == "name") return new ColumnMatch(column, header, "name", ColumnReason.Values, null);
        var language = label.Rule[(label.Rule.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var isUsed = field is not null && (field != "name" || column == NameColumn);
        return new ColumnMatch(column, header, isUsed ? field : null, isUsed ? ReasonOf(header, label, language) : ColumnReason.Unused, language == LexiconSource.International ? null : language);
    }

    /// <summary>Does the column name the partners in another language than the column of the names does? Not where the directory knows one of its cells as another place.</summary>
    private bool IsFurtherName(int column)
    {
        if (column == NameColumn || LanguageOf(column) is not { } language || LanguageOf(NameColumn) is not { } main || main == language) return false;
        var body = _rows.Where(r => !_headers.Contains(r)).Select(r => (Ours: PlacesIn(r, NameColumn), Theirs: PlacesIn(r, column))).Where(p => p.Ours.Count > 0 && p.Theirs.Count > 0).ToList();
        return body.All(p => p.Ours.Overlaps(p.Theirs)) && (body.Count > 0 || LabelOf(column) == "name");
    }

    private HashSet<int> PlacesIn(List<int> row, int column) => [.. row.Where(i => _lines[i].Block.Column == column).SelectMany(i => _names[i]).SelectMany(n => n.Places).Select(p => p.Id)];

    /// <summary>Is the heading the lexicon's very word, a form of it, or does it stand within?</summary>
    private static ColumnReason ReasonOf(string header, Mention label, string language)
    {
        var folded = ToldColumns.Fold(header);
        if (LexiconSource.Entries(language).Any(e => e.Key == "label." + label.Value && Folding.Of(e.Term.TrimEnd('*')) == folded)) return ColumnReason.Exact;
        return label.End - label.Start >= header.Trim().TrimEnd(':', '.').Length ? ColumnReason.Inflected : ColumnReason.Part;
    }

    /// <summary>What at least half of the cells hold.</summary>
    private string? ByValues(int column)
    {
        if (column == NameColumn && Body(column).Any(i => _names[i].Count > 0)) return "name";
        var cells = Body(column).ToList();
        return CellFields.ByContent.FirstOrDefault(f => cells.Count > 0 && cells.Count(i => _lines[i].Has(f.Key)) * 2 >= cells.Count).Field;
    }

    private IEnumerable<int> Body(int column) => _rows.Where(r => !_headers.Contains(r)).SelectMany(r => r).Where(i => _lines[i].Block.Column == column);

    private void FindHeaders()
    {
        foreach (var row in _rows.Where(LooksLikeHeader)) _headers.Add(row);
        var first = _rows.FindIndex(_headers.Contains);
        if (first < 0) return;
        foreach (var row in HeaderFrom(first)) Label(row);
    }

    /// <summary>The first header row, and those right below it that say something else.</summary>
    private IEnumerable<List<int>> HeaderFrom(int first)
    {
        for (var at = first; at < _rows.Count && at < first + MostHeaderRows && _headers.Contains(_rows[at]); at++)
        {
            if (at == first || !Texts(_rows[at]).SequenceEqual(Texts(_rows[first]))) yield return _rows[at];
        }
    }

    /// <summary>What a heading says first and no column beside it says: of "Estado", country or state, the state where another column is the country's.</summary>
    private Mention? Free(IEnumerable<Mention> labels, int column)
    {
        bool IsTaken(Mention label) => _labels.Any(o => o.Key != column && o.Value.Value == label.Value);
        var said = labels.ToList();
        var first = said.FirstOrDefault();
        return first is null || !IsTaken(first) ? first : said.Find(l => ColumnFields.OfLabel(l.Value) is not null && !IsTaken(l)) ?? first;
    }

    private void Label(List<int> row)
    {
        foreach (var cell in row.GroupBy(i => _lines[i].Block.Column))
        {
            var text = string.Join(' ', cell.Select(i => _lines[i].Text));
            _texts[cell.Key] = _texts.TryGetValue(cell.Key, out var above) ? above + " / " + text : text;
            if (Free(cell.SelectMany(i => _lines[i].All(Says.Label)), cell.Key) is { } label) _labels[cell.Key] = label;
            else if (cell.Select(i => _lines[i].First("inhabitants")).FirstOrDefault(m => m is not null) is { } inhabitants) _labels[cell.Key] = inhabitants with { Key = Says.Label, Value = "population" };
        }
    }

    /// <summary>A row, or two rows together, whose headings somebody has spoken of.</summary>
    private ToldColumns? FindTold(IReadOnlyList<ToldColumns> told)
    {
        foreach (var row in _rows.Take(MostLooked)) if (LooksLikeHeader(row)) _headers.Add(row);
        for (var at = 0; at < Math.Min(_rows.Count, MostLooked); at++)
        {
            foreach (var rows in new[] { [_rows[at]], HeaderFrom(at).ToList() })
            {
                _texts.Clear();
                foreach (var row in rows) Label(row);
                if (told.FirstOrDefault(t => t.Key == ToldColumns.KeyOf(_texts.Values)) is not { } by) continue;
                Tell(by, rows);
                return by;
            }
        }

        _texts.Clear();
        _labels.Clear();
        _headers.Clear();
        return null;
    }

    private void Tell(ToldColumns by, List<List<int>> header)
    {
        var texts = header.Select(r => string.Join('\n', Texts(r))).ToHashSet();
        _headers.Clear();
        foreach (var row in _rows.Where(r => texts.Contains(string.Join('\n', Texts(r))))) _headers.Add(row);
        var said = by.Columns.GroupBy(c => ToldColumns.Fold(c.Header)).ToDictionary(g => g.Key, g => new Queue<ToldColumn>(g));
        foreach (var column in _lines.Select(l => l.Block.Column).Distinct().Order())
        {
            if (said.GetValueOrDefault(ToldColumns.Fold(_texts.GetValueOrDefault(column, ""))) is { Count: > 0 } queue) _told[column] = queue.Dequeue().Field;
        }
    }

    /// <summary>Where no word of a header is known: the first full row, if nothing in it is a value.</summary>
    private bool GuessHeader()
    {
        var most = _rows.Max(Columns);
        var first = _rows.FindIndex(r => Columns(r) >= 2 && Columns(r) * 2 > most);
        if (first < 0 || first + 1 >= _rows.Count || !_rows[first].All(i => IsHeading(_lines[i]) && !_names[i].Any(n => n.IsPlace))) return false;
        Label(_rows[first]);
        return true;
    }

    private static bool IsHeading(Line cell) =>
        cell.Words is > 0 and <= 6 && !cell.Tokens.Any(t => t.IsNumber) && !cell.Has(Says.Country) && !cell.Has(Says.Date) && !cell.Has(Says.Website) && !cell.Has(Says.Email);

    private bool LooksLikeHeader(List<int> row) =>
        row.Count > 1 && (row.All(i => _lines[i].Block.IsHeader) || row.Count(i => _lines[i].Has(Says.Label) && _lines[i].Outside(Says.Label, Says.Kind, Says.Country, Says.Level, "in", "and", "decision", Says.Role, "inhabitants", "area-unit", "year") <= 2) > row.Count / 2) && !row.Any(i => _lines[i].Has(Says.Date));

    private int FindNameColumn()
    {
        if (_told.FirstOrDefault(t => t.Value == "name") is { Value: not null } told) return told.Key;
        var body = _rows.Where(r => !_headers.Contains(r)).SelectMany(r => r).Where(i => _names[i].Count > 0 && ToldOf(_lines[i].Block.Column) is null && !Shapes.IsAddress(_lines[i])).ToLookup(i => _lines[i].Block.Column);
        var named = body.Where(c => LabelOf(c.Key) == "name").MaxBy(c => c.Select(i => _lines[i].Text).Distinct().Count());
        if (named is not null) return named.Key;
        return body.OrderByDescending(c => c.Count(i => _names[i][0].IsPlace && Shapes.Of(_lines[i], _names[i]) == Shape.Name)).ThenBy(c => c.Key).FirstOrDefault()?.Key ?? 0;
    }

    private IEnumerable<string> Texts(List<int> row) => row.Select(i => _lines[i].Text);

    private int Columns(List<int> row) => row.Select(i => _lines[i].Block.Column).Distinct().Count();
}
