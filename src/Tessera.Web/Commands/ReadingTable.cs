using System.Text;
using Tessera.Interchange.Reading;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>A reading for the terminal: one line for each partner, below it its agreements and the reasons.</summary>
internal static class ReadingTable
{
    private const int LongestName = 40;

    /// <summary>The table; one sentence when the page names no partners.</summary>
    public static string Of(PageReading reading, Texts texts)
    {
        if (reading.Proposals.Count == 0) return texts["commands.read.nothing"] + Environment.NewLine;
        string[] heading = ["", texts["commands.read.name"], texts["commands.read.country-column"], texts["commands.read.level"], texts["commands.read.place"]];
        var rows = reading.Proposals.Select(p => Row(p, texts)).Prepend(heading).ToList();
        var widths = Enumerable.Range(0, heading.Length).Select(c => rows.Max(r => r[c].Length)).ToList();
        var table = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            table.AppendLine(string.Join("  ", rows[i].Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd());
            if (i > 0) Below(table, reading.Proposals[i - 1], widths[0] + 2, texts);
        }

        return table.AppendLine().AppendLine(Summary(reading, texts)).ToString();
    }

    private static string[] Row(Proposal proposal, Texts texts) =>
    [
        Percent(proposal.Confidence, texts),
        proposal.Name.Length > LongestName ? proposal.Name[..LongestName] + "…" : proposal.Name,
        proposal.Country ?? "?",
        texts[proposal.Level is "city-district" or "institution" ? "commands.read.level-" + proposal.Level : "authority-kind." + proposal.Level],
        string.Join(" / ", proposal.Directory.Select(d => $"{d.Name}, {d.Country}")),
    ];

    private static void Below(StringBuilder table, Proposal proposal, int indent, Texts texts)
    {
        var margin = new string(' ', indent);
        foreach (var agreement in proposal.Agreements) table.Append(margin).AppendLine(string.Join(" · ", Words(agreement, texts)));
        table.Append(margin).Append(texts["commands.read.because"]).Append(' ').AppendLine(string.Join("; ", proposal.Because));
    }

    private static IEnumerable<string> Words(ProposedAgreement agreement, Texts texts)
    {
        yield return texts["agreement-kind." + agreement.Kind];
        yield return texts["commands.read.status-" + agreement.Status];
        if (agreement.Decision is { } decision) yield return decision;
        foreach (var date in agreement.Dates) yield return $"{texts["agreement-date-role." + date.Role]}: {date.Date.Print(texts.Language)}";
    }

    private static string Summary(PageReading reading, Texts texts)
    {
        var agreements = texts["commands.read.agreements", reading.Proposals.Sum(p => p.Agreements.Count)];
        return texts.With("commands.read.summary", ("partners", texts["commands.read.partners", reading.Proposals.Count]), ("agreements", agreements), ("languages", string.Join(", ", reading.Languages)));
    }

    private static string Percent(double share, Texts texts) => share.ToString("P0", texts.Culture);
}
