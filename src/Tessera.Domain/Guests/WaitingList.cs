namespace Tessera.Domain.Guests;

/// <summary>Who moves up when places become free.</summary>
public static class WaitingList
{
    /// <summary>
    /// Those who move up: in the order in which they came, each whose people fit into what is free by then. A large party that does not fit is passed over for a smaller one behind it,
    /// and keeps its turn. Linear in those who wait.
    /// </summary>
    /// <param name="free">Places; nobody moves up when there are none, or fewer than none because their number was lowered.</param>
    /// <param name="waiting">How many people each has, the first who came first.</param>
    /// <returns>Their positions in <paramref name="waiting"/>.</returns>
    public static IReadOnlyList<int> MovingUp(int free, IReadOnlyList<int> waiting)
    {
        var moving = new List<int>();
        for (var i = 0; i < waiting.Count && free > 0; i++)
        {
            if (waiting[i] > free) continue;
            moving.Add(i);
            free -= waiting[i];
        }

        return moving;
    }
}
