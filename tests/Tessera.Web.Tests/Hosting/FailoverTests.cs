using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Tessera.Features.Offices;
using Tessera.Features.Reports;
using Tessera.Features.Storage;
using Tessera.Testing;
using Xunit;

namespace Tessera.Web.Tests.Hosting;

/// <summary>The primary is lost and the standby promoted, under a program that goes on.</summary>
public sealed class FailoverTests
{
    private const string Cached = "/hargita/en/partners";
    private const string Uncached = "/hargita/ro/partners?q=zala";
    private const int Writers = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AProgram_WhosePrimaryIsLost_GoesOnWithThePromotedStandbyAndLosesNothing()
    {
        Assert.SkipWhen(StreamingPair.Binaries is null, "No PostgreSQL is installed in /usr/lib/postgresql: it takes initdb, pg_ctl and pg_basebackup to make a pair");
        await using var pair = await StreamingPair.StartAsync();
        Assert.NotEmpty(await Migrator.MigrateAsync(pair.OwnerConnectionString, Cancellation));
        await using var node = await TestNode.StartAsync(pair.AppConnectionString, Patience);
        await LoadAsync(node.Database, "268/2009");
        var office = await new OfficeQueries(node.Database).FindAsync("hargita", Cancellation) ?? throw new InvalidOperationException("no office");
        using var work = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var writing = new Writing(node.Database, office);
        var reading = new Reading(node.Client, Cached);
        await reading.UntilKeptAsync();
        var running = Task.WhenAll([.. Enumerable.Range(0, Writers).Select(w => writing.RunAsync(w, work.Token)), reading.RunAsync(work.Token)]);

        await UntilAsync(() => writing.Acknowledged.Count >= 50);
        Assert.Equal(0, writing.Failures);
        // What the standby does not have must not be acknowledged, or it is lost now.
        await pair.CutReplicationAsync();
        await Task.Delay(TimeSpan.FromSeconds(0.5), Cancellation);
        await pair.StopPrimaryAsync();
        await AssertCalmAsync(node);
        Assert.NotEqual(0, writing.Failures);
        var before = writing.Acknowledged.Count;
        var readBefore = reading.Answers;

        await pair.PromoteAsync();
        await UntilAsync(() => writing.Acknowledged.Count >= before + 50);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node, Uncached));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(node, "/health/ready"));
        await AssertListeningAsync(node, pair);
        await work.CancelAsync();
        await running;

        Assert.Empty(reading.Errors);
        Assert.True(reading.Answers > readBefore && readBefore > 10, $"{reading.Answers} answers");
        var kept = (await new ErrorReportService(node.Database, TimeProvider.System).ReadAsync(office, Cancellation)).Select(r => r.Message).ToHashSet();
        Assert.Superset(writing.Acknowledged.ToHashSet(), kept);
        TestContext.Current.SendDiagnosticMessage($"{writing.Acknowledged.Count} acknowledged, {writing.Failures} failures, {reading.Answers} cached answers");
    }

    [Fact]
    public async Task AnAttempt_DuringAShortChangeOfServers_WaitsInsteadOfFailing()
    {
        Assert.SkipWhen(StreamingPair.Binaries is null, "No PostgreSQL is installed in /usr/lib/postgresql: it takes initdb, pg_ctl and pg_basebackup to make a pair");
        await using var pair = await StreamingPair.StartAsync();
        await Migrator.MigrateAsync(pair.OwnerConnectionString, Cancellation);
        await using var node = await TestNode.StartAsync(pair.AppConnectionString);
        await LoadAsync(node.Database, "268/2009");
        await pair.StopPrimaryAsync();
        var read = StatusAsync(node, Uncached);
        var written = LoadAsync(node.Database, "999/2009");
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        Assert.False(read.IsCompleted || written.IsCompleted);
        await pair.PromoteAsync();
        await written;
        Assert.Equal(HttpStatusCode.OK, await read);
    }

    [Fact]
    public async Task AConnectionString_OfOneHost_MayAskForThePrimaryToo()
    {
        await using var database = new Database("Host=/nowhere;Target Session Attributes=primary");
        Assert.NotNull(database.Source);
    }

    /// <summary>503 in the reader's language, soon and without a trace of what is inside.</summary>
    private static async Task AssertCalmAsync(TestNode node)
    {
        var clock = Stopwatch.StartNew();
        foreach (var (address, type) in ((string, string)[])[(Uncached, "text/html"), ("/hargita/ro/agreements.json", "application/problem+json"), ("/hargita/ro/agreements.csv", "text/html")])
        {
            using var response = await node.Client.GetAsync(address, Cancellation);
            var text = await response.Content.ReadAsStringAsync(Cancellation);
            Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{address}: {response.StatusCode}");
            Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(response.Headers.RetryAfter?.Delta);
            Assert.True(response.Headers.CacheControl?.NoStore);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            if (type == "text/html") Assert.Contains("Baza de date nu răspunde", text, StringComparison.Ordinal);
        }

        // The first waits as long as the program's patience, the others are told at once.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience * 3);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(node, "/health/ready"));
    }

    private static async Task AssertListeningAsync(TestNode node, StreamingPair pair)
    {
        await using var elsewhere = new Database(pair.AppConnectionString);
        await LoadAsync(elsewhere, "999/2009");
        var clock = Stopwatch.StartNew();
        await UntilAsync(async () => (await node.Client.GetStringAsync(Cached, Cancellation)).Contains("999/2009", StringComparison.Ordinal));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static async Task LoadAsync(Database through, string decision)
    {
        var text = (await File.ReadAllTextAsync(Checkout.File("examples", "hargita.json"), Cancellation)).Replace("\"268/2009\"", $"\"{decision}\"", StringComparison.Ordinal);
        Assert.NotEmpty((await new OfficeLoader(through, TimeProvider.System).LoadAsync(Encoding.UTF8.GetBytes(text), "hargita.json", "test", Cancellation)).Changes);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestNode node, string address)
    {
        using var response = await node.Client.GetAsync(address, Cancellation);
        return response.StatusCode;
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var clock = Stopwatch.StartNew(); !await isSo(); await Task.Delay(10, Cancellation)) Assert.True(clock.Elapsed < Enough, "It did not come about.");
    }

    /// <summary>Readers' reports, one after the other; one that failed is sent again, since nobody knows whether it was kept.</summary>
    private sealed class Writing(Database database, OfficeView office)
    {
        private int _failures;

        public ConcurrentQueue<string> Acknowledged { get; } = [];

        public int Failures => Volatile.Read(ref _failures);

        public async Task RunAsync(int writer, CancellationToken cancellation)
        {
            var service = new ErrorReportService(database, TimeProvider.System);
            for (var number = 0; !cancellation.IsCancellationRequested;)
            {
                var message = $"{writer}/{number}";
                try
                {
                    await service.SubmitAsync(office, new ErrorReport(Cached, message, null, "en"), CancellationToken.None);
                    Acknowledged.Enqueue(message);
                    number++;
                }
                catch (Exception failure) when (DatabaseLoss.IsCauseOf(failure))
                {
                    Interlocked.Increment(ref _failures);
                    await Task.Delay(50, CancellationToken.None);
                }
            }
        }
    }

    /// <summary>A reader of one page.</summary>
    private sealed class Reading(HttpClient client, string address)
    {
        private int _answers;

        public ConcurrentQueue<string> Errors { get; } = [];

        public int Answers => Volatile.Read(ref _answers);

        /// <summary>The page is kept once it comes with an entity tag and nothing drops it any more.</summary>
        public async Task UntilKeptAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), Cancellation);
            using var response = await client.GetAsync(address, Cancellation);
            Assert.NotNull(response.Headers.ETag);
        }

        public async Task RunAsync(CancellationToken cancellation)
        {
            while (!cancellation.IsCancellationRequested)
            {
                try
                {
                    using var response = await client.GetAsync(address, CancellationToken.None);
                    if (response.StatusCode != HttpStatusCode.OK) Errors.Enqueue($"{response.StatusCode}");
                    Interlocked.Increment(ref _answers);
                }
                catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
                {
                    Errors.Enqueue(failure.Message);
                }

                await Task.Delay(10, CancellationToken.None);
            }
        }
    }
}
