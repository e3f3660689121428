namespace Tessera.Planning.Delegations.Exact;

/// <summary>
/// What the duals of a linear program prove, worked out in whole numbers: for any multipliers of the rows the sum of the multipliers' limits and of each
/// column's (or group's) cheapest choice is a bound of the integer program (Lagrange; Geoffrion, Mathematical Programming Study 2, 1974). Rounded duals prove a
/// little less, never too much. Cost: the entries of the rows.
/// </summary>
internal sealed class ExactBound
{
    private const int ScaleBits = 24;

    /// <summary>Beyond this products could leave 64 bits.</summary>
    private const double MostScaled = 1L << 45;

    private readonly IntegerProgram _program;
    private readonly long[] _priced;
    private readonly long[] _best;
    private readonly long[] _second;
    private readonly int[] _bestColumn;

    public ExactBound(IntegerProgram program)
    {
        (_program, _priced) = (program, new long[program.Columns]);
        (_best, _second, _bestColumn) = (new long[program.Groups], new long[program.Groups], new int[program.Groups]);
    }

    /// <summary>The greatest common divisor of the costs: objectives are its multiples.</summary>
    public static long Divisor(int[] cost)
    {
        var divisor = 0L;
        foreach (var c in cost)
        {
            var (a, b) = (divisor, (long)Math.Abs(c));
            while (b != 0) (a, b) = (b, a % b);
            divisor = a;
        }

        return Math.Max(divisor, 1);
    }

    /// <summary>
    /// The least objective that the multipliers allow within the bounds, a multiple of the divisor; null where they are too large to be worked with.
    /// With no costs: more than 0 says that nothing is feasible.
    /// </summary>
    /// <param name="fixAbove">Bounds of columns are narrowed where the objective would be above this otherwise; null leaves them.</param>
    public long? Of(int[]? cost, double[] duals, NodeBounds at, long divisor, long? fixAbove)
    {
        var (lower, upper, must) = (at.Lower, at.Upper, at.Must);
        var bits = Scale(duals);
        if (bits is not { } scaleBits) return null;
        if (cost is null) scaleBits = Math.Max(scaleBits, 0);
        Int128 total = 0;
        for (var j = 0; j < _priced.Length; j++) _priced[j] = cost is null ? 0 : (long)cost[j] << scaleBits;
        for (var i = 0; i < _program.Rows.Count; i++)
        {
            var row = _program.Rows[i];
            var multiplier = (long)Math.Round(duals[i] * (1L << scaleBits));
            if (multiplier == 0) continue;
            total += (Int128)multiplier * (multiplier > 0 ? at.Least[i] : at.Most[i]);
            for (var k = 0; k < row.Columns.Length; k++) _priced[row.Columns[k]] -= multiplier * row.Factors[k];
        }

        total += Cheapest(lower, upper, must);
        var bound = Rounded(total, scaleBits, cost is null ? 1 : divisor);
        if (fixAbove is { } limit && bound <= limit) Narrow(lower, upper, must, total, ((Int128)limit << scaleBits));
        return bound;
    }

    private static int? Scale(double[] duals)
    {
        var largest = 0.0;
        foreach (var dual in duals) largest = Math.Max(largest, Math.Abs(dual));
        if (!double.IsFinite(largest)) return null;
        var bits = ScaleBits;
        while (bits > 0 && largest * (1L << bits) > MostScaled) bits--;
        return largest * (1L << bits) > MostScaled ? null : bits;
    }

    private Int128 Cheapest(int[] lower, int[] upper, bool[] must)
    {
        Int128 total = 0;
        Array.Fill(_best, long.MaxValue);
        Array.Fill(_second, long.MaxValue);
        Array.Fill(_bestColumn, -1);
        for (var j = 0; j < _priced.Length; j++)
        {
            var (group, price) = (_program.Group[j], _priced[j]);
            if (group < 0) total += (Int128)price * (price > 0 ? lower[j] : upper[j]);
            else if (upper[j] > 0)
            {
                if (lower[j] > 0) price = long.MinValue;
                if (price < _best[group]) (_second[group], _best[group], _bestColumn[group]) = (_best[group], price, j);
                else if (price < _second[group]) _second[group] = price;
            }
        }

        for (var g = 0; g < _best.Length; g++)
        {
            if (_bestColumn[g] >= 0) total += Taken(g, lower, must);
        }

        return total;
    }

    /// <summary>What a group adds to the bound.</summary>
    private long Taken(int group, int[] lower, bool[] must)
    {
        var price = _priced[_bestColumn[group]];
        return lower[_bestColumn[group]] > 0 || must[group] ? price : Math.Min(price, 0);
    }

    private static long Rounded(Int128 total, int scaleBits, long divisor)
    {
        var unit = (Int128)divisor << scaleBits;
        var (quotient, rest) = Int128.DivRem(total, unit);
        if (rest > 0) quotient++;
        return (long)(quotient * divisor);
    }

    private void Narrow(int[] lower, int[] upper, bool[] must, Int128 total, Int128 limit)
    {
        for (var j = 0; j < _priced.Length; j++)
        {
            if (lower[j] == upper[j]) continue;
            var group = _program.Group[j];
            if (group < 0) NarrowAlone(j, lower, upper, total, limit);
            else
            {
                var without = total - Taken(group, lower, must);
                if (without + _priced[j] > limit)
                {
                    upper[j] = 0;
                    continue;
                }

                if (_bestColumn[group] != j || must[group] && _second[group] == long.MaxValue) continue;
                var other = must[group] ? _second[group] : Math.Min(_second[group], 0);
                if (without + other > limit) lower[j] = 1;
            }
        }
    }

    private void NarrowAlone(int j, int[] lower, int[] upper, Int128 total, Int128 limit)
    {
        var price = _priced[j];
        if (price == 0) return;
        var steps = (limit - total) / Math.Abs(price);
        var range = upper[j] - lower[j];
        if (steps >= range) return;
        if (price > 0) upper[j] = lower[j] + (int)steps;
        else lower[j] = upper[j] - (int)steps;
    }
}
