using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Parts a run of lines into one record per partner. Where the lines are numbered, each number begins one; else where names are headings, each heading; else each item of a list or each line that begins with
/// a name. A country alone on a line is either the heading of what follows or the country of the record it stands in; the run's own order tells which.
/// </summary>
internal sealed class Stacks(IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<NameSpan>> names, Section section)
{
    private const int Beyond = 3;
    private const int LeastNumbers = 2;
    private const int LongestPlain = 18;
    private const int LongestUnknown = 5;

    /// <summary>From so many records on, the last one has no more lines than the tallest before it: what follows closes the page.</summary>
    private const int LeastToCompare = 3;
    private readonly Shape[] _shapes = [.. lines.Select((l, i) => Shapes.Of(l, names[i]))];
    private Mention? _country;
    private Mention? _date;

    /// <summary>The date that a line before began with: where lines begin with their dates, those without one share it.</summary>
    private Mention? _leading;
    private bool _isLed;
    private int _headingLevel;

    private enum Start
    {
        Number,
        Heading,
        Strong,
        Item,
        Plain,
        Line,
    }

    /// <summary>The records of the run, and which of its lines they use.</summary>
    public IEnumerable<RawRecord> Read()
    {
        var start = StartOf();
        var isCountryHeading = IsCountryHeading(start);
        _isLed = Count((l, i) => _shapes[i] == Shape.Name && l.First(Says.Date) is { } date && date.Start - l.Start <= 2) >= LeastNumbers;
        var isDateHeading = IsDateHeading(start);
        var open = new List<int>();
        var (made, tallest) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var begins = Begins(start, i) && !IsAgain(start, open, i);
            var closes = !begins && Closes(start, i, isCountryHeading, isDateHeading);
            if ((begins || closes) && open.Count > 0)
            {
                foreach (var record in Make(open, start))
                {
                    (made, tallest) = (made + 1, Math.Max(tallest, open.Count));
                    yield return record;
                }

                open.Clear();
            }

            if (closes) TakeHeading(i);
            else if (begins || open.Count > 0) open.Add(i);
        }

        if (made >= LeastToCompare && open.Count > tallest) open.RemoveRange(tallest, open.Count - tallest);
        foreach (var last in Make(open, start)) yield return last;
    }

    /// <summary>Numbers part records best; then headings and bold names, unless the items of a list are many more.</summary>
    private Start StartOf()
    {
        if (Numbers() >= LeastNumbers) return Start.Number;
        var items = Count((l, i) => l.Block.Kind == BlockKind.Item && _shapes[i] == Shape.Name && IsGood(i));
        _headingLevel = lines.Where((l, i) => IsNameHeading(l, i) && IsGood(i)).Select(l => l.Block.Level).DefaultIfEmpty(0).Max();
        if (_headingLevel > 0 && items <= Count(IsNameHeading) * 2) return Start.Heading;
        if (Count((l, i) => IsStrongName(l, i) && IsGood(i)) is var strong and > 1 && items <= strong * 2) return Start.Strong;
        if (items > 0 && Count((l, i) => l.Block.Kind == BlockKind.Text && _shapes[i] == Shape.Name && IsGood(i)) is var plain) return plain >= items && plain > 1 ? Start.Plain : Start.Item;
        return Start.Line;
    }

    /// <summary>Do dates stand above what happened in them? The first date then stands before the first name.</summary>
    private bool IsDateHeading(Start start)
    {
        if (start is not (Start.Line or Start.Item or Start.Heading)) return false;
        var first = Enumerable.Range(0, lines.Count).FirstOrDefault(i => lines[i].Number != section.HeadingLine && (_shapes[i] == Shape.Date || (Begins(start, i) && (IsGood(i) || (i > 0 && _shapes[i - 1] == Shape.Country)))), -1);
        return first >= 0 && _shapes[first] == Shape.Date && _shapes.Count(s => s == Shape.Date) <= Enumerable.Range(0, lines.Count).Count(i => _shapes[i] is Shape.Prose || (names[i].Count > 0 && _shapes[i] is Shape.Name or Shape.Detail));
    }

    private int Count(Func<Line, int, bool> fits) => lines.Where(fits).Count();

    /// <summary>Is there a place, a county or a country in the line?</summary>
    private bool IsGood(int i) => lines[i].Has(Says.Country) || names[i].Any(n => n.IsPlace || n.IsWide) || (i + 1 < lines.Count && lines[i + 1].Words <= 4 && lines[i + 1].Has(Says.Country));

    /// <summary>How many lines count on from the one before.</summary>
    private int Numbers()
    {
        var (next, count) = (-1, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (_shapes[i] != Shape.Number || i + 1 == lines.Count) continue;
            var number = lines[i].Tokens.First(t => t.IsNumber).Number;
            if (number == next || number == 1) count++;
            next = number + 1;
        }

        return count;
    }

    private bool IsTitle(int i) => lines[i].Block.Kind == BlockKind.Title;

    private bool IsNameHeading(Line line, int i) =>
        line.Block.Kind == BlockKind.Heading && line.Block.Level > Math.Min(section.Level, 6) && line.Number != section.HeadingLine && !line.Has("heading") && !line.Has("continent") && !IsCountryLevel(line.Block.Level) && (_shapes[i] is Shape.Name ? IsGood(i) || line.Block.Level == _headingLevel : line.Block.Level == _headingLevel && IsUnknownName(line, i));

    /// <summary>Are most headings of a level countries, so that the partners stand below them?</summary>
    private bool IsCountryLevel(int level)
    {
        var headings = Enumerable.Range(0, lines.Count).Where(i => lines[i].Block.Kind == BlockKind.Heading && lines[i].Block.Level == level).ToList();
        var countries = headings.Count(i => _shapes[i] == Shape.Country);
        return countries >= LeastNumbers && countries * 3 >= headings.Count * 2;
    }

    /// <summary>A heading of the level of the partners' own that begins with a name nobody knows.</summary>
    private bool IsUnknownName(Line line, int i) => _shapes[i] == Shape.Other && names[i].Count > 0 && names[i][0].Start == line.Start && line.Words <= LongestUnknown;

    private bool IsStrongName(Line line, int i) => line.Block.IsStrong && _shapes[i] == Shape.Name;

    private bool Begins(Start start, int i) => start switch
    {
        Start.Number => _shapes[i] == Shape.Number,
        Start.Heading => IsNameHeading(lines[i], i),
        Start.Strong => IsStrongName(lines[i], i),
        Start.Item => lines[i].Block.Kind == BlockKind.Item && _shapes[i] == Shape.Name && (i == 0 || lines[i].Block.Group != lines[i - 1].Block.Group),
        Start.Plain => _shapes[i] == Shape.Name && lines[i].Block.Kind == BlockKind.Text,
        _ => _shapes[i] == Shape.Name && !IsTitle(i) && !(lines[i].Tokens[0] is { IsWord: true, IsCapital: false } first && lines[i].IsWithin(first, "at")),
    };

    /// <summary>"Charter signed in Travnik in 2002." below "Travnik": a line that tells what happened and names the partner again tells more of it.</summary>
    private bool IsAgain(Start start, List<int> open, int i) =>
        start == Start.Line && open.Count > 0 && names[open[0]].Count > 0 && names[i].Count > 0 && names[i][0].Start > lines[i].Start && lines[i].Has(Says.Date) && names[i][0].SharesPlace(names[open[0]][0]);

    private bool Closes(Start start, int i, bool isCountryHeading, bool isDateHeading)
    {
        if (lines[i].Number == section.HeadingLine || (start == Start.Line && IsOfAnother(i))) return true;
        if (lines[i].Block.Kind == BlockKind.Heading && (_shapes[i] is not Shape.Name || (start == Start.Heading && lines[i].Block.Level < _headingLevel))) return true;
        if (_shapes[i] == Shape.Country) return start == Start.Number ? i + 1 < lines.Count && _shapes[i + 1] == Shape.Number : isCountryHeading;
        return _shapes[i] == Shape.Date && isDateHeading;
    }

    /// <summary>A sentence that names a kind of agreement and a place with its country tells of a partner of its own.</summary>
    private bool IsOfAnother(int i) =>
        _shapes[i] == Shape.Prose && lines[i].HasInstrument && names[i].Any(n => n.IsPlace && lines[i].All(Says.Country).Any(c => c.Start >= n.End && c.Start - n.End <= 2));

    private bool IsCountryHeading(Start start)
    {
        if (start == Start.Number) return true;
        for (var i = 0; i < lines.Count; i++)
        {
            if (_shapes[i] == Shape.Country) return i + 1 < lines.Count;
            if (Begins(start, i) && names[i].Any(n => n.IsPlace || n.IsWide)) return false;
        }

        return false;
    }

    private void TakeHeading(int i)
    {
        if (_shapes[i] == Shape.Date) _date = lines[i].First(Says.Date);
        else if (lines[i].First(Says.Country) is { } country && lines[i].Outside(Says.Country, Says.Kind, Says.Level, "in", "and", "heading", "home") <= 1) _country = country;
        else if (lines[i].Block.Kind == BlockKind.Heading) _country = null;
    }

    private IEnumerable<RawRecord> Make(List<int> open, Start start)
    {
        var named = open.Count == 0 ? -1 : start == Start.Heading ? open[0] : open.Take(4).FirstOrDefault(i => _shapes[i] == Shape.Name, -1);
        if (named < 0) return [];
        var (name, country) = Best(named);
        var stretches = Labels.Join(open.Select(i => lines[i])).Select((l, at) => Stretch.Of(l, _shapes[open[at]] == Shape.Prose || l.Words > LongestPlain)).ToList();
        if (lines[named].First(Says.Date) is { } leading && leading.End <= name.Start) _leading = leading;
        var record = new RawRecord(name, country ?? Beside(open, name, start), _country, _date ?? (_isLed ? _leading : null), section, stretches, "stack:" + start, start != Start.Line ? 0.75 : IsBeside(name, country) ? 0.65 : 0.6);
        return new SharedHeading(l => names[l.Number - lines[0].Number]).Part(record, lines[named]);
    }

    /// <summary>"Martonos (Serbia)": does the country stand right behind the name?</summary>
    private static bool IsBeside(NameSpan name, Mention? country) => country is not null && country.Start - name.End is > 0 and <= Beyond;

    /// <summary>The country of another line of the record: one that holds nothing else, or an address; of a name that no place bears, the first country or adjective of one that its text says.</summary>
    private Mention? Beside(List<int> open, NameSpan name, Start start) =>
        open.Where(i => _shapes[i] == Shape.Country || Shapes.IsAddress(lines[i]) || Shapes.IsLabelled(lines[i])).Select(i => lines[i].First(Says.Country)).FirstOrDefault(c => c is not null) ??
        (start == Start.Heading ? open.Skip(1).SelectMany(i => lines[i].Mentions).FirstOrDefault(m => m.Key is Says.Country or "country-adjective" && (!name.IsPlace || (name.IsIn(m.Value) && name.Places.Any(p => p.Country != m.Value)))) : null);

    /// <summary>The name of a name's line: one that is a place in the line's country, else one that is a place, else the first.</summary>
    private (NameSpan Name, Mention? Country) Best(int i)
    {
        var country = lines[i].First(Says.Country);
        var code = country?.Value ?? _country?.Value;
        var first = names[i][0];
        var isDoubtful = !first.IsPlace && !first.IsWide && names[i].Count > 1 && first.Start == lines[i].Start && !first.Core.Contains(' ', StringComparison.Ordinal) && first.End < lines[i].End && lines[i].Text[first.End - lines[i].Start] == ' ';
        var isSure = first.IsWide || (first.End < lines[i].End && lines[i].Text[first.End - lines[i].Start] is ',' or '(');
        var name = (isSure ? null : names[i].FirstOrDefault(n => code is not null && n.IsIn(code))) ?? (isDoubtful ? names[i][1] : first);
        return (name, country);
    }
}
