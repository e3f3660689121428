using System.Text.Json;
using Tessera.Interchange.Tables;

namespace Tessera.Interchange.Reading;

/// <summary>
/// A reading as JSON for other programs; docs/schema/reading-1.schema.json describes it. Dates are EDTF. Spans count UTF-16 units of the <c>text</c> that stands in the same document: the page as it was
/// read, not the file.
/// </summary>
public static class ReadingFile
{
    /// <summary>UTF-8, indented by two, ending with a line break.</summary>
    public static byte[] Write(PageReading reading) => [.. JsonSerializer.SerializeToUtf8Bytes(Document(reading), PublishedJson.Options), (byte)'\n'];

    private static object Document(PageReading reading) => new { reading.Languages, Proposals = reading.Proposals.Select(Of), Tables = reading.Tables.Select(Of), reading.Page.Text };

    private static object Of(TableMapping table) => new
    {
        table.Table,
        Columns = table.Columns.Select(c => new { c.Column, c.Header, c.Field, Reason = Offices.Words<ColumnReason>.Write(c.Reason), c.Language }),
    };

    private static object Of(Proposal proposal) => new
    {
        proposal.Name,
        proposal.Names,
        proposal.Country,
        proposal.Level,
        proposal.Address,
        proposal.Website,
        proposal.Email,
        proposal.Phone,
        proposal.Mayor,
        proposal.Population,
        proposal.Area,
        Directory = Of(proposal.Directory),
        Agreements = proposal.Agreements.Select(Of),
        proposal.Confidence,
        proposal.Because,
        proposal.Spans,
    };

    /// <summary>One place is the match; several are candidates, none of them chosen.</summary>
    private static object? Of(IReadOnlyList<DirectoryMatch> directory) => directory.Count switch
    {
        0 => null,
        1 => directory[0],
        _ => new { Candidates = directory },
    };

    private static object Of(ProposedAgreement agreement) => new
    {
        agreement.Kind,
        agreement.Status,
        agreement.Decision,
        Dates = agreement.Dates.Select(d => new { d.Role, Date = d.Date.ToString() }),
        agreement.Signatories,
        agreement.Fields,
    };
}
