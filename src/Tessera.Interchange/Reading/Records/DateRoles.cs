using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>What happened on a date: told by the column or label, else by the nearest word before it in its clause, else by the nearest after it.</summary>
internal sealed class DateRoles(Stretch stretch, Mention date)
{
    private const int Reach = 100;
    private const int Ahead = 15;
    private const int Near = 40;
    private const int Number = 14;

    /// <summary>Was the role read from no word of what happened, but from a kind or "since" in running text?</summary>
    public bool IsAssumed { get; private set; }

    /// <summary>The role; null when nothing tells.</summary>
    /// <param name="isLater">Was a date of signing read before? Then neither a kind nor "since" makes another of one in running text.</param>
    public string? Read(bool isLater)
    {
        if (stretch.Mentions.Any(m => m.Key == Says.Decision && m.End <= date.Start && date.Start - m.End <= Number && !stretch.Between(m, date).ContainsAny(",;()"))) return "decided";
        if (!stretch.IsProse && Label() is { } label) return label.Value == "decision" && stretch.Line.Has(Says.Kind) && (label.Start == label.End || stretch.IsParted(label, date)) ? "signed" : OfLabel(label.Value);
        if (Behind() is { } behind) return behind.Value;
        var chosen = Nearest();
        if (chosen is { Key: Says.Role, Value: "signed" } && chosen.End <= date.Start && Words().Any(w => w is { Key: Says.Role, Value: "renewed" } && IsBefore(w))) return "renewed";
        IsAssumed = stretch.IsProse && chosen?.Key is Says.Kind or "since" or null;
        if (chosen?.Key is not (null or Says.Role or Says.Status) && stretch.IsProse && isLater) return null;
        if (chosen?.Key != Says.Role && IsBehindDecision()) return "decided";
        return chosen?.Key switch { null => null, Says.Role => chosen.Value, Says.Status => "ended", _ => "signed" };
    }

    /// <summary>"Signed in Kempten on 17 October 1987 and in Trento on 23 April 1988": what happened on the date before, where only "and" and a place part the two.</summary>
    public string? Shared()
    {
        if (stretch.Mentions.LastOrDefault(m => m.Key == Says.Date && m.End <= date.Start) is not { } before || date.Start - before.End > Near) return null;
        var isJoined = stretch.Mentions.Any(m => m.Key is "and" or "then" && m.Start >= before.End && m.End <= date.Start) && !stretch.Between(before, date).ContainsAny(";().:");
        return isJoined ? new DateRoles(stretch, before).Read(false) : null;
    }

    private IEnumerable<Mention> Words() => stretch.Mentions.Where(m => m.Key is Says.Role or Says.Kind or "since" || m is { Key: Says.Status, Value: "ended" or "lapsed" });

    /// <summary>The word of what happened that is nearest, those before it counting double; of kinds and "since" only where no such word is.</summary>
    private Mention? Nearest()
    {
        var words = Words().ToList();
        var (before, after) = (words.LastOrDefault(w => w.Key == Says.Role && IsBefore(w)), words.FirstOrDefault(w => w.Key == Says.Role && IsAfter(w)));
        return (before, after) switch
        {
            (null, null) => words.LastOrDefault(IsBefore) ?? words.FirstOrDefault(IsAfter),
            (null, _) => after,
            (_, null) => before,
            _ => date.Start - before.End <= (after.Start - date.End) * 2 ? before : after,
        };
    }

    private bool IsBefore(Mention word) => word.End <= date.Start && date.Start - word.End <= Reach && !stretch.IsParted(word, date);

    private bool IsAfter(Mention word) => word.Start >= date.End && word.Start - date.End <= Reach && !stretch.IsParted(word, date) && !IsTaken(word) && !IsOfNumber(word);

    /// <summary>"1978, Wuxi, resolution No. 10512": a word of deciding belongs to the number behind it.</summary>
    private bool IsOfNumber(Mention word) =>
        !stretch.IsProse && word is { Key: Says.Role, Value: "decided" } && stretch.Mentions.Any(m => m.Key == Says.Decision && m.Start - word.End is >= 0 and <= Number);

    /// <summary>A word after a date belongs to the next date when that is nearer, or when a comma parts it from this one alone.</summary>
    private bool IsTaken(Mention word)
    {
        if (stretch.Mentions.FirstOrDefault(m => m.Key == Says.Date && m.Start >= word.End) is not { } next || stretch.IsParted(word, next)) return false;
        var isBeyond = stretch.Between(word, date).Contains(',') && !stretch.Between(word, next).Contains(',');
        return next.Start - word.End <= Math.Max(Ahead, word.Start - date.End) || (isBeyond && next.Start - word.End <= Near);
    }

    private bool IsBehindDecision() =>
        stretch.Mentions.Any(m => m.Key == "decision" && m.End <= date.Start && date.Start - m.End <= Near && !stretch.IsParted(m, date) && !stretch.Between(m, date).Contains(','));

    /// <summary>Where dates and what happened on them take turns and a date comes first ("in May 1957 for the first visit and in 1958 for the signature"), each word belongs to the date before it.</summary>
    private Mention? Behind()
    {
        var turns = stretch.Mentions.Where(m => m.Key is Says.Date or Says.Role).ToList();
        var at = turns.IndexOf(date);
        var (first, last) = (at, at);
        while (first > 0 && IsTurn(turns[first - 1], turns[first])) first--;
        while (last + 1 < turns.Count && IsTurn(turns[last], turns[last + 1])) last++;
        if (turns[first].Key != Says.Date || turns[last].Key != Says.Role || last - first < 3) return null;
        var gap = turns[at + 1].Start - date.End;
        var isNearer = at + 2 >= turns.Count || gap <= (turns[at + 2].Start - turns[at + 1].End) * 2;
        return gap <= Near && isNearer ? turns[at + 1] : null;
    }

    private bool IsTurn(Mention one, Mention next) => one.Key != next.Key && !stretch.IsParted(one, next);

    /// <summary>The nearest label before a date; that of its column or sheet, which stands at the line's beginning and takes no room, goes before a small word such as "of".</summary>
    private Mention? Label()
    {
        var labels = stretch.Mentions.Where(m => m.Key == Says.Label && m.End <= date.Start && OfLabel(m.Value) is not null).ToList();
        if (labels.Count > 0 && labels[^1].Value == "since" && labels.Find(l => l.Start == l.End) is { } column) return column;
        return labels.LastOrDefault(l => l.Start == l.End || !stretch.Mentions.Any(m => m is { Key: Says.Role } or { Key: Says.Status, Value: "ended" or "lapsed" } && m.Start > l.End && m.End <= date.Start) && !stretch.EndsSentence(l.End, date.Start));
    }

    private static string? OfLabel(string label) => label switch
    {
        "since" or "signed" => "signed",
        "decided" or "decision" => "decided",
        "renewed" => "renewed",
        "ended" => "ended",
        "first-contact" => "first-contact",
        _ => null,
    };
}
