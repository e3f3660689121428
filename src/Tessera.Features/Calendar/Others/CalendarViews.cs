using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Calendars;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Calendar.Others;

/// <summary>How what a calendar says stands to what is there.</summary>
public enum EntryState
{
    /// <summary>It is not there yet.</summary>
    New,

    /// <summary>It is there, and says something else.</summary>
    Changed,

    /// <summary>It is there as it is.</summary>
    Same,

    /// <summary>It cannot be taken.</summary>
    Refused,
}

/// <summary>A series of a calendar file against what is there.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Time">When it is; null when it is refused.</param>
/// <param name="Parts">Of how many activities it consists.</param>
/// <param name="Changes">What would be changed; empty of what is new.</param>
/// <param name="WhyNot">Why it is refused.</param>
public sealed record EntryPreview(string Uid, EntryState State, int Line, string Title, ActivityTime? Time, int Parts, IReadOnlyList<OfficeChange> Changes, CalendarFinding? WhyNot);

/// <summary>An activity that came, was changed or went when a file was taken.</summary>
/// <param name="IsThere">Is it there now?</param>
public sealed record TakenActivity(string Key, LocalText Title, bool IsNew, bool IsThere);

/// <summary>A file in the list of files.</summary>
public sealed record CalendarImportCard(Guid Id, string Title, DateTimeOffset MadeAt, string MadeBy, DateTimeOffset? TakenAt, DateTimeOffset? UndoneAt, int Activities);

/// <summary>A file: before it is taken what it says, afterwards what came of it.</summary>
/// <param name="Findings">What of the file as a whole was not understood.</param>
public sealed record CalendarImportView(CalendarImportCard Card, IReadOnlyList<EntryPreview> Entries, IReadOnlyList<CalendarFinding> Findings, IReadOnlyList<TakenActivity> Taken);

/// <summary>How what is ticked is taken.</summary>
/// <param name="Uids">Of the series that are taken.</param>
/// <param name="Kind">What new activities are taken to be.</param>
/// <param name="IsPublic">Are new ones on the portal, but those that the file calls private?</param>
public sealed record CalendarTake(IReadOnlyCollection<string> Uids, ActivityKind Kind, bool IsPublic);

/// <summary>What came of taking.</summary>
/// <param name="Refused">What stood against series that were ticked, by their titles.</param>
public sealed record CalendarTaken(int Came, int Changed, int Went, IReadOnlyList<(string Title, CalendarFinding WhyNot)> Refused);

/// <summary>What came of undoing.</summary>
/// <param name="Left">Activities that somebody has changed since, which are left as they are.</param>
public sealed record CalendarUndone(int Undone, IReadOnlyList<LocalText> Left);
