using System.Diagnostics;
using System.Globalization;

namespace Tessera.DelegationSpeed;

/// <summary>
/// Whole processes against COIN-OR CBC on the same models, interleaved: all models of a size by one process of ours, each by a process of its own, and each as a
/// program that is already running does it. CBC has a process for each model in all three, since it is started so and starts in some milliseconds. The optimum of
/// each model must be the same, and ours proven, or the run fails. Prints rows of bench/results and writes a table.
/// </summary>
internal static class SpeedRounds
{
    private const int WarmPasses = 6;
    private static readonly (string Size, int Models, string What)[] Sizes =
    [
        ("60", DelegationCases.Each, "14 seats from 60 candidates"), ("200", DelegationCases.Each, "14 seats from 200 candidates"), ("1000", DelegationCases.Each, "14 seats from 1,000 candidates"),
        ("612", DelegationCases.Congresses, "612 seats of 46 delegations in one go"),
    ];

    /// <summary>Seconds of one round.</summary>
    private sealed record Round(double Together, double Single, double Running, double Peer);

    public static void Run(string folder, int rounds, string results)
    {
        var peer = "CBC " + Version();
        var lines = new List<string>();
        foreach (var (size, models, what) in Sizes)
        {
            string[] names = [.. Enumerable.Range(0, models).Select(i => Path.Combine(folder, $"{size}-{i}"))];
            var all = Enumerable.Range(0, rounds).Select(_ => Measure(names)).ToList();
            double Median(Func<Round, double> of) => all.Select(of).Order().ElementAt(all.Count / 2);
            var seconds = string.Create(CultureInfo.InvariantCulture, $"{Median(r => r.Together):0.00} s against {Median(r => r.Peer):0.00}");
            Say($"DELEGATION-{size}", Median(r => r.Peer / r.Together), $"times CBC's speed, whole processes, {what}, {models} models, {seconds}, the same optimum each time", peer);
            Say($"DELEGATION-{size}-single", Median(r => r.Peer / r.Single), $"times CBC's speed, {what}, a process for each model, .NET's start included", peer);
            Say($"DELEGATION-{size}-running", Median(r => r.Peer / r.Running), $"times CBC's speed, {what}, in a program that is running, as the desk's is", peer);
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {1000 * Median(r => r.Together) / models:0} | {1000 * Median(r => r.Single) / models:0} | {1000 * Median(r => r.Running) / models:0.0} | {1000 * Median(r => r.Peer) / models:0} | {Median(r => r.Peer / r.Together):0.0} | {Median(r => r.Peer / r.Single):0.0} | {Median(r => r.Peer / r.Running):0} |"));
        }

        Write(results, peer, rounds, lines);
    }

    private static Round Measure(string[] names)
    {
        var peers = new List<(long Objective, double Seconds)>();
        var single = 0.0;
        foreach (var name in names)
        {
            single += Ours([name]).Seconds;
            peers.Add(Peer(name));
        }

        var together = Ours(names);
        if (!together.Objectives.SequenceEqual(peers.Select(p => p.Objective))) throw new InvalidOperationException($"Not the same optimum: {string.Join(' ', together.Objectives)} and {string.Join(' ', peers.Select(p => p.Objective))}");
        var running = Ours([.. Enumerable.Repeat(names, WarmPasses).SelectMany(n => n)]).Inside.TakeLast(names.Length).Sum();
        return new Round(together.Seconds, single, running / 1000, peers.Sum(p => p.Seconds));
    }

    private static (List<long> Objectives, List<double> Inside, double Seconds) Ours(string[] names)
    {
        var (output, seconds) = Process(Environment.ProcessPath!, IsHosted ? [typeof(SpeedRounds).Assembly.Location, .. names.Select(n => n + ".json")] : [.. names.Select(n => n + ".json")]);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToList();
        if (rows.Count != names.Length || rows.Any(r => r[2] != "True")) throw new InvalidOperationException($"Not proven: {output}");
        return ([.. rows.Select(r => long.Parse(r[1], CultureInfo.InvariantCulture))], [.. rows.Select(r => double.Parse(r[4], CultureInfo.InvariantCulture))], seconds);
    }

    private static (long Objective, double Seconds) Peer(string name)
    {
        var (output, seconds) = Process("cbc", [name + ".lp", "solve"]);
        var line = output.Split('\n').LastOrDefault(l => l.StartsWith("Objective value:", StringComparison.Ordinal));
        if (line is null || !output.Contains("Result - Optimal solution found", StringComparison.Ordinal)) throw new InvalidOperationException($"CBC found no optimum of {name}: {output}");
        return ((long)Math.Round(double.Parse(line["Objective value:".Length..], CultureInfo.InvariantCulture)), seconds);
    }

    private static bool IsHosted => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    private static string Version() => Process("cbc", ["-version", "-quit"]).Output.Split('\n').First(l => l.StartsWith("Version:", StringComparison.Ordinal))["Version:".Length..].Trim();

    private static (string Output, double Seconds) Process(string program, IEnumerable<string> arguments)
    {
        var begin = Stopwatch.GetTimestamp();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, Stopwatch.GetElapsedTime(begin).TotalSeconds);
    }

    private static void Say(string id, double value, string unit, string peer) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}|{Math.Round(value, 2)}|{unit}|{peer}|>= 1|{(value >= 1 ? "true" : "false")}"));

    private static void Write(string results, string peer, int rounds, List<string> lines)
    {
        using var table = new StreamWriter(results) { NewLine = "\n" };
        table.WriteLine("# Composing delegations");
        table.WriteLine();
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Milliseconds a model, medians of {rounds} interleaved rounds, against {peer} on the same models as LP files. Command: `make bench only=delegations`. The optimum was the same every time, and proven."));
        table.WriteLine();
        table.WriteLine("| models | ours, one process for all | ours, a process each | ours, in a running program | CBC, a process each | times as fast | a process each | in a running program |");
        table.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var line in lines) table.WriteLine(line);
    }
}
