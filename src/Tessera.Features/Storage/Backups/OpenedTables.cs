using Npgsql;

namespace Tessera.Features.Storage.Backups;

/// <summary>
/// Lets the owner read every office's rows for as long as a backup takes. Row-level security is forced on the owner too; so each table gets a policy for the
/// owner alone, which binds the program's role as before, and loses it again. One statement for each table holds one lock for a moment: a
/// program that is serving is not held up, and two of them cannot wait for each other. A backup that was killed leaves policies, which
/// the next one removes. A role that row-level security does not bind needs none of this.
/// </summary>
internal static class OpenedTables
{
    private const string Policy = "backup_reads";

    /// <summary>Opens the tables that hide rows.</summary>
    /// <exception cref="BackupException">backup.rows-hidden: a restrictive policy would still hide some.</exception>
    public static async Task OpenAsync(OwnerSession session, IReadOnlyList<CatalogueTable> tables, CancellationToken cancellation)
    {
        var hiding = tables.Where(t => t.HidesRows).ToList();
        if (hiding.FirstOrDefault(t => t.IsRestricted) is { } restricted) throw new BackupException(BackupCodes.RowsHidden, ("table", restricted.Name));
        foreach (var table in hiding)
        {
            await session.RunAsync($"drop policy if exists {Policy} on {table.Quoted}", cancellation);
            await session.RunAsync($"create policy {Policy} on {table.Quoted} for select to current_user using (true)", cancellation);
        }
    }

    /// <summary>Closes them again, also after a failure: what cannot be closed now is closed by the next backup.</summary>
    public static async Task CloseAsync(OwnerSession session, IReadOnlyList<CatalogueTable> tables)
    {
        foreach (var table in tables.Where(t => t.HidesRows))
        {
            try
            {
                await session.RunAsync($"drop policy if exists {Policy} on {table.Quoted}", CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                // The connection is gone or the table is busy. The policy lets nobody but the owner read.
            }
        }
    }
}
