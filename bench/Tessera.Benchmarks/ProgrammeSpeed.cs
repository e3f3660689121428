using System.Diagnostics;
using System.Globalization;
using Tessera.Planning.Programmes;
using Tessera.Planning.Programmes.Dates;
using Tessera.Planning.Programmes.Harmony;
using Tessera.Planning.Tests.Programmes;

namespace Tessera.Benchmarks;

/// <summary>
/// S5: the conflicts of seasons of three sizes beside all pairs, the best dates in a year, and how far the local search stays behind the exact plan. Prints
/// rows of bench/results.
/// </summary>
internal static class ProgrammeSpeed
{
    private const int Rounds = 5;
    private const int SmallSeasons = 60;
    private static readonly ConflictSettings Settings = ConflictSettings.Default;

    public static void Measure(string regions)
    {
        var small = Sweep(1_000);
        var middle = Sweep(10_000);
        var large = Sweep(100_000);
        Row("S5-1000", small.Ms, string.Create(CultureInfo.InvariantCulture, $"ms, {small.Found} conflicts of 1,000 entries"), "-", "-", true);
        Row("S5-10000", middle.Ms, string.Create(CultureInfo.InvariantCulture, $"ms, {middle.Found} conflicts of 10,000 entries"), "-", "-", true);
        Row("S5", large.Ms / 1000, string.Create(CultureInfo.InvariantCulture, $"s on one core, {large.Found} conflicts of 100,000 entries of a year"), "-", "<= 2", large.Ms <= 2000);
        Row("S5-growth", large.Ms / middle.Ms / (10 * Math.Log(100_000) / Math.Log(10_000)), "times what n log n makes of 10,000 entries at 100,000", "-", "<= 1.5", large.Ms / middle.Ms <= 1.5 * 12.5);
        var pairs = AllPairs(1_000);
        Row("S5-pairs", pairs.Ms / small.Ms, string.Create(CultureInfo.InvariantCulture, $"times the speed of all pairs at 1,000 entries ({pairs.Ms:0.0} ms, {pairs.Found} pairs that may conflict)"), "all pairs", "> 1", pairs.Ms > small.Ms);
        Dates();
        Gap();
        Region(regions);
    }

    private static (double Ms, int Found) Sweep(int count)
    {
        var season = ManyProgrammes.Of(count, 1);
        var found = 0;
        return (Median(() => found = ConflictFinder.Find(season, Settings).Count), found);
    }

    /// <summary>The peer: two loops, the cheapest question first, on the same records. It says which pairs may conflict and weighs nothing.</summary>
    private static (double Ms, int Found) AllPairs(int count)
    {
        var entries = ManyProgrammes.Of(count, 1).Entries;
        var found = 0;
        return (Median(() =>
        {
            found = 0;
            for (var i = 0; i < entries.Count; i++)
            {
                for (var j = i + 1; j < entries.Count; j++)
                {
                    if (MayConflict(entries[i], entries[j])) found++;
                }
            }

            return found;
        }), found);
    }

    private static bool MayConflict(ProgrammeEntry a, ProgrammeEntry b)
    {
        if (a.Start - b.End >= TimeSpan.FromHours(12) || b.Start - a.End >= TimeSpan.FromHours(12)) return false;
        if (a.Performers.Any(b.Performers.Contains) || a.Stages.Any(b.Stages.Contains)) return true;
        if (a.Start >= b.End || b.Start >= a.End) return false;
        if (a.Audiences.Count > 0 && b.Audiences.Count > 0 && !a.Audiences.Any(b.Audiences.Contains) && !a.Themes.Any(b.Themes.Contains)) return false;
        return a.Venue.DistanceKm(b.Venue) < a.CatchmentKm + b.CatchmentKm;
    }

    /// <summary>The worst of a hundred questions for the best dates in a year.</summary>
    private static void Dates()
    {
        var season = ManyProgrammes.Of(100_000, 1);
        var index = new SeasonIndex(season, Settings);
        var year = new DayWindow(new(2027, 1, 1), new(2027, 12, 31));
        var worst = 0.0;
        for (var round = 0; round < 2; round++)
        {
            worst = 0;
            for (var i = 0; i < 100; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                if (index.BestDates(season.Entries[i * 997], year, 10).Count == 0) throw new InvalidOperationException("No date was found.");
                worst = Math.Max(worst, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }
        }

        Row("S5-dates", worst, "ms, the slowest of 100 questions for the best dates in a year among 100,000 entries", "-", "<= 500", worst <= 500);
    }

    /// <summary>Random seasons small enough to be proven: 30 to 89 entries within ten days.</summary>
    private static void Gap()
    {
        var settings = HarmonySettings.Default with { MostMovedShare = 0.25 };
        var (gaps, proven) = (new List<double>(), 0);
        for (var seed = 0; seed < SmallSeasons; seed++)
        {
            var season = Seasons.Random(seed, 30 + seed, new(46.36, 25.8), 14, 0.6);
            var exact = Harmoniser.Plan(season, Settings, settings, [], new ExactSolver(3_000_000));
            if (!exact.IsProven) continue;
            proven++;
            gaps.Add((Harmoniser.Plan(season, Settings, settings, [], new LocalSearch(settings.SearchSteps, settings.Seed)).Objective / exact.Objective) - 1);
        }

        var (average, most) = (100 * gaps.Average(), 100 * gaps.Max());
        Row("HARMONY-gap", average, string.Create(CultureInfo.InvariantCulture, $"% above the optimum, local search on {proven} proven of {SmallSeasons} random seasons of 30 to 89 entries (the worst {most:0.###} %)"), "exact solver", "<= 1", average <= 1);
    }

    private static void Region(string folder)
    {
        var season = SeasonFile.Read(folder);
        HarmonyPlan plan = null!;
        var ms = Median(() => (plan = Harmoniser.Plan(season, Settings, HarmonySettings.Default, [])).Moves.Count);
        Row("HARMONY", 100 * plan.Fall, string.Create(CultureInfo.InvariantCulture, $"% of the conflict gone in a season of {season.Entries.Count}, {plan.Moves.Count} of {plan.Movable} movable entries moved, in {ms / 1000:0.0} s"), "-", ">= 60", plan.Fall >= 0.6 && plan.Moves.Count <= plan.Movable / 5);
    }

    private static void Row(string id, double value, string unit, string peer, string target, bool met) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}|{Math.Round(value, 3)}|{unit}|{peer}|{target}|{(met ? "true" : "false")}"));

    private static double Median(Func<int> work)
    {
        var times = new double[Rounds];
        work();
        for (var i = 0; i < Rounds; i++)
        {
            GC.Collect();
            var begin = Stopwatch.GetTimestamp();
            if (work() == 0) throw new InvalidOperationException("Nothing was found.");
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        return times.Order().ElementAt(Rounds / 2);
    }
}
