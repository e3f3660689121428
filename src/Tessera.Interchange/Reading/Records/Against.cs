using System.Buffers;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Tells of a decision and its date whether they ended or suspended what stood before: "suspended by decision 12/2022", "ended (§ 54)". Such a number is not the agreement's own.</summary>
internal static class Against
{
    private const int Reach = 100;
    private const int DateReach = 70;
    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:()–|\n");

    /// <summary>What the decision did, "ended", "paused" or "dormant"; null when it stands against nothing.</summary>
    public static string? Of(Stretch stretch, Mention told) =>
        Words(stretch).FirstOrDefault(m => Clauses.Gap(m, told) is >= 0 and <= Reach && (AreOne(stretch, m, told) || IsWhatWasDecided(stretch, m, told)))?.Value;

    /// <summary>The same of the date of a decision about an agreement that has a date already: any such word of the sentence then tells.</summary>
    public static string? Standing(Stretch stretch, Mention date) =>
        Words(stretch).FirstOrDefault(m => Clauses.Gap(m, date) <= DateReach && stretch.IsOneSentence(m, date))?.Value;

    private static IEnumerable<Mention> Words(Stretch stretch) => stretch.Mentions.Where(m => m.Value is "paused" or "ended" or "dormant" && m.Key is Says.Status or Says.Role);

    /// <summary>Nothing but words part the two, or the decision stands in a bracket behind.</summary>
    private static bool AreOne(Stretch stretch, Mention status, Mention told)
    {
        var between = stretch.Between(status, told);
        var open = told.Start > status.End ? between.IndexOf('(') : -1;
        return !Parts(open < 0 ? between : between[..open]) && !Parts(open < 0 ? "" : between[(open + 1)..]);
    }

    /// <summary>"By decision 118/2014 the council noted the end of the twinning": a sentence that begins with the body or its decision, and tells of nothing before it.</summary>
    private static bool IsWhatWasDecided(Stretch stretch, Mention status, Mention told)
    {
        var (start, end) = Prose.Sentences(stretch.Line).FirstOrDefault(s => s.Start <= told.Start && told.End <= s.End);
        var said = stretch.Mentions.Where(m => m.Start >= start && m.End <= end).ToList();
        if (!said.Contains(status) || said.Find(m => m.Key is "body" or "decision" || m is { Key: Says.Role, Value: "decided" }) is not { } body) return false;
        return !said.Exists(m => (m.Key is Says.Kind or Says.Country or Says.Decision) && m.Start < body.Start) && said.Count(m => m.Key == Says.Date && m.Start < body.Start) <= 1 && !said.Exists(m => m is { Key: Says.Role, Value: not ("decided" or "ended") });
    }

    private static bool Parts(ReadOnlySpan<char> text) => text.ContainsAny(Parting) || text.Contains(" - ", StringComparison.Ordinal) || Clauses.EndsSentence(text);
}
