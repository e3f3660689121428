using System.Diagnostics;
using System.Globalization;
using Tessera.DelegationSpeed;
using Tessera.Planning.Delegations.Composing;
using Tessera.Planning.Delegations.Exact;
using Tessera.Planning.Delegations.Files;

// "write" and "measure" serve bench/load/run.sh. With files it is one of the two processes that are measured: it composes what they hold and says of each the
// objective, whether it is proven, nodes, and ms without starting and reading.
switch (args)
{
    case ["write", var folder]:
        DelegationCases.Write(folder);
        return;
    case ["measure", var folder, var rounds, var results]:
        SpeedRounds.Run(folder, int.Parse(rounds, CultureInfo.InvariantCulture), results);
        return;
}

foreach (var path in args)
{
    var model = DelegationFile.Read(File.ReadAllBytes(path)).Model;
    var begin = Stopwatch.GetTimestamp();
    var program = DelegationProgram.Composing(model);
    var found = LexicographicSolver.Solve(program.Program, program.Goals, ComposerSettings.Default.MostNodes, program.Complete);
    var ms = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    var objective = found.Values is null ? "none" : LpFile.Objective(LpFile.Weights(program), found.Goals).ToString(CultureInfo.InvariantCulture);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)} {objective} {found.IsProven} {found.Nodes} {ms:0.0}"));
}
