using Npgsql;
using Xunit;

namespace Tessera.Features.Tests.Storage;

/// <summary>Nobody reads or writes another office's rows, with raw SQL as the program's role.</summary>
public class RowSecurityTests(TwoOffices offices) : IClassFixture<TwoOffices>
{
    [Fact]
    public async Task EveryTable_WithAnOffice_ForcesRowSecurityEvenOnItsOwner()
    {
        await using var session = await offices.SessionAsync(null);
        var open = await TwoOffices.ColumnAsync(session, """
            select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'
                and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))
            """);
        Assert.Empty(open);
        Assert.True(offices.OwnedTables.Count >= 12, string.Join(", ", offices.OwnedTables));
    }

    [Fact]
    public async Task ProgramRole_Always_IsNeitherSuperuserNorOwnerNorAbleToBypass()
    {
        await using var session = await offices.SessionAsync(null);
        var strong = await TwoOffices.ColumnAsync(session, """
            select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole)
            union all select tablename from pg_tables where schemaname = 'public' and tableowner = current_user
            """);
        Assert.Empty(strong);
    }

    [Fact]
    public async Task Reading_WithoutSayingAnOffice_SeesNoRowOfAny()
    {
        await using var session = await offices.SessionAsync(null);
        foreach (var table in offices.OwnedTables)
        {
            Assert.True((await TwoOffices.ColumnAsync(session, $"select office_id from {table}")).Count == 0, table);
        }
    }

    [Fact]
    public async Task Reading_AsAnOffice_SeesItsOwnRowsOnly()
    {
        await using var session = await offices.SessionAsync(offices.First);
        foreach (var table in offices.OwnedTables)
        {
            Assert.Equal([$"{offices.First}"], await TwoOffices.ColumnAsync(session, $"select distinct office_id from {table}"));
        }
    }

    [Fact]
    public async Task Updating_AnotherOfficesRows_TouchesNone()
    {
        await using var session = await offices.SessionAsync(offices.First);
        foreach (var table in offices.OwnedTables.Except(["change", "error_report", "document_content", "contact_state"]))
        {
            Assert.Equal(0, await TwoOffices.RunAsync(session, $"update {table} set office_id = office_id where office_id = {offices.Second}"));
        }
    }

    [Fact]
    public async Task Deleting_AnotherOfficesRows_TouchesNone()
    {
        await using var session = await offices.SessionAsync(offices.First);
        foreach (var table in offices.OwnedTables.Except(["change"]))
        {
            Assert.Equal(0, await TwoOffices.RunAsync(session, $"delete from {table} where office_id = {offices.Second}"));
        }
    }

    [Fact]
    public async Task Inserting_ForAnotherOffice_IsRefused()
    {
        await using var session = await offices.SessionAsync(offices.First);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => TwoOffices.RunAsync(session,
            $"insert into source (id, office_id, key, position, title) values (gen_random_uuid(), {offices.Second}, 'forged', 0, '{{}}')"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Moving_OwnRowsToAnotherOffice_IsRefused()
    {
        await using var session = await offices.SessionAsync(offices.First);
        await Assert.ThrowsAsync<PostgresException>(() => TwoOffices.RunAsync(session, $"update source set office_id = {offices.Second}"));
    }

    [Theory]
    [InlineData("update change set author = 'somebody else'")]
    [InlineData("delete from change")]
    [InlineData("truncate change")]
    public async Task History_ForTheProgramItself_CannotBeRewritten(string rewriting)
    {
        await using var session = await offices.SessionAsync(offices.First);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => TwoOffices.RunAsync(session, rewriting));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Directory_WithoutTheHostsWord_IsReadAndNotWritten()
    {
        await using var session = await offices.SessionAsync(offices.First);
        Assert.Equal(["town"], await TwoOffices.ColumnAsync(session, "select key from place"));
        Assert.Equal(0, await TwoOffices.RunAsync(session, "update place set population = 1"));
        Assert.Equal(0, await TwoOffices.RunAsync(session, "delete from authority"));
        await Assert.ThrowsAsync<PostgresException>(() => TwoOffices.RunAsync(session, "insert into directory_source (id, key, title) values (gen_random_uuid(), 'forged', '{}')"));
    }

    [Fact]
    public async Task Office_WithoutTheHostsWord_ChangesItselfOnly()
    {
        await using var session = await offices.SessionAsync(offices.First);
        Assert.Equal(0, await TwoOffices.RunAsync(session, $"update office set colour = '#ffffff' where id = {offices.Second}"));
        await Assert.ThrowsAsync<PostgresException>(() => TwoOffices.RunAsync(session,
            "insert into office (slug, kind, authority_id, name, short_name, languages, colour, summary, address, source_key, updated_at) select 'forged', kind, authority_id, name, short_name, languages, colour, summary, address, source_key, updated_at from office limit 1"));
    }

    [Fact]
    public async Task PooledConnection_ReturnedAndTakenAgain_CarriesNoOffice()
    {
        var one = new NpgsqlConnectionStringBuilder(offices.Database.AppConnectionString) { MaxPoolSize = 1 }.ConnectionString;
        await using var database = new Features.Storage.Database(one);
        int backend;
        await using (var db = database.ForOffice(offices.First))
        {
            Assert.Single(db.Partners.ToList());
            await using var connection = await database.Source.OpenConnectionAsync();
            backend = connection.ProcessID;
        }

        await using var next = await database.Source.OpenConnectionAsync();
        Assert.Equal(backend, next.ProcessID);
        Assert.Equal([""], await TwoOffices.ColumnAsync(next, "select coalesce(current_setting('tessera.office', true), '')"));
        Assert.Empty(await TwoOffices.ColumnAsync(next, "select key from partner"));
    }
}
