using Npgsql;
using Tessera.Domain.Agreements;
using Tessera.Domain.Partners;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>
/// Reads what a list of an office's register shows, all of it in one journey to the database: partners with their authorities, seats and fields, agreements
/// with their dates and who signed. Facts, notes and purposes are not read.
/// Of partners that stand in no list any more the agreements are read and left, which costs less than to look up whose each is.
/// </summary>
internal static class RegisterReader
{
    private const string Partners = $"""
        select p.id, p.key, p.number, p.kind, p.registered_name, p.names, p.address, p.websites, p.search_text, a.id, a.key, a.kind, a.country, a.names, a.ended, {Columns.Place}, {Columns.Source}
        from partner p join authority a on a.id = p.authority_id left join place s on s.id = a.seat_id left join directory_source d on d.id = s.source_id where p.archived_on is null order by p.number
        """;

    private const string Agreements = """
        select g.id, g.partner_id, g.key, g.position, g.kind, g.decision, w.id, w.key, w.names, w.ended, g.steps, g.until, g.notice_months, g.renews_for_years
        from agreement g left join authority w on w.id = g.signed_with_id order by g.position
        """;

    private const string Dates = "select agreement_id, position, role, date from agreement_date order by position";
    private const string Fields = "select l.partner_id, t.id, t.key, t.position, t.text from partner_field l join office_text t on t.id = l.field_id order by t.position";

    /// <summary>The partners in the order of the register.</summary>
    public static Task<List<PartnerRecord>> ReadAsync(Database database, int office, CancellationToken cancellation) =>
        database.ReadAsync((connection, c) => ReadAsync(connection, office, c), cancellation);

    private static async Task<List<PartnerRecord>> ReadAsync(NpgsqlConnection connection, int office, CancellationToken cancellation)
    {
        await using var batch = Database.BatchFor(office, connection, Partners, Agreements, Dates, Fields);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.PassAsync(cancellation);
        var sources = new Dictionary<Guid, DirectorySourceRow>();
        var partners = await reader.AllAsync(r => Partner(r, sources), cancellation);
        var byId = partners.ToDictionary(p => p.Id);
        var agreements = await reader.AllAsync(Agreement, cancellation);
        var agreementsById = agreements.ToDictionary(a => a.Id);
        foreach (var agreement in agreements) byId.GetValueOrDefault(agreement.PartnerId)?.Agreements.Add(agreement);
        foreach (var date in await reader.AllAsync(Date, cancellation)) agreementsById[date.AgreementId].Dates.Add(date);
        foreach (var (partner, field) in await reader.AllAsync(Field, cancellation)) byId.GetValueOrDefault(partner)?.Fields.Add(field);
        return partners;
    }

    private static PartnerRecord Partner(NpgsqlDataReader r, Dictionary<Guid, DirectorySourceRow> sources) => new()
    {
        Id = r.GetGuid(0),
        Key = r.GetString(1),
        Number = r.GetInt32(2),
        Kind = r.Word<PartnerKind>(3),
        RegisteredName = r.GetString(4),
        Names = r.Texts(5),
        Address = r.GetFieldValue<string[]>(6),
        Websites = r.GetFieldValue<string[]>(7),
        SearchText = r.GetString(8),
        AuthorityId = r.GetGuid(9),
        Authority = new AuthorityRow
        {
            Id = r.GetGuid(9),
            Key = r.GetString(10),
            Kind = r.Word<Domain.Authorities.AuthorityKind>(11),
            Country = r.TextOrNull(12),
            Names = r.Texts(13),
            Ended = r.Date(14),
            Seat = r.Place(15, id => Source(r, id, sources)),
        },
    };

    /// <summary>Most seats are of one source: it is read once.</summary>
    private static DirectorySourceRow Source(NpgsqlDataReader r, Guid id, Dictionary<Guid, DirectorySourceRow> sources)
    {
        if (!sources.TryGetValue(id, out var source)) sources[id] = source = r.DirectorySource(25);
        return source;
    }

    private static AgreementRecord Agreement(NpgsqlDataReader r) => new()
    {
        Id = r.GetGuid(0),
        PartnerId = r.GetGuid(1),
        Key = r.GetString(2),
        Position = r.GetInt32(3),
        Kind = r.Word<AgreementKind>(4),
        Decision = r.TextOrNull(5),
        SignedWithId = r.IdOrNull(6),
        SignedWith = r.IsDBNull(6) ? null : new AuthorityRow { Id = r.GetGuid(6), Key = r.GetString(7), Names = r.Texts(8), Ended = r.Date(9) },
        Steps = r.GetString(10) is { Length: > 2 } steps ? OfficeItems.Read<List<LifeStepItem>>(steps) : [],
        Until = r.Date(11),
        NoticeMonths = r.IsDBNull(12) ? null : r.GetInt32(12),
        RenewsForYears = r.IsDBNull(13) ? null : r.GetInt32(13),
    };

    private static AgreementDateRecord Date(NpgsqlDataReader r) =>
        new() { AgreementId = r.GetGuid(0), Position = r.GetInt32(1), Role = r.Word<AgreementDateRole>(2), Date = r.Date(3)! };

    private static (Guid Partner, OfficeTextRow Field) Field(NpgsqlDataReader r) =>
        (r.GetGuid(0), new OfficeTextRow { Id = r.GetGuid(1), List = OfficeTextRow.Field, Key = r.GetString(2), Position = r.GetInt32(3), Text = r.Texts(4) });
}
