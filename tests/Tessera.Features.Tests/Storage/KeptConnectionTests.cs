using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tessera.Features.Storage;
using Xunit;

namespace Tessera.Features.Tests.Storage;

/// <summary>What a request reads by hand goes over one connection, which holds nobody up and carries nothing from one office to another.</summary>
public sealed class KeptConnectionTests(TwoOffices offices) : IClassFixture<TwoOffices>
{
    // Whoever held the only connection and waited for another would wait until this is over.
    private const string OnlyOne = ";Maximum Pool Size=1;Timeout=2";

    [Fact]
    public async Task Reads_WhileAConnectionIsKept_GoOverOneSession_WithoutACleaningBetweenThem()
    {
        await using var database = new Database(offices.Database.AppConnectionString);
        await using (database.KeepConnection())
        {
            await AskAsync(database, offices.First, "select set_config('tessera.left', 'said', false)");
            Assert.Equal("said", await AskAsync(database, offices.First, "select current_setting('tessera.left', true)"));
        }

        Assert.NotEqual("said", await AskAsync(database, offices.First, "select current_setting('tessera.left', true)"));
    }

    [Fact]
    public async Task Read_AfterAnotherOffices_SeesItsOwnRowsOnly()
    {
        await using var database = new Database(offices.Database.AppConnectionString);
        await using var kept = database.KeepConnection();
        foreach (var office in (int[])[offices.First, offices.Second, offices.First])
        {
            Assert.Equal($"{office}", await AskAsync(database, office, "select string_agg(distinct office_id::text, ',') from partner"));
        }
    }

    [Fact]
    public async Task KeptConnection_WhenAUnitOfWorkOpensAnother_IsGivenBackFirst()
    {
        await using var database = new Database(offices.Database.AppConnectionString + OnlyOne);
        await using var kept = database.KeepConnection();
        Assert.Equal("1", await AskAsync(database, offices.First, "select count(*)::text from partner"));
        await using (var db = database.ForOffice(offices.First)) Assert.Equal(1, await db.Partners.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal("1", await AskAsync(database, offices.Second, "select count(*)::text from partner"));
    }

    [Fact]
    public async Task Read_ThatFails_LeavesNoConnectionBehind()
    {
        await using var database = new Database(offices.Database.AppConnectionString + OnlyOne);
        await using (database.KeepConnection())
        {
            await Assert.ThrowsAsync<PostgresException>(() => AskAsync(database, offices.First, "select 1 / 0"));
            Assert.Equal("1", await AskAsync(database, offices.First, "select '1'"));
        }

        Assert.Equal("1", await AskAsync(database, offices.First, "select '1'"));
    }

    [Fact]
    public async Task Read_ThatEndsAfterItsRequest_GivesTheConnectionBack()
    {
        await using var database = new Database(offices.Database.AppConnectionString + OnlyOne);
        Task<string?> late;
        await using (database.KeepConnection()) late = AskAsync(database, offices.First, "select pg_sleep(0.2)::text");
        await late;
        await using var free = await database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(System.Data.ConnectionState.Open, free.State);
    }

    private static Task<string?> AskAsync(Database database, int office, string sql) => database.ReadAsync(async (connection, c) =>
    {
        await using var batch = Database.BatchFor(office, connection, sql);
        await using var reader = await batch.ExecuteReaderAsync(c);
        await reader.NextResultAsync(c);
        return await reader.ReadAsync(c) && !await reader.IsDBNullAsync(0, c) ? reader.GetString(0) : null;
    }, TestContext.Current.CancellationToken);
}
