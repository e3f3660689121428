using Npgsql;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Storage;

/// <summary>Members of an installation from before the program knew where a role came from.</summary>
public sealed class MembersBeforeSignOnTests(TwoOffices offices) : IClassFixture<TwoOffices>
{
    [Fact]
    public async Task Migration_OfMembers_TakesWhatTheyHaveForGivenByHand()
    {
        var sql = await File.ReadAllTextAsync(Checkout.File("src", "Tessera.Features", "Storage", "Migrations", "0007_keys_and_claims.sql"), TestContext.Current.CancellationToken);
        var (from, until) = (sql.IndexOf("alter table member no force", StringComparison.Ordinal), sql.IndexOf("alter table member force row level security;", StringComparison.Ordinal));
        foreach (var office in new[] { offices.First, offices.Second })
        {
            await using var session = await offices.SessionAsync(office);
            await TwoOffices.RunAsync(session, "update member set by_hand = null");
        }

        await using (var owner = new NpgsqlConnection(offices.Database.OwnerConnectionString))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await TwoOffices.RunAsync(owner, sql[from..until] + "alter table member force row level security;");
        }

        foreach (var office in new[] { offices.First, offices.Second })
        {
            await using var session = await offices.SessionAsync(office);
            Assert.Equal(["editor"], await TwoOffices.ColumnAsync(session, "select by_hand from member"));
        }
    }
}
