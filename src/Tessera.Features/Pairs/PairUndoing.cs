using Npgsql;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Features.Storage;

namespace Tessera.Features.Pairs;

/// <summary>Takes an import of pairs back from every office that took part in it: the reading of each is undone, in a transaction of its own, so that it can be called again where it was cut short.</summary>
public sealed class PairUndoing(Database database, ReadingService readings)
{
    private const string Mine = "select id from reading where import_id = $1 and undone_at is null";

    /// <summary>Undoes an import.</summary>
    /// <param name="progress">Hears of each office that is done.</param>
    /// <returns>Null when there is nothing of such an import, or it was undone.</returns>
    public async Task<UndonePairs?> UndoAsync(Guid import, Edit edit, Action<string>? progress, CancellationToken cancellation)
    {
        var (offices, undone, left) = (0, 0, new List<(string, string)>());
        foreach (var (slug, reading) in await ReadingsAsync(import, cancellation))
        {
            if (await new OfficeQueries(database).FindAsync(slug, cancellation) is not { } office || await readings.UndoAsync(office, reading, edit, cancellation) is not { } taken) continue;
            offices++;
            undone += taken.Undone;
            left.AddRange(taken.Left.Select(l => (slug, l.Key)));
            progress?.Invoke(slug);
        }

        return offices == 0 ? null : new UndonePairs(offices, undone, left);
    }

    /// <summary>No session sees the readings of several offices, so each office is asked in its own name.</summary>
    private async Task<List<(string Slug, Guid Reading)>> ReadingsAsync(Guid import, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForHostAsync(cancellation);
        var offices = new List<(int Id, string Slug)>();
        await using (var all = new NpgsqlCommand("select id, slug from office order by id", connection))
        await using (var reader = await all.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation)) offices.Add((reader.GetInt32(0), reader.GetString(1)));
        }

        var found = new List<(string, Guid)>();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (id, _) in offices)
        {
            batch.BatchCommands.Add(TesseraDb.SayWho(id, isHost: false));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Mine) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = import } } });
        }

        if (offices.Count == 0) return found;
        await using var answers = await batch.ExecuteReaderAsync(cancellation);
        foreach (var (_, slug) in offices)
        {
            await answers.PassAsync(cancellation);
            found.AddRange((await answers.AllAsync(r => r.GetGuid(0), cancellation)).Select(r => (slug, r)));
        }

        return found;
    }
}
