using Tessera.Interchange.Popolo;
using Tessera.Interchange.Tables;

namespace Tessera.Web.Parts;

/// <summary>What is known of delegations as tables with headings in the reader's language.</summary>
public static class DelegationTables
{
    /// <summary>Who sits and has sat.</summary>
    public static Table Members(IReadOnlyList<StatedDelegation> delegations, Texts texts, IReadOnlyList<string> about) =>
        Of(texts["delegations.heading"], DelegationTable.Columns, DelegationTable.Rows(delegations), texts, about);

    /// <summary>The same of one, with why they left: the office's own.</summary>
    public static Table OwnMembers(StatedDelegation delegation, Texts texts, IReadOnlyList<string> about) =>
        Of(texts["delegation-desk.members"], DelegationTable.OwnColumns, DelegationTable.Rows([delegation], isOwn: true), texts, about);

    /// <summary>The sessions with how many were there.</summary>
    public static Table Sessions(StatedDelegation delegation, Texts texts, IReadOnlyList<string> about) =>
        Of(texts["delegation-page.sessions"], DelegationRecords.SessionColumns, DelegationRecords.Sessions(delegation), texts, about);

    /// <summary>What members did.</summary>
    /// <param name="isOwn">Is it the office's own, with what not everybody may read?</param>
    public static Table Contributions(StatedDelegation delegation, bool isOwn, Texts texts, IReadOnlyList<string> about) => Of(
        texts["delegation-page.contributions"], isOwn ? DelegationRecords.OwnContributionColumns : DelegationRecords.ContributionColumns, DelegationRecords.Contributions(delegation, isOwn), texts, about);

    /// <summary>Who was at which session, and who sat for whom: the office's own.</summary>
    public static Table Attendance(StatedDelegation delegation, IEnumerable<StatedAttendance> attendance, Texts texts, IReadOnlyList<string> about) =>
        Of(texts["delegation-desk.attendance"], DelegationRecords.AttendanceColumns, DelegationRecords.Attendance(delegation, attendance), texts, about);

    private static Table Of(string title, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<object?>> rows, Texts texts, IReadOnlyList<string> about) =>
        new(title, [.. columns.Select(c => new TableColumn(c, texts["delegation-column." + c.Replace('_', '-')], KindOf(c)))], rows, about);

    private static ColumnKind KindOf(string column) => column switch
    {
        "seats" or "present" or "away" or "sat_for" => ColumnKind.Number,
        "page" or "address" => ColumnKind.Link,
        _ => ColumnKind.Text,
    };
}
