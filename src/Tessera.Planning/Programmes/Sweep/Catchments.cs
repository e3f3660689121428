namespace Tessera.Planning.Programmes.Sweep;

/// <summary>
/// The common part of two circles: the lens, on a plane, which is right within a percent for the tens of kilometres that people travel to a programme.
/// </summary>
internal static class Catchments
{
    /// <summary>The lens in square kilometres; 0 where the circles only touch.</summary>
    public static double SharedArea(double radius, double other, double distance)
    {
        if (distance >= radius + other) return 0;
        var smaller = Math.Min(radius, other);
        if (distance <= Math.Abs(radius - other)) return Math.PI * smaller * smaller;
        var (r2, o2, d2) = (radius * radius, other * other, distance * distance);
        var mine = Math.Acos(Math.Clamp((d2 + r2 - o2) / (2 * distance * radius), -1, 1));
        var theirs = Math.Acos(Math.Clamp((d2 + o2 - r2) / (2 * distance * other), -1, 1));
        var kite = (radius + other - distance) * (distance + radius - other) * (distance - radius + other) * (distance + radius + other);
        return (r2 * mine) + (o2 * theirs) - (0.5 * Math.Sqrt(Math.Max(0, kite)));
    }
}
