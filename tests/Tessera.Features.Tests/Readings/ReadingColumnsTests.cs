using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Reading;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Readings;

/// <summary>What an office says of the columns of its tables is kept, used for the next file with the same headings, and forgotten when it says so.</summary>
public sealed class ReadingColumnsTests : IAsyncLifetime
{
    private const string Table = "Ville;Land;Confirmed\nLahti;Finland;1994\nVaasa;Finland;2001\nUmeå;Sweden;2010\n";
    private static readonly Edit Officer = new("Officer", "From the page “Partners”");
    private static readonly Dictionary<int, string> Renewed = new() { [0] = "name", [1] = "country", [2] = "renewed" };
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero));
    private TestDatabase _database = null!;
    private OfficeView _office = null!;
    private ReadingService _readings = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await (await TestServer.SharedAsync()).CreateDatabaseAsync();
        await Loading.ExamplesAsync(_database);
        _office = (await new OfficeQueries(_database.Database).FindAsync("hargita", Cancellation))!;
        _readings = new ReadingService(_database.Database, new PartnerService(_database.Database, _clock), new NoPlaces(), (status, title, languages) => LocalText.Of(languages[0], $"{title}: {status}"), _clock);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Table_ReadAgainWithOtherColumns_TakesThePlaceOfTheOld_AndTheNextFileIsReadSo()
    {
        var first = await ReadAsync(Table);
        var table = Assert.Single(first.Tables);
        Assert.Equal(("Confirmed", ColumnReason.Values), (table.Columns[2].Header, table.Columns[2].Reason));
        var again = await FindAsync((await _readings.ReadAgainAsync(_office, first.Card.Id, table.Table, Renewed, "Officer", Cancellation)).Id!.Value);
        Assert.Equal(["renewed", "renewed", "renewed"], again.Items.Select(i => i.Proposal.Agreements[0].Dates[0].Role));
        Assert.Null(await _readings.FindAsync(_office, first.Card.Id, Cancellation));
        Assert.Equal((_clock.Now, "Partners"), (Assert.Single(again.Tables).ToldAt, again.Card.Title));

        _clock.Now += TimeSpan.FromDays(30);
        var next = await ReadAsync("Land;confirmed;VILLE\nNorway;1999;Horten\n", "Another file");
        Assert.Equal((again.Tables[0].ToldAt, ColumnReason.Told), (next.Tables[0].ToldAt, next.Tables[0].Columns[0].Reason));
        Assert.Equal("renewed", Assert.Single(next.Items).Proposal.Agreements[0].Dates[0].Role);

        Assert.True(await _readings.ForgetAsync(_office, table.Key, Cancellation));
        Assert.False(await _readings.ForgetAsync(_office, table.Key, Cancellation));
        Assert.Null((await ReadAsync(Table, "A third")).Tables[0].ToldAt);
    }

    [Fact]
    public async Task Table_FromAFileWithoutATitle_IsCalledAfterTheFile()
    {
        var sent = new PageSent(ReadingKind.File, "", null, Encoding.UTF8.GetBytes(Table), FileName: "vänorter-2026.csv");
        var read = await FindAsync((await _readings.ReadAsync(_office, sent, "Officer", Cancellation)).Id!.Value);
        Assert.Equal("vänorter-2026.csv", read.Card.Title);
    }

    [Fact]
    public async Task Told_ByOneOffice_IsNotKnownToAnother()
    {
        var first = await ReadAsync(Table);
        await _readings.ReadAgainAsync(_office, first.Card.Id, 1, Renewed, "Officer", Cancellation);
        Assert.Equal(("Officer", "renewed"), (Assert.Single(await _readings.RememberedAsync(_office, Cancellation)).ToldBy, (await _readings.RememberedAsync(_office, Cancellation))[0].Columns[2].Field));
        var other = (await new OfficeQueries(_database.Database).FindAsync("svenljunga", Cancellation))!;
        Assert.Empty(await _readings.RememberedAsync(other, Cancellation));
        Assert.False(await _readings.ForgetAsync(other, first.Tables[0].Key, Cancellation));
        var read = await _readings.ReadAsync(other, new PageSent(ReadingKind.Pasted, "x", null, Encoding.UTF8.GetBytes(Table)), "Officer", Cancellation);
        Assert.Null((await _readings.FindAsync(other, read.Id!.Value, Cancellation))!.Tables[0].ToldAt);
        Assert.Equal(ReadingCodes.NotAgain, (await _readings.ReadAgainAsync(_office, read.Id.Value, 1, Renewed, "Officer", Cancellation)).Refusal);
    }

    [Fact]
    public async Task Table_OfWhichSomethingWasDecided_StaysBesideTheNew()
    {
        var unread = await ReadAsync(Table);
        Assert.Empty(unread.Items);
        var first = await FindAsync((await _readings.ReadAgainAsync(_office, unread.Card.Id, 1, Renewed, "Officer", Cancellation)).Id!.Value);
        Assert.True((await _readings.RejectAsync(_office, first.Card.Id, 2, Officer, Cancellation)).IsDone);
        _clock.Now += TimeSpan.FromMinutes(1);
        var again = await FindAsync((await _readings.ReadAgainAsync(_office, first.Card.Id, 1, Renewed, "Officer", Cancellation)).Id!.Value);
        Assert.NotNull(await _readings.FindAsync(_office, first.Card.Id, Cancellation));
        Assert.Equal([ReadingState.Open, ReadingState.Same, ReadingState.Open], again.Items.Select(i => i.State));
    }

    [Fact]
    public async Task Page_WithoutTables_KeepsNoFile_AndIsNotReadAgain()
    {
        var page = await ReadAsync("Our twin towns\nLahti, Finland (1994)\nVaasa, Finland (2001)\n");
        Assert.Empty(page.Tables);
        Assert.Equal(ReadingCodes.NotAgain, (await _readings.ReadAgainAsync(_office, page.Card.Id, 1, Renewed, "Officer", Cancellation)).Refusal);
        var table = await ReadAsync(Table);
        Assert.Equal(ReadingCodes.NotAgain, (await _readings.ReadAgainAsync(_office, table.Card.Id, 2, Renewed, "Officer", Cancellation)).Refusal);
        await _readings.UndoAsync(_office, table.Card.Id, Officer, Cancellation);
        Assert.Equal(ReadingCodes.NotAgain, (await _readings.ReadAgainAsync(_office, table.Card.Id, 1, Renewed, "Officer", Cancellation)).Refusal);
    }

    private async Task<ReadingPage> ReadAsync(string text, string title = "Partners") =>
        await FindAsync((await _readings.ReadAsync(_office, new PageSent(ReadingKind.Pasted, title, null, Encoding.UTF8.GetBytes(text)), "Officer", Cancellation)).Id!.Value);

    private async Task<ReadingPage> FindAsync(Guid id) => (await _readings.FindAsync(_office, id, Cancellation))!;
}
