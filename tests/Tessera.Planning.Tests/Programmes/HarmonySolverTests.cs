using FsCheck;
using FsCheck.Fluent;
using Tessera.Planning.Maps;
using Tessera.Planning.Programmes;
using Tessera.Planning.Programmes.Harmony;
using Xunit;

namespace Tessera.Planning.Tests.Programmes;

/// <summary>One tester for both solvers: what they give is valid, costs what they say, and the exact one is never beaten.</summary>
public sealed class HarmonySolverTests
{
    private static readonly GeoPoint Csikszereda = new(46.3594, 25.8017);
    private static readonly ConflictSettings Conflicts = ConflictSettings.Default;
    private static readonly HarmonySettings Settings = HarmonySettings.Default with { SearchSteps = 3000 };
    private static readonly LocalSearch Search = new LocalSearch(Settings.SearchSteps, Settings.Seed);

    /// <summary>Without a start, so that what it finds is its own.</summary>
    private static readonly ExactSolver Exact = new(1_000_000);

    public static TheoryData<string> Solvers => ["search", "exact"];

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Plan_OfAnySeason_KeepsTheRulesAndCostsWhatItSays(string name) => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), Gen.Choose(2, 24).ToArbitrary(), (seed, count) =>
    {
        var season = Seasons.Random(seed, count, Csikszereda, 10, name == "exact" ? 0.5 : 0.8);
        var settings = Settings with { MostMovedShare = 0.1 * (seed % 6), Seed = seed };
        AssertRight(season, Harmoniser.Plan(season, Conflicts, settings, [], name == "exact" ? Exact : new LocalSearch(1500, seed)), settings);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(name == "exact" ? 60 : 150));

    [Fact]
    public void Solve_OfSmallProblems_IsTheBestOfAllChoices()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = Problem(seed, 2 + (seed % 5), 4);
            var best = Choices(problem, []).Where(problem.IsValid).Min(problem.Objective);
            var solution = Exact.Solve(problem);
            Assert.True(problem.IsValid(solution.Choice) && solution.IsProven);
            Assert.Equal(best, solution.Objective, 1e-6);
            Assert.Equal(problem.Objective(solution.Choice), solution.Objective, 1e-6);
        }
    }

    [Fact]
    public void Solve_BySearchOnSmallSeasons_LiesCloseToTheExact()
    {
        var gaps = new List<double>();
        for (var seed = 0; seed < 40; seed++)
        {
            var season = Seasons.Random(seed, 26, Csikszereda, 10, 0.6);
            var settings = Settings with { MostMovedShare = 0.4 };
            var (exact, search) = (Harmoniser.Plan(season, Conflicts, settings, [], Exact), Harmoniser.Plan(season, Conflicts, settings, [], Search));
            Assert.True(exact.IsProven, $"seed {seed} was not proven");
            Assert.True(search.Objective >= exact.Objective - 1e-6, $"seed {seed}: the search beat the optimum");
            gaps.Add((search.Objective / exact.Objective) - 1);
        }

        Assert.InRange(gaps.Average(), 0, 0.005);
        Assert.InRange(gaps.Max(), 0, 0.05);
    }

    /// <summary>Where two must both move, each of which alone would only run into others: a search that never forces one stays at five times the optimum.</summary>
    [Fact]
    public void Solve_WhereOnlyTwoMovesTogetherHelp_FindsThem()
    {
        var (season, settings) = (Seasons.Random(3, 40, Csikszereda, 10, 0.6), HarmonySettings.Default with { MostMovedShare = 0.4 });
        Assert.Equal(Harmoniser.Plan(season, Conflicts, settings, [], Exact).Objective, Harmoniser.Plan(season, Conflicts, settings, [], new LocalSearch(settings.SearchSteps, settings.Seed)).Objective, 1e-6);
    }

    [Fact]
    public void Solve_WithTheSameSeed_IsTheSame()
    {
        var season = Seasons.Random(3, 80, Csikszereda, 20);
        var first = Harmoniser.Plan(season, Conflicts, Settings, [], Search);
        Assert.Equal(first.Moves.Select(m => (m.Key, m.To)), Harmoniser.Plan(season, Conflicts, Settings, [], Search).Moves.Select(m => (m.Key, m.To)));
        Assert.NotEmpty(first.Moves);
    }

    [Fact]
    public void Solve_WhenNodesRunOut_GivesAValidPlanUnproven()
    {
        var season = Seasons.Random(5, 40, Csikszereda, 10, 1);
        var plan = Harmoniser.Plan(season, Conflicts, Settings, [], new ExactSolver(50, Search));
        Assert.False(plan.IsProven);
        AssertRight(season, plan, Settings);
    }

    [Fact]
    public void Solve_MoreOptionsThanTheTableHolds_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Exact.Solve(new HarmonyProblem([[.. Enumerable.Range(0, ExactSolver.MostOptions + 1)]], 0, new double[ExactSolver.MostOptions + 1], new double[ExactSolver.MostOptions + 1], [], 1)));

    /// <summary>Asks nothing of the solver but its days: rules, totals and objective are worked out from the season by other code.</summary>
    internal static void AssertRight(Season season, HarmonyPlan plan, HarmonySettings settings)
    {
        var movable = season.Entries.Where(e => e.Firmness != Firmness.Fixed && e.Window is not null).ToList();
        Assert.InRange(plan.Moves.Count, 0, (int)Math.Floor((settings.MostMovedShare * movable.Count) + 1e-9));
        Assert.Equal(plan.Moves.Count, plan.Moves.Select(m => m.Key).Distinct().Count());
        var price = 0.0;
        foreach (var move in plan.Moves)
        {
            var entry = movable.Single(e => e.Key == move.Key);
            Assert.InRange(move.To, entry.Window!.Value.First, entry.Window.Value.Last);
            Assert.Contains(move.To.DayOfWeek, MoveDays.WeekdaysOf(entry));
            Assert.NotEqual(0, move.Days);
            price += (settings.MovePrice + (settings.DayPrice * Math.Abs(move.Days))) * (entry.YearlyTradition ? settings.TraditionFactor : 1) * (entry.Firmness == Firmness.Idea ? settings.IdeaFactor : 1);
        }

        var days = plan.Moves.ToDictionary(m => m.Key, m => m.To);
        Season after = new([.. season.Entries.Select(e => Shift(e, days.TryGetValue(e.Key, out var day) ? day.DayNumber - e.Day.DayNumber : 0))], season.Facts);
        var (before, left) = (PlainConflicts.Weight(season, Conflicts), PlainConflicts.Weight(after, Conflicts));
        Assert.Equal(before, plan.Before.Weight, 1e-6 * Math.Max(1, before));
        Assert.Equal(left, plan.Afterwards.Weight, 1e-6 * Math.Max(1, before));
        Assert.Equal(left + price, plan.Objective, 1e-6 * Math.Max(1, before));
        Assert.True(plan.Objective <= before + 1e-6, "the plan is worse than none");
    }

    private static ProgrammeEntry Shift(ProgrammeEntry entry, int days) => entry with { Start = entry.Start.AddDays(days), End = entry.End.AddDays(days) };

    private static HarmonyProblem Problem(int seed, int variables, int options)
    {
        var random = new Random(seed);
        var count = variables * options;
        var edges = Enumerable.Range(0, count * 3).Select(_ => (A: random.Next(count), B: random.Next(count), Weight: (double)random.Next(100))).Where(e => e.A / options != e.B / options).ToList();
        double[] Numbers(int most) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(most))];
        return new HarmonyProblem([.. Enumerable.Range(0, variables).Select(_ => Enumerable.Range(0, options).ToArray())], 7, Numbers(60), Numbers(20), edges, random.Next(variables + 1));
    }

    private static IEnumerable<int[]> Choices(HarmonyProblem problem, int[] begun) => begun.Length == problem.Variables
        ? [begun]
        : Enumerable.Range(begun.Length * 4, 4).SelectMany(option => Choices(problem, [.. begun, option]));
}
