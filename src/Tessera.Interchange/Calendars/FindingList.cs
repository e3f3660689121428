namespace Tessera.Interchange.Calendars;

/// <summary>Collects findings, at most <see cref="CalendarLimits.Findings"/>.</summary>
internal sealed class FindingList
{
    private const int LongestSubject = 80;

    private readonly List<CalendarFinding> _all = [];

    public IReadOnlyList<CalendarFinding> All => _all;

    public void Add(int line, string code, ReadOnlySpan<byte> subject) => Add(line, code, _all.Count > CalendarLimits.Findings ? "" : ContentLine.Decode(subject[..Math.Min(subject.Length, LongestSubject)]));

    /// <returns>What was found, be it listed or not.</returns>
    public CalendarFinding Add(int line, string code, string subject)
    {
        var finding = new CalendarFinding(line, code, subject.Length > LongestSubject ? subject[..LongestSubject] : subject);
        if (_all.Count < CalendarLimits.Findings) _all.Add(finding);
        else if (_all.Count == CalendarLimits.Findings) _all.Add(new(line, CalendarCodes.MoreFindings, ""));
        return finding;
    }
}
