using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Reads a table: one partner per row. What the columns hold <see cref="TableColumns"/> tells. A row with a country alone is the heading of those below.
/// A table of two columns with labels in the first is one partner's sheet and no list.
/// </summary>
internal sealed class TableRecords(IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<NameSpan>> names, Section section, TableSetting setting)
{
    private const int LongestOwner = 8;
    private const int LongestLabel = 5;
    private readonly List<List<int>> _rows = [.. Enumerable.Range(0, lines.Count).GroupBy(i => lines[i].Block.Row).Select(g => g.ToList())];
    private readonly Shape[] _shapes = [.. lines.Select((l, i) => Shapes.Of(l, names[i]))];
    private bool _isTold;
    private Mention? _country;
    private Mention? _date;

    /// <summary>The country of the row above, with its column: a row without a cell there shares it.</summary>
    private (int Column, Mention Country)? _above;

    /// <summary>Are these cells a sheet of labels and values?</summary>
    public static bool IsSheet(IReadOnlyList<Line> cells)
    {
        var rows = cells.GroupBy(c => c.Block.Row).Select(r => r.ToList()).ToList();
        return rows.Count > 1 && rows.Count(IsLabelAndValue) >= Math.Max(2, rows.Count * 2 / 3);
    }

    /// <summary>What the columns were taken for; null where the table has no header.</summary>
    public TableMapping? Mapping => ColumnsOf.Mapping(lines[0].Block.Table);

    private TableColumns ColumnsOf => field ??= new TableColumns(lines, names, _rows, setting.Told);

    /// <summary>The records of the rows. A table whose columns are told by their names to hold partners needs no heading that says so.</summary>
    public IEnumerable<RawRecord> Read()
    {
        var labels = ColumnsOf.Labels.ToHashSet();
        _isTold = ColumnsOf.IsTold || (setting.MayTell && section.Theme == Theme.Unknown && labels.Contains("name") && labels.Contains("country") && labels.Overlaps(["since", "signed", "kind", "status", "decision", "decided"]));
        var (owner, isTrusted) = (OwnerColumn(), ColumnsOf.IsTold || IsTrusted());
        RawRecord? last = null;
        foreach (var row in _rows.Where(r => !ColumnsOf.IsHeader(r) && !r.Exists(i => lines[i].Block.Column == owner && !setting.IsHome(lines[i]))))
        {
            if (last is not null && !ColumnsOf.IsTold && GoesOn(row))
            {
                last = last with { Stretches = [.. last.Stretches, .. row.Select(StretchOf)] };
                continue;
            }

            if (last is not null) yield return last;
            last = IsHeading(row) ? null : ColumnsOf.IsTold ? Told(row) : Make(row);
            if (last is not null && !isTrusted && !last.Name.IsPlace && !last.Name.IsWide) last = null;
        }

        if (last is not null) yield return last;
    }

    /// <summary>A row with nothing but a country, or a date, is the heading of those below.</summary>
    private bool IsHeading(List<int> row)
    {
        if (row.All(i => _shapes[i] is Shape.Country) && !(ColumnsOf.IsTold && row.Count > 1))
        {
            if (row.Count == 1) _country = lines[row[0]].First(Says.Country);
            return true;
        }

        if (row.Count != 1 || _shapes[row[0]] != Shape.Date) return false;
        _date = lines[row[0]].First(Says.Date);
        return true;
    }

    /// <summary>The column that says whose partner each row is, in a register of many authorities: the office stands in some of its cells and places of its own country in all others.</summary>
    private int OwnerColumn()
    {
        foreach (var column in _rows.Where(r => !ColumnsOf.IsHeader(r)).SelectMany(r => r).Where(i => lines[i].Block.Column != ColumnsOf.NameColumn && lines[i].Words <= LongestOwner).GroupBy(i => lines[i].Block.Column))
        {
            var others = column.Where(i => !setting.IsHome(lines[i])).ToList();
            if (others.Count > 0 && others.Count < column.Count() && column.Count() * 2 > _rows.Count && others.TrueForAll(i => names[i].Any(n => setting.Home is { } home && n.IsIn(home)))) return column.Key;
        }

        return -1;
    }

    /// <summary>A name that nobody knows is believed where the column is called so or most of its others are known.</summary>
    private bool IsTrusted()
    {
        if (ColumnsOf.LabelOf(ColumnsOf.NameColumn) == "name") return true;
        var column = Enumerable.Range(0, lines.Count).Where(i => lines[i].Block.Column == ColumnsOf.NameColumn && names[i].Count > 0).ToList();
        return column.Count(i => names[i][0].IsPlace || names[i][0].IsWide || lines[i].Has(Says.Country)) * 2 >= column.Count;
    }

    /// <summary>A row whose cell of the name is merged with the one above tells of a further agreement of the same partner.</summary>
    private bool GoesOn(List<int> row) =>
        row.Count > 1 && row.All(i => lines[i].Block.Column != ColumnsOf.NameColumn && _shapes[i] is not (Shape.Name or Shape.Country)) && row.Any(i => lines[i].Has(Says.Date) || lines[i].Has(Says.Decision));

    private Stretch StretchOf(int i) => new(Labelled(lines[i]), lines[i].Start, lines[i].End, _shapes[i] == Shape.Prose);

    private RawRecord? Make(List<int> row)
    {
        var named = row.Where(i => lines[i].Block.Column == ColumnsOf.NameColumn && names[i].Count > 0).Concat(ColumnsOf.Labels.Contains("name") ? [] : row.Where(i => _shapes[i] == Shape.Name)).Take(1).ToList();
        if (named.Count == 0) return Cell(row);
        var country = CountryOf(row) ?? Above(row, names[named[0]]);
        Remember(row, country);
        return new RawRecord(NameOf(named[0], country), country, _country, _date, SectionOfRow, [.. row.Select(StretchOf)], "table", 0.85) { Names = NamesOf(row, named[0]) };
    }

    /// <summary>A row of a table of which somebody said what its columns hold: the name is all of its cell, where no part of it is known as one.</summary>
    private RawRecord? Told(List<int> row)
    {
        var cells = row.Where(i => ColumnsOf.ToldOf(lines[i].Block.Column) != ColumnFields.Nothing).ToList();
        var cell = cells.FirstOrDefault(i => lines[i].Block.Column == ColumnsOf.NameColumn, -1);
        var country = CountryOf(cells);
        if (cell < 0 || (names[cell].Count > 0 ? NameOf(cell, country) : setting.Whole(lines[cell])) is not { } name) return null;
        return new RawRecord(name, country, _country, _date, SectionOfRow, [.. cells.Select(i => Stretch.Of(ToldCell(lines[i])))], RawRecord.Told, 0.85) { Names = NamesOf(row, cell) };
    }

    /// <summary>The partner's names by language, where headings tell in which the columns are.</summary>
    private IReadOnlyDictionary<string, string> NamesOf(List<int> row, int main)
    {
        NamedCell? Cell(int i) => ColumnsOf.LanguageOf(lines[i].Block.Column) is { } language ? new NamedCell(lines[i], names[i], language, ColumnsOf.Is(lines[i].Block.Column, "name")) : null;
        return ColumnNames.Of(Cell(main), row.Where(i => i != main).Select(Cell).OfType<NamedCell>());
    }

    private Line ToldCell(Line cell) => ColumnsOf.ToldOf(cell.Block.Column) is { } field ? CellFields.Of(cell, field) : cell;

    private NameSpan NameOf(int cell, Mention? country)
    {
        var code = country?.Value ?? _country?.Value;
        return names[cell].FirstOrDefault(n => code is not null && n.IsIn(code) && !IsInBracket(lines[cell], n)) ?? names[cell][0];
    }

    /// <summary>"Neath Port Talbot (Wales)": what stands in a bracket says where the name before it lies.</summary>
    private static bool IsInBracket(Line cell, NameSpan name) => name.Start > cell.Start && cell.Text[name.Start - cell.Start - 1] == '(';

    private Mention? CountryOf(List<int> row)
    {
        var inColumn = row.Where(i => ColumnsOf.Is(lines[i].Block.Column, "country")).Select(i => ToldCell(lines[i]).First(Says.Country)).FirstOrDefault(c => c is not null);
        return inColumn ?? (ColumnsOf.IsTold && ColumnsOf.Labels.Contains("country") ? null : row.Select(i => lines[i].First(Says.Country)).FirstOrDefault(c => c is not null));
    }

    private Mention? Above(List<int> row, IReadOnlyList<NameSpan> named) =>
        row.Count > 1 && _above is { } above && row.All(i => lines[i].Block.Column != above.Column) && (!named[0].IsPlace || named.Any(n => n.IsIn(above.Country.Value))) ? above.Country : null;

    private void Remember(List<int> row, Mention? country)
    {
        var cell = row.FindIndex(i => country is not null && lines[i].Block.Column != ColumnsOf.NameColumn && lines[i].First(Says.Country) == country);
        if (cell >= 0) _above = (lines[row[cell]].Block.Column, country!);
    }

    private Section SectionOfRow => _isTold ? section with { Theme = Theme.Partners } : section;

    /// <summary>A row whose name is a country's too.</summary>
    private RawRecord? Cell(List<int> row)
    {
        var cell = row.FirstOrDefault(i => lines[i].Block.Column == ColumnsOf.NameColumn && lines[i].Has(Says.Country) && !lines[i].Has(Says.Date), -1);
        if (cell < 0 || row.Count < 2 || setting.Whole(lines[cell]) is not { } name) return null;
        var country = row.Where(i => i != cell).Select(i => lines[i].First(Says.Country)).FirstOrDefault(c => c is not null) ?? lines[cell].First(Says.Country);
        return new RawRecord(name, country, _country, _date, SectionOfRow, [.. row.Select(i => Stretch.Of(Labelled(lines[i])))], "table", 0.8);
    }

    /// <summary>A cell with its column's label, as if the label stood in it.</summary>
    private Line Labelled(Line cell)
    {
        if (ColumnsOf.LabelOf(cell.Block.Column) is not { } label || cell.Has(Says.Label)) return cell;
        var told = label == "decision" && IsBareNumber(cell) ? cell with { Mentions = [.. cell.Mentions, new Mention(Says.Decision, cell.Text.Trim(), cell.Start, cell.End, "table:header")] } : cell;
        return Labels.With(told, new Mention(Says.Label, label, cell.Start, cell.Start, "table:header"));
    }

    /// <summary>"412" in the column of decisions.</summary>
    private static bool IsBareNumber(Line cell) => !cell.Has(Says.Decision) && cell.Words == 1 && cell.Tokens.Any(t => t.IsNumber);

    private static bool IsLabelAndValue(List<Line> row) => row[0].Block.Column == 0 && row[0].Has(Says.Label) && row[0].Words <= LongestLabel && row.Select(c => c.Block.Column).Distinct().Count() == 2;
}
