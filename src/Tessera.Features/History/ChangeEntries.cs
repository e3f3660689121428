using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Interchange.Offices;

namespace Tessera.Features.History;

/// <summary>Entries of the history from differences.</summary>
internal static class ChangeEntries
{
    /// <summary>The entry of a change by somebody at a moment.</summary>
    public static ChangeRow Of(OfficeChange change, LocalText names, int office, Edit edit, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OfficeId = office,
        At = now,
        Author = edit.Author,
        Reason = edit.Reason,
        Kind = Words<ChangeKind>.Parse(Words<Interchange.Offices.ChangeKind>.Write(change.Kind)),
        Subject = change.Subject,
        Key = change.Key,
        Parent = change.Parent,
        Names = names,
        Fields = [.. change.Fields.Select(f => new FieldChangeRow(f.Field, f.Old, f.New))],
    };
}
