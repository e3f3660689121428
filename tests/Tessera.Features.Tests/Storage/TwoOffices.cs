using Npgsql;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Storage;

/// <summary>A database with two offices, each with a row in every table it owns, written with raw SQL as the program's role.</summary>
public class TwoOffices : IAsyncLifetime
{
    private const string Directory = """
        select set_config('tessera.host', 'on', false);
        insert into directory_source (id, key, title) values ('00000000-0000-7000-8000-000000000001', 'census', '{"en": "Census"}');
        insert into place (id, key, names, country, latitude, longitude, source_id)
            values ('00000000-0000-7000-8000-000000000002', 'town', '{"en": "Town"}', 'HU', 47, 19, '00000000-0000-7000-8000-000000000001');
        insert into authority (id, key, kind, country, names, source_id)
            values ('00000000-0000-7000-8000-000000000003', 'council', 'county', 'HU', '{"en": "Council"}', '00000000-0000-7000-8000-000000000001');
        insert into account (id, email, normalized_email, name, language, security_stamp, concurrency_stamp, created_at)
            values ('00000000-0000-7000-8000-000000000004', 'a@example.org', 'A@EXAMPLE.ORG', 'A', 'en', '', '', now());
        """;

    private const string Office = """
        insert into office (slug, kind, authority_id, name, short_name, languages, colour, summary, address, source_key, updated_at)
            values ($1, 'county', '00000000-0000-7000-8000-000000000003', '{"en": "Office"}', '{}', '{en}', '#003366', '{}', '{}', 'page', now()) returning id
        """;

    private const string Register = """
        insert into source (id, key, position, title) values ('{id}1', 'page', 0, '{"en": "Page"}');
        insert into office_text (id, list, key, position, heading, text) values ('{id}2', 'field', 'culture', 0, '{}', '{"en": "Culture"}');
        insert into partner (id, key, number, authority_id, kind, registered_name, names, address, websites, note, source_id, search_text, updated_at)
            values ('{id}3', 'partner', 1, '00000000-0000-7000-8000-000000000003', 'sister-county', 'P', '{}', '{}', '{}', '{}', '{id}1', 'p', now());
        insert into partner_field (partner_id, field_id) values ('{id}3', '{id}2');
        insert into base_fact (id, partner_id, key, position, kind, value, unit, about, text, source_id) values ('{id}4', '{id}3', 'area', 0, 'area', 1, 'km2', false, '{}', '{id}1');
        insert into agreement (id, partner_id, key, position, kind, decision_body, purpose, note, source_id, updated_at)
            values ('{id}5', '{id}3', 'agreement', 0, 'twinning', '{}', '{}', '{}', '{id}1', now());
        insert into agreement_date (agreement_id, position, role, date) values ('{id}5', 0, 'signed', '1994');
        insert into agreement_field (agreement_id, field_id) values ('{id}5', '{id}2');
        insert into membership (id, key, position, organisation_id, kind, dates, note, links, notice_months, fee, invoices, people, source_id)
            values ('{id}6', 'network', 0, '00000000-0000-7000-8000-000000000003', 'full', '[]', '{}', '{}', 6, '{"kind":"free"}', '[{"year":2026}]', '[{"name":"Anna","office":"mayor"}]', '{id}1');
        insert into settlement_relation (id, key, position, settlement_id, with_id, kind, note, source_id)
            values ('{id}7', 'relation', 0, '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000002', 'twin-town', '{}', '{id}1');
        insert into change (id, at, author, kind, subject, key, names, fields) values ('{id}8', now(), 'a test', 'added', 'partner', 'partner', '{}', '[]');
        insert into error_report (id, at, page, message, language) values ('{id}9', now(), '/', 'wrong', 'en');
        insert into member (account_id, role, by_hand, since) values ('00000000-0000-7000-8000-000000000004', 'editor', 'reader', now());
        insert into unit (id, key, position, names) values ('{id}a', 'chancery', 0, '{"en": "Chancery"}');
        insert into unit_member (unit_id, account_id) values ('{id}a', '00000000-0000-7000-8000-000000000004');
        insert into invitation (id, email, role, token_hash, invited_by, made_at, expires_at) values ('{id}b', 'a@example.org', 'reader', decode(md5('{id}b'), 'hex'), 'a test', now(), now());
        insert into done_form (form_id, account_id, page, claim, claimed_until, answer, at) values ('{id}c', '00000000-0000-7000-8000-000000000004', '/', '{id}c', now(), '/', now());
        insert into document_content (hash, content) values (sha256('{id}'), 'a');
        insert into document (id, partner_id, kind, title, version, file_name, media_type, size, hash, is_public, folded_text, uploaded_by, uploaded_at)
            values ('{id}d', '{id}3', 'pdf', 'Scan', 1, 'scan.pdf', 'application/pdf', 1, sha256('{id}'), true, 'scan', 'a test', now());
        insert into contact (id, partner_id, name, role, purpose, source, keep_until, folded, created_at, updated_at)
            values ('{id}e', '{id}3', 'A', '', 'twinning', 'her card', '2030-01-01', 'a', now(), now());
        insert into contact_state (id, contact_id, said, folded) values ('{id}f', '{id}e', '{}', 'a');
        insert into authority_proposal (id, authority_id, partner_key, kind, date, successor, note, proposed_by, proposed_at, decided_by, decided_at, is_confirmed)
            values ('{id}f', '00000000-0000-7000-8000-000000000003', 'partner', 'abolition', '2030', '{}', '{}', 'a test', now(), 'a test', now(), false);
        insert into link_check (url, checked_at, answer) values ('https://partner.example/', now(), '200');
        insert into office_arms (media_type, hash, content) values ('image/png', sha256('{id}'), 'a');
        insert into reading (id, title, kind, text, languages, hash, tables, made_at, made_by) values ('{id}f', 'Partners', 'pasted', 'A', '{en}', sha256('{id}'), '[]', now(), 'a test');
        insert into reading_item (reading_id, number, proposal, state, corrections) values ('{id}f', 1, '{"name": "A", "level": "municipality", "confidence": 1}', 'open', '[]');
        insert into told_columns (headings, columns, told_at, told_by) values (repeat('a', 64), '[]', now(), 'a test');
        insert into reading_work (id, reading_id, kind, confidence, total, done, refused, likely, left_names, ordered_at, ordered_by, reason)
            values ('{id}f', '{id}f', 'take', 1, 0, 0, 0, 0, '{}', now(), 'a test', '');
        insert into activity (id, key, position, kind, status, is_public, title, except_days, is_short, place, item, source_id, search_text, version, updated_at)
            values ('{id}f', 'visit', 0, 'incoming-visit', 'planned', true, '{"en": "Visit"}', '{}', false, '{}', '{"key": "visit", "kind": "incoming-visit", "status": "planned", "title": {"en": "Visit"}, "source": ""}', '{id}1', 'visit', 1, now());
        insert into activity_partner (activity_id, partner_id, position, part) values ('{id}f', '{id}3', 0, 'guest');
        insert into activity_field (activity_id, field_id) values ('{id}f', '{id}2');
        insert into guest (id, activity_id, name, role, language, is_minor, added_by, added_at, answer, comment, folded) values ('{id}0', '{id}f', 'Anna', 'required', 'en', false, 'a test', now(), 'open', '', 'anna');
        insert into guest_need (guest_id, diet, mobility, passport, entered_at) values ('{id}0', 'none', '', '', now());
        insert into guest_need_reading (id, guest_id, reader, at) values ('{id}0', '{id}0', 'a test', now());
        insert into guest_host (activity_id, account_id, since) values ('{id}f', '00000000-0000-7000-8000-000000000004', now());
        insert into registration_desk (activity_id, is_open, places, until_day, has_waiting_list, asks_phone, question, notice) values ('{id}f', true, 10, '2026-06-12', true, false, '{}', '{}');
        insert into registration (id, activity_id, name, phone, reply, people, language, state, at, changed_at, secret, folded) values ('{id}0', '{id}f', 'Béla', '', '', 1, 'hu', 'place', now(), now(), 'the-secret-of-{id}0', 'bela');
        insert into letter (id, kind, guest_id, state, asked_at, next_try_at, tries) values ('{id}0', 'invitation', '{id}0', 'waiting', now(), now(), 0);
        insert into calendar_import (id, title, language, content, made_at, made_by) values ('{id}f', 'calendar.ics', 'en', 'a', now(), 'a test');
        insert into calendar_import_entry (import_id, activity_key, uid, part, version_after) values ('{id}f', 'visit', 'a', '', 1);
        insert into calendar_feed (id, address, title, kind, language, is_public, source_id, made_at, made_by, next_at) values ('{id}f', 'https://club.example/a.ics', 'Club', 'event', 'en', false, '{id}1', now(), 'a test', now());
        insert into calendar_mark (activity_id, feed_id, uid, part, sequence, hash, is_private) values ('{id}f', '{id}f', 'a', '', 0, 'a', false);
        insert into calendar_gone (feed_id, uid, part, at) values ('{id}f', 'b', '', now());
        insert into activity_letter (id, email, language, made_at) values ('{id}f', 'a@example.org', 'en', now());
        insert into organiser (id, key, position, names, place) values ('{id}f', 'town', 0, '{"en": "Town"}', '{}');
        insert into region_day (id, key, position, kind, names, first_day, last_day, audiences) values ('{id}f', 'fair', 0, 'traditional-day', '{"en": "Fair"}', '2027-05-01', '2027-05-01', '{}');
        insert into booking (activity_id, resource, name, starts, ends) values ('{id}f', 'stage', 'Stage', '2027-05-01', '2027-05-02');
        insert into season_plan (id, first_day, last_day, made_at, made_by, planned_at, figures) values ('{id}f', '2027-05-01', '2027-06-01', now(), 'a test', now(), '{}');
        insert into season_move (id, plan_id, activity_id, position, from_day, to_day, price, saves, reasons) values ('{id}f', '{id}f', '{id}f', 0, '2027-05-01', '2027-05-02', 1, 1, '{}');
        insert into season_asking (id, plan_id, organiser_id, asked_at, asked_by, moves, dropped) values ('{id}f', '{id}f', '{id}f', now(), 'a test', '[]', '[]');
        insert into delegation (id, key, version, body, body_names, names, country, first_day, last_day, state, seats, seat_source, rules, call_text, appointed_by, appointment, credentials)
            values ('{id}f', 'congress', 1, 'congress', '{}', '{"en": "Delegation"}', 'HU', '2026-01-01', '2030-12-31', 'called', '[]', '', '{}', '{}', '', '', '');
        insert into delegation_proposer (id, delegation_id, key, position, names, language, reply, comment) values ('{id}f', '{id}f', 'association', 0, '{"en": "Association"}', 'en', 'open', '');
        insert into delegation_person (id, delegation_id, proposer_id, name, authority, region, level, mandate, public_office, is_youth, may_be_named, proposed_by, proposed_at, folded)
            values ('{id}f', '{id}f', '{id}f', 'Anna', '', '', 'local', 'elected', '{}', false, false, 'a test', now(), 'anna');
        insert into delegation_trait (person_id, sex, political_group, entered_at) values ('{id}f', 'female', '', now());
        insert into delegation_trait_reading (id, delegation_id, reader, purpose, at) values ('{id}f', '{id}f', 'a test', 'composition', now());
        insert into delegation_seating (id, delegation_id, person_id, kind, chamber, appointed_by, appointment) values ('{id}f', '{id}f', '{id}f', 'representative', 'local', '', '');
        insert into delegation_document (id, delegation_id, kind, title, file_name, media_type, size, hash, is_public, uploaded_by, uploaded_at)
            values ('{id}f', '{id}f', 'call', 'Call', 'call.pdf', 'application/pdf', 1, sha256('{id}'), false, 'a test', now());
        insert into delegation_session (id, delegation_id, activity_id) values ('{id}f', '{id}f', '{id}f');
        insert into delegation_attendance (session_id, seating_id, presence) values ('{id}f', '{id}f', 'present');
        insert into delegation_contribution (id, delegation_id, person_id, kind, title, day, is_public) values ('{id}f', '{id}f', '{id}f', 'speech', 'A speech', '2026-05-01', true);
        insert into news (id, key, position, category, title, lead, published, item, source_id, version, updated_at)
            values ('{id}f', 'visit', 0, 'visit', '{"en": "Visit"}', '{}', '2026-01-01', '{"key": "visit", "category": "visit", "title": {"en": "Visit"}, "source": ""}', '{id}1', 1, now());
        insert into news_partner (news_id, partner_id) values ('{id}f', '{id}3');
        insert into news_field (news_id, field_id) values ('{id}f', '{id}2');
        insert into news_activity (news_id, activity_id) values ('{id}f', '{id}f');
        insert into news_day (news_id, day, reads, useful, not_useful) values ('{id}f', '2026-01-01', 1, 1, 0);
        insert into publication (id, key, position, kind, title, language, authors, abstract, is_public, item, source_id, folded, version, updated_at)
            values ('{id}f', 'guide', 0, 'handbook', '{"en": "Guide"}', 'en', '{}', '{}', true, '{"key": "guide", "kind": "handbook", "title": {"en": "Guide"}, "language": "en", "source": ""}', '{id}1', 'guide', 1, now());
        insert into publication_field (publication_id, field_id) values ('{id}f', '{id}2');
        insert into publication_activity (publication_id, activity_id) values ('{id}f', '{id}f');
        insert into publication_text (publication_id, body, folded_body, words) values ('{id}f', '', '', to_tsvector('simple', 'guide'));
        insert into tour (activity_id, is_open, places, most_per_authority, until_day, fresh_years, most_per_county, small_places, small_population, question, seed)
            values ('{id}f', true, 10, 2, '2026-05-01', 3, 2, 2, 1000, '{}', repeat('a', 32));
        insert into tour_application (id, activity_id, number, authority, folded_authority, county, name, reply, participants, people, language, state, at, changed_at, secret, folded)
            values ('{id}0', '{id}f', 1, 'Town', 'town', '', 'Cecil', '', '{Cecil}', 1, 'hu', 'applied', now(), now(), 'the-secret-of-tour-{id}0', 'cecil');
        insert into register_count (partners, countries, agreements, memberships) values (1, 1, 1, 1);
        """;

    private TestDatabase? _database;

    public TestDatabase Database => _database!;

    public int First { get; private set; }

    public int Second { get; private set; }

    /// <summary>The tables that an office owns, as the database itself names them.</summary>
    public IReadOnlyList<string> OwnedTables { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _database = await (await ServerAsync()).CreateDatabaseAsync();
        await using var connection = await Database.Database.Source.OpenConnectionAsync();
        await RunAsync(connection, Directory);
        First = await AddAsync(connection, "first-office", "10000000-0000-7000-8000-00000000000");
        Second = await AddAsync(connection, "second-office", "20000000-0000-7000-8000-00000000000");
        OwnedTables = await ColumnAsync(connection, "select table_name from information_schema.columns where column_name = 'office_id' and table_name <> 'register_count' order by 1");
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The server that the database is made on.</summary>
    protected virtual Task<TestServer> ServerAsync() => TestServer.SharedAsync();

    /// <summary>A session of the program's role that has said this office, or none.</summary>
    public async Task<NpgsqlConnection> SessionAsync(int? office)
    {
        var connection = await Database.Database.Source.OpenConnectionAsync();
        if (office is { } chosen) await RunAsync(connection, $"select set_config('tessera.office', '{chosen}', false)");
        return connection;
    }

    /// <summary>How many rows a statement touches.</summary>
    public static async Task<int> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of a query, as text.</summary>
    public static async Task<List<string>> ColumnAsync(NpgsqlConnection connection, string sql)
    {
        var values = new List<string>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) values.Add(reader.GetValue(0).ToString()!);
        return values;
    }

    private static async Task<int> AddAsync(NpgsqlConnection connection, string slug, string ids)
    {
        await using var insert = new NpgsqlCommand(Office, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = slug } } };
        var office = (int)(await insert.ExecuteScalarAsync())!;
        await RunAsync(connection, $"select set_config('tessera.office', '{office}', false)");
        await RunAsync(connection, Register.Replace("{id}", ids, StringComparison.Ordinal));
        return office;
    }
}
