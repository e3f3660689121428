using Npgsql;

namespace Tessera.Features.Storage.Backups;

/// <summary>
/// Fills the tables of a schema that migrations have just made, within the caller's transaction: in the order of their foreign keys, with triggers silent and
/// row-level security lifted from the owner, and with both as they were at the end. Needs no superuser.
/// </summary>
internal sealed class TableLoading(OwnerSession session, BackupReader backup)
{
    /// <summary>Loads every table of the backup and puts the sequences where they were.</summary>
    /// <returns>The tables of the backup that no migration makes: somebody else had put them into the schema. Their rows stay in the file.</returns>
    /// <exception cref="BackupException">backup.schema-differs, backup.count-differs, backup.damaged</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        var tables = (await Catalogue.TablesAsync(session, cancellation)).ToDictionary(t => t.Name, StringComparer.Ordinal);
        var written = backup.Manifest.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        RefuseOtherSchema(tables, written);
        var (order, later) = TableOrder.Of(tables.Keys, await Catalogue.ReferencesAsync(session, cancellation));
        var triggers = await Catalogue.TriggersAsync(session, cancellation);
        var hiding = tables.Values.Where(t => t.HidesRows).ToList();
        await session.RunAsync($"truncate {string.Join(", ", tables.Values.Select(t => t.Quoted))}", cancellation);
        foreach (var table in hiding) await session.RunAsync($"alter table {table.Quoted} no force row level security", cancellation);
        foreach (var trigger in triggers) await session.RunAsync($"alter table {trigger.QuotedTable} disable trigger {trigger.Name}", cancellation);
        foreach (var reference in later) await SetTimingAsync(reference, "deferrable initially deferred", cancellation);
        foreach (var name in order) await LoadAsync(tables[name], written[name], cancellation);
        await session.RunAsync("set constraints all immediate", cancellation);
        foreach (var reference in later) await SetTimingAsync(reference, reference.Timing, cancellation);
        foreach (var trigger in triggers) await session.RunAsync($"alter table {trigger.QuotedTable} {trigger.Enabling} trigger {trigger.Name}", cancellation);
        foreach (var name in order) await CountAsync(tables[name], written[name], cancellation);
        foreach (var table in hiding) await session.RunAsync($"alter table {table.Quoted} force row level security", cancellation);
        await SetSequencesAsync(cancellation);
        return [.. written.Keys.Except(tables.Keys).Order(StringComparer.Ordinal)];
    }

    /// <summary>The same migrations make the same tables. If they did not, rows would silently be put where they do not belong, or nowhere.</summary>
    private static void RefuseOtherSchema(Dictionary<string, CatalogueTable> tables, Dictionary<string, BackupTable> written)
    {
        var odd = tables.Values.FirstOrDefault(t => !written.TryGetValue(t.Name, out var w) || !t.Columns.ToHashSet().SetEquals(w.Columns));
        if (odd is not null) throw new BackupException(BackupCodes.SchemaDiffers, ("table", odd.Name));
    }

    private Task SetTimingAsync(CatalogueReference reference, string timing, CancellationToken cancellation) =>
        session.RunAsync($"alter table {reference.QuotedFrom} alter constraint {reference.Constraint} {timing}", cancellation);

    private async Task LoadAsync(CatalogueTable table, BackupTable written, CancellationToken cancellation)
    {
        var copy = $"copy {table.Quoted} ({Sql.Names(written.Columns)}) from stdin (format csv, header match, encoding 'UTF8')";
        var writer = await session.Connection.BeginTextImportAsync(copy, cancellation);
        try
        {
            await backup.CopyAsync(written, ((StreamWriter)writer).BaseStream, cancellation);
        }
        catch
        {
            await ((NpgsqlCopyTextWriter)writer).CancelAsync();
            throw;
        }

        await writer.DisposeAsync();
    }

    /// <summary>With row security off, a policy that would hide rows is an error and not a smaller count.</summary>
    private async Task CountAsync(CatalogueTable table, BackupTable written, CancellationToken cancellation)
    {
        await session.RunAsync("set local row_security = off", cancellation);
        var loaded = await session.ScalarAsync<long>($"select count(*) from only {table.Quoted}", cancellation);
        await session.RunAsync("set local row_security = on", cancellation);
        if (loaded != written.Rows) throw new BackupException(BackupCodes.CountDiffers, ("table", table.Name), ("rows", $"{written.Rows}"), ("loaded", $"{loaded}"));
    }

    private async Task SetSequencesAsync(CancellationToken cancellation)
    {
        var written = backup.Manifest.Sequences.ToDictionary(s => s.Name, StringComparer.Ordinal);
        foreach (var (name, quoted) in await Catalogue.SequencesAsync(session, cancellation))
        {
            if (!written.TryGetValue(name, out var sequence)) throw new BackupException(BackupCodes.SchemaDiffers, ("table", name));
            await using var set = new NpgsqlCommand("select setval($1::regclass, $2, $3)", session.Connection)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = quoted }, new NpgsqlParameter<long> { TypedValue = sequence.Value }, new NpgsqlParameter<bool> { TypedValue = sequence.IsCalled },
                },
            };
            await set.ExecuteNonQueryAsync(cancellation);
        }
    }
}
