using System.Globalization;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>Says on the terminal how a register and an office's records stand to each other.</summary>
internal static class ReconciliationReport
{
    private const int MostContradictions = 40;

    /// <summary>The answer's word in JSON and in the keys of the texts.</summary>
    public static string Word(RegisterAnswer answer) => answer switch
    {
        RegisterAnswer.Same => "same",
        RegisterAnswer.MissingHere => "missing-here",
        RegisterAnswer.MissingThere => "missing-there",
        _ => "contradictory",
    };

    /// <summary>The office's partners in full; of the contradictions the first, since a large register has thousands, and how many there are of each sort.</summary>
    public static void Write(IReadOnlyList<RegisterFinding> findings, Texts texts)
    {
        foreach (var answer in Enum.GetValues<RegisterAnswer>())
        {
            var own = findings.Where(f => f.Answer == answer).ToList();
            Console.WriteLine($"{texts["commands.reconcile." + Word(answer)]}: {own.Count.ToString("N0", texts.Culture)}");
            foreach (var finding in own.Take(answer == RegisterAnswer.Contradictory ? MostContradictions : int.MaxValue)) Console.WriteLine($"  {Named(finding)}: {Sentence(finding, texts)}");
            if (answer != RegisterAnswer.Contradictory || own.Count <= MostContradictions) continue;
            foreach (var sort in own.GroupBy(f => f.Reason)) Console.WriteLine($"  {texts["commands.reconcile.sort-" + sort.Key]}: {sort.Count().ToString("N0", texts.Culture)}");
        }
    }

    private static string Named(RegisterFinding finding)
    {
        var line = finding.Line > 0 ? finding.Line.ToString(CultureInfo.InvariantCulture) + " " : "";
        var pair = finding.Answer == RegisterAnswer.Contradictory && finding.Origin != finding.Partner ? $"{finding.Origin} – {finding.Partner}" : finding.Partner;
        return $"{line}{pair}{(finding.Country is { } country ? $" ({country})" : "")}";
    }

    private static string Sentence(RegisterFinding finding, Texts texts) => texts.With("commands.reconcile.why-" + finding.Reason, [.. finding.Arguments.Select(a => (a.Key, a.Value))]);
}
