namespace Tessera.Features.Storage.Backups;

/// <summary>
/// The order in which tables are filled so that a row finds what it refers to: Kahn's algorithm (1962), O(tables² + references), by name among equals.
/// A table that refers to itself is filled by one statement, which PostgreSQL checks at its end. Where tables refer to each other in a circle, the first of
/// them by name is taken, and its references to the rest of the circle are to be checked later.
/// </summary>
internal static class TableOrder
{
    /// <summary>The tables in order, and the references that cannot be kept while loading in it.</summary>
    public static (IReadOnlyList<string> Order, IReadOnlyList<CatalogueReference> Later) Of(IEnumerable<string> tables, IReadOnlyList<CatalogueReference> references)
    {
        var waiting = new SortedSet<string>(tables, StringComparer.Ordinal);
        var (order, later) = (new List<string>(), new List<CatalogueReference>());
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(t => !Open(t).Any()) ?? waiting.Min!;
            later.AddRange(Open(next));
            order.Add(next);
            waiting.Remove(next);
        }

        return (order, later);

        IEnumerable<CatalogueReference> Open(string table) => references.Where(r => r.From == table && r.To != table && waiting.Contains(r.To));
    }
}
