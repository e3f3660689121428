using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Tables;

namespace Tessera.Interchange.Popolo;

/// <summary>
/// Delegations as a table: a line for each person on a seat, and one without a person for seats that nobody has had. What holds for the delegation stands in each of its lines. Its columns are described in
/// docs/open-data.md; sessions are not in it.
/// </summary>
public static partial class DelegationTable
{
    private static readonly string[] Needed = ["delegation", "name", "country", "term_first", "term_last", "seat", "chamber"];

    /// <summary>The columns' machine names, in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "delegation", "body", "body_name", "name", "country", "term_first", "term_last", "seat", "chamber", "seats", "person_id", "person", "public_office", "authority", "group", "from", "until", "posts",
        "seat_source", "page",
    ];

    /// <summary>The same with why somebody left, as an office has them for itself.</summary>
    public static IReadOnlyList<string> OwnColumns { get; } = [.. Columns, "end_reason"];

    /// <summary>The lines, in the order of the columns.</summary>
    /// <param name="isOwn">Are they the office's own?</param>
    public static IReadOnlyList<IReadOnlyList<object?>> Rows(IEnumerable<StatedDelegation> delegations, bool isOwn = false) => [.. delegations.SelectMany(d => Rows(d, isOwn))];

    private static IEnumerable<IReadOnlyList<object?>> Rows(StatedDelegation delegation, bool isOwn) => delegation.Seats.SelectMany(seats =>
    {
        var members = delegation.Members.Where(m => m.Kind == seats.Kind && m.Chamber == seats.Chamber).ToList();
        return members.Count == 0 ? [Row(delegation, seats, null, isOwn)] : members.Select(m => Row(delegation, seats, m, isOwn));
    });

    private static IReadOnlyList<object?> Row(StatedDelegation delegation, StatedSeats seats, StatedMember? member, bool isOwn) =>
    [
        delegation.Key, delegation.Body, delegation.BodyName, delegation.Name, delegation.Country, PopoloWriter.Day(delegation.First), PopoloWriter.Day(delegation.Last), seats.Kind, seats.Chamber,
        (decimal)seats.Seats, member?.Person, member?.Name, member?.PublicOffice, member?.Authority, member?.Group, PopoloWriter.Day(member?.From), PopoloWriter.Day(member?.Until),
        member is null ? null : string.Join("; ", member.Posts.Select(Post)), delegation.SeatSource, delegation.Page,
        .. isOwn ? new object?[] { member?.Ending } : [],
    ];

    private static string Post(StatedPost post)
    {
        var title = post.Title.Replace(';', ',');
        return post.From is null && post.Until is null ? title : $"{title} [{PopoloWriter.Day(post.From)}/{PopoloWriter.Day(post.Until)}]";
    }

    /// <summary>Reads the whole table.</summary>
    internal static List<DelegationDraft> Read(string text, DelegationFindings findings)
    {
        var (rows, openedAt) = CsvRows.Read(text);
        if (openedAt is { } line) findings.Add(new Place(line, 1, ""), DelegationFileCodes.OpenQuote);
        var head = rows[0].Values.Select(v => v.Trim().ToLowerInvariant()).ToList();
        foreach (var missing in Needed.Where(n => !head.Contains(n))) findings.Add(new Place(1, 1, missing), DelegationFileCodes.NoColumn, ("wanted", missing));
        if (findings.Any) return [];
        var drafts = new Dictionary<string, DelegationDraft>(StringComparer.Ordinal);
        foreach (var row in rows.Skip(1)) new TableLine(row, head, findings).On(drafts);
        return [.. drafts.Values];
    }

    [GeneratedRegex(@"^(.*?)(?: \[([0-9-]*)/([0-9-]*)\])?$")]
    private static partial Regex PostForm();

    /// <summary>A line of a table.</summary>
    private sealed class TableLine(CsvRow row, List<string> head, DelegationFindings findings)
    {
        private static readonly string[] Term = ["term_first", "term_last"];
        private static readonly string[] OfDelegation = ["body", "name", "country", "term_first", "term_last"];

        public void On(Dictionary<string, DelegationDraft> drafts)
        {
            var key = Keys.Of(Text("delegation"));
            if (key.Length == 0)
            {
                findings.Add(At("delegation"), DelegationFileCodes.Missing, ("field", "delegation"));
                return;
            }

            var stated = Delegation(key);
            if (!drafts.TryGetValue(key, out var draft)) drafts[key] = draft = new DelegationDraft(At("delegation"), stated);
            else Agree(draft.Stated, stated);
            var (kind, chamber) = (Text("seat").ToLowerInvariant(), Text("chamber") is { Length: > 0 } said ? said.ToLowerInvariant() : StatedDelegation.NoChamber);
            Seats(draft, kind, chamber);
            if (Text("person_id").Length + Text("person").Length > 0) Member(draft, kind, chamber);
        }

        private StatedDelegation Delegation(string key)
        {
            var (first, last) = (findings.Day(Text("term_first"), At("term_first")), findings.Day(Text("term_last"), At("term_last"), isLast: true));
            foreach (var missing in Term.Where(c => Text(c).Length == 0)) findings.Add(At(missing), DelegationFileCodes.Missing, ("field", missing));
            var body = Text("body") is { Length: > 0 } word ? Keys.Of(word) : Keys.Of(Text("body_name"));
            return new StatedDelegation(key, body, Text("body_name"), Text("name"), Text("country").ToUpperInvariant(), first ?? default, last ?? DateOnly.MaxValue)
            {
                SeatSource = Text("seat_source"),
                Page = Text("page") is { Length: > 0 } page ? page : null,
            };
        }

        private void Agree(StatedDelegation before, StatedDelegation now)
        {
            (string, string)[] said = [(before.Body, now.Body), (before.Name, now.Name), (before.Country, now.Country), (Day(before.First), Day(now.First)), (Day(before.Last), Day(now.Last))];
            foreach (var (column, i) in OfDelegation.Select((c, i) => (c, i)).Where(c => said[c.i].Item1 != said[c.i].Item2))
                findings.Add(At(column), DelegationFileCodes.Contradiction, ("field", column), ("text", DelegationFindings.Short(said[i].Item2)));
        }

        private void Seats(DelegationDraft draft, string kind, string chamber)
        {
            if (Text("seats").Length == 0) return;
            if (!int.TryParse(Text("seats"), NumberStyles.None, CultureInfo.InvariantCulture, out var seats))
            {
                findings.Add(At("seats"), DelegationFileCodes.UnknownWord, ("text", DelegationFindings.Short(Text("seats"))), ("wanted", "0–400"));
                return;
            }

            var known = draft.Seats.FindIndex(s => s.Seats.Kind == kind && s.Seats.Chamber == chamber);
            if (known < 0) draft.Seats.Add((new StatedSeats(kind, chamber, seats), At("seats")));
            else if (draft.Seats[known].Seats.Seats != seats) findings.Add(At("seats"), DelegationFileCodes.Contradiction, ("field", "seats"), ("text", Text("seats")));
        }

        private void Member(DelegationDraft draft, string kind, string chamber)
        {
            var person = Text("person_id") is { Length: > 0 } id ? id : Text("person");
            draft.Members.Add((new StatedMember(
                person, Text("person"), Text("public_office"), Text("authority"), Text("group"), kind, chamber, findings.Day(Text("from"), At("from")), findings.Day(Text("until"), At("until"), isLast: true),
                Posts())
            {
                Ending = Text("end_reason").ToLowerInvariant(),
            }, At("person")));
        }

        private List<StatedPost> Posts() =>
        [
            .. Text("posts").Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => PostForm().Match(p))
                .Select(m => new StatedPost(m.Groups[1].Value, findings.Day(m.Groups[2].Value, At("posts")), findings.Day(m.Groups[3].Value, At("posts"), isLast: true))),
        ];

        private static string Day(DateOnly day) => PopoloWriter.Day(day)!;

        private string Text(string column) => row.At(head.IndexOf(column))?.Trim() ?? "";

        private Place At(string column) => new(row.Line, 1, column);
    }
}
