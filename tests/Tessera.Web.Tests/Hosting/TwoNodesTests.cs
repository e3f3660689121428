using System.Diagnostics;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Npgsql;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Hosting;

/// <summary>Two programs on one database: what is changed through one is soon on the pages of the other, whatever became of the connection that tells it.</summary>
public sealed class TwoNodesTests
{
    private const string Published = "268/2009";
    private const string Unannounced = "111/2009";
    private const string Edited = "999/2009";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnEdit_ThroughOneNode_IsOnTheOthersCachedPageWithinTwoSeconds()
    {
        await using var database = await ExamplesAsync();
        await using var one = await TestNode.StartAsync(database.AppConnectionString);
        await using var other = await TestNode.StartAsync(database.AppConnectionString);
        await AssertCachedAsync(one, database);
        await AssertCachedAsync(other, database);
        await EditAsync(one.Database);
        await AssertWithinAsync(Soon, other);
        await AssertWithinAsync(Soon, one);
    }

    [Fact]
    public async Task AnEdit_WhileTheListeningConnectionIsGone_IsOnThePageWithinTwoSecondsOfItsReturn()
    {
        await using var database = await ExamplesAsync();
        await using var one = await TestNode.StartAsync(database.AppConnectionString);
        await using var other = await TestNode.StartAsync(database.AppConnectionString + ";Application Name=other");
        // Nobody may close a database to others from within it.
        var name = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString).Database;
        await using var owner = new NpgsqlConnection(database.OwnerConnectionString + ";Database=postgres");
        await owner.OpenAsync(Cancellation);
        await AssertCachedAsync(other, database);
        await new OfficeLoader(one.Database, TimeProvider.System).DumpAsync("hargita", Cancellation);

        await RunAsync(owner, $"alter database {name} allow_connections false");
        await EndListeningAsync(one, "other");
        await EditAsync(one.Database);
        await Task.Delay(TimeSpan.FromSeconds(0.5), Cancellation);
        Assert.DoesNotContain(Edited, await ReadAsync(other), StringComparison.Ordinal);

        await RunAsync(owner, $"alter database {name} allow_connections true");
        await AssertWithinAsync(Soon, other);
    }

    [Fact]
    public async Task AnEdit_AfterTheListeningConnectionWasDroppedWithoutAWord_IsFoundOut()
    {
        await using var database = await ExamplesAsync();
        await using var wire = new Wire(database.AppConnectionString + ";Keepalive=1;Command Timeout=2;SSL Mode=Disable");
        await using var one = await TestNode.StartAsync(database.AppConnectionString);
        await using var other = await TestNode.StartAsync(wire.ConnectionString);
        await AssertCachedAsync(other, database);
        wire.LoseConnectionsSilently();
        await EditAsync(one.Database);
        await AssertWithinAsync(TimeSpan.FromSeconds(6), other);
    }

    [Fact]
    public async Task Connections_EndedWhileTheyWereIdle_AreNotNoticedByReaders()
    {
        await using var database = await ExamplesAsync();
        await using var one = await TestNode.StartAsync(database.AppConnectionString);
        await using var other = await TestNode.StartAsync(database.AppConnectionString + ";Application Name=other");
        foreach (var page in (string[])["/hargita/en/partners?q=zala", "/hargita/en/changes.atom", "/hargita/en/report"])
        {
            Assert.NotEmpty(await other.Client.GetStringAsync(page, Cancellation));
            await using var end = one.Database.Source.CreateCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'other' and query not like 'listen%'");
            Assert.NotEqual(0L, await end.ExecuteScalarAsync(Cancellation));
            Assert.NotEmpty(await other.Client.GetStringAsync(page, Cancellation));
        }
    }

    [Fact]
    public async Task AForm_FromOneNode_IsTakenByTheOther()
    {
        await using var database = await ExamplesAsync();
        await using var one = await TestNode.StartAsync(database.AppConnectionString);
        await using var other = await TestNode.StartAsync(database.AppConnectionString);
        using var form = await one.Client.GetAsync("/hargita/en/report", Cancellation);
        var page = await new HtmlParser().ParseDocumentAsync(await form.Content.ReadAsStringAsync(Cancellation), Cancellation);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/hargita/en/report")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("about", "/hargita/en/about"), new("message", "A number is wrong."), new("reply", "")]),
        };
        sent.Headers.Add("Cookie", form.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var answer = await other.Client.SendAsync(sent, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<TestDatabase> ExamplesAsync()
    {
        var database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(database);
        return database;
    }

    /// <summary>
    /// A page that does not show what was changed behind the program's back was not made anew. On a busy machine a listening connection may be given up for dead, and everything kept is dropped, rightly:
    /// only when another listens now, the page of the next language is looked at.
    /// </summary>
    private static async Task AssertCachedAsync(TestNode node, TestDatabase database)
    {
        foreach (var language in (string[])["en", "hu", "ro", "sv"])
        {
            var listening = await ListeningAsync(node);
            if (await IsCachedAsync(node, database, language)) return;
            Assert.NotEqual(listening, await ListeningAsync(node));
        }

        Assert.Fail("The pages are made anew each time.");
    }

    private static async Task<bool> IsCachedAsync(TestNode node, TestDatabase database, string language)
    {
        Assert.Contains(Published, await ReadAsync(node, language), StringComparison.Ordinal);
        await using var owner = new NpgsqlConnection(database.OwnerConnectionString);
        await owner.OpenAsync(Cancellation);
        await RunAsync(owner, "select set_config('tessera.office', id::text, false) from office where slug = 'hargita'");
        Assert.Equal(1, await RunAsync(owner, $"update agreement set decision = '{Unannounced}' where decision = '{Published}'"));
        var shown = await ReadAsync(node, language);
        Assert.Equal(1, await RunAsync(owner, $"update agreement set decision = '{Published}' where decision = '{Unannounced}'"));
        return shown.Contains(Published, StringComparison.Ordinal);
    }

    /// <summary>What is read before the program listens is dropped when it does.</summary>
    /// <returns>Which sessions of the server listen.</returns>
    private static async Task<string?> ListeningAsync(TestNode node)
    {
        var clock = Stopwatch.StartNew();
        await using var question = node.Database.Source.CreateCommand(
            "select string_agg(pid::text, ',' order by pid) from pg_stat_activity where datname = current_database() and query like 'listen%' and application_name = current_setting('application_name') and state = 'idle'");
        string? listening;
        while ((listening = await question.ExecuteScalarAsync(Cancellation) as string) is null && clock.Elapsed < TimeSpan.FromSeconds(10)) await Task.Delay(20, Cancellation);
        await Task.Delay(100, Cancellation);
        return listening;
    }

    private static async Task EditAsync(Database through)
    {
        var text = (await File.ReadAllTextAsync(Checkout.File("examples", "hargita.json"), Cancellation)).Replace($"\"{Published}\"", $"\"{Edited}\"", StringComparison.Ordinal);
        var loading = await new OfficeLoader(through, TimeProvider.System).LoadAsync(Encoding.UTF8.GetBytes(text), "hargita.json", "test", Cancellation);
        Assert.NotEmpty(loading.Changes);
    }

    private static async Task EndListeningAsync(TestNode through, string application)
    {
        await using var end = through.Database.Source.CreateCommand($"select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '{application}' and query like 'listen%'");
        Assert.Equal(1L, await end.ExecuteScalarAsync(Cancellation));
    }

    private static async Task AssertWithinAsync(TimeSpan limit, TestNode node)
    {
        var clock = Stopwatch.StartNew();
        string page;
        do
        {
            page = await ReadAsync(node);
            await Task.Delay(10, Cancellation);
        }
        while (!page.Contains(Edited, StringComparison.Ordinal) && clock.Elapsed < limit);
        Assert.Contains(Edited, page, StringComparison.Ordinal);
    }

    private static Task<string> ReadAsync(TestNode node, string language = "en") => node.Client.GetStringAsync($"/hargita/{language}/partners", Cancellation);

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(Cancellation);
    }
}
