using Npgsql;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Storage;

/// <summary>
/// Reads the domain's values from a row of a hand-written query. The few queries behind the portal's busiest pages are written by hand and sent together, in one
/// journey to the database: EF Core would need one for each collection, and several times the processor.
/// </summary>
internal static class Rows
{
    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static LocalText Texts(this NpgsqlDataReader row, int column) => Conversions.ReadTexts(row.GetFieldValue<byte[]>(column));

    public static PartialDate? Date(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : PartialDate.ParseEdtf(row.GetString(column));

    public static TEnum Word<TEnum>(this NpgsqlDataReader row, int column) where TEnum : struct, Enum => Words<TEnum>.Parse(row.GetString(column));

    public static Guid? IdOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    /// <summary>A row of the next result, which has one row or none.</summary>
    public static async Task<T?> SingleAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation) where T : class =>
        (await reader.AllAsync(read, cancellation)).SingleOrDefault();

    /// <summary>Every row of this result; the reader then stands before the next.</summary>
    public static async Task<List<T>> AllAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        await reader.NextResultAsync(cancellation);
        return rows;
    }

    /// <summary>Goes past a result that says nothing.</summary>
    public static Task PassAsync(this NpgsqlDataReader reader, CancellationToken cancellation) => reader.NextResultAsync(cancellation);

    /// <summary>A place from the columns of <see cref="Columns.Place"/>, the first of which is <paramref name="at"/>; null when there is none.</summary>
    public static PlaceRow? Place(this NpgsqlDataReader row, int at, Func<Guid, DirectorySourceRow?> source) => row.IsDBNull(at) ? null : new PlaceRow
    {
        Id = row.GetGuid(at),
        Key = row.GetString(at + 1),
        Names = row.Texts(at + 2),
        Country = row.GetString(at + 3),
        Latitude = row.GetDouble(at + 4),
        Longitude = row.GetDouble(at + 5),
        Population = row.IsDBNull(at + 6) ? null : row.GetInt32(at + 6),
        PopulationAsOf = row.Date(at + 7),
        GeoNames = row.IsDBNull(at + 8) ? null : row.GetInt64(at + 8),
        SourceId = row.GetGuid(at + 9),
        Source = source(row.GetGuid(at + 9)),
    };

    /// <summary>A source of the directory from the columns of <see cref="Columns.Source"/>.</summary>
    public static DirectorySourceRow DirectorySource(this NpgsqlDataReader row, int at) => new()
    {
        Id = row.GetGuid(at),
        Key = row.GetString(at + 1),
        Title = row.Texts(at + 2),
        Publisher = row.TextOrNull(at + 3),
        Url = row.TextOrNull(at + 4),
        StatedOn = row.Date(at + 5),
        Licence = row.TextOrNull(at + 6),
    };
}

/// <summary>Lists of columns that several hand-written queries share; each reader in <see cref="Rows"/> names its list.</summary>
internal static class Columns
{
    /// <summary>Of a place named <c>s</c>.</summary>
    public const string Place = "s.id, s.key, s.names, s.country, s.latitude, s.longitude, s.population, s.population_as_of, s.geonames, s.source_id";

    /// <summary>Of a source of the directory named <c>d</c>.</summary>
    public const string Source = "d.id, d.key, d.title, d.publisher, d.url, d.stated_on, d.licence";

    /// <summary>Of an office's own source, named <c>own</c>, in the order of <see cref="Source"/>.</summary>
    public const string OwnSource = "own.id, own.key, own.title, own.publisher, own.url, own.stated_on, own.licence";
}
