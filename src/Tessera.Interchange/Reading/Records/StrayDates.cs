using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells the dates that stand in a record and are none of its agreement's: of an address, a figure, a law, a plan, an earlier name, or since when nothing happens any more.</summary>
internal static class StrayDates
{
    private const int Near = 40;
    private const int Beside = 24;
    private const int Law = 18;
    private const int ShortestLaw = 4;
    private const int ShortestName = 4;

    public static bool Is(Stretch stretch, Mention date, NameSpan named) =>
        Shapes.IsAddress(stretch.Line) || IsAside(stretch, date) || IsOfFigure(stretch, date, named) || stretch.Mentions.Any(m => IsOfLaw(stretch, m, date) || IsPlan(stretch, m, date) || IsStandstill(stretch, m, date));

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
        if (status.End <= date.Start && stretch.Between(status, date).Trim() is "(") return true;
        if (stretch.IsParted(status, date)) return false;
        if (status.End <= date.Start) return true;
        return !stretch.Between(status, date).ContainsAny(",–") && stretch.Mentions.Any(m => (m.Key == "since" && m.Start <= date.Start && date.Start - m.End <= 2) || (m.Key == Says.Date && m.End <= date.Start));
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
