using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells the dates that stand in a record and are none of its agreement's: of an address, a figure, a law, a plan, an earlier name, or since when nothing happens any more.</summary>
internal static class StrayDates
{
    private const int Near = 40;
    private const int Reach = 70;
    private const int Close = 8;
    private const int Beside = 24;
    private const int Law = 18;
    private const int ShortestLaw = 4;
    private const int ShortestName = 4;

    public static bool Is(Stretch stretch, Mention date, NameSpan named) =>
        Shapes.IsAddress(stretch.Line) || IsEnd(stretch, date) || IsAside(stretch, date) || IsOfFigure(stretch, date, named) || stretch.Mentions.Any(m => IsOfLaw(stretch, m, date) || IsPlan(stretch, m, date) || IsStandstill(stretch, m, date) || IsOfNothing(stretch, m, date) || IsOfEvent(stretch, m, date));

    /// <summary>"In 2009 the two municipalities merged", "the 50th anniversary in 2013": what happened to a place and not to the agreement. At an anniversary something may have been signed; then the sentence says so.</summary>
    private static bool IsOfEvent(Stretch stretch, Mention happened, Mention date)
    {
        if (happened.Key != "event" || Clauses.Gap(happened, date) > Near || stretch.IsParted(happened, date) || stretch.Between(happened, date).Contains(',')) return false;
        var isMerger = happened.Value == "merger";
        return !stretch.Mentions.Any(m => (m.Key == Says.Country && m.Overlaps(happened)) || (IsAct(m) && stretch.IsOneSentence(m, date) && !stretch.IsParted(m, date) && (!isMerger || m.Value is "ended" or "lapsed" || (m.Key == Says.Role && Clauses.Gap(m, date) < Clauses.Gap(happened, date)))));
    }

    private static bool IsAct(Mention said) => said.Key is Says.Role or "since" || said is { Key: Says.Status, Value: "ended" or "lapsed" };

    /// <summary>"A twinning announced in 2009 never came about": the date of an agreement that there is not.</summary>
    private static bool IsOfNothing(Stretch stretch, Mention none, Mention date) => stretch.IsProse && none is { Key: Says.Kind, Value: "none" } && stretch.IsOneSentence(none, date) && Clauses.Gap(none, date) <= Reach;

    /// <summary>"The mines closed by 1995": the year until when something went on of which nothing more is said.</summary>
    private static bool IsEnd(Stretch stretch, Mention date) =>
        stretch.IsProse && stretch.Mentions.Any(m => m.Key == "until" && date.Start - m.End is >= 0 and <= 2) && !stretch.Mentions.Any(m => (m.Key == Says.Kind || IsAct(m)) && Clauses.Gap(m, date) <= Reach && !stretch.IsParted(m, date));

    /// <summary>"Inhabitants: 24,500 (2011)".</summary>
    private static bool IsOfFigure(Stretch stretch, Mention date, NameSpan named) =>
        !stretch.IsProse && stretch.Line.Start > named.Start && stretch.Mentions.Any(m => m.Key is Says.Population or Says.Area && stretch.IsOneSentence(m, date)) && !stretch.Mentions.Any(m => m.Key is Says.Kind or Says.Role or "since");

    /// <summary>"Signing is planned for 2025", unless a decision bears that date.</summary>
    private static bool IsPlan(Stretch stretch, Mention status, Mention date) =>
        status is { Key: Says.Status, Value: "planned" } && Clauses.Gap(status, date) is >= 0 and <= Beside && !stretch.IsParted(status, date) && !stretch.Mentions.Any(w => w.Key is Says.Decision or "decision");

    /// <summary>"Dormant since 2012", "from 1999 the relation is inactive": the date since when nothing happens any more.</summary>
    private static bool IsStandstill(Stretch stretch, Mention status, Mention date)
    {
        if (status is not { Key: Says.Status, Value: "dormant" or "paused" } || Clauses.Gap(status, date) > Near) return false;
        if (status.End <= date.Start && stretch.Between(status, date).TrimStart() is ['(', .. var within] && !within.Contains(')')) return true;
        if (stretch.IsParted(status, date)) return false;
        if (status.End <= date.Start) return true;
        return !stretch.Between(status, date).ContainsAny(",–") && BeginsStandstill(stretch, status, date);
    }

    /// <summary>"In 2012 suspended", "since 1999 the relation is inactive", "2012'den beri askıda"; and the second of two dates.</summary>
    private static bool BeginsStandstill(Stretch stretch, Mention status, Mention date)
    {
        var hasStop = stretch.Between(status, date).Contains('.');
        return (!hasStop && status.Start - date.End <= Close) || stretch.Mentions.Any(m => (m.Key == Says.Date && m.End <= date.Start) || (m.Key == "since" && Clauses.Gap(m, date) <= 2 && m.Start < status.Start && (m.Start > date.Start || !hasStop)));
    }

    /// <summary>"Law No 215 of 2001": the year of a law.</summary>
    private static bool IsOfLaw(Stretch stretch, Mention law, Mention date) =>
        law.Key == "law" && law.End - law.Start >= ShortestLaw && Clauses.Gap(law, date) is >= 0 and <= Law && !stretch.Between(law, date).Contains(',');

    /// <summary>"1991 (until 1976: Untertaunuskreis)": where a date stands outside, one within a bracket that names something else is of that.</summary>
    private static bool IsAside(Stretch stretch, Mention date)
    {
        var (text, at) = (stretch.Line.Text, date.Start - stretch.Line.Start);
        var (open, close) = (text.LastIndexOf('(', at), text.IndexOf(')', at));
        if (open < 0 || close < 0 || text.IndexOf(')', open) != close) return false;
        var (from, to) = (open + stretch.Line.Start, close + stretch.Line.Start);
        return stretch.Mentions.Any(m => m.Key == Says.Date && (m.End < from || m.Start > to)) && !stretch.Mentions.Any(m => m.Key is Says.Role or Says.Kind && m.Start > from && m.End <= to) && HasName(stretch.Line, from, to);
    }

    /// <summary>A capitalised word that means nothing else.</summary>
    private static bool HasName(Line line, int from, int to) =>
        line.Tokens.Any(t => t.Start > from && t.End <= to && t.IsWord && t.IsCapital && t.Folded.Length >= ShortestName && !line.Mentions.Any(m => m.Start <= t.Start && t.End <= m.End));
}
