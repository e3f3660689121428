namespace Tessera.Features.Storage;

/// <summary>Makes rows what a list of items says, by their keys.</summary>
internal static class RowSync
{
    /// <summary>Known rows are filled, new ones added, and those that the list no longer has removed. Linear in both.</summary>
    /// <param name="fill">Row, item, and the item's place in the list.</param>
    public static void Sync<TRow, TItem>(
        this TesseraDb db, List<TRow> rows, Func<TRow, string> rowKey, IReadOnlyList<TItem> items, Func<TItem, string> itemKey, Func<TItem, TRow> create,
        Action<TRow, TItem, int> fill) where TRow : class
    {
        var known = rows.ToDictionary(rowKey);
        for (var position = 0; position < items.Count; position++)
        {
            if (!known.Remove(itemKey(items[position]), out var row)) rows.Add(row = db.Add(create(items[position])).Entity);
            fill(row, items[position], position);
        }

        db.RemoveRange(known.Values);
    }
}
