using Tessera.Testing;
using Tessera.Web.Commands;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Commands;

/// <summary>What <c>tessera doctor</c> says of the jobs.</summary>
public sealed class JobDiagnosesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_OfADatabase_AreShownWithLastRunNextRunAndLastError()
    {
        await using var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        Assert.Equal([(Health.Warning, "Jobs: none is known yet; the program makes them known while it serves.")], await DiagnosesAsync(database, "en"));
        await using var command = database.Database.Source.CreateCommand("""
            insert into job (name, due_at, ended_at, has_succeeded, outcome, failures) values
                ('a-good', '2999-01-02 06:00Z', '2026-11-02 06:01Z', true, '12 mails', 0), ('b-failing', '2999-01-01 03:00Z', '2026-11-03 03:02Z', false, 'no network', 4),
                ('c-late', '2020-01-01 03:00Z', null, null, '', 0), ('d-new', '2999-01-01 03:00Z', null, null, '', 0)
            """);
        await command.ExecuteNonQueryAsync(Cancellation);
        Assert.Equal(
            [
                (Health.Well, "Job a-good: last run 2026-11-02 06:01 UTC, next 2999-01-02 06:00 UTC. 12 mails"),
                (Health.Ill, "Job b-failing: has failed 4 times in a row, last 2026-11-03 03:02 UTC: no network. It is tried again 2999-01-01 03:00 UTC; mend what it says."),
                (Health.Ill, "Job c-late: due since 2020-01-01 03:00 UTC, and nobody runs it. Is the program serving, and does TESSERA_JOBS leave the job out?"),
                (Health.Well, "Job d-new: has not run yet, first due 2999-01-01 03:00 UTC."),
            ],
            await DiagnosesAsync(database, "en"));
        foreach (var language in new[] { "hu", "sv", "ro" }) Assert.Equal(4, (await DiagnosesAsync(database, language)).Count);
    }

    private static async Task<List<(Health Health, string Sentence)>> DiagnosesAsync(TestDatabase database, string language)
    {
        var said = new List<(Health, string)>();
        await foreach (var diagnosis in JobDiagnoses.OfAsync(database.Database, TimeProvider.System, TextCatalogue.Shared.For(language), Cancellation)) said.Add((diagnosis.Health, diagnosis.Sentence));
        return said;
    }
}
