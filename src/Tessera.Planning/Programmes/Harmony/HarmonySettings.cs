namespace Tessera.Planning.Programmes.Harmony;

/// <summary>
/// What a move costs, in visitors, so that it is weighed against the conflicts it removes. Defaults are judgements: each says why.
/// </summary>
public sealed record HarmonySettings
{
    public static HarmonySettings Default { get; } = new();

    /// <summary>
    /// For asking an organiser at all: calls, performers, posters. A move that saves fewer than twenty visitors is not worth the coordinator's call.
    /// </summary>
    public double MovePrice { get; init; } = 20;

    /// <summary>For each day moved: the nearer the new day, the likelier helpers and performers still have it free.</summary>
    public double DayPrice { get; init; } = 1;

    /// <summary>How many times dearer a yearly tradition is: its visitors come on the usual day without reading a poster.</summary>
    public double TraditionFactor { get; init; } = 3;

    /// <summary>What part an idea costs: nothing is printed yet.</summary>
    public double IdeaFactor { get; init; } = 0.25;

    /// <summary>Of the movable entries, how many a plan may move at most, rounded down: organisers stop listening to a coordinator who moves everything.</summary>
    public double MostMovedShare { get; init; } = 0.2;

    /// <summary>Where the search's choices by chance begin: the same seed gives the same plan.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many steps the local search takes.</summary>
    public int SearchSteps { get; init; } = 40_000;

    /// <summary>How many nodes the exact solver looks at before it gives up proving.</summary>
    public int MostNodes { get; init; } = 2_000_000;

    /// <summary>Up to so many movable entries the exact solver is tried: it proves nearly all of them within a second or two.</summary>
    public int ExactUpTo { get; init; } = 40;

    internal double PriceOf(ProgrammeEntry entry, int days)
    {
        if (days == 0) return 0;
        var factor = (entry.YearlyTradition ? TraditionFactor : 1) * (entry.Firmness == Firmness.Idea ? IdeaFactor : 1);
        return factor * (MovePrice + (DayPrice * Math.Abs(days)));
    }
}

/// <summary>What an organiser said to a proposed move.</summary>
/// <param name="Key">Of the entry.</param>
/// <param name="Day">The day proposed; none with a refusal means that the entry stays where it is.</param>
/// <param name="Accepted">If so the plan keeps it; if not it never proposes it again.</param>
public sealed record MoveAnswer(string Key, DateOnly? Day, bool Accepted);
