using System.Text;
using System.Text.Json;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Popolo;

/// <summary>
/// Reads delegations from Popolo JSON or from a table as CSV. Nothing in the file makes the reader throw: what is wrong comes back as findings with line, field and reason, all of them at once. Linear in the
/// file but for who sits at one time, which is quadratic in the members of one seat's kind.
/// </summary>
public static class DelegationFileReader
{
    /// <summary>Bytes of a file.</summary>
    public const int Most = 1024 * 1024;

    /// <summary>The same as a person reads it.</summary>
    public const string MostText = "1 MB";

    private const int Deepest = 32;

    /// <summary>Reads UTF-8, with or without byte order mark.</summary>
    /// <param name="name">As the findings shall call it.</param>
    public static DelegationFileReading Read(ReadOnlyMemory<byte> utf8, string name)
    {
        var findings = new DelegationFindings(name);
        var drafts = Drafts(utf8, findings);
        if (!findings.Any && drafts.Count == 0) findings.Add(default(Place) with { Path = "" }, DelegationFileCodes.NoDelegation);
        if (drafts.Count > DraftRules.MostDelegations) findings.Add(drafts[DraftRules.MostDelegations].Place, DelegationFileCodes.TooMany, ("most", "50"));
        if (findings.Any) return findings.Refused();
        foreach (var draft in drafts) DraftRules.Check(draft, findings);
        return findings.Any ? findings.Refused() : new DelegationFileReading([.. drafts.Select(d => d.Finished())], []);
    }

    private static List<DelegationDraft> Drafts(ReadOnlyMemory<byte> utf8, DelegationFindings findings)
    {
        var start = new Place(1, 1, "");
        if (utf8.Length > Most)
        {
            findings.Add(start, DelegationFileCodes.TooLarge, ("most", MostText));
            return [];
        }

        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var begin = utf8.Span.TrimStart(" \t\r\n"u8);
        if (begin.IsEmpty)
        {
            findings.Add(start, DelegationFileCodes.Empty);
            return [];
        }

        return begin[0] is (byte)'{' or (byte)'[' ? Json(utf8, findings) : DelegationTable.Read(Encoding.UTF8.GetString(utf8.Span), findings);
    }

    private static List<DelegationDraft> Json(ReadOnlyMemory<byte> utf8, DelegationFindings findings)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Deepest });
            return new PopoloReader(document.RootElement, JsonPositions.Of(utf8.Span), findings).Read();
        }
        catch (JsonException broken)
        {
            findings.Add(new Place((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, ""), OfficeFileCodes.NotJson);
        }
        catch (Exception invalid) when (invalid is InvalidOperationException or DecoderFallbackException)
        {
            findings.Add(new Place(1, 1, ""), OfficeFileCodes.NotJson);
        }

        return [];
    }
}
