using System.Globalization;
using Tessera.Planning.Delegations.Exact;

namespace Tessera.Planning.Delegations.Composing;

/// <summary>
/// A delegation's program in the LP form that solvers elsewhere read, its goals added up with weights that keep their order: each weight is more than all that the
/// goals after it can differ by in one delegation, which suffices, since delegations have no row in common.
/// </summary>
public static class LpFile
{
    /// <summary>The weights of the goals; the last is 1.</summary>
    public static IReadOnlyList<long> Weights(DelegationProgram program)
    {
        var model = program.Model;
        var (points, warnings, pairs) = (0L, 0L, 0L);
        foreach (var delegation in model.Delegations)
        {
            var seats = (long)model.Blocks.Where(b => b.Delegation == delegation).Sum(b => b.Seats);
            var most = model.Candidates.Where(c => c.Delegation == delegation).Select(c => Math.Max(c.RepresentativePoints ?? 0, c.SubstitutePoints ?? 0)).DefaultIfEmpty(0).Max();
            (points, pairs) = (Math.Max(points, seats * most), Math.Max(pairs, model.Balance.Count * seats * (seats - 1) / 2));
            warnings = Math.Max(warnings, model.Rules.Count(r => r.Severity == Severity.Warning && r.IsAbout(model, delegation)));
        }

        var (ofPoint, ofPair) = (pairs + 1, 1L);
        var ofWarning = (ofPoint * points) + pairs + 1;
        return [(ofWarning * (warnings + 1)), ofWarning, ofPoint, ofPair];
    }

    /// <summary>The sum of the goals by their weights.</summary>
    public static long Objective(IReadOnlyList<long> weights, IReadOnlyList<long> goals) => weights.Zip(goals, (w, g) => w * g).Sum();

    public static void Write(DelegationProgram program, TextWriter writer)
    {
        var weights = Weights(program);
        var (whole, cost) = (program.Program, new long[program.Program.Columns]);
        for (var g = 0; g < program.Goals.Count; g++)
        {
            for (var j = 0; j < cost.Length; j++) cost[j] += weights[g] * program.Goals[g].Cost[j];
        }

        writer.WriteLine("Minimize");
        Sum(writer, program, " objective:", Enumerable.Range(0, cost.Length).Where(j => cost[j] != 0).Select(j => (j, cost[j])));
        writer.WriteLine("Subject To");
        var number = 0;
        foreach (var row in whole.Rows) Write(writer, program, row, number++);
        foreach (var group in Enumerable.Range(0, whole.Columns).Where(j => whole.Group[j] >= 0).GroupBy(j => whole.Group[j]).Where(g => g.Count() > 1))
        {
            Write(writer, program, new ProgramRow([.. group], [.. group.Select(_ => 1)], ProgramRow.NoLimit, 1), number++);
        }

        writer.WriteLine("Bounds");
        for (var j = 0; j < whole.Columns; j++) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {whole.Lower[j]} <= {program.NameOf(j)} <= {whole.Upper[j]}"));
        writer.WriteLine("Generals");
        for (var j = 0; j < whole.Columns; j++)
        {
            if (!program.IsWholeByItself(j)) writer.WriteLine(" " + program.NameOf(j));
        }

        writer.WriteLine("End");
    }

    private static void Write(TextWriter writer, DelegationProgram program, ProgramRow row, int number)
    {
        if (row.Columns.Length == 0) return;
        var entries = row.Columns.Select((j, i) => (j, (long)row.Factors[i])).ToList();
        if (row.Least == row.Most) Limit("e", "=", row.Least);
        else
        {
            if (row.Least > ProgramRow.NoLimit) Limit("l", ">=", row.Least);
            if (row.Most < -ProgramRow.NoLimit) Limit("m", "<=", row.Most);
        }

        void Limit(string letter, string sign, long limit)
        {
            Sum(writer, program, string.Create(CultureInfo.InvariantCulture, $" {letter}{number}:"), entries);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {sign} {limit}"));
        }
    }

    private static void Sum(TextWriter writer, DelegationProgram program, string name, IEnumerable<(int Column, long Factor)> entries)
    {
        writer.Write(name);
        var onLine = 0;
        foreach (var (column, factor) in entries)
        {
            if (++onLine % 10 == 0) writer.WriteLine();
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" {(factor < 0 ? "-" : "+")} {Math.Abs(factor)} {program.NameOf(column)}"));
        }

        writer.WriteLine();
    }
}
