using BenchmarkDotNet.Running;
using Tessera.Benchmarks;

// "peer" and "offices" serve bench/load/run.sh; anything else is BenchmarkDotNet's.
switch (args)
{
    case ["peer", var connectionString, var address]:
        await HandWrittenPage.ServeAsync(connectionString, address);
        break;
    case ["offices", var folder]:
        ManyOffices.Write(folder, 1000, 25);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
        break;
}
