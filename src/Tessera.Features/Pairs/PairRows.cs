using Npgsql;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;
using Tessera.Interchange.Reading;
using ChangeKind = Tessera.Features.History.ChangeKind;

namespace Tessera.Features.Pairs;

/// <summary>A place that comes into the directory.</summary>
internal sealed record NewPlace(Guid Id, Place Place)
{
    /// <summary>Its key.</summary>
    public string Key => KeyOf(Place.Id);

    /// <summary>The key of a place of GeoNames.</summary>
    public static string KeyOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"geonames-{number}");
}

/// <summary>An authority that comes into the directory.</summary>
/// <param name="Kind">A word of <see cref="Domain.Authorities.AuthorityKind"/>.</param>
internal sealed record NewAuthority(KnownAuthority Known, string Kind, string? Country, LocalText Names, Guid? Seat);

/// <summary>A partner that comes into a register.</summary>
internal sealed record NewPair(PartnerItem Item, Guid Authority);

/// <summary>What was decided on a pair.</summary>
/// <param name="Proposal">As JSON.</param>
/// <param name="Partner">The key of the partner that it became; null where it waits.</param>
/// <param name="Brought">As JSON; null where it waits.</param>
internal sealed record NewItem(int Number, string Proposal, string? Partner, string? Brought);

/// <summary>What a batch brings to one office.</summary>
internal sealed class OfficeRows(OfficePairs office)
{
    /// <summary>Whose they are.</summary>
    public OfficePairs Office => office;

    /// <summary>Does the office's reading come with this batch? Else its text goes on.</summary>
    public bool IsReadingNew { get; init; }

    /// <summary>Does the source of its partners come with this batch?</summary>
    public bool IsSourceNew { get; set; }

    public System.Text.StringBuilder Text { get; } = new();

    public List<NewPair> Partners { get; } = [];

    public List<NewItem> Items { get; } = [];
}

/// <summary>
/// The rows of a batch as commands, each with its columns as arrays: PostgreSQL does not COPY into tables with row-level security, and so every row of an office is written in the name of that office.
/// </summary>
internal sealed class PairRows(PairContext context, DateTimeOffset now)
{
    private const string Places = """
        insert into place (id, key, names, country, latitude, longitude, geonames, source_id)
        select r.id, r.key, r.names::jsonb, r.country, r.latitude, r.longitude, r.geonames, $1
        from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::double precision[], $7::double precision[], $8::bigint[]) r (id, key, names, country, latitude, longitude, geonames)
        """;

    private const string Authorities = """
        insert into authority (id, key, kind, country, names, seat_id, source_id) select r.id, r.key, r.kind, r.country, r.names::jsonb, r.seat, $1
        from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[]) r (id, key, kind, country, names, seat)
        """;

    private const string Source = """
        with added as (insert into source (id, office_id, key, position, title, stated_on) select $2, $1, $3, coalesce(max(position) + 1, 0), $4::jsonb, $5 from source)
        insert into change (id, office_id, at, author, reason, kind, subject, key, names, fields) values ($6, $1, $7, $8, $9, $10, 'source', $3, $4::jsonb, '[]')
        """;

    private const string Reading = """
        insert into reading (id, office_id, title, kind, text, languages, hash, tables, made_at, made_by, import_id, source_key) values ($2, $1, $3, $4, $5, '{}', $6, '[]', $7, $8, $9, $10)
        """;

    private const string Partners = """
        with rows as materialized (select * from unnest($8::uuid[], $9::uuid[], $10::text[], $11::int[], $12::uuid[], $13::text[], $14::text[], $15::text[]) r (id, change, key, number, authority, name, names, search)),
            partners as (
                insert into partner (id, office_id, key, number, authority_id, kind, registered_name, names, address, websites, note, source_id, search_text, updated_at)
                select id, $1, key, number, authority, $2, name, names::jsonb, '{}', '{}', '{}', $3, search, $4 from rows)
        insert into change (id, office_id, at, author, reason, kind, subject, key, names, fields) select change, $1, $4, $5, $6, $7, 'partner', key, names::jsonb, '[]' from rows
        """;

    private const string Items = """
        insert into reading_item (office_id, reading_id, number, proposal, state, partner_key, corrections, brought, decided_at, decided_by)
        select $1, $2, r.number, r.proposal::jsonb, case when r.partner is null then $5 else $6 end, r.partner, '[]', r.brought::jsonb, case when r.partner is not null then $3 end, case when r.partner is not null then $4 end
        from unnest($7::int[], $8::text[], $9::text[], $10::text[]) r (number, proposal, partner, brought)
        """;

    /// <summary>What belongs to all offices, by a session of the host.</summary>
    public IEnumerable<NpgsqlBatchCommand> Shared(List<NewPlace> places, List<NewAuthority> authorities)
    {
        if (places.Count > 0)
        {
            yield return Command(
                Places, Value(context.GeoNames), Column(places, p => p.Id), Column(places, p => p.Key), Column(places, p => Json(LocalText.Of("en", p.Place.Name))), Column(places, p => p.Place.Country),
                Column(places, p => p.Place.Latitude), Column(places, p => p.Place.Longitude), Column(places, p => (long)p.Place.Id));
        }

        if (authorities.Count > 0)
        {
            yield return Command(
                Authorities, Value(context.Register), Column(authorities, a => a.Known.Id), Column(authorities, a => a.Known.Key), Column(authorities, a => a.Kind), Column(authorities, a => a.Country),
                Column(authorities, a => Json(a.Names)), Column(authorities, a => a.Seat));
        }
    }

    /// <summary>What belongs to an office, in its name.</summary>
    public IEnumerable<NpgsqlBatchCommand> Own(OfficeRows rows)
    {
        var office = rows.Office;
        yield return TesseraDb.SayWho(office.Office.Id, isHost: true);
        if (rows.IsSourceNew)
        {
            var title = Value(Json(LocalText.Of(office.Office.Languages[0], context.Work.Source)));
            yield return Command(Source, Id(office), Value(office.Source!.Value), Value(context.SourceKey), title, Value(context.Work.StatedOn.ToString()), Value(Guid.CreateVersion7(now)), Value(now), Author(), Reason(), Word(ChangeKind.Added));
        }

        yield return rows.IsReadingNew
            ? Command(Reading, Id(office), Value(office.Reading!.Value), Value(context.Work.Source), Word(ReadingKind.File), Value(rows.Text.ToString()), Value(context.Hash), Value(now), Author(), Value(context.Import), Value(context.SourceKey))
            : Command("update reading set text = text || $2 where id = $1", Value(office.Reading!.Value), Value(rows.Text.ToString()));
        if (rows.Partners.Count > 0) yield return PartnersCommand(rows);
        yield return Command(
            Items, Id(office), Value(office.Reading!.Value), Value(now), Author(), Word(ReadingState.Open), Word(ReadingState.Taken), Column(rows.Items, i => i.Number), Column(rows.Items, i => i.Proposal),
            Column(rows.Items, i => i.Partner), Column(rows.Items, i => i.Brought));
        yield return RegisterCounting.Command(office.Office.Id);
    }

    private NpgsqlBatchCommand PartnersCommand(OfficeRows rows)
    {
        var partners = rows.Partners;
        return Command(
            Partners, Id(rows.Office), Word(rows.Office.PartnerKind), Value(rows.Office.Source!.Value), Value(now), Author(), Reason(), Word(ChangeKind.Added),
            Column(partners, _ => Guid.CreateVersion7(now)), Column(partners, _ => Guid.CreateVersion7(now)), Column(partners, p => p.Item.Key), Column(partners, p => p.Item.Number), Column(partners, p => p.Authority),
            Column(partners, p => p.Item.RegisteredName), Column(partners, p => Json(p.Item.Names)), Column(partners, p => PartnerWriting.SearchText(p.Item)));
    }

    private static NpgsqlParameter<int> Id(OfficePairs office) => Value(office.Office.Id);

    private NpgsqlParameter<string> Author() => Value(context.Edit.Author);

    private NpgsqlParameter<string> Reason() => Value(context.Work.Source);

    private static string Json(LocalText texts) => Conversions.WriteTexts(texts);

    private static NpgsqlParameter<string> Word<TEnum>(TEnum value) where TEnum : struct, Enum => Value(Words<TEnum>.Write(value));

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<T[]> Column<TRow, T>(List<TRow> rows, Func<TRow, T> value) => new() { TypedValue = [.. rows.Select(value)] };

    private static NpgsqlBatchCommand Command(string statement, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
