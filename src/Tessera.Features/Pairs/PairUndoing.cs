using Npgsql;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Features.Storage;

namespace Tessera.Features.Pairs;

/// <summary>Takes an import of pairs back from every office that took part in it: the reading of each is undone, all of them in one transaction.</summary>
public sealed class PairUndoing(Database database, ReadingService readings)
{
    private const string Mine = "select id from reading where import_id = $1 and undone_at is null";

    /// <summary>Undoes an import.</summary>
    /// <param name="progress">Hears of each office that is done.</param>
    /// <returns>Null when there is nothing of such an import, or it was undone.</returns>
    public async Task<UndonePairs?> UndoAsync(Guid import, Edit edit, Action<string>? progress, CancellationToken cancellation)
    {
        var done = await readings.UndoAllAsync(await ReadingsAsync(import, cancellation), edit, progress, cancellation);
        return done.Count == 0 ? null : new UndonePairs(done.Count, done.Sum(d => d.Undone.Undone), [.. done.SelectMany(d => d.Undone.Left.Select(l => (d.Office.Slug, l.Key)))]);
    }

    /// <summary>No session sees the readings of several offices, so each office is asked in its own name.</summary>
    private async Task<List<(OfficeView Office, Guid Reading)>> ReadingsAsync(Guid import, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForHostAsync(cancellation);
        var offices = new List<(int Id, string Slug)>();
        await using (var all = new NpgsqlCommand("select id, slug from office order by id", connection))
        await using (var reader = await all.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation)) offices.Add((reader.GetInt32(0), reader.GetString(1)));
        }

        var found = new List<(OfficeView, Guid)>();
        foreach (var (slug, reading) in await ReadingsAsync(connection, import, offices, cancellation))
        {
            if (await new OfficeQueries(database).FindAsync(slug, cancellation) is { } office) found.Add((office, reading));
        }

        return found;
    }

    private static async Task<List<(string Slug, Guid Reading)>> ReadingsAsync(NpgsqlConnection connection, Guid import, List<(int Id, string Slug)> offices, CancellationToken cancellation)
    {
        var found = new List<(string, Guid)>();
        if (offices.Count == 0) return found;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (id, _) in offices)
        {
            batch.BatchCommands.Add(TesseraDb.SayWho(id, isHost: false));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Mine) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = import } } });
        }

        await using var answers = await batch.ExecuteReaderAsync(cancellation);
        foreach (var (_, slug) in offices)
        {
            await answers.PassAsync(cancellation);
            found.AddRange((await answers.AllAsync(r => r.GetGuid(0), cancellation)).Select(r => (slug, r)));
        }

        return found;
    }
}
