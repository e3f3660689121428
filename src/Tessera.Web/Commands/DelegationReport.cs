using System.Text;
using Tessera.Planning.Delegations.Checking;
using Tessera.Planning.Delegations.Composing;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>Says line by line how a composition stands to the rules, or what is proposed.</summary>
internal sealed class DelegationReport(Texts texts)
{
    private readonly DelegationSentences _say = new(texts, k => k, (rule, delegation) => delegation.Length == 0 ? rule : $"{rule} [{delegation}]");

    /// <summary>A broken rule on a line: what is wrong, who is concerned, and the smallest exchange that mends it.</summary>
    public string Of(CheckedComposition check)
    {
        var report = new StringBuilder().AppendLine(_say.Standing(check));
        foreach (var broken in check.Broken) report.Append("  ").Append(_say.Wrong(broken.Verdict)).Append(' ').AppendLine(_say.Mended(broken));
        if (check.Broken.Count(b => b.Verdict.Severity == Planning.Delegations.Severity.Blocking) > 1 && check.Repair is { } repair) report.AppendLine(_say.Repair(repair));
        return report.ToString();
    }

    public string Of(CompositionProposal proposal)
    {
        if (proposal.Best is not { } best) return new StringBuilder().AppendLine(_say.NotFound(proposal.Conflict)).ToString();
        var report = new StringBuilder().AppendLine(_say.Found(best));
        Add(report, best);
        for (var i = 0; i < proposal.Alternatives.Count; i++)
        {
            report.AppendLine().AppendLine(texts.With("delegation-check.alternative", ("number", (i + 1).ToString("N0", texts.Culture))));
            Add(report, proposal.Alternatives[i]);
        }

        return report.ToString();
    }

    private void Add(StringBuilder report, ComposedDelegation composed)
    {
        report.Append("  ").AppendLine(_say.Worth(composed));
        foreach (var seats in composed.Seats.GroupBy(s => (s.Kind, s.Chamber))) report.Append("  ").Append(_say.SeatHeading(seats.Key.Kind, seats.Key.Chamber)).Append(": ").AppendLine(_say.Names(seats));
        foreach (var broken in composed.Verdicts.Where(v => !v.IsKept)) report.Append("  ").AppendLine(_say.Wrong(broken));
    }
}
