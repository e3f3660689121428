using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tessera.Features.Storage;
using Xunit;

namespace Tessera.Features.Tests.Storage;

/// <summary>What the mapping says and what the migrations made are the same.</summary>
public sealed class SchemaTests(TwoOffices offices) : IClassFixture<TwoOffices>
{
    [Fact]
    public async Task Mapping_ComparedWithTheMigratedSchema_NamesTheSameColumnsWithTheSameNullability()
    {
        await using var session = await offices.SessionAsync(null);
        var there = await TwoOffices.ColumnAsync(session, """
            select table_name || '.' || column_name || ' ' || coalesce(nullif(data_type, 'USER-DEFINED'), udt_name) || case is_nullable when 'YES' then ' null' else '' end
            from information_schema.columns where table_schema = 'public' and table_name not in ('migration', 'protection_key')
                and not (column_name = 'office_id' and table_name in ('partner_field', 'agreement_field', 'activity_field', 'news_partner', 'news_field', 'news_activity', 'publication_field', 'publication_activity'))
            """);
        using var db = offices.Database.Database.Public();
        var mapped = db.Model.GetEntityTypes().SelectMany(Columns);
        Assert.Equal(there.Select(Plain).Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Migrating_ADatabaseThatIsUpToDate_DoesNothing()
    {
        Assert.Empty(await Migrator.MigrateAsync(offices.Database.OwnerConnectionString, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Migrating_ADatabaseOfANewerProgram_IsRefused()
    {
        await using var database = await (await Testing.TestServer.SharedAsync()).CreateDatabaseAsync();
        await RunAsOwnerAsync(database, "insert into migration (name, hash) values ('9999_from_the_future', 'x')");
        var refused = await Assert.ThrowsAsync<MigrationException>(() => Migrator.MigrateAsync(database.OwnerConnectionString, TestContext.Current.CancellationToken));
        Assert.Equal("migration.newer-database", refused.Code);
    }

    [Fact]
    public async Task Migrating_AfterAnAppliedFileChanged_IsRefused()
    {
        await using var database = await (await Testing.TestServer.SharedAsync()).CreateDatabaseAsync();
        await RunAsOwnerAsync(database, "update migration set hash = 'another'");
        var refused = await Assert.ThrowsAsync<MigrationException>(() => Migrator.MigrateAsync(database.OwnerConnectionString, TestContext.Current.CancellationToken));
        Assert.Equal("migration.changed", refused.Code);
    }

    private static async Task RunAsOwnerAsync(Testing.TestDatabase database, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync();
        await TwoOffices.RunAsync(connection, sql);
    }

    private static IEnumerable<string> Columns(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, null);
        return entity.GetProperties().Select(p => $"{table.Name}.{p.GetColumnName(table)} {Plain(p.GetColumnType())}{(p.IsNullable ? " null" : "")}");
    }

    private static string Plain(string type) => type.Replace("text[]", "ARRAY", StringComparison.Ordinal).Replace("timestamptz", "timestamp with time zone", StringComparison.Ordinal);
}
