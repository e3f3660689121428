using System.Text;
using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;
using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Reads a record's agreements: its kinds, decisions, dates and status. A second kind opens a second agreement once the first has a date or a decision. In running text a date counts only beside a word
/// that says what happened on it, or when it is the first of its record.
/// </summary>
internal sealed partial class Agreements(RawRecord told, IReadOnlyCollection<string> home, Words.Lexicon lexicon)
{
    private const int Reach = 70;
    private const int Ahead = 15;
    private const int Near = 40;
    private const int Beside = 24;
    private const int Number = 14;
    private const int Law = 18;
    private const int ShortestLaw = 4;
    private readonly RawRecord _record = OpenDates.Close(told);
    private readonly List<Draft> _drafts = [];
    private readonly List<ProposalSpan> _spans = [];

    /// <summary>The agreements and where each of their words stands.</summary>
    public (IReadOnlyList<ProposedAgreement> Agreements, IReadOnlyList<ProposalSpan> Spans) Read()
    {
        foreach (var stretch in _record.Stretches)
        {
            foreach (var mention in stretch.Mentions.ToList()) Take(stretch, mention);
        }

        if (_drafts.Any(d => d.IsTold)) _drafts.RemoveAll(d => !d.IsTold);
        if (_drafts.Count == 0) _drafts.Add(new Draft());
        if (_drafts.Count > 1 && !_drafts[0].IsTold) _drafts.RemoveRange(1, _drafts.Count - 1);
        if (_record.HeadingDate is { } above && _drafts.All(d => d.Dates.Count == 0)) AddDate(_drafts[0], "signed", above);
        return ([.. _drafts.Select(Finish)], _spans);
    }

    private void Take(Stretch stretch, Mention mention)
    {
        switch (mention.Key)
        {
            case Says.Kind when mention.IsInstrument:
                TakeKind(mention);
                break;
            case Says.Decision when _record.Rule == Acts.Rule && _drafts.Find(d => d.Decision is not null) is { Decision: not null } act:
                if (mention.Value.Length > act.Decision.Length && Acts.IsSame(mention.Value, act.Decision)) act.Decision = mention.Value;
                break;
            case Says.Decision:
                Current(d => d.Decision is null).Decision = mention.Value;
                Span("decision", mention);
                if (mention.Value.LastIndexOf('/') is var at and > 0 && PartialDate.TryRead(mention.Value[(at + 1)..], "ro", out var decided) && decided.Precision == PartialDatePrecision.Day) AddDate(_drafts[^1], "decided", mention with { Date = decided });
                break;
            case Says.Status when _record.Rule == Acts.Rule:
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
        if (last is not null && (last.Kind is null || (last.Kind == "twinning" && !last.IsTold && _record.Stretches.Any(s => s.IsProse)))) last.Kind = mention.Value;
        else if (last is null || (last.Kind != mention.Value && (last.Dates.Count > 0 || last.Decision is not null) && !(last.Kind == "twinning" && _record.Stretches.Any(s => s.IsProse)))) _drafts.Add(new Draft { Kind = mention.Value });
        else return;
        Span("kind", mention);
    }

    private void TakeDate(Stretch stretch, Mention date)
    {
        if (IsOfSomethingElse(stretch, date, _record.Name)) return;
        var role = RoleOf(stretch, date, _drafts.Count > 0 && _drafts[^1].Dates.Any(d => d.Role.StartsWith("signed", StringComparison.Ordinal)));
        role ??= Shared(stretch, date);
        if (role is null && (date.Rule == OpenDates.Rule || _record.Rule == Acts.Rule || (_record.Rule == OnePartner.Rule && !stretch.Line.IsOnly(Says.Date)))) return;
        if (role == "decided" && Against(stretch, date) is { } against)
        {
            if (against != "ended") return;
            role = against;
        }

        if (role is null && stretch.IsProse && _drafts.Any(d => d.Dates.Count > 0) && !_drafts.Any(d => d.Dates.Any(o => Encloses(o.Date, date.Date)))) return;
        var draft = Current(_ => true);
        if (date.Value.Split('/') is [var from, var to] && from.Length == 4 && to.Length == 4)
        {
            AddDate(draft, "signed", date with { Date = PartialDate.TryParseEdtf(from, out var first) ? first : null });
            AddDate(draft, "ended", date with { Date = PartialDate.TryParseEdtf(to, out var last) ? last : null });
            draft.Status ??= "ended";
        }
        else AddDate(draft, (role ?? "signed") is "signed" ? Where(stretch, date) : role!, date);
    }

    /// <summary>What a decision did to an agreement of which a date was read already: ended or suspended it; null when it is the decision by which it was made.</summary>
    private string? Against(Stretch stretch, Mention date) =>
        !_drafts.Exists(d => d.Dates.Count > 0) ? null : stretch.Mentions.FirstOrDefault(m => m.Value is "paused" or "ended" or "dormant" && m.Key is Says.Status or Says.Role && Math.Max(m.Start - date.End, date.Start - m.End) <= Reach && !Between(stretch, Math.Min(m.End, date.End), Math.Max(m.Start, date.Start)).Contains(". ", StringComparison.Ordinal))?.Value;

    /// <summary>"Signed in Kempten on 17 October 1987 and in Trento on 23 April 1988": what happened on the date before, where only "and" and a place part the two.</summary>
    private static string? Shared(Stretch stretch, Mention date)
    {
        if (stretch.Mentions.LastOrDefault(m => m.Key == Says.Date && m.End <= date.Start) is not { } before || date.Start - before.End > Near) return null;
        var isJoined = stretch.Mentions.Any(m => m.Key == "and" && m.Start >= before.End && m.End <= date.Start) && !Between(stretch, before.End, date.Start).ContainsAny(";().:");
        return isJoined ? RoleOf(stretch, before, false) : null;
    }

    /// <summary>Is the one a decade or year in which the other lies?</summary>
    private static bool Encloses(PartialDate one, PartialDate? other) => other is not null && one.Precision < other.Precision && other.Earliest >= one.Earliest && other.Latest <= one.Latest;

    /// <summary>A date in an address, of a figure, or since when nothing happens any more is none of the agreement's.</summary>
    private static bool IsOfSomethingElse(Stretch stretch, Mention date, NameSpan named)
    {
        if (Shapes.IsAddress(stretch.Line) || IsAside(stretch, date) || IsOfLaw(stretch, date)) return true;
        var isFigure = stretch.Mentions.Any(m => m.Key is Says.Population or Says.Area && !Between(stretch, Math.Min(m.End, date.End), Math.Max(m.Start, date.Start)).Contains(". ", StringComparison.Ordinal)) && !stretch.Mentions.Any(m => m.Key is Says.Kind or Says.Role or "since");
        if (stretch.Mentions.Any(m => m.Key == Says.Status && m.Value == "planned" && Math.Max(m.Start - date.End, date.Start - m.End) is >= 0 and <= Beside && !IsParted(stretch, Math.Min(m.End, date.End), Math.Max(m.Start, date.Start)) && !stretch.Mentions.Any(w => w.Key is Says.Decision or "decision"))) return true;
        return (isFigure && !stretch.IsProse && stretch.Line.Start > named.Start) || stretch.Mentions.Any(m => IsStandstill(stretch, m, date));
    }

    /// <summary>"Dormant since 2012", "from 1999 the relation is inactive": the date since when nothing happens any more.</summary>
    private static bool IsStandstill(Stretch stretch, Mention status, Mention date)
    {
        if (status.Key != Says.Status || status.Value is not ("dormant" or "paused")) return false;
        var (from, to) = (Math.Min(status.End, date.End), Math.Max(status.Start, date.Start));
        if (to - from > Near || IsParted(stretch, from, to)) return false;
        return status.End <= date.Start || (!Between(stretch, from, to).ContainsAny(",–") && stretch.Mentions.Any(m => (m.Key == "since" && m.Start <= date.Start && date.Start - m.End <= 2) || (m.Key == Says.Date && m.End <= date.Start)));
    }

    /// <summary>"Law No 215 of 2001": the year of a law.</summary>
    private static bool IsOfLaw(Stretch stretch, Mention date) =>
        stretch.Mentions.Any(m => m.Key == "law" && m.End - m.Start >= ShortestLaw && Math.Max(m.Start - date.End, date.Start - m.End) is >= 0 and <= Law && !Between(stretch, Math.Min(m.End, date.End), Math.Max(m.Start, date.Start)).Contains(','));

    /// <summary>"1991 (until 1976: Untertaunuskreis)": where a date stands outside, one within a bracket that names something else is of that.</summary>
    private static bool IsAside(Stretch stretch, Mention date)
    {
        var text = stretch.Line.Text;
        var at = date.Start - stretch.Line.Start;
        var (open, close) = (text.LastIndexOf('(', at), text.IndexOf(')', at));
        if (open < 0 || close < 0 || text.IndexOf(')', open) != close) return false;
        var (from, to) = (open + stretch.Line.Start, close + stretch.Line.Start);
        var hasName = stretch.Line.Tokens.Any(t => t.Start > from && t.End <= to && t.IsWord && t.IsCapital && t.Folded.Length > 3 && !stretch.Line.Mentions.Any(m => m.Start <= t.Start && t.End <= m.End));
        return hasName && stretch.Mentions.Any(m => m.Key == Says.Date && (m.End < from || m.Start > to)) && !stretch.Mentions.Any(m => m.Key is Says.Role or Says.Kind && m.Start > from && m.End <= to);
    }

    /// <summary>Signed here or there, where a place with a word such as "in" stands beside the date.</summary>
    private string Where(Stretch stretch, Mention date)
    {
        var tokens = stretch.Line.Tokens.Where(t => t.Start >= stretch.Start && t.End <= stretch.End).ToList();
        foreach (var token in tokens.Where(t => t.IsWord && t.IsCapital && (t.Start < _record.Name.Start || t.Start >= _record.Name.End)).OrderBy(t => Distance(t, date) + (Between(stretch, Math.Min(t.End, date.End), Math.Max(t.Start, date.Start)).Contains(',') ? Number : 0)))
        {
            if (Distance(token, date) > (IsRoleBetween(stretch, token, date) ? Near : Beside)) continue;
            if (IsParted(stretch, Math.Min(token.End, date.End), Math.Max(token.Start, date.Start))) continue;
            if (NameFinder.IsOneOf(token.Folded, home) && IsThere(stretch, tokens, token, home)) return "signed-here";
            if (_record.Name.Core.Split(' ').Any(w => NameFinder.IsCaseOf(token.Folded, w)) && IsThere(stretch, tokens, token, _record.Name.Core.Split(' '))) return "signed-there";
        }

        return "signed";
    }

    /// <summary>Does a word such as "in" stand before the place, or has it the ending of such a case?</summary>
    private bool IsThere(Stretch stretch, List<Token> tokens, Token token, IEnumerable<string> nominatives)
    {
        var before = tokens.LastOrDefault(t => t.End <= token.Start);
        if (before.End > 0 && stretch.Line.IsWithin(before, "at")) return true;
        var word = stretch.Line.Text.AsSpan((token.Start - stretch.Line.Start)..(token.End - stretch.Line.Start));
        var isNominative = nominatives.Contains(token.Folded);
        foreach (var ending in lexicon.Locatives)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (!isNominative || !Ascii.IsValid(ending))) return true;
        }

        return false;
    }

    /// <summary>"On 15 June 1979, the deed was signed in Besançon".</summary>
    private static bool IsRoleBetween(Stretch stretch, Token token, Mention date) =>
        stretch.Mentions.Any(m => m.Key == Says.Role && m.Start >= Math.Min(token.End, date.End) && m.End <= Math.Max(token.Start, date.Start));

    private static int Distance(Token token, Mention date) => Math.Max(token.Start, date.Start) - Math.Min(token.End, date.End);

    /// <summary>What happened on a date: told by the column or label, else by the nearest word before it in its clause, else by the nearest after it.</summary>
    private static string? RoleOf(Stretch stretch, Mention date, bool isLater)
    {
        if (stretch.Mentions.Any(m => m.Key == Says.Decision && m.End <= date.Start && date.Start - m.End <= Number && !Between(stretch, m.End, date.Start).ContainsAny(",;()"))) return "decided";
        if (!stretch.IsProse && LabelOf(stretch, date) is { } label) return label.Value == "decision" && stretch.Line.Has(Says.Kind) ? "signed" : RoleOfLabel(label.Value);
        var words = stretch.Mentions.Where(m => m.Key is Says.Role or Says.Kind or "since" || (m.Key == Says.Status && m.Value is "ended" or "lapsed")).ToList();
        var before = words.LastOrDefault(w => w.End <= date.Start && date.Start - w.End <= Reach && !IsParted(stretch, w.End, date.Start));
        var after = words.FirstOrDefault(w => w.Start >= date.End && w.Start - date.End <= Reach && !IsParted(stretch, date.End, w.Start) && !IsTaken(stretch, w, date));
        var roleBefore = words.LastOrDefault(w => w.Key == Says.Role && w.End <= date.Start && date.Start - w.End <= Reach && !IsParted(stretch, w.End, date.Start));
        if (IsRoleBehind(stretch, date) is { } behind) return behind.Value;
        var roleAfter = words.FirstOrDefault(w => w.Key == Says.Role && w.Start >= date.End && w.Start - date.End <= Reach && !IsParted(stretch, date.End, w.Start) && !IsTaken(stretch, w, date));
        var chosen = (roleBefore, roleAfter) switch
        {
            (null, null) => before ?? after,
            (null, _) => roleAfter,
            (_, null) => roleBefore,
            _ => date.Start - roleBefore.End <= (roleAfter.Start - date.End) * 2 ? roleBefore : roleAfter,
        };
        if (chosen?.Value == "signed" && chosen == roleBefore && words.Any(w => w.Key == Says.Role && w.Value == "renewed" && w.End <= date.Start && date.Start - w.End <= Reach && !IsParted(stretch, w.End, date.Start))) return "renewed";
        if (chosen?.Key is not (null or Says.Role or Says.Status) && stretch.IsProse && isLater) return null;
        if (chosen?.Key != Says.Role && stretch.Mentions.Any(m => m.Key == "decision" && m.End <= date.Start && date.Start - m.End <= Near && !IsParted(stretch, m.End, date.Start) && !Between(stretch, m.End, date.Start).Contains(','))) return "decided";
        return chosen?.Key switch { null => null, Says.Role => chosen.Value, Says.Status => "ended", _ => "signed" };
    }

    /// <summary>Where dates and what happened on them take turns and a date comes first ("in May 1957 for the first visit and in 1958 for the signature"), each word belongs to the date before it.</summary>
    private static Mention? IsRoleBehind(Stretch stretch, Mention date)
    {
        var turns = stretch.Mentions.Where(m => m.Key is Says.Date or Says.Role).ToList();
        var at = turns.IndexOf(date);
        var first = at;
        while (first > 0 && turns[first - 1].Key != turns[first].Key && !IsParted(stretch, turns[first - 1].End, turns[first].Start)) first--;
        var last = at;
        while (last + 1 < turns.Count && turns[last + 1].Key != turns[last].Key && !IsParted(stretch, turns[last].End, turns[last + 1].Start)) last++;
        return turns[first].Key == Says.Date && turns[last].Key == Says.Role && last - first >= 3 && turns[at + 1].Start - date.End <= Near && (at + 2 >= turns.Count || turns[at + 1].Start - date.End <= (turns[at + 2].Start - turns[at + 1].End) * 2) ? turns[at + 1] : null;
    }

    /// <summary>The nearest label before a date; that of its column or sheet, which stands at the line's beginning and takes no room, goes before a small word such as "of".</summary>
    private static Mention? LabelOf(Stretch stretch, Mention date)
    {
        var labels = stretch.Mentions.Where(m => m.Key == Says.Label && m.End <= date.Start && RoleOfLabel(m.Value) is not null).ToList();
        return labels.Count > 0 && labels[^1].Value == "since" && labels.Find(l => l.Start == l.End) is { } column ? column : labels.LastOrDefault(l => l.Start == l.End || !stretch.Mentions.Any(m => m.Key == Says.Role && m.Start > l.End && m.End <= date.Start));
    }

    /// <summary>A word after a date belongs to the next date when that is nearer.</summary>
    private static bool IsTaken(Stretch stretch, Mention word, Mention date)
    {
        if (stretch.Mentions.FirstOrDefault(m => m.Key == Says.Date && m.Start >= word.End) is not { } next || IsParted(stretch, word.End, next.Start)) return false;
        var (gap, isBeyond) = (next.Start - word.End, Between(stretch, date.End, word.Start).Contains(',') && !Between(stretch, word.End, next.Start).Contains(','));
        return gap <= Math.Max(Ahead, word.Start - date.End) || (isBeyond && gap <= Near);
    }

    private static ReadOnlySpan<char> Between(Stretch stretch, int from, int to) => to <= from ? "" : stretch.Line.Text.AsSpan((from - stretch.Line.Start)..(to - stretch.Line.Start));

    private static bool IsParted(Stretch stretch, int from, int to)
    {
        if (to <= from) return false;
        var text = stretch.Line.Text[(from - stretch.Line.Start)..(to - stretch.Line.Start)];
        return text.AsSpan().IndexOfAny(";()") >= 0 || Sentence().IsMatch(text) || stretch.Mentions.Any(m => m.Key == Says.Date && m.Start >= from && m.End <= to);
    }

    private static string? RoleOfLabel(string label) => label switch
    {
        "since" or "signed" => "signed",
        "decided" or "decision" => "decided",
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
        Kind = draft.Kind ?? (_record.Section.Kind is { } kind and not ("contact" or "none") ? kind : "twinning"),
        Status = draft.Status ?? (draft.Dates.Any(d => d.Role == "ended") ? "ended" : _record.Section.Status ?? "in-force"),
        Decision = draft.Decision,
        Dates = [.. draft.Dates.Where(d => !draft.Dates.Any(o => o != d && d.Role.StartsWith("signed", StringComparison.Ordinal) && o.Role.StartsWith("signed", StringComparison.Ordinal) && Encloses(d.Date, o.Date)))],
    };

    /// <summary>The end of a sentence, and not the full stop of a short word such as "r." or "m.".</summary>
    [GeneratedRegex(@"(?:[\p{L}\d]{3}|\p{P})\.\s|\.\s\p{Lu}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentence();

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
