using System.Numerics;
using System.Runtime.InteropServices;

namespace Tessera.Planning.Delegations.Exact;

/// <summary>How a run of <see cref="DualSimplex"/> ended.</summary>
internal enum SimplexEnd
{
    /// <summary>Values and duals are optimal within tolerance.</summary>
    Optimal,

    /// <summary>The objective is above the cutoff: its duals say so.</summary>
    AboveCutoff,

    /// <summary>No values keep rows and bounds: the ray says so.</summary>
    Infeasible,

    /// <summary>Rounding or the limit of steps ended it; nothing is known.</summary>
    Stuck,
}

/// <summary>
/// The bounded dual simplex method with exact steepest edge weights and the long step ratio test (Koberstein, "The dual simplex method, techniques for a fast
/// and stable implementation", Paderborn 2005), the inverse of the basis kept whole. Every column and row has finite bounds, so any basis is dual feasible once
/// each column outside it stands on the right bound: bounds, rows and costs may change between runs, and the next goes on from where the last stood. For
/// programs of few rows (some hundred at most) and thousands of columns. A step costs rows² + the entries of the rows. Its numbers are floating: nothing is
/// concluded from them without <see cref="ExactBound"/>.
/// </summary>
internal sealed partial class DualSimplex
{
    private const double FeasibleWithin = 1e-7;
    private const double DualWithin = 1e-9;
    private const double LeastPivot = 1e-7;
    private const int RefreshAfter = 100;

    private readonly int _columns;
    private readonly List<int[]> _rowColumns = [];
    private readonly List<double[]> _rowFactors = [];
    private readonly List<(int Row, double Factor)>[] _columnEntries;
    private readonly List<double[]> _inverse = [];
    private readonly List<double> _weight = [];
    private readonly List<int> _basic = [];
    private readonly List<double> _basicValue = [];

    // By variable: the columns, then a slack for each row.
    private double[] _cost;
    private double[] _lower;
    private double[] _upper;
    private double[] _reduced;
    private double[] _pivotRow;
    private int[] _placeInBasis;
    private bool[] _isAtUpper;
    private int _sinceRefresh;

    public DualSimplex(double[] cost, double[] lower, double[] upper)
    {
        _columns = cost.Length;
        (_cost, _lower, _upper, _reduced) = ((double[])cost.Clone(), (double[])lower.Clone(), (double[])upper.Clone(), (double[])cost.Clone());
        (_pivotRow, _placeInBasis, _isAtUpper) = (new double[_columns], new int[_columns], new bool[_columns]);
        Array.Fill(_placeInBasis, -1);
        _columnEntries = [.. Enumerable.Range(0, _columns).Select(_ => new List<(int, double)>())];
    }

    public int Rows => _basic.Count;

    /// <summary>How many steps all runs took.</summary>
    public long Steps { get; private set; }

    /// <summary>Of each row after an optimal run: what one unit of its limit is worth. After an infeasible one the combination of rows that cannot be.</summary>
    public double[] Duals { get; private set; } = [];

    /// <summary>Of each column.</summary>
    public double Value(int column) => _placeInBasis[column] is var place and >= 0 ? _basicValue[place] : _isAtUpper[column] ? _upper[column] : _lower[column];

    /// <summary>Adds least ≤ sum ≤ most; its slack stands in the basis.</summary>
    public int AddRow(int[] columns, double[] factors, double least, double most)
    {
        var row = Rows;
        _rowColumns.Add(columns);
        _rowFactors.Add(factors);
        Grow(_columns + row + 1);
        (_lower[_columns + row], _upper[_columns + row], _placeInBasis[_columns + row]) = (-most, -least, row);
        var inverse = new double[row + 1];
        inverse[row] = 1;
        for (var i = 0; i < columns.Length; i++)
        {
            _columnEntries[columns[i]].Add((row, factors[i]));
            if (_placeInBasis[columns[i]] is var place and >= 0) AddScaled(inverse.AsSpan(0, row), _inverse[place], -factors[i]);
        }

        for (var r = 0; r < row; r++) _inverse[r] = [.. _inverse[r], 0];
        _inverse.Add(inverse);
        _weight.Add(SquareOf(inverse));
        _basic.Add(_columns + row);
        _basicValue.Add(0);
        return row;
    }

    public void SetBounds(int column, double lower, double upper) => (_lower[column], _upper[column]) = (lower, upper);

    public void SetRow(int row, double least, double most) => (_lower[_columns + row], _upper[_columns + row]) = (-most, -least);

    /// <summary>Goes on to the optimum of the present bounds.</summary>
    /// <param name="cutoff">It may stop once the objective is above this.</param>
    public SimplexEnd Run(double cutoff, int mostSteps)
    {
        Settle();
        for (var step = 0; step < mostSteps; step++)
        {
            if (_sinceRefresh >= RefreshAfter) Refresh();
            if ((step & 15) == 15 && Objective() > cutoff) return End(SimplexEnd.AboveCutoff);
            var leaving = Leaving();
            if (leaving < 0) return End(SimplexEnd.Optimal);
            var entering = Entering(leaving);
            if (entering == NoneLeft) return EndInfeasible(leaving);
            if (Math.Abs(_pivotRow[entering]) < LeastPivot)
            {
                if (_sinceRefresh == 0) return SimplexEnd.Stuck;
                Refresh();
                continue;
            }

            Pivot(leaving, entering);
            Steps++;
            _sinceRefresh++;
        }

        return SimplexEnd.Stuck;
    }

    private double Objective()
    {
        var sum = 0.0;
        for (var j = 0; j < _columns; j++)
        {
            if (_cost[j] != 0) sum += _cost[j] * Value(j);
        }

        return sum;
    }

    private SimplexEnd End(SimplexEnd end)
    {
        // The reduced cost of a slack is the negative of its row's dual.
        Duals = new double[Rows];
        for (var i = 0; i < Rows; i++) Duals[i] = -_reduced[_columns + i];
        return end;
    }

    private SimplexEnd EndInfeasible(int leaving)
    {
        var sign = _basicValue[leaving] > _upper[_basic[leaving]] ? 1.0 : -1.0;
        Duals = [.. _inverse[leaving].Select(v => sign * v)];
        return SimplexEnd.Infeasible;
    }

    /// <summary>The place in the basis that lies outside its bounds most, measured by the steepest edge.</summary>
    private int Leaving()
    {
        var (best, place) = (0.0, -1);
        for (var r = 0; r < Rows; r++)
        {
            var (value, variable) = (_basicValue[r], _basic[r]);
            var outside = Math.Max(value - _upper[variable], _lower[variable] - value);
            if (outside <= FeasibleWithin) continue;
            var score = outside * outside / _weight[r];
            if (score > best) (best, place) = (score, r);
        }

        return place;
    }

    private void Pivot(int leaving, int entering)
    {
        var (variable, value) = (_basic[leaving], _basicValue[leaving]);
        var isAbove = value > _upper[variable];
        var bound = isAbove ? _upper[variable] : _lower[variable];
        var column = Column(entering);
        var pivot = column[leaving];
        var dual = _reduced[entering] / _pivotRow[entering];
        var step = (value - bound) / pivot;
        UpdateReduced(dual, entering, variable);
        for (var r = 0; r < Rows; r++) _basicValue[r] -= step * column[r];
        var entered = (_isAtUpper[entering] ? _upper[entering] : _lower[entering]) + step;
        (_placeInBasis[variable], _isAtUpper[variable]) = (-1, isAbove);
        (_basic[leaving], _placeInBasis[entering], _basicValue[leaving]) = (entering, leaving, entered);
        UpdateInverse(leaving, column, pivot);
    }

    private void UpdateReduced(double dual, int entering, int leavingVariable)
    {
        for (var j = 0; j < _columns + Rows; j++)
        {
            if (_placeInBasis[j] < 0) _reduced[j] -= dual * _pivotRow[j];
        }

        (_reduced[entering], _reduced[leavingVariable]) = (0, -dual);
    }

    private void UpdateInverse(int leaving, double[] column, double pivot)
    {
        var row = _inverse[leaving];
        for (var k = 0; k < row.Length; k++) row[k] /= pivot;
        _weight[leaving] = Math.Max(SquareOf(row), 1e-12);
        for (var r = 0; r < Rows; r++)
        {
            if (r == leaving || Math.Abs(column[r]) < 1e-13) continue;
            AddScaled(_inverse[r], row, -column[r]);
            _weight[r] = Math.Max(SquareOf(_inverse[r]), 1e-12);
        }
    }

    /// <summary>The column of a variable as the basis sees it.</summary>
    private double[] Column(int variable)
    {
        var column = new double[Rows];
        for (var r = 0; r < Rows; r++)
        {
            if (variable >= _columns) column[r] = _inverse[r][variable - _columns];
            else
            {
                var (inverse, sum) = (_inverse[r], 0.0);
                foreach (var (row, factor) in CollectionsMarshal.AsSpan(_columnEntries[variable])) sum += inverse[row] * factor;
                column[r] = sum;
            }
        }

        return column;
    }

    private void Grow(int variables)
    {
        if (_cost.Length >= variables) return;
        var size = Math.Max(variables, _columns + (2 * (variables - _columns)) + 16);
        var old = _placeInBasis.Length;
        Array.Resize(ref _cost, size);
        Array.Resize(ref _lower, size);
        Array.Resize(ref _upper, size);
        Array.Resize(ref _reduced, size);
        Array.Resize(ref _pivotRow, size);
        Array.Resize(ref _isAtUpper, size);
        Array.Resize(ref _placeInBasis, size);
        Array.Fill(_placeInBasis, -1, old, size - old);
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector<double>>(source[..target.Length]);
        for (var i = 0; i < targets.Length; i++) targets[i] += sources[i] * factor;
        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++) target[i] += source[i] * factor;
    }

    private static double SquareOf(ReadOnlySpan<double> row)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var sum = Vector<double>.Zero;
        foreach (var vector in vectors) sum += vector * vector;
        var square = Vector.Sum(sum);
        foreach (var value in row[(vectors.Length * Vector<double>.Count)..]) square += value * value;
        return square;
    }
}
