using System.Runtime.InteropServices;

namespace Tessera.Planning.Delegations.Exact;

/// <content>The ratio test, and what is worked out anew.</content>
internal sealed partial class DualSimplex
{
    private const int NoneLeft = -1;

    private int[] _candidates = [];
    private double[] _ratio = [];
    private double[] _reach = [];

    /// <summary>
    /// The variable that enters for the leaving one: breakpoints of the dual objective are passed, each flipping its variable to the other bound, as long as the
    /// leaving variable stays outside. What flipped is already entered in the basic values.
    /// </summary>
    private int Entering(int leaving)
    {
        ComputePivotRow(leaving);
        var (variable, value) = (_basic[leaving], _basicValue[leaving]);
        var isAbove = value > _upper[variable];
        var outside = isAbove ? value - _upper[variable] : _lower[variable] - value;
        var count = Candidates(isAbove ? 1 : -1);
        var total = 0.0;
        for (var k = 0; k < count; k++) total += _reach[k];
        if (total < outside - FeasibleWithin) return NoneLeft;
        var chosen = Select(count, outside);
        if (chosen > 0) Flip(chosen);
        return count == 0 ? NoneLeft : _candidates[chosen];
    }

    private void ComputePivotRow(int leaving)
    {
        var (inverse, pivots) = (_inverse[leaving], _pivotRow);
        Array.Clear(pivots, 0, _columns + Rows);
        for (var i = 0; i < Rows; i++)
        {
            var factor = inverse[i];
            if (Math.Abs(factor) < 1e-12) continue;
            pivots[_columns + i] = factor;
            var (columns, factors) = (_rowColumns[i], _rowFactors[i]);
            for (var k = 0; k < columns.Length; k++) pivots[columns[k]] += factor * factors[k];
        }
    }

    private int Candidates(int direction)
    {
        var variables = _columns + Rows;
        if (_candidates.Length < variables) (_candidates, _ratio, _reach) = (new int[variables + 64], new double[variables + 64], new double[variables + 64]);
        var count = 0;
        for (var j = 0; j < variables; j++)
        {
            var pivot = direction * _pivotRow[j];
            if (Math.Abs(pivot) < DualWithin || _placeInBasis[j] >= 0 || pivot > 0 == _isAtUpper[j] || _lower[j] >= _upper[j]) continue;
            (_candidates[count], _ratio[count], _reach[count]) = (j, Math.Abs(_reduced[j] / pivot), Math.Abs(pivot) * (_upper[j] - _lower[j]));
            count++;
        }

        return count;
    }

    /// <summary>Orders the candidates so far that those before the returned place have the smaller ratios, and their reach together is less than what is outside.</summary>
    private int Select(int count, double outside)
    {
        var (first, last) = (0, count - 1);
        while (first < last)
        {
            var pivot = MedianRatio(first, last);
            var (i, j) = (first, last);
            while (i <= j)
            {
                while (_ratio[i] < pivot) i++;
                while (_ratio[j] > pivot) j--;
                if (i <= j) Swap(i++, j--);
            }

            var sum = 0.0;
            for (var k = first; k <= j; k++) sum += _reach[k];
            if (sum >= outside && j >= first)
            {
                last = j;
                continue;
            }

            outside -= sum;
            first = j + 1;
            if (first == i) continue;
            // One that equals the pivot lies between.
            if (_reach[first] >= outside) return first;
            outside -= _reach[first++];
        }

        return Math.Max(first, 0);
    }

    private double MedianRatio(int first, int last)
    {
        var (a, b, c) = (_ratio[first], _ratio[(first + last) / 2], _ratio[last]);
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }

    private void Swap(int i, int j)
    {
        (_candidates[i], _candidates[j]) = (_candidates[j], _candidates[i]);
        (_ratio[i], _ratio[j]) = (_ratio[j], _ratio[i]);
        (_reach[i], _reach[j]) = (_reach[j], _reach[i]);
    }

    private void Flip(int count)
    {
        var moved = new double[Rows];
        for (var k = 0; k < count; k++)
        {
            var j = _candidates[k];
            var change = (_isAtUpper[j] ? -1 : 1) * (_upper[j] - _lower[j]);
            _isAtUpper[j] = !_isAtUpper[j];
            AddColumn(moved, j, change);
        }

        SubtractFromBasic(moved);
    }

    private void AddColumn(double[] sum, int variable, double value)
    {
        if (variable >= _columns) sum[variable - _columns] += value;
        else
        {
            foreach (var (row, factor) in CollectionsMarshal.AsSpan(_columnEntries[variable])) sum[row] += factor * value;
        }
    }

    private void SubtractFromBasic(double[] sum)
    {
        for (var r = 0; r < Rows; r++)
        {
            var (inverse, value) = (_inverse[r], 0.0);
            for (var i = 0; i < sum.Length; i++) value += inverse[i] * sum[i];
            _basicValue[r] -= value;
        }
    }

    /// <summary>Puts every variable outside the basis on the bound where its reduced cost wants it, and works out the basic values.</summary>
    private void Settle()
    {
        var sum = new double[Rows];
        for (var j = 0; j < _columns + Rows; j++)
        {
            if (_placeInBasis[j] >= 0) continue;
            if (_reduced[j] > DualWithin) _isAtUpper[j] = false;
            else if (_reduced[j] < -DualWithin) _isAtUpper[j] = true;
            var value = _isAtUpper[j] ? _upper[j] : _lower[j];
            if (value != 0) AddColumn(sum, j, value);
        }

        for (var r = 0; r < Rows; r++) _basicValue[r] = 0;
        SubtractFromBasic(sum);
    }

    /// <summary>Inverts the basis anew; one that has no inverse gives way to the slacks.</summary>
    private void Refresh()
    {
        if (!Invert())
        {
            for (var r = 0; r < Rows; r++) _placeInBasis[_basic[r]] = -1;
            for (var r = 0; r < Rows; r++) (_basic[r], _placeInBasis[_columns + r]) = (_columns + r, r);
            Invert();
        }

        for (var r = 0; r < Rows; r++) _weight[r] = Math.Max(SquareOf(_inverse[r]), 1e-12);
        var duals = new double[Rows];
        for (var r = 0; r < Rows; r++)
        {
            if (_cost[_basic[r]] != 0) AddScaled(duals, _inverse[r], _cost[_basic[r]]);
        }

        for (var j = 0; j < _columns + Rows; j++) _reduced[j] = _placeInBasis[j] >= 0 ? 0 : _cost[j];
        for (var i = 0; i < Rows; i++)
        {
            if (_placeInBasis[_columns + i] < 0) _reduced[_columns + i] -= duals[i];
            if (duals[i] == 0) continue;
            for (var k = 0; k < _rowColumns[i].Length; k++)
            {
                if (_placeInBasis[_rowColumns[i][k]] < 0) _reduced[_rowColumns[i][k]] -= duals[i] * _rowFactors[i][k];
            }
        }

        _sinceRefresh = 0;
        Settle();
    }

    /// <summary>Gauss and Jordan with the largest pivot of each column.</summary>
    private bool Invert()
    {
        var rows = Rows;
        // Rows of the basis matrix are the program's rows, its columns the basic variables; the inverse is collected beside it.
        var (matrix, inverse) = (new double[rows][], new double[rows][]);
        for (var i = 0; i < rows; i++) (matrix[i], inverse[i]) = (new double[rows], new double[rows]);
        for (var r = 0; r < rows; r++)
        {
            if (_basic[r] >= _columns) matrix[_basic[r] - _columns][r] = 1;
            else
            {
                foreach (var (row, factor) in _columnEntries[_basic[r]]) matrix[row][r] = factor;
            }

            inverse[r][r] = 1;
        }

        for (var c = 0; c < rows; c++)
        {
            var best = c;
            for (var i = c + 1; i < rows; i++)
            {
                if (Math.Abs(matrix[i][c]) > Math.Abs(matrix[best][c])) best = i;
            }

            if (Math.Abs(matrix[best][c]) < 1e-10) return false;
            (matrix[c], matrix[best], inverse[c], inverse[best]) = (matrix[best], matrix[c], inverse[best], inverse[c]);
            var pivot = 1 / matrix[c][c];
            for (var k = 0; k < rows; k++) (matrix[c][k], inverse[c][k]) = (matrix[c][k] * pivot, inverse[c][k] * pivot);
            for (var i = 0; i < rows; i++)
            {
                if (i == c || matrix[i][c] == 0) continue;
                var factor = -matrix[i][c];
                AddScaled(matrix[i], matrix[c], factor);
                AddScaled(inverse[i], inverse[c], factor);
            }
        }

        for (var r = 0; r < rows; r++) _inverse[r] = inverse[r];
        return true;
    }
}
