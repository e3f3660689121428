using Tessera.Planning.Delegations;
using Tessera.Planning.Delegations.Catalogue;
using Tessera.Planning.Delegations.Composing;
using Tessera.Planning.Delegations.Files;
using Tessera.Planning.Tests.Delegations;

namespace Tessera.DelegationSpeed;

/// <summary>The models that are measured, as files for this program and for the peer.</summary>
internal static class DelegationCases
{
    /// <summary>Models of one delegation of each size.</summary>
    public const int Each = 10;

    /// <summary>Models of all delegations.</summary>
    public const int Congresses = 5;

    private static readonly int[] Candidates = [60, 200, 1000];

    /// <summary>Writes NAME.json and NAME.lp for each model.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var candidates in Candidates)
        {
            for (var seed = 0; seed < Each; seed++) Write(Path.Combine(folder, $"{candidates}-{seed}"), Renewals.Random(candidates, 7, 7, 1000 + seed));
        }

        var seats = RuleCatalogue.Of("congress", Renewals.Day).Where(r => r.Parameter == "representatives").Select(r => (r.Scope, r.Value)).ToList();
        if (seats.Sum(s => 2 * s.Value) != 612) throw new InvalidOperationException("The Congress has not 612 seats.");
        for (var seed = 0; seed < Congresses; seed++) Write(Path.Combine(folder, $"612-{seed}"), Renewals.All(seats, 4, 2000 + seed));
    }

    private static void Write(string path, DelegationModel model)
    {
        using (var json = File.Create(path + ".json")) new DelegationFile(model, null).Write(json);
        using var lp = new StreamWriter(path + ".lp");
        LpFile.Write(DelegationProgram.Composing(model), lp);
    }
}
