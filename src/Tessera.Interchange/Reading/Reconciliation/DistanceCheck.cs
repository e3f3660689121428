namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>Holds the distance that a register gives against the one between the coordinates.</summary>
internal static class DistanceCheck
{
    private const double LeastOffKm = 15;
    private const double LeastOffShare = 0.02;

    /// <summary>What is wrong; null when nothing is, or nothing can be told.</summary>
    public static RegisterDoubt? Check(RegisterPair pair)
    {
        if (pair is not { Kilometres: { } given, Origin.Point: { } from, Partner.Point: { } to }) return null;
        var kilometres = from.DistanceKm(to);
        if (Math.Abs(kilometres - given) <= Math.Max(LeastOffKm, LeastOffShare * kilometres)) return null;
        return new RegisterDoubt(RegisterReasons.Distance, new Dictionary<string, string> { ["given"] = PlaceCheck.Whole(given), ["kilometres"] = PlaceCheck.Whole(kilometres) });
    }
}
