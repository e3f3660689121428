using System.Globalization;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Popolo;

/// <summary>Where something stands in a file.</summary>
internal readonly record struct Place(int Line, int Column, string Path);

/// <summary>What is wrong with a file of delegations, each with its place.</summary>
internal sealed class DelegationFindings(string file)
{
    /// <summary>More than this nobody reads.</summary>
    private const int Most = 200;

    private readonly List<Finding> _findings = [];

    public bool Any => _findings.Count > 0;

    public void Add(Place place, string code, params (string Name, string Value)[] arguments)
    {
        if (_findings.Count >= Most) return;
        var named = arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
        named.TryAdd("field", place.Path);
        _findings.Add(new Finding(file, place.Line, place.Column, place.Path, code, named));
    }

    /// <summary>A day, month or year as the first or the last day of it; null for none, and among the findings when it is no such.</summary>
    public DateOnly? Day(string? text, Place place, bool isLast = false)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var said = text.Trim();
        if (said.Length > 10 && said[10] == 'T') said = said[..10];
        if (DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(said, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return isLast ? month.AddMonths(1).AddDays(-1) : month;
        if (DateOnly.TryParseExact(said, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)) return isLast ? new DateOnly(year.Year, 12, 31) : year;
        Add(place, DelegationFileCodes.WrongDay, ("text", Short(said)));
        return null;
    }

    public DelegationFileReading Refused() => new([], [.. _findings.OrderBy(f => f.Line).ThenBy(f => f.Column)]);

    /// <summary>A text as a finding repeats it.</summary>
    public static string Short(string text) => text.Length > 100 ? text[..100] : text;
}

/// <summary>A delegation that is being read, with the places of what it says.</summary>
internal sealed record DelegationDraft(Place Place, StatedDelegation Stated)
{
    public List<(StatedSeats Seats, Place Place)> Seats { get; } = [];

    public List<(StatedMember Member, Place Place)> Members { get; } = [];

    public List<StatedSession> Sessions { get; } = [];

    /// <summary>The delegation; without seats that are said, as many as ever sat at one time.</summary>
    public StatedDelegation Finished() => Stated with { Seats = Seats.Count > 0 ? [.. Seats.Select(s => s.Seats)] : Derived(), Members = [.. Members.Select(m => m.Member)], Sessions = Sessions };

    private List<StatedSeats> Derived() =>
    [
        .. Members.Select(m => m.Member).GroupBy(m => (m.Kind, m.Chamber)).OrderBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.Chamber, StringComparer.Ordinal)
            .Select(g => new StatedSeats(g.Key.Kind, g.Key.Chamber, DraftRules.MostAtOnce([.. g], Stated))),
    ];
}

/// <summary>What must be so of a delegation, whatever form it was read from.</summary>
internal static class DraftRules
{
    /// <summary>Delegations of a file.</summary>
    public const int MostDelegations = 50;

    private const int MostMembers = 2000;
    private const int MostSeats = 400;
    private const int LongestName = 200;

    /// <summary>Holds the draft against the rules.</summary>
    public static void Check(DelegationDraft draft, DelegationFindings findings)
    {
        var (stated, place) = (draft.Stated, draft.Place);
        Text(stated.Name, "name", OfficeLimits.Name, place, isNeeded: true, findings);
        Text(stated.BodyName, "body_name", OfficeLimits.Name, place, isNeeded: false, findings);
        Text(stated.SeatSource, "sources", 1000, place, isNeeded: false, findings);
        if (!CountryList.All.Contains(stated.Country)) findings.Add(place, DelegationFileCodes.UnknownWord, ("text", DelegationFindings.Short(stated.Country)), ("wanted", "ISO 3166-1 (HU, SE, RO …)"));
        if (stated.Last < stated.First) findings.Add(place, DelegationFileCodes.WrongTerm, ("text", Span(stated.First, stated.Last)));
        if (draft.Members.Count > MostMembers) findings.Add(place, DelegationFileCodes.TooMany, ("most", MostMembers.ToString(CultureInfo.InvariantCulture)));
        foreach (var (seats, at) in draft.Seats.Where(s => s.Seats.Seats is < 0 or > MostSeats)) findings.Add(at, DelegationFileCodes.TooMany, ("most", MostSeats.ToString(CultureInfo.InvariantCulture)));
        foreach (var (seats, at) in draft.Seats) Words(seats.Kind, seats.Chamber, at, findings);
        if (draft.Seats.Count == 0 && draft.Members.Count == 0) findings.Add(place, DelegationFileCodes.Missing, ("field", "seats"));
        foreach (var (member, at) in draft.Members) Member(draft, member, at, findings);
        if (findings.Any) return;
        Sitting(draft, findings);
    }

    /// <summary>The most of them who sit at one time.</summary>
    public static int MostAtOnce(IReadOnlyCollection<StatedMember> members, StatedDelegation stated) =>
        members.Select(m => m.From ?? stated.First).Distinct().Select(day => members.Count(m => (m.From ?? stated.First) <= day && day <= (m.Until ?? DateOnly.MaxValue))).DefaultIfEmpty(0).Max();

    private static void Member(DelegationDraft draft, StatedMember member, Place at, DelegationFindings findings)
    {
        Text(member.Name, "name", LongestName, at, isNeeded: false, findings);
        Text(member.PublicOffice, "public_office", OfficeLimits.Name, at, isNeeded: false, findings);
        Text(member.Authority, "authority", OfficeLimits.Name, at, isNeeded: false, findings);
        Text(member.Group, "group", LongestName, at, isNeeded: false, findings);
        foreach (var post in member.Posts) Text(post.Title, "posts", OfficeLimits.Name, at, isNeeded: true, findings);
        if (member.Ending.Length > 0 && !StatedDelegation.Endings.Contains(member.Ending)) Word(member.Ending, StatedDelegation.Endings, at, findings);
        if (draft.Seats.Count == 0) Words(member.Kind, member.Chamber, at, findings);
        if (member.Until < member.From) findings.Add(at, DelegationFileCodes.WrongTerm, ("text", Span(member.From.Value, member.Until.Value)));
    }

    private static void Sitting(DelegationDraft draft, DelegationFindings findings)
    {
        var members = draft.Members.Select(m => m.Member).ToList();
        foreach (var (seats, at) in draft.Seats)
        {
            var sit = MostAtOnce([.. members.Where(m => m.Kind == seats.Kind && m.Chamber == seats.Chamber)], draft.Stated);
            if (sit > seats.Seats) findings.Add(at, DelegationFileCodes.TooManySit, ("text", $"{seats.Kind}, {seats.Chamber}"), ("seats", Number(seats.Seats)), ("sit", Number(sit)));
        }

        foreach (var (member, at) in draft.Members.Where(m => draft.Seats.Count > 0 && !draft.Seats.Exists(s => s.Seats.Kind == m.Member.Kind && s.Seats.Chamber == m.Member.Chamber)))
            findings.Add(at, DelegationFileCodes.TooManySit, ("text", $"{member.Kind}, {member.Chamber}"), ("seats", "0"), ("sit", "1"));
        foreach (var same in draft.Members.GroupBy(m => m.Member.Person).Where(g => MostAtOnce([.. g.Select(m => m.Member)], draft.Stated) > 1))
            findings.Add(same.Last().Place, DelegationFileCodes.SitsTwice, ("text", DelegationFindings.Short(same.Last().Member.Name.Length > 0 ? same.Last().Member.Name : same.Key)));
    }

    private static void Text(string text, string field, int most, Place place, bool isNeeded, DelegationFindings findings)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text)) findings.Add(place, DelegationFileCodes.Missing, ("field", field));
        if (text.Length > most) findings.Add(place, DelegationFileCodes.TooLong, ("field", field), ("most", Number(most)));
    }

    private static void Words(string kind, string chamber, Place at, DelegationFindings findings)
    {
        if (!StatedDelegation.Kinds.Contains(kind)) Word(kind, StatedDelegation.Kinds, at, findings);
        if (!StatedDelegation.Chambers.Contains(chamber)) Word(chamber, StatedDelegation.Chambers, at, findings);
    }

    private static void Word(string word, IReadOnlyList<string> wanted, Place at, DelegationFindings findings) =>
        findings.Add(at, DelegationFileCodes.UnknownWord, ("text", DelegationFindings.Short(word)), ("wanted", string.Join(", ", wanted)));

    private static string Span(DateOnly from, DateOnly until) => $"{PopoloWriter.Day(from)} – {PopoloWriter.Day(until)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
