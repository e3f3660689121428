using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tessera.Features.Jobs;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Jobs;

/// <summary>Several nodes share jobs through rows of the database.</summary>
public sealed class JobRunnerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);
    private readonly SetClock _clock = new(Start);
    private TestDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task NewJob_OnItsFirstSight_WaitsForItsRegularTime()
    {
        var job = new CountingJob();
        Assert.False(await Node().RunIfDueAsync(job, Cancellation));
        _clock.Now = Start.AddMinutes(59);
        Assert.False(await Node().RunIfDueAsync(job, Cancellation));
        _clock.Now = Start.AddHours(1);
        Assert.True(await Node().RunIfDueAsync(job, Cancellation));
        Assert.Equal((1, true, "counted", Start.AddHours(2)), (job.Runs, (await ViewAsync()).HasSucceeded, (await ViewAsync()).Outcome, (await ViewAsync()).DueAt));
    }

    [Fact]
    public async Task DueJob_SeenByEightNodesAtOnce_IsRunByOne()
    {
        var job = new CountingJob(c => Task.Delay(TimeSpan.FromSeconds(0.3), c));
        for (var round = 1; round <= 5; round++)
        {
            await BecomeDueAsync(job);
            var ran = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Node().RunIfDueAsync(job, Cancellation))));
            Assert.Equal((1, round), (ran.Count(r => r), job.Runs));
        }
    }

    [Fact]
    public async Task DueJob_WhoseRowAnotherNodeIsTaking_IsPassedOverWithoutWaiting()
    {
        var job = new CountingJob();
        await BecomeDueAsync(job);
        await using var other = await _database.Database.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await other.BeginTransactionAsync(Cancellation);
        await using var locking = new NpgsqlCommand("select 1 from job for update", other, transaction);
        await locking.ExecuteNonQueryAsync(Cancellation);
        Assert.Null(await Queue().TakeAsync(job, Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation));
    }

    [Fact]
    public async Task JobOfANodeThatDied_AfterItsLease_IsTakenByAnother_AndTheDeadOneWritesNothing()
    {
        var job = new CountingJob();
        await BecomeDueAsync(job);
        var dead = await Queue().TakeAsync(job, Cancellation);
        Assert.NotNull(dead);
        _clock.Now += JobQueue.Lease;
        Assert.False(await Node().RunIfDueAsync(job, Cancellation));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.False(job.Runs > 0);
        var second = await Queue().TakeAsync(job, Cancellation);
        Assert.NotNull(second);
        Assert.False(await Queue().ProlongAsync(dead, Cancellation));
        await Queue().EndAsync(dead, true, "too late", _clock.Now, Cancellation);
        Assert.NotEqual("too late", (await ViewAsync()).Outcome);
    }

    [Fact]
    public async Task JobThatFails_IsTriedAgainAfterGrowingPauses_AndSuccessForgetsThem()
    {
        var fails = true;
        var job = new CountingJob(_ => fails ? throw new InvalidOperationException("no luck") : Task.CompletedTask);
        await BecomeDueAsync(job);
        foreach (var minutes in (int[])[1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
        {
            Assert.True(await Node().RunIfDueAsync(job, Cancellation));
            var view = await ViewAsync();
            Assert.Equal((false, "no luck", _clock.Now.AddMinutes(minutes)), (view.HasSucceeded, view.Outcome, view.DueAt));
            Assert.False(await Node().RunIfDueAsync(job, Cancellation));
            _clock.Now = view.DueAt;
        }

        fails = false;
        Assert.True(await Node().RunIfDueAsync(job, Cancellation));
        Assert.Equal((true, 0, _clock.Now.AddHours(1)), ((await ViewAsync()).HasSucceeded, (await ViewAsync()).Failures, (await ViewAsync()).DueAt));
    }

    [Fact]
    public async Task JobCutOffByTheProgramsEnd_IsDueAtOnceElsewhere_AndHasNotFailed()
    {
        using var stopping = new CancellationTokenSource();
        var job = new CountingJob(async c =>
        {
            await stopping.CancelAsync();
            await Task.Delay(Timeout.Infinite, c);
        });
        await BecomeDueAsync(job);
        Assert.True(await Node().RunIfDueAsync(job, stopping.Token).WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        Assert.Equal((0, (bool?)null, false), ((await ViewAsync()).Failures, (await ViewAsync()).HasSucceeded, (await ViewAsync()).IsRunning));
        Assert.NotNull(await Queue().TakeAsync(job, Cancellation));
    }

    [Fact]
    public async Task JobThatTakesLongerThanItsLease_StaysWithItsNode()
    {
        var clock = new FastClock(600);
        var job = new CountingJob(c => Task.Delay(TimeSpan.FromMinutes(17), clock, c));
        await BecomeDueAsync(job);
        var running = Node(clock).RunIfDueAsync(job, Cancellation);
        while (!running.IsCompleted)
        {
            await Task.Delay(20, Cancellation);
            if (!running.IsCompleted && job.Runs == 1) Assert.Null(await new JobQueue(_database.Database, clock).TakeAsync(job, Cancellation));
        }

        Assert.True(await running);
        Assert.Equal((1, true), (job.Runs, (await ViewAsync()).HasSucceeded));
    }

    [Fact]
    public async Task JobThatAnotherNodeHasByNow_IsStoppedHere()
    {
        var clock = new FastClock(600);
        var wasStopped = false;
        var job = new CountingJob(async c =>
        {
            await RunAsync("update job set taken_by = gen_random_uuid()");
            try
            {
                await Task.Delay(TimeSpan.FromHours(10), clock, c);
            }
            catch (OperationCanceledException)
            {
                wasStopped = true;
                throw;
            }
        });
        await BecomeDueAsync(job);
        await Node(clock).RunIfDueAsync(job, Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        Assert.True(wasStopped);
        Assert.Null((await ViewAsync()).HasSucceeded);
    }

    private JobQueue Queue() => new(_database.Database, _clock);

    private JobRunner Node(TimeProvider? clock = null) => new(new JobQueue(_database.Database, clock ?? _clock), clock ?? _clock, NullLogger<JobRunner>.Instance);

    private async Task<JobView> ViewAsync() => Assert.Single(await Queue().AllAsync(Cancellation));

    private async Task BecomeDueAsync(CountingJob job)
    {
        await Queue().TakeAsync(job, Cancellation);
        await RunAsync("update job set due_at = '2026-11-01 05:00+00'");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await _database.Database.Source.OpenConnectionAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
