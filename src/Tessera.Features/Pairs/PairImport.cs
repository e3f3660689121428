using Npgsql;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;

namespace Tessera.Features.Pairs;

/// <summary>
/// Takes an outside register of pairs into the registers of the offices whose authorities it names, in one transaction. Taken is what an office's own authority says and nothing speaks against;
/// what is contradictory, unanswered or said by the other side only waits as a proposal at the desk; what is there already is left, and so a second import of a register takes nothing. Each office's
/// share is a reading, undone like any other; each partner has the register and its day as its source, and an entry in the history. Time is nearly linear in the lines; memory is that of some
/// thousand lines, of the names of the directory, and of the partners of one office.
/// </summary>
public sealed class PairImport(Database database, IPlaces places, TimeProvider time)
{
    /// <summary>Letters of a register's name at most.</summary>
    public const int LongestSource = 300;

    private const int BatchSize = 2000;
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
    private readonly PairScreen _screen = new(places);

    /// <summary>Imports a register.</summary>
    /// <param name="told">Hears what becomes of each line, in no order of the lines.</param>
    /// <param name="progress">Hears how many lines have been read.</param>
    /// <returns>Null when there is no such office.</returns>
    public async Task<ImportedPairs?> ImportAsync(IEnumerable<RegisterLine> lines, PairWork work, string author, Action<PairOutcome>? told, Action<int>? progress, CancellationToken cancellation)
    {
        await using var connection = await database.OpenForHostAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await PairHomes.ReadAsync(connection, _screen, work.Office, cancellation) is not { } homes) return null;
        var counts = Enum.GetValues<PairAnswer>().ToDictionary(a => a, _ => 0);
        void Tell(PairOutcome outcome)
        {
            counts[outcome.Answer]++;
            told?.Invoke(outcome);
        }

        var staging = new PairStaging(connection);
        await staging.StageAsync(lines, _screen, homes, Tell, progress ?? (_ => { }), cancellation);
        var context = await ContextAsync(connection, staging, homes, work, new Edit(author, work.Source), cancellation);
        var touched = await TakeAsync(staging, context, Tell, cancellation);
        if (!work.IsTrial && touched.Count > 0)
        {
            await FinishAsync(connection, touched, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return new ImportedPairs(work.IsTrial || touched.Count == 0 ? null : context.Import, staging.Lines, touched.Count, counts);
    }

    /// <summary>Batch by batch: while the database writes one, the next is decided on.</summary>
    private async Task<HashSet<int>> TakeAsync(PairStaging staging, PairContext context, Action<PairOutcome> told, CancellationToken cancellation)
    {
        var (touched, offices) = (new HashSet<int>(), new Dictionary<int, OfficePairs>());
        PairBatch? decided = null;
        await foreach (var pairs in staging.ReadAsync(BatchSize, cancellation))
        {
            offices = await OfficesAsync(staging, pairs, offices, context, cancellation);
            var batch = new PairBatch(context, await SeatsAsync(staging.Connection, pairs, cancellation), time.GetUtcNow());
            var writing = WriteAsync(decided, staging.Connection, context, cancellation);
            foreach (var pair in pairs)
            {
                if (Take(pair, offices[pair.Office], batch, told)) touched.Add(pair.Office);
            }

            await writing;
            decided = batch;
        }

        await WriteAsync(decided, staging.Connection, context, cancellation);
        return touched;
    }

    private static Task WriteAsync(PairBatch? batch, NpgsqlConnection connection, PairContext context, CancellationToken cancellation) =>
        batch is null || context.Work.IsTrial ? Task.CompletedTask : Task.Run(() => batch.WriteAsync(connection, cancellation), cancellation);

    /// <summary>Decides on a pair; true when something of it is kept.</summary>
    private static bool Take(StatedPair pair, OfficePairs office, PairBatch batch, Action<PairOutcome> told)
    {
        var (answer, doubt) = office.Decide(pair);
        if (pair.IsOurs || answer is PairAnswer.TheirsOnly) told(new PairOutcome(pair.Line, office.Office.Slug, pair.Other.Name, answer, doubt?.Reason, doubt?.Arguments ?? Nothing));
        if (answer is not (PairAnswer.Taken or PairAnswer.Waiting or PairAnswer.TheirsOnly) || (doubt is not null && office.HasReadBefore)) return false;
        batch.Add(office, pair, doubt);
        return true;
    }

    private static async Task<PairContext> ContextAsync(NpgsqlConnection connection, PairStaging staging, PairHomes homes, PairWork work, Edit edit, CancellationToken cancellation)
    {
        if (!work.IsTrial) await LockAsync(connection, cancellation);
        var key = Keys.Of($"{work.Source[..Math.Min(work.Source.Length, Keys.Longest - 20)]} {work.StatedOn}", "register", _ => false);
        var register = await SourceAsync(connection, new DirectorySourceRow { Id = Guid.CreateVersion7(), Key = key, Title = LocalText.Of("en", work.Source), StatedOn = work.StatedOn }, cancellation);
        var geoNames = await SourceAsync(connection, NewPartners.GeoNamesSource(), cancellation);
        return new PairContext(Guid.CreateVersion7(), work, edit, key, staging.Hash, register, geoNames, homes, await KnownAuthorities.ReadAsync(connection, cancellation), []);
    }

    /// <summary>Nobody loads an office, changes one of these, or adds to the directory until it is done; readers go on.</summary>
    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = 0,
            BatchCommands =
            {
                new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtext('tessera.office.load'))"),
                new NpgsqlBatchCommand("select 1 from office where id in (select office_id from pair_stated) order by id for no key update"),
                new NpgsqlBatchCommand("lock table place, authority in share row exclusive mode"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The number of a source of the directory, which is added when it is not there.</summary>
    private static async Task<Guid> SourceAsync(NpgsqlConnection connection, DirectorySourceRow wanted, CancellationToken cancellation)
    {
        const string Statement = """
            with added as (insert into directory_source (id, key, title, publisher, url, stated_on, licence) values ($1, $2, $3::jsonb, $4, $5, $6, $7) on conflict (key) do nothing returning id)
            select id from added union all select id from directory_source where key = $2
            """;
        await using var command = new NpgsqlCommand(Statement, connection)
        {
            Parameters =
            {
                new() { Value = wanted.Id }, new() { Value = wanted.Key }, new() { Value = Conversions.WriteTexts(wanted.Title) }, Text(wanted.Publisher), Text(wanted.Url), Text(wanted.StatedOn?.ToString()), Text(wanted.Licence),
            },
        };
        return (Guid)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The offices of a batch; one that goes on from the batch before goes on.</summary>
    private async Task<Dictionary<int, OfficePairs>> OfficesAsync(PairStaging staging, List<StatedPair> pairs, Dictionary<int, OfficePairs> before, PairContext context, CancellationToken cancellation)
    {
        var ids = pairs.Select(p => p.Office).Distinct().ToList();
        var added = ids.Where(id => !before.ContainsKey(id)).Select(id => context.Homes[id]).ToList();
        var read = await PairRegisters.ReadAsync(staging.Connection, added, context.SourceKey, context.Hash, _screen, cancellation);
        return read.Concat(before.Where(b => ids.Contains(b.Key)).Select(b => b.Value)).ToDictionary(o => o.Office.Id);
    }

    /// <summary>Places of the directory that the batch's partners have as their seats, by their numbers at GeoNames.</summary>
    private static async Task<Dictionary<int, Guid>> SeatsAsync(NpgsqlConnection connection, List<StatedPair> pairs, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select distinct on (geonames) geonames, id from place where geonames = any($1) order by geonames, key", connection)
        {
            Parameters = { new NpgsqlParameter<long[]> { TypedValue = [.. pairs.Select(p => p.Meant).OfType<Place>().Select(p => (long)p.Id).Distinct()] } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var seats = new Dictionary<int, Guid>();
        while (await reader.ReadAsync(cancellation)) seats[(int)reader.GetInt64(0)] = reader.GetGuid(1);
        return seats;
    }

    /// <summary>The directory is everybody's, so every cached page is dropped.</summary>
    private async Task FinishAsync(NpgsqlConnection connection, HashSet<int> offices, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("update office set updated_at = $1 where id = any($2)", connection)
        {
            Parameters = { new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() }, new NpgsqlParameter<int[]> { TypedValue = [.. offices] } },
        };
        await command.ExecuteNonQueryAsync(cancellation);
        await Storage.Changes.AnnounceAsync(connection, Storage.Changes.Everything, cancellation);
    }

    private static NpgsqlParameter Text(string? text) => new() { Value = text ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}
