using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Planning.Maps;

namespace Tessera.Features.Pairs;

/// <summary>
/// Puts a register's lines into a temporary table as they are read, and gives back those of offices, office by office, with what only the whole register tells: which are not
/// answered. The register may be longer than the memory: it is never held here.
/// </summary>
internal sealed class PairStaging(NpgsqlConnection connection)
{
    private const string Columns = "line, office_id, is_ours, origin_key, partner_key, keys, name, country, latitude, longitude, population, place_id, place_name, place_country, place_latitude, place_longitude, doubt, doubt_arguments, text";

    private const string Table = """
        create temp table pair_stated (
            line int not null, office_id int, is_ours boolean not null, origin_key text not null, partner_key text not null, keys text[], name text, country text, latitude double precision,
            longitude double precision, population bigint, place_id int, place_name text, place_country text, place_latitude double precision, place_longitude double precision, doubt text,
            doubt_arguments text, text text) on commit drop
        """;

    private const string Ordered = $"""
        declare pairs no scroll cursor for
        with stated as materialized (select distinct origin_key, partner_key from pair_stated where is_ours), origins as materialized (select distinct origin_key from stated)
        select s.line, s.office_id, s.is_ours, s.keys, s.name, s.country, s.latitude, s.longitude, s.population, s.place_id, s.place_name, s.place_country, s.place_latitude, s.place_longitude,
            coalesce(s.doubt, case when s.is_ours and o.origin_key is not null and r.origin_key is null then '{RegisterReasons.OneSided}' end), s.doubt_arguments, s.text
        from pair_stated s
            left join stated r on r.origin_key = s.partner_key and r.partner_key = s.origin_key
            left join origins o on o.origin_key = s.partner_key
        where s.office_id is not null order by s.office_id, s.is_ours desc, s.line
        """;

    /// <summary>The connection whose transaction holds them.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>Lines that were staged.</summary>
    public int Lines { get; private set; }

    /// <summary>SHA-256 of all lines.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Stages every line.</summary>
    public async Task StageAsync(IEnumerable<RegisterLine> lines, PairScreen screen, PairHomes homes, Action<PairOutcome> told, Action<int> progress, CancellationToken cancellation)
    {
        await RunAsync(Table, cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var writer = await connection.BeginBinaryImportAsync($"copy pair_stated ({Columns}) from stdin (format binary)", cancellation))
        {
            foreach (var line in lines)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(line.Text));
                hash.AppendData("\n"u8);
                Stage(writer, line, screen, homes, told);
                progress(++Lines);
            }

            await writer.CompleteAsync(cancellation);
        }

        Hash = hash.GetHashAndReset();
        await RunAsync("analyze pair_stated", cancellation);
    }

    /// <summary>Those of offices, sorted by office, then what the office itself says before what others say of it, then by line.</summary>
    public async IAsyncEnumerable<List<StatedPair>> ReadAsync(int most, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await RunAsync(Ordered, cancellation);
        while (true)
        {
            var pairs = new List<StatedPair>(most);
            await using (var command = new NpgsqlCommand(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"fetch {most} from pairs"), connection))
            await using (var reader = await command.ExecuteReaderAsync(cancellation))
            {
                while (await reader.ReadAsync(cancellation)) pairs.Add(Read(reader));
            }

            if (pairs.Count == 0) break;
            yield return pairs;
        }

        await RunAsync("close pairs", cancellation);
    }

    private static void Stage(NpgsqlBinaryImporter writer, RegisterLine line, PairScreen screen, PairHomes homes, Action<PairOutcome> told)
    {
        if (line.Pair is not { } pair || line.Fault is not null)
        {
            told(new PairOutcome(line.Number, null, line.Pair?.Partner.Name ?? "", PairAnswer.Faulty, line.Fault, Nothing));
            return;
        }

        var screened = screen.Screen(pair);
        var (ours, theirs) = (homes.Of(screened.Origin), homes.Of(screened.Partner));
        if (ours is null && theirs is null) told(new PairOutcome(line.Number, null, pair.Partner.Name, PairAnswer.Elsewhere, null, Nothing));
        Write(writer, line, screened, ours, isOurs: true);
        if (theirs is not null && theirs != ours) Write(writer, line, screened, theirs, isOurs: false);
    }

    private static void Write(NpgsqlBinaryImporter writer, RegisterLine line, ScreenedPair pair, PairOffice? office, bool isOurs)
    {
        writer.StartRow();
        writer.Write(line.Number, NpgsqlDbType.Integer);
        Write(writer, office?.Id, NpgsqlDbType.Integer);
        writer.Write(isOurs, NpgsqlDbType.Boolean);
        writer.Write(pair.Origin.Keys[0], NpgsqlDbType.Text);
        writer.Write(pair.Partner.Keys[0], NpgsqlDbType.Text);
        if (office is null)
        {
            for (var column = 0; column < 14; column++) writer.WriteNull();
            return;
        }

        WriteOther(writer, isOurs ? pair.Partner : pair.Origin);
        var doubt = pair.Origin.Keys[0] == pair.Partner.Keys[0] ? new RegisterDoubt(RegisterReasons.Itself, Nothing) : pair.Doubt;
        Write(writer, doubt?.Reason);
        Write(writer, doubt is null ? null : OfficeItems.Write(doubt.Arguments));
        writer.Write(line.Text.Replace('\0', '\uFFFD'), NpgsqlDbType.Text);
    }

    private static void WriteOther(NpgsqlBinaryImporter writer, ScreenedPlace other)
    {
        writer.Write(other.Keys.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        writer.Write(other.Said.Name, NpgsqlDbType.Text);
        Write(writer, other.Said.Country);
        Write(writer, other.Said.Point?.Latitude, NpgsqlDbType.Double);
        Write(writer, other.Said.Point?.Longitude, NpgsqlDbType.Double);
        Write(writer, other.Said.Population, NpgsqlDbType.Bigint);
        Write(writer, other.Meant?.Id, NpgsqlDbType.Integer);
        Write(writer, other.Meant?.Name);
        Write(writer, other.Meant?.Country);
        Write(writer, other.Meant?.Latitude, NpgsqlDbType.Double);
        Write(writer, other.Meant?.Longitude, NpgsqlDbType.Double);
    }

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    private static void Write(NpgsqlBinaryImporter writer, string? text)
    {
        if (text is null) writer.WriteNull();
        else writer.Write(text, NpgsqlDbType.Text);
    }

    private static void Write<T>(NpgsqlBinaryImporter writer, T? value, NpgsqlDbType type) where T : struct
    {
        if (value is { } said) writer.Write(said, type);
        else writer.WriteNull();
    }

    private static StatedPair Read(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        GeoPoint? Point(int column) => row.IsDBNull(column) ? null : new GeoPoint(row.GetDouble(column), row.GetDouble(column + 1));
        var other = new RegisterPlace(row.GetString(4), "", Text(5), Point(6), row.IsDBNull(8) ? null : row.GetInt64(8));
        var meant = row.IsDBNull(9) ? null : new Place(row.GetInt32(9), row.GetString(10), row.GetString(11), "", row.GetDouble(12), row.GetDouble(13), 0);
        var doubt = Text(14) is { } reason ? new RegisterDoubt(reason, Text(15) is { } arguments ? OfficeItems.Read<Dictionary<string, string>>(arguments) : Nothing) : null;
        return new StatedPair(row.GetInt32(0), row.GetInt32(1), row.GetBoolean(2), other, row.GetFieldValue<string[]>(3), meant, doubt, row.GetString(16));
    }

    private async Task RunAsync(string statement, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
