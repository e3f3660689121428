namespace Tessera.Interchange.Popolo;

/// <summary>What a member did in the body.</summary>
/// <param name="Kind">As a word, such as <c>speech</c>.</param>
/// <param name="Language">Of the text; null where that is not said.</param>
/// <param name="Person">What tells the person from others in the file.</param>
/// <param name="Name">Empty where the person is not named.</param>
/// <param name="Session">The key of the session; null outside of one, or where it is not told.</param>
/// <param name="Address">Where it can be read; null for nowhere.</param>
/// <param name="IsPublic">May everybody read that it was done?</param>
public sealed record StatedContribution(DateOnly Day, string Kind, string Title, string? Language, string Person, string Name, string? Session, string? Address, bool IsPublic);

/// <summary>Whether a member was at a session.</summary>
/// <param name="Presence">As a word, such as <c>present</c>.</param>
/// <param name="InPlaceOf">The name of the representative in whose place the substitute sat; null for none.</param>
public sealed record StatedAttendance(StatedSession Session, string Person, string Name, string Kind, string Chamber, string Presence, string? InPlaceOf);

/// <summary>
/// A delegation's record as tables: its sessions with how many were there, what its members did, and for the office alone who was at which session and who sat for whom. The columns are described in
/// docs/open-data.md; they are written and not read.
/// </summary>
public static class DelegationRecords
{
    /// <summary>The columns of the sessions, in their order.</summary>
    public static IReadOnlyList<string> SessionColumns { get; } = ["delegation", "session", "title", "first", "last", "present", "away", "sat_for", "page"];

    /// <summary>The columns of what members did, in their order.</summary>
    public static IReadOnlyList<string> ContributionColumns { get; } = ["delegation", "date", "kind", "title", "language", "person_id", "person", "session", "address"];

    /// <summary>The same with whether everybody may read it, as the office has them.</summary>
    public static IReadOnlyList<string> OwnContributionColumns { get; } = [.. ContributionColumns, "public"];

    /// <summary>The columns of the attendance, in their order.</summary>
    public static IReadOnlyList<string> AttendanceColumns { get; } = ["delegation", "session", "title", "first", "last", "person_id", "person", "seat", "chamber", "presence", "in_place_of"];

    /// <summary>A line for each session.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> Sessions(StatedDelegation delegation) =>
    [
        .. delegation.Sessions.Select(s => (IReadOnlyList<object?>)
            [delegation.Key, s.Key, s.Title, PopoloWriter.Day(s.First), PopoloWriter.Day(s.Last), (decimal?)s.Counts?.Present, (decimal?)s.Counts?.Away, (decimal?)s.Counts?.SatFor, s.Page]),
    ];

    /// <summary>A line for each thing that a member did, the latest first.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> Contributions(StatedDelegation delegation, bool isOwn) =>
    [
        .. delegation.Contributions.Select(c => (IReadOnlyList<object?>)
        [
            delegation.Key, PopoloWriter.Day(c.Day), c.Kind, c.Title, c.Language, c.Person, c.Name.Length > 0 ? c.Name : null, c.Session, c.Address,
            .. isOwn ? new object?[] { c.IsPublic ? "true" : "false" } : [],
        ]),
    ];

    /// <summary>A line for each member at each session of whom it is kept.</summary>
    public static IReadOnlyList<IReadOnlyList<object?>> Attendance(StatedDelegation delegation, IEnumerable<StatedAttendance> attendance) =>
    [
        .. attendance.Select(a => (IReadOnlyList<object?>)
            [delegation.Key, a.Session.Key, a.Session.Title, PopoloWriter.Day(a.Session.First), PopoloWriter.Day(a.Session.Last), a.Person, a.Name, a.Kind, a.Chamber, a.Presence, a.InPlaceOf]),
    ];
}
