using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>
/// Reads a record's agreements: its kinds, decisions, dates and status. A second kind opens a second agreement once the first has a date or a decision. In running text a date counts only beside a word
/// that says what happened on it, or when it is the first of its record.
/// </summary>
internal sealed class Agreements(RawRecord told, IReadOnlyCollection<string> home, Words.Lexicon lexicon)
{
    private const string InForce = "in-force";
    private const string Signed = "signed";
    private const int YearsToRenewal = 3;
    private const int Beside = 40;
    private readonly RawRecord _record = OpenDates.Close(told);
    private readonly SigningPlace _place = new(told, home, lexicon);
    private readonly List<Draft> _drafts = [];
    private readonly List<Mark> _marks = [];

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
        if (_record.HeadingDate is { } above && !_drafts.Exists(d => d.Dates.Exists(t => IsSigning(t.Role)))) AddDate(_drafts[0], "signed", above);
        if (_drafts.Count == 1) TakePlaceToldAlone(_drafts[0]);
        List<ProposedAgreement> proposed = [.. _drafts.Select(Finish)];
        return (proposed, [.. _marks.SelectMany(m => SpansOf(m, proposed))]);
    }

    /// <summary>Where a word of an agreement stands, if it is among those that are proposed in the end.</summary>
    private IEnumerable<ProposalSpan> SpansOf(Mark mark, List<ProposedAgreement> proposed)
    {
        var at = _drafts.IndexOf(mark.Draft);
        if (at < 0) yield break;
        var date = mark.Date is null ? -1 : proposed[at].Dates.ToList().FindIndex(d => d.Date == mark.Date);
        if (mark.Date is null) yield return new ProposalSpan($"agreements[{at}].{mark.Field}", mark.Start, mark.End);
        else if (date >= 0) yield return new ProposalSpan($"agreements[{at}].dates[{date}]", mark.Start, mark.End);
    }

    private void Take(Stretch stretch, Mention mention)
    {
        switch (mention.Key)
        {
            case Says.Kind when mention.IsInstrument:
                TakeKind(stretch, mention);
                break;
            case Says.Decision when _record.Rule == Acts.Rule && _drafts.Find(d => d.Decision is not null) is { Decision: not null } act:
                if (mention.Value.Length > act.Decision.Length && Acts.IsSame(mention.Value, act.Decision)) act.Decision = mention.Value;
                break;
            case Says.Decision when Against.Of(stretch, mention) is not null:
                break;
            case Says.Decision:
                Current(d => d.Decision is null).Decision = mention.Value;
                Span("decision", mention);
                if (mention.Value.LastIndexOf('/') is var at and > 0 && PartialDate.TryRead(mention.Value[(at + 1)..], "ro", out var decided) && decided.Precision == PartialDatePrecision.Day) AddDate(_drafts[^1], "decided", mention with { Date = decided });
                break;
            case Says.Status when _record.Rule == Acts.Rule:
                break;
            case Says.Status:
                TakeStatus(Current(_ => true), mention);
                break;
            case Says.Date:
                TakeDate(stretch, mention);
                break;
        }
    }

    /// <summary>The first status that is told; one that says more than "in force" goes before that.</summary>
    private void TakeStatus(Draft draft, Mention mention)
    {
        if (draft.Status is null or InForce && !draft.IsResumed) draft.Status = mention.Value;
        Span("status", mention);
    }

    private void TakeKind(Stretch stretch, Mention mention)
    {
        var last = _drafts.Count > 0 ? _drafts[^1] : null;
        if (last is not null && BecameAnother(last, stretch, mention)) return;
        if (last is not null && (last.Kind is null || (last.Kind == "twinning" && !last.IsTold && _record.Stretches.Any(s => s.IsProse)))) last.Kind = mention.Value;
        else if (last is null || (last.Kind != mention.Value && (last.Dates.Count > 0 || last.Decision is not null) && !(last.Kind == "twinning" && _record.Stretches.Any(s => s.IsProse)))) _drafts.Add(new Draft { Kind = mention.Value });
        else return;
        Span("kind", mention);
    }

    /// <summary>"A friendship since 2003 that became a twinning on 10 August 2013": the last date before the second kind is that one's.</summary>
    private bool BecameAnother(Draft last, Stretch stretch, Mention kind)
    {
        if (last.Kind is null || last.Kind == kind.Value || kind.Value != "twinning" || last.Dates.Count < 2 || last.Dates[^1] is not { Role: Signed } moved) return false;
        if (stretch.Mentions.LastOrDefault(m => m.Key == Says.Date && m.End <= kind.Start) is not { } date || date.Date != moved.Date || kind.Start - date.End > Beside || stretch.IsParted(date, kind)) return false;
        last.Dates.RemoveAt(last.Dates.Count - 1);
        var next = new Draft { Kind = kind.Value };
        if (_marks.FindLastIndex(m => m.Draft == last && m.Date == moved.Date) is >= 0 and var at) _marks[at] = _marks[at] with { Draft = next };
        next.Dates.Add(moved);
        _drafts.Add(next);
        Span("kind", kind);
        return true;
    }

    private void TakeDate(Stretch stretch, Mention date)
    {
        if (StrayDates.Is(stretch, date, _record.Name)) return;
        var roles = new DateRoles(stretch, date);
        var role = roles.Read(_drafts.Count > 0 && _drafts[^1].Dates.Any(d => IsSigning(d.Role))) ?? roles.Shared();
        var isDecidedEnd = false;
        if (role == "decided" && (Against.Of(stretch, date) ?? (_drafts.Exists(d => d.Dates.Count > 0) ? Against.Standing(stretch, date) : null)) is { } against) (role, isDecidedEnd) = (against, against == "ended");
        if (role is "paused" or "dormant" || (role is null && MustTell(stretch, date) && (stretch.IsProse || _place.RoleOf(stretch, date) == Signed))) return;
        var draft = Current(_ => true);
        if (date.Value.Split('/') is [{ Length: 4 } from, { Length: 4 } to])
        {
            AddDate(draft, "signed", date with { Date = PartialDate.TryParseEdtf(from, out var first) ? first : null });
            AddDate(draft, "ended", date with { Date = PartialDate.TryParseEdtf(to, out var last) ? last : null });
        }
        else
        {
            if (isDecidedEnd && date.Date is not null) draft.DecidedEnds.Add(date.Date);
            if (roles.IsAssumed && date.Date is { Precision: not PartialDatePrecision.Day }) draft.Assumed.Add(date.Date);
            if (role == "renewed" && stretch.Mentions.Any(m => m.Key == Says.Status && m.Value == draft.Status && m.Value is "paused" or "dormant" && m.End <= date.Start)) (draft.Status, draft.IsResumed) = (InForce, true);
            AddDate(draft, (role ?? Signed) is Signed ? _place.RoleOf(stretch, date) : role!, date);
        }
    }

    /// <summary>
    /// Must a word say what happened on a date for it to count? A day whose year stood elsewhere, a date of a decision, one in the text of a partner's own page, and every later one in running text, unless it tells an earlier one more exactly.
    /// </summary>
    private bool MustTell(Stretch stretch, Mention date)
    {
        if (date.Rule == OpenDates.Rule || _record.Rule == Acts.Rule || (_record.Rule == OnePartner.Rule && !stretch.Line.IsOnly(Says.Date))) return true;
        return (stretch.IsProse || IsLoose(stretch, date)) && _drafts.Any(d => d.Dates.Count > 0) && !_drafts.Any(d => d.Dates.Any(o => Encloses(o.Date, date.Date)));
    }

    /// <summary>A date of a note, or of a further sentence.</summary>
    private static bool IsLoose(Stretch stretch, Mention date) =>
        stretch.Mentions.Any(m => m is { Key: Says.Label, Value: "note" } && m.Start == stretch.Start && m.End == stretch.Start) || stretch.EndsSentence(stretch.Start, date.Start);

    private static bool IsSigning(string role) => role.StartsWith("signed", StringComparison.Ordinal);

    /// <summary>Is the one a decade or year in which the other lies?</summary>
    private static bool Encloses(PartialDate one, PartialDate? other) => other is not null && one.Precision < other.Precision && other.Earliest >= one.Earliest && other.Latest <= one.Latest;

    private void AddDate(Draft draft, string role, Mention date)
    {
        if (date.Date is null || draft.Dates.Any(d => d.Date == date.Date)) return;
        draft.Dates.Add(new ProposedDate(role, date.Date));
        _marks.Add(new Mark(draft, "dates", date.Start, date.End, date.Date));
    }

    /// <summary>"06.05.1964 | Charter sealed in Rennes": the place of the only signing, in a clause without a date.</summary>
    private void TakePlaceToldAlone(Draft draft)
    {
        var signed = draft.Dates.FindAll(d => IsSigning(d.Role));
        if (signed.Count == 0 || signed[0].Role != Signed || draft.Assumed.Contains(signed[0].Date) || _place.RoleAlone(_record.Stretches) is not { } role || signed.Exists(d => d.Role == role)) return;
        draft.Dates[draft.Dates.IndexOf(signed[0])] = signed[0] with { Role = role };
    }

    private Draft Current(Func<Draft, bool> fits)
    {
        if (_drafts.Count == 0 || !fits(_drafts[^1])) _drafts.Add(new Draft());
        return _drafts[^1];
    }

    private void Span(string field, Mention mention) => _marks.Add(new Mark(_drafts[^1], field, mention.Start, mention.End, null));

    /// <summary>A year or month from which something went on, before a date of which it is said that something was signed then, is that of the first contact; what is signed again years later is a renewal.</summary>
    private static ProposedDate Told(Draft draft, ProposedDate date)
    {
        if (!IsSigning(date.Role)) return date;
        var signed = draft.Dates.Where(d => d != date && IsSigning(d.Role) && !draft.Assumed.Contains(d.Date)).ToList();
        if (draft.Assumed.Contains(date.Date)) return signed.Exists(d => d.Date.Earliest > date.Date.Latest) ? date with { Role = "first-contact" } : date;
        return date.Role == Signed && signed.Exists(d => d.Date.Latest?.AddYears(YearsToRenewal) <= date.Date.Earliest) ? date with { Role = "renewed" } : date;
    }

    private ProposedAgreement Finish(Draft draft) => new()
    {
        Kind = draft.Kind ?? (_record.Section.Kind is { } kind and not ("contact" or "none") ? kind : "twinning"),
        Status = draft.Status ?? (draft.Dates.Any(d => d.Role == "ended") ? "ended" : _record.Section.Status ?? InForce),
        Decision = draft.Decision,
        Dates = [.. draft.Dates.Where(d => !draft.Dates.Any(o => o != d && IsSigning(d.Role) && IsSigning(o.Role) && Encloses(d.Date, o.Date)) && (d.Role != "ended" || d == End(draft))).Select(d => Told(draft, d))],
        Signatories = draft == _drafts[0] ? Column("signatories", ";\n") : [],
        Fields = draft == _drafts[0] ? Column("fields", ";,\n") : [],
    };

    /// <summary>An agreement ends once: on the day that is told best, and not when its end was decided.</summary>
    private static ProposedDate End(Draft draft) =>
        draft.Dates.Where(d => d.Role == "ended").OrderBy(d => draft.DecidedEnds.Contains(d.Date)).ThenByDescending(d => d.Date.Precision).First();

    /// <summary>What stands in a column that lists it, one by one.</summary>
    private List<string> Column(string label, string parting) =>
        [.. _record.Stretches.Where(s => s.Line.Block.Table > 0 && s.Line.Mentions.Any(m => m is { Key: Says.Label, Rule: CellFields.Rule or "table:header" } && m.Value == label)).SelectMany(s => s.Line.Text.Split(parting.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    /// <summary>A word of a draft, and where it stands.</summary>
    /// <param name="Date">Which of the draft's dates it is; null for its other fields.</param>
    private sealed record Mark(Draft Draft, string Field, int Start, int End, PartialDate? Date);

    private sealed class Draft
    {
        public string? Kind { get; set; }

        public string? Status { get; set; }

        public string? Decision { get; set; }

        /// <summary>Was what had been suspended taken up again?</summary>
        public bool IsResumed { get; set; }

        public List<ProposedDate> Dates { get; } = [];

        /// <summary>The days on which an end was decided.</summary>
        public HashSet<PartialDate> DecidedEnds { get; } = [];

        /// <summary>The years and months that no word of what happened stands beside.</summary>
        public HashSet<PartialDate> Assumed { get; } = [];

        /// <summary>Does anything but its kind stand on the page?</summary>
        public bool IsTold => Decision is not null || Dates.Count > 0;
    }
}
