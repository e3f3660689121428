using System.Diagnostics;
using System.Text;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Xunit;

namespace Tessera.Features.Tests.Readings;

/// <summary>A file of very many partners is looked through page by page, taken by a run and taken back by one.</summary>
public sealed class ReadingTogetherTests : IAsyncLifetime
{
    private const int Rows = 1_200;
    private static readonly Edit Officer = new("Officer", "From the page “Partners”");
    private ReadingRegister _register = null!;
    private ReadingWorkJob _job = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _register = await ReadingRegister.OpenAsync();
        _job = new ReadingWorkJob(_register.Readings, new OfficeQueries(_register.Database.Database));
    }

    public ValueTask DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task Reading_OfTwelveHundredRows_IsPaged_TakenByARun_AndTakenBack()
    {
        var before = await RegisterAsync();
        var id = await ReadAsync(Rows);
        var slice = await PageAsync(id, ReadingFilter.All, 24);
        Assert.Equal((24, 24, 50, Rows), (slice.Page, slice.Pages, slice.Reading.Items.Count, slice.Counts.Filters[ReadingFilter.Waiting]));
        Assert.Equal(Rows, slice.Reading.Items[^1].Number);
        Assert.True(await _register.Readings.OrderAsync(_register.Office, id, ReadingWorkKind.Take, 0.5, Officer, Cancellation));
        Assert.False(await _register.Readings.OrderAsync(_register.Office, id, ReadingWorkKind.Take, 0.5, Officer, Cancellation));
        var watch = Stopwatch.StartNew();
        Assert.Equal("worked off 1 runs over readings", await _job.RunAsync(Cancellation));
        TestContext.Current.SendDiagnosticMessage($"{Rows} taken in {watch.Elapsed.TotalSeconds:0.0} s");
        var taken = await PageAsync(id, ReadingFilter.Taken, 1);
        Assert.Equal((Rows, 0, 24), (taken.Counts.Filters[ReadingFilter.Taken], taken.Counts.Filters[ReadingFilter.Waiting], taken.Pages));
        Assert.Equal((Rows, Rows, 0, true), (taken.Work!.Total, taken.Work.Done, taken.Work.Refused, taken.Work.EndedAt is not null));
        Assert.Equal(before.Count + Rows, (await RegisterAsync()).Count);

        Assert.True(await _register.Readings.OrderAsync(_register.Office, id, ReadingWorkKind.Undo, 0, Officer, Cancellation));
        watch.Restart();
        await _job.RunAsync(Cancellation);
        TestContext.Current.SendDiagnosticMessage($"{Rows} taken back in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(before, await RegisterAsync());
        var undone = await PageAsync(id, ReadingFilter.All, 1);
        Assert.Equal((Rows, Rows), (undone.Counts.States[ReadingState.Undone], undone.Work!.Done));
        Assert.NotNull(undone.Reading.Card.UndoneAt);
        Assert.Equal("worked off 0 runs over readings", await _job.RunAsync(Cancellation));
        Assert.False(await _register.Readings.OrderAsync(_register.Office, id, ReadingWorkKind.Take, 0.5, Officer, Cancellation));
    }

    [Fact]
    public async Task Run_BrokenOff_GoesOnWhereItWas()
    {
        var id = await ReadAsync(80);
        await _register.Readings.OrderAsync(_register.Office, id, ReadingWorkKind.Take, 0.5, Officer, Cancellation);
        using var stopping = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _register.Readings.TakeAllAsync(_register.Office, id, 0.5, Officer, stopping.Token, now => now.Done == 30 ? stopping.CancelAsync() : Task.CompletedTask));
        Assert.Equal(50, (await PageAsync(id, ReadingFilter.All, 1)).Counts.Filters[ReadingFilter.Taken]);
        await _job.RunAsync(Cancellation);
        Assert.Equal(80, (await PageAsync(id, ReadingFilter.All, 1)).Counts.Filters[ReadingFilter.Taken]);
        Assert.Equal("80", (await RegisterAsync(" where key like 'abba%' or key like 'ab%'")).Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Batch_WithOneThatIsRefused_TakesTheRest()
    {
        var id = await ReadAsync(6);
        await ExecuteAsync("update reading_item set proposal = proposal - 'country' where number = 3");
        var all = await _register.Readings.TakeAllAsync(_register.Office, id, 0.5, Officer, Cancellation);
        Assert.Equal((5, 0, 1), (all.Taken, all.Likely, all.Refused));
        Assert.Equal(3, Assert.Single((await PageAsync(id, ReadingFilter.Waiting, 1)).Reading.Items).Number);
    }

    [Fact]
    public async Task Page_OfAFilter_CountsShowsAndKeepsThePlace()
    {
        var id = await ReadAsync(130);
        await ExecuteAsync("update reading_item set proposal = jsonb_set(proposal, '{confidence}', '0.6') where number in (7, 8)");
        await _register.Readings.RejectAsync(_register.Office, id, 2, Officer, Cancellation);
        await _register.Readings.TakeAsync(_register.Office, id, 1, null, Officer, Cancellation);
        async Task<string> ShownAsync(ReadingFilter filter, int page = 1, int? item = null)
        {
            var slice = (await _register.Readings.PageAsync(_register.Office, id, filter, page, item, Cancellation))!;
            return $"{slice.Page}/{slice.Pages}: {slice.Reading.Items[0].Number}–{slice.Reading.Items[^1].Number} of {slice.Counts.Filters[filter]}";
        }

        Assert.Equal("1/1: 1–1 of 1", await ShownAsync(ReadingFilter.Taken));
        Assert.Equal("1/1: 2–2 of 1", await ShownAsync(ReadingFilter.Rejected));
        Assert.Equal("1/1: 7–8 of 2", await ShownAsync(ReadingFilter.Unsure));
        Assert.Equal("2/3: 53–102 of 128", await ShownAsync(ReadingFilter.Waiting, 2));
        Assert.Equal("2/3: 53–102 of 128", await ShownAsync(ReadingFilter.Waiting, 1, 53));
        Assert.Equal("3/3: 103–130 of 128", await ShownAsync(ReadingFilter.Waiting, 99));
        Assert.Equal((3, 8, null), (await _register.Readings.NextAsync(_register.Office, id, ReadingFilter.All, 1, Cancellation), await _register.Readings.NextAsync(_register.Office, id, ReadingFilter.Unsure, 7, Cancellation), await _register.Readings.NextAsync(_register.Office, id, ReadingFilter.Unsure, 8, Cancellation)));
        Assert.Equal((128, 126), ((await PageAsync(id, ReadingFilter.All, 1)).Counts.WaitingFrom(60), (await PageAsync(id, ReadingFilter.All, 1)).Counts.WaitingFrom(61)));
    }

    [Fact]
    public async Task Page_OfManyProposals_AsksNoMoreThanOneOfFew()
    {
        var (few, many) = (await ReadAsync(5), await ReadAsync(200));
        async Task<int> CommandsAsync(Guid id)
        {
            var commands = 0;
            using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "Npgsql", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStopped = a => Interlocked.Add(ref commands, a.RootId == Activity.Current?.RootId ? 1 : 0) };
            ActivitySource.AddActivityListener(listener);
            using var own = new Activity("page").Start();
            await PageAsync(id, ReadingFilter.Waiting, 1);
            return commands;
        }

        // A connection that the pool opens anew counts, too: the least of three is what the page itself asks, give or take one. A command for each proposal would be 45 more.
        async Task<int> LeastAsync(Guid id) => Math.Min(await CommandsAsync(id), Math.Min(await CommandsAsync(id), await CommandsAsync(id)));
        var asked = await LeastAsync(few);
        Assert.InRange(asked, 4, 12);
        Assert.InRange(await LeastAsync(many), 1, asked + 1);
    }

    private async Task<Guid> ReadAsync(int rows)
    {
        var text = new StringBuilder("Partner town;Country;Agreement;Decision;Signed\n");
        for (var row = 0; row < rows; row++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Name(row)};{(row % 2 == 0 ? "Finland" : "Norway")};twinning;{row + 1}/1994;1994-05-{(row % 28) + 1:00}\n");
        var read = await _register.Readings.ReadAsync(_register.Office, new PageSent(ReadingKind.Pasted, $"Partners {rows}", null, Encoding.UTF8.GetBytes(text.ToString())), "Officer", Cancellation);
        var id = read.Id!.Value;
        Assert.Equal(rows, (await PageAsync(id, ReadingFilter.All, 1)).Counts.Filters[ReadingFilter.All]);
        return id;
    }

    /// <summary>Different words that look like names of towns: "Abbababa", "Abbabace" ...</summary>
    private static string Name(int number)
    {
        const string syllables = "badefogihukalemonipu";
        var name = new StringBuilder("Ab");
        for (var rest = number; name.Length < 10; rest /= 10) name.Append(syllables.AsSpan(rest % 10 * 2, 2));
        return name.ToString();
    }

    private async Task<ReadingSlice> PageAsync(Guid id, ReadingFilter filter, int page) => (await _register.Readings.PageAsync(_register.Office, id, filter, page, null, Cancellation))!;

    private Task<List<string>> RegisterAsync(string where = "") => ColumnAsync($"select number || ' ' || key from partner{where} order by number");

    private Task<List<string>> ExecuteAsync(string sql) => ColumnAsync($"with done as ({sql} returning 1) select count(*)::text from done");

    private async Task<List<string>> ColumnAsync(string sql)
    {
        await using var session = await _register.Database.Database.Source.OpenConnectionAsync(Cancellation);
        await using (var who = new Npgsql.NpgsqlCommand($"select set_config('tessera.office', '{_register.Office.Id}', false)", session)) await who.ExecuteNonQueryAsync(Cancellation);
        return await Storage.TwoOffices.ColumnAsync(session, sql);
    }
}
