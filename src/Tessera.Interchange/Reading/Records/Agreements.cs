using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Reads a record's agreements: its kinds, decisions, dates and status. A second kind opens a second agreement once the first has a date or a decision. In running text a date counts only beside a word
/// that says what happened on it, or when it is the first of its record.
/// </summary>
internal sealed class Agreements(RawRecord record, IReadOnlyCollection<string> home)
{
    private const int Reach = 70;
    private const int Ahead = 15;
    private const int Near = 40;
    private const int Beside = 24;
    private readonly List<Draft> _drafts = [];
    private readonly List<ProposalSpan> _spans = [];

    /// <summary>The agreements and where each of their words stands.</summary>
    public (IReadOnlyList<ProposedAgreement> Agreements, IReadOnlyList<ProposalSpan> Spans) Read()
    {
        foreach (var stretch in record.Stretches)
        {
            foreach (var mention in stretch.Mentions.ToList()) Take(stretch, mention);
        }

        if (_drafts.Any(d => d.IsTold)) _drafts.RemoveAll(d => !d.IsTold);
        if (_drafts.Count == 0) _drafts.Add(new Draft());
        if (_drafts.Count > 1 && !_drafts[0].IsTold) _drafts.RemoveRange(1, _drafts.Count - 1);
        if (record.HeadingDate is { } above && _drafts.All(d => d.Dates.Count == 0)) AddDate(_drafts[0], "signed", above);
        return ([.. _drafts.Select(Finish)], _spans);
    }

    private void Take(Stretch stretch, Mention mention)
    {
        switch (mention.Key)
        {
            case Says.Kind when mention.IsInstrument:
                TakeKind(mention);
                break;
            case Says.Decision:
                Current(d => d.Decision is null).Decision = mention.Value;
                Span("decision", mention);
                if (mention.Value.LastIndexOf('/') is var at and > 0 && PartialDate.TryRead(mention.Value[(at + 1)..], "ro", out var decided) && decided.Precision == PartialDatePrecision.Day) AddDate(_drafts[^1], "decided", mention with { Date = decided });
                break;
            case Says.Status:
                Current(_ => true).Status ??= mention.Value;
                Span("status", mention);
                break;
            case Says.Date:
                TakeDate(stretch, mention);
                break;
        }
    }

    private void TakeKind(Mention mention)
    {
        var last = _drafts.Count > 0 ? _drafts[^1] : null;
        if (last?.Kind is null && last is not null) last.Kind = mention.Value;
        else if (last is null || (last.Kind != mention.Value && (last.Dates.Count > 0 || last.Decision is not null) && !(last.Kind == "twinning" && record.Stretches.Any(s => s.IsProse)))) _drafts.Add(new Draft { Kind = mention.Value });
        else return;
        Span("kind", mention);
    }

    private void TakeDate(Stretch stretch, Mention date)
    {
        if (IsOfSomethingElse(stretch, date, record.Name)) return;
        var role = RoleOf(stretch, date);
        if (role is null && stretch.IsProse && _drafts.Any(d => d.Dates.Count > 0)) return;
        var draft = Current(_ => true);
        if (date.Value.Split('/') is [var from, var to] && from.Length == 4 && to.Length == 4)
        {
            AddDate(draft, "signed", date with { Date = PartialDate.TryParseEdtf(from, out var first) ? first : null });
            AddDate(draft, "ended", date with { Date = PartialDate.TryParseEdtf(to, out var last) ? last : null });
            draft.Status ??= "ended";
        }
        else AddDate(draft, (role ?? "signed") is "signed" ? Where(stretch, date) : role!, date);
    }

    /// <summary>A date in an address, of a figure, or since when nothing happens any more is none of the agreement's.</summary>
    private static bool IsOfSomethingElse(Stretch stretch, Mention date, NameSpan named)
    {
        if (Shapes.IsAddress(stretch.Line)) return true;
        var isFigure = stretch.Mentions.Any(m => m.Key is Says.Population or Says.Area) && !stretch.Mentions.Any(m => m.Key is Says.Kind or Says.Role or "since");
        return (isFigure && !stretch.IsProse && stretch.Line.Start > named.Start) || stretch.Mentions.Any(m => m.Key == Says.Status && m.Value is "dormant" or "paused" && m.End <= date.Start && date.Start - m.End <= Near && !IsParted(stretch, Math.Min(m.End, date.End), Math.Max(m.Start, date.Start)));
    }

    /// <summary>Signed here or there, where a place with a word such as "in" stands beside the date.</summary>
    private string Where(Stretch stretch, Mention date)
    {
        var tokens = stretch.Line.Tokens.Where(t => t.Start >= stretch.Start && t.End <= stretch.End).ToList();
        foreach (var token in tokens.Where(t => t.IsWord && t.IsCapital && (t.Start < record.Name.Start || t.Start >= record.Name.End)).OrderBy(t => Distance(t, date)))
        {
            if (Distance(token, date) > Beside || IsParted(stretch, Math.Min(token.End, date.End), Math.Max(token.Start, date.Start))) break;
            if (NameFinder.IsOneOf(token.Folded, home) && IsThere(stretch, tokens, token, home)) return "signed-here";
            if (record.Name.Core.Split(' ').Any(w => NameFinder.IsCaseOf(token.Folded, w)) && IsThere(stretch, tokens, token, record.Name.Core.Split(' '))) return "signed-there";
        }

        return "signed";
    }

    /// <summary>Does "in" stand before the place, or does it bear an ending of its own?</summary>
    private static bool IsThere(Stretch stretch, List<Token> tokens, Token token, IEnumerable<string> nominatives)
    {
        var before = tokens.LastOrDefault(t => t.End <= token.Start);
        return (before.End > 0 && stretch.Line.IsWithin(before, "in")) || !nominatives.Contains(token.Folded);
    }

    private static int Distance(Token token, Mention date) => Math.Max(token.Start, date.Start) - Math.Min(token.End, date.End);

    /// <summary>What happened on a date: told by the column or label, else by the nearest word before it in its clause, else by the nearest after it.</summary>
    private static string? RoleOf(Stretch stretch, Mention date)
    {
        if (stretch.Mentions.LastOrDefault(m => m.Key == Says.Label && m.End <= date.Start && RoleOfLabel(m.Value) is not null) is { } label && !stretch.IsProse) return RoleOfLabel(label.Value);
        var words = stretch.Mentions.Where(m => m.Key is Says.Role or Says.Kind or "since" || (m.Key == Says.Status && m.Value is "ended")).ToList();
        var before = words.LastOrDefault(w => w.End <= date.Start && date.Start - w.End <= Reach && !IsParted(stretch, w.End, date.Start));
        var after = words.FirstOrDefault(w => w.Start >= date.End && w.Start - date.End <= Reach && !IsParted(stretch, date.End, w.Start) && !IsTaken(stretch, w, date));
        var roleBefore = words.LastOrDefault(w => w.Key == Says.Role && w.End <= date.Start && date.Start - w.End <= Reach && !IsParted(stretch, w.End, date.Start));
        var roleAfter = words.FirstOrDefault(w => w.Key == Says.Role && w.Start >= date.End && w.Start - date.End <= Reach && !IsParted(stretch, date.End, w.Start) && !IsTaken(stretch, w, date));
        var chosen = (roleBefore, roleAfter) switch
        {
            (null, null) => before ?? after,
            (null, _) => roleAfter,
            (_, null) => roleBefore,
            _ => date.Start - roleBefore.End <= (roleAfter.Start - date.End) * 2 ? roleBefore : roleAfter,
        };
        return chosen?.Key switch { null => null, Says.Role => chosen.Value, Says.Status => "ended", _ => "signed" };
    }

    /// <summary>A word after a date belongs to the next date when that is nearer.</summary>
    private static bool IsTaken(Stretch stretch, Mention word, Mention date) =>
        stretch.Mentions.FirstOrDefault(m => m.Key == Says.Date && m.Start >= word.End) is { } next && next.Start - word.End <= Math.Max(Ahead, word.Start - date.End) && !IsParted(stretch, word.End, next.Start);

    private static bool IsParted(Stretch stretch, int from, int to)
    {
        if (to <= from) return false;
        var text = stretch.Line.Text[(from - stretch.Line.Start)..(to - stretch.Line.Start)];
        return text.AsSpan().IndexOfAny(";()") >= 0 || text.Contains(". ", StringComparison.Ordinal) || stretch.Mentions.Any(m => m.Key == Says.Date && m.Start >= from && m.End <= to);
    }

    private static string? RoleOfLabel(string label) => label switch
    {
        "since" or "signed" => "signed",
        "decided" => "decided",
        "renewed" => "renewed",
        "ended" => "ended",
        _ => null,
    };

    private void AddDate(Draft draft, string role, Mention date)
    {
        if (date.Date is null || draft.Dates.Any(d => d.Date == date.Date)) return;
        draft.Dates.Add(new ProposedDate(role, date.Date));
        _spans.Add(new ProposalSpan($"agreements[{_drafts.IndexOf(draft)}].dates[{draft.Dates.Count - 1}]", date.Start, date.End));
    }

    private Draft Current(Func<Draft, bool> fits)
    {
        if (_drafts.Count == 0 || !fits(_drafts[^1])) _drafts.Add(new Draft());
        return _drafts[^1];
    }

    private void Span(string field, Mention mention) => _spans.Add(new ProposalSpan($"agreements[{_drafts.Count - 1}].{field}", mention.Start, mention.End));

    private ProposedAgreement Finish(Draft draft) => new()
    {
        Kind = draft.Kind ?? (record.Section.Kind is { } kind and not ("contact" or "none") ? kind : "twinning"),
        Status = draft.Status ?? (draft.Dates.Any(d => d.Role == "ended") ? "ended" : record.Section.Status ?? "in-force"),
        Decision = draft.Decision,
        Dates = [.. draft.Dates.Where(d => !draft.Dates.Any(o => o != d && d.Date.Precision < o.Date.Precision && d.Role == "signed" && o.Role.StartsWith("signed", StringComparison.Ordinal) && o.Date.Earliest >= d.Date.Earliest && o.Date.Latest <= d.Date.Latest))],
        Signatories = draft == _drafts[0] ? Column("signatories", ";\n") : [],
        Fields = draft == _drafts[0] ? Column("fields", ";,\n") : [],
    };

    /// <summary>What stands in a column that lists it, one by one.</summary>
    private List<string> Column(string label, string parting) =>
        [.. record.Stretches.Where(s => s.Line.Block.Table > 0 && s.Line.Mentions.Any(m => m is { Key: Says.Label, Rule: CellFields.Rule or "table:header" } && m.Value == label)).SelectMany(s => s.Line.Text.Split(parting.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private sealed class Draft
    {
        public string? Kind { get; set; }

        public string? Status { get; set; }

        public string? Decision { get; set; }

        public List<ProposedDate> Dates { get; } = [];

        /// <summary>Does anything but its kind stand on the page?</summary>
        public bool IsTold => Decision is not null || Dates.Count > 0;
    }
}
