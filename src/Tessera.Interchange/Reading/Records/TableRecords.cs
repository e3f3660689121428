using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Reads a table: one partner per row. The columns' meaning comes from a header row, wherever it stands, and else from what their cells hold. A row with a country alone is the heading of those below.
/// A table of two columns with labels in the first is one partner's sheet and no list.
/// </summary>
internal sealed class TableRecords(IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<NameSpan>> names, Section section, TableSetting setting)
{
    private const int LongestOwner = 8;
    private readonly List<List<int>> _rows = [.. Enumerable.Range(0, lines.Count).GroupBy(i => lines[i].Block.Row).Select(g => g.ToList())];
    private readonly Dictionary<int, string> _labels = [];
    private bool _isTold;
    private Mention? _country;

    /// <summary>The country of the row above, with its column: a row without a cell there shares it.</summary>
    private (int Column, Mention Country)? _above;
    private Mention? _date;

    /// <summary>Is it a sheet of labels and values?</summary>
    public bool IsSheet => _rows.Count > 1 && _rows.Count(r => lines[r[0]].Block.Column == 0 && lines[r[0]].Has(Says.Label) && lines[r[0]].Words <= 5 && Columns(r) == 2) >= Math.Max(2, _rows.Count * 2 / 3);

    /// <summary>The records of the rows. A table whose columns are told by their names to hold partners needs no heading that says so.</summary>
    public IEnumerable<RawRecord> Read()
    {
        var nameColumn = FindColumns();
        var isTrusted = IsTrusted(nameColumn);
        var told = _labels.Values.ToHashSet();
        if (setting.MayTell && section.Theme == Theme.Unknown && told.Contains("name") && told.Contains("country") && told.Overlaps(["since", "signed", "kind", "status", "decision", "decided"])) _isTold = true;
        var owner = OwnerColumn(nameColumn);
        RawRecord? last = null;
        foreach (var row in _rows)
        {
            if (IsHeader(row) || row.Exists(i => lines[i].Block.Column == owner && !setting.IsHome(lines[i]))) continue;
            if (last is not null && GoesOn(row, nameColumn))
            {
                last = last with { Stretches = [.. last.Stretches, .. row.Select(StretchOf)] };
                continue;
            }

            if (last is not null) yield return last;
            last = null;
            if (row.All(i => Shapes.Of(lines[i], names[i]) is Shape.Country))
            {
                if (row.Count == 1) _country = lines[row[0]].First(Says.Country);
                continue;
            }

            if (row.Count == 1 && Shapes.Of(lines[row[0]], names[row[0]]) == Shape.Date) _date = lines[row[0]].First(Says.Date);
            else if (Make(row, nameColumn) is { } made && (isTrusted || made.Name.IsPlace || made.Name.IsWide)) last = made;
        }

        if (last is not null) yield return last;
    }

    /// <summary>The column that says whose partner each row is, in a register of many authorities: the office stands in some of its cells and places of its own country in all others.</summary>
    private int OwnerColumn(int nameColumn)
    {
        foreach (var column in _rows.Where(r => !IsHeader(r)).SelectMany(r => r).Where(i => lines[i].Block.Column != nameColumn && lines[i].Words <= LongestOwner).GroupBy(i => lines[i].Block.Column))
        {
            var others = column.Where(i => !setting.IsHome(lines[i])).ToList();
            if (others.Count > 0 && others.Count < column.Count() && column.Count() * 2 > _rows.Count && others.TrueForAll(i => names[i].Any(n => setting.Home is { } home && n.IsIn(home)))) return column.Key;
        }

        return -1;
    }

    /// <summary>A name that nobody knows is believed where the column is called so or most of its others are known.</summary>
    private bool IsTrusted(int nameColumn)
    {
        if (_labels.GetValueOrDefault(nameColumn) == "name") return true;
        var column = Enumerable.Range(0, lines.Count).Where(i => lines[i].Block.Column == nameColumn && names[i].Count > 0).ToList();
        return column.Count(i => names[i][0].IsPlace || names[i][0].IsWide || lines[i].Has(Says.Country)) * 2 >= column.Count;
    }

    /// <summary>A row whose cell of the name is merged with the one above tells of a further agreement of the same partner.</summary>
    private bool GoesOn(List<int> row, int nameColumn) =>
        row.Count > 1 && row.All(i => lines[i].Block.Column != nameColumn && Shapes.Of(lines[i], names[i]) is not (Shape.Name or Shape.Country)) && row.Any(i => lines[i].Has(Says.Date) || lines[i].Has(Says.Decision));

    private Stretch StretchOf(int i) => new(Labelled(lines[i]), lines[i].Start, lines[i].End, Shapes.Of(lines[i], names[i]) == Shape.Prose);

    private RawRecord? Make(List<int> row, int nameColumn)
    {
        var named = row.Where(i => lines[i].Block.Column == nameColumn && names[i].Count > 0).Concat(_labels.ContainsValue("name") ? [] : row.Where(i => Shapes.Of(lines[i], names[i]) == Shape.Name)).Take(1).ToList();
        if (named.Count == 0) return Cell(row, nameColumn);
        var countries = row.Select(i => (Line: lines[i], Country: lines[i].First(Says.Country))).Where(c => c.Country is not null).ToList();
        var country = countries.FirstOrDefault(c => _labels.GetValueOrDefault(c.Line.Block.Column) == "country").Country ?? countries.FirstOrDefault().Country;
        country ??= Above(row, names[named[0]]);
        var code = country?.Value ?? _country?.Value;
        var name = names[named[0]].FirstOrDefault(n => code is not null && n.IsIn(code)) ?? names[named[0]][0];
        if (countries.FirstOrDefault(c => c.Country == country && c.Line.Block.Column != nameColumn) is { Line: not null, Country: not null } told) _above = (told.Line.Block.Column, told.Country);
        return new RawRecord(name, country, _country, _date, _isTold ? section with { Theme = Theme.Partners } : section, [.. row.Select(StretchOf)], "table", 0.85);
    }

    private Mention? Above(List<int> row, IReadOnlyList<NameSpan> named) =>
        row.Count > 1 && _above is { } above && row.All(i => lines[i].Block.Column != above.Column) && (!named[0].IsPlace || named.Any(n => n.IsIn(above.Country.Value))) ? above.Country : null;

    /// <summary>A row whose name is a country's too.</summary>
    private RawRecord? Cell(List<int> row, int nameColumn)
    {
        var cell = row.FirstOrDefault(i => lines[i].Block.Column == nameColumn && lines[i].Has(Says.Country) && !lines[i].Has(Says.Date), -1);
        if (cell < 0 || row.Count < 2 || setting.Whole(lines[cell]) is not { } name) return null;
        var country = row.Where(i => i != cell).Select(i => lines[i].First(Says.Country)).FirstOrDefault(c => c is not null) ?? lines[cell].First(Says.Country);
        return new RawRecord(name, country, _country, _date, _isTold ? section with { Theme = Theme.Partners } : section, [.. row.Select(i => Stretch.Of(Labelled(lines[i])))], "table", 0.8);
    }

    /// <summary>A cell with its column's label, as if the label stood in it.</summary>
    private Line Labelled(Line cell) =>
        _labels.TryGetValue(cell.Block.Column, out var label) && !cell.Has(Says.Label)
            ? Labels.With(cell, new Mention(Says.Label, label, cell.Start, cell.Start, "table:header"))
            : cell;

    private int FindColumns()
    {
        foreach (var cell in _rows.Where(IsHeader).Take(1).SelectMany(r => r))
        {
            if (lines[cell].First(Says.Label) is { } label) _labels.TryAdd(lines[cell].Block.Column, label.Value);
            else if (lines[cell].Has("inhabitants")) _labels.TryAdd(lines[cell].Block.Column, "population");
        }

        var body = _rows.Where(r => !IsHeader(r)).SelectMany(r => r).Where(i => names[i].Count > 0 && !Shapes.IsAddress(lines[i])).ToLookup(i => lines[i].Block.Column);
        var named = body.Where(c => _labels.GetValueOrDefault(c.Key) == "name").MaxBy(c => c.Select(i => lines[i].Text).Distinct().Count());
        if (named is not null) return named.Key;
        return body.OrderByDescending(c => c.Count(i => names[i][0].IsPlace && Shapes.Of(lines[i], names[i]) == Shape.Name)).ThenBy(c => c.Key).FirstOrDefault()?.Key ?? 0;
    }

    private bool IsHeader(List<int> row) =>
        row.Count > 1 && (row.All(i => lines[i].Block.IsHeader) || row.Count(i => lines[i].Has(Says.Label) && lines[i].Outside(Says.Label, Says.Kind, Says.Country, Says.Level, "in", "and", "decision", Says.Role, "inhabitants", "area-unit", "year") <= 2) > row.Count / 2) && !row.Any(i => lines[i].Has(Says.Date));

    private int Columns(List<int> row) => row.Select(i => lines[i].Block.Column).Distinct().Count();
}
