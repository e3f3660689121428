using BenchmarkDotNet.Running;
using Tessera.Benchmarks;

// "peer", "month-…", "offices", "reading", "pairs…", "places-…", "calendar-…" and "programmes" serve bench/load/run.sh; anything else is BenchmarkDotNet's.
switch (args)
{
    case ["peer", var connectionString, var address]:
        await HandWrittenPage.ServeAsync(connectionString, address);
        break;
    case ["month-fill", var connectionString]:
        await CrowdedMonth.FillAsync(connectionString);
        break;
    case ["month-peer", var connectionString, var address, var length]:
        await CrowdedMonth.ServeAsync(connectionString, address, int.Parse(length, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["offices", var folder]:
        ManyOffices.Write(folder, 1000, 25);
        break;
    case ["places-questions", var table, var folder]:
        PlaceQuestions.Write(table, folder);
        break;
    case ["places-recall", var table, var file]:
        PlaceQuestions.Recall(table, file);
        break;
    case ["places-peer", var connectionString, var table, var address]:
        await PlacesInPostgreSql.ServeAsync(connectionString, table, address);
        break;
    case ["calendar-files", var folder]:
        CalendarSpeed.WriteFiles(folder);
        break;
    case ["calendar-speed", var file]:
        CalendarSpeed.Measure(file);
        break;
    case ["calendar-feed", var address]:
        await CalendarSpeed.ServeAsync(address);
        break;
    case ["programmes", var regions]:
        ProgrammeSpeed.Measure(regions);
        break;
    case ["pairs-grow", var data, var folder]:
        GrownPairs.Write(data, folder);
        break;
    case ["pairs", var folder, var program, var root, var rounds]:
        await PairRounds.RunAsync(folder, program, root, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["reading", var corpus, var file, var target]:
        ReadingScore.Run(corpus, file, target);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SearchBenchmarks).Assembly).Run(args);
        break;
}
