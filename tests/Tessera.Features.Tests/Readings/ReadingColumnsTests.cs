using System.Text;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Reading;
using Xunit;

namespace Tessera.Features.Tests.Readings;

/// <summary>What an office says of the columns of its tables is kept, used for the next file with the same headings, and forgotten when it says so.</summary>
public sealed class ReadingColumnsTests : IAsyncLifetime
{
    private const string Table = "Ville;Land;Confirmed\nLahti;Finland;1994\nVaasa;Finland;2001\nUmeå;Sweden;2010\n";
    private static readonly Edit Officer = new("Officer", "From the page “Partners”");
    private static readonly Dictionary<int, string> Renewed = new() { [0] = "name", [1] = "country", [2] = "renewed" };
    private ReadingRegister _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _register = await ReadingRegister.OpenAsync();

    public ValueTask DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task Table_ReadAgainWithOtherColumns_TakesThePlaceOfTheOld_AndTheNextFileIsReadSo()
    {
        var first = await ReadAsync(Table);
        var table = Assert.Single(first.Tables);
        Assert.Equal(("Confirmed", ColumnReason.Values), (table.Columns[2].Header, table.Columns[2].Reason));
        var again = await FindAsync((await _register.Readings.ReadAgainAsync(_register.Office, first.Card.Id, table.Table, Renewed, "Officer", Cancellation)).Id!.Value);
        Assert.Equal(["renewed", "renewed", "renewed"], again.Items.Select(i => i.Proposal.Agreements[0].Dates[0].Role));
        Assert.Null(await _register.Readings.FindAsync(_register.Office, first.Card.Id, Cancellation));
        Assert.Equal((_register.Clock.Now, "Partners"), (Assert.Single(again.Tables).ToldAt, again.Card.Title));

        _register.Clock.Now += TimeSpan.FromDays(30);
        var next = await ReadAsync("Land;confirmed;VILLE\nNorway;1999;Horten\n", "Another file");
        Assert.Equal((again.Tables[0].ToldAt, ColumnReason.Told), (next.Tables[0].ToldAt, next.Tables[0].Columns[0].Reason));
        Assert.Equal("renewed", Assert.Single(next.Items).Proposal.Agreements[0].Dates[0].Role);

        Assert.True(await _register.Readings.ForgetAsync(_register.Office, table.Key, Cancellation));
        Assert.False(await _register.Readings.ForgetAsync(_register.Office, table.Key, Cancellation));
        Assert.Null((await ReadAsync(Table, "A third")).Tables[0].ToldAt);
    }

    [Fact]
    public async Task Table_FromAFileWithoutATitle_IsCalledAfterTheFile()
    {
        var sent = new PageSent(ReadingKind.File, "", null, Encoding.UTF8.GetBytes(Table), FileName: "vänorter-2026.csv");
        var read = await FindAsync((await _register.Readings.ReadAsync(_register.Office, sent, "Officer", Cancellation)).Id!.Value);
        Assert.Equal("vänorter-2026.csv", read.Card.Title);
    }

    [Fact]
    public async Task Told_ByOneOffice_IsNotKnownToAnother()
    {
        var first = await ReadAsync(Table);
        await _register.Readings.ReadAgainAsync(_register.Office, first.Card.Id, 1, Renewed, "Officer", Cancellation);
        Assert.Equal(("Officer", "renewed"), (Assert.Single(await _register.Readings.RememberedAsync(_register.Office, Cancellation)).ToldBy, (await _register.Readings.RememberedAsync(_register.Office, Cancellation))[0].Columns[2].Field));
        var other = (await new OfficeQueries(_register.Database.Database).FindAsync("svenljunga", Cancellation))!;
        Assert.Empty(await _register.Readings.RememberedAsync(other, Cancellation));
        Assert.False(await _register.Readings.ForgetAsync(other, first.Tables[0].Key, Cancellation));
        var read = await _register.Readings.ReadAsync(other, new PageSent(ReadingKind.Pasted, "x", null, Encoding.UTF8.GetBytes(Table)), "Officer", Cancellation);
        Assert.Null((await _register.Readings.FindAsync(other, read.Id!.Value, Cancellation))!.Tables[0].ToldAt);
        Assert.Equal(ReadingCodes.NotAgain, (await _register.Readings.ReadAgainAsync(_register.Office, read.Id.Value, 1, Renewed, "Officer", Cancellation)).Refusal);
    }

    [Fact]
    public async Task Table_OfWhichSomethingWasDecided_StaysBesideTheNew()
    {
        var unread = await ReadAsync(Table);
        Assert.Empty(unread.Items);
        var first = await FindAsync((await _register.Readings.ReadAgainAsync(_register.Office, unread.Card.Id, 1, Renewed, "Officer", Cancellation)).Id!.Value);
        Assert.True((await _register.Readings.RejectAsync(_register.Office, first.Card.Id, 2, Officer, Cancellation)).IsDone);
        _register.Clock.Now += TimeSpan.FromMinutes(1);
        var again = await FindAsync((await _register.Readings.ReadAgainAsync(_register.Office, first.Card.Id, 1, Renewed, "Officer", Cancellation)).Id!.Value);
        Assert.NotNull(await _register.Readings.FindAsync(_register.Office, first.Card.Id, Cancellation));
        Assert.Equal([ReadingState.Open, ReadingState.Same, ReadingState.Open], again.Items.Select(i => i.State));
    }

    [Fact]
    public async Task Page_WithoutTables_KeepsNoFile_AndIsNotReadAgain()
    {
        var page = await ReadAsync("Our twin towns\nLahti, Finland (1994)\nVaasa, Finland (2001)\n");
        Assert.Empty(page.Tables);
        Assert.Equal(ReadingCodes.NotAgain, (await _register.Readings.ReadAgainAsync(_register.Office, page.Card.Id, 1, Renewed, "Officer", Cancellation)).Refusal);
        var table = await ReadAsync(Table);
        Assert.Equal(ReadingCodes.NotAgain, (await _register.Readings.ReadAgainAsync(_register.Office, table.Card.Id, 2, Renewed, "Officer", Cancellation)).Refusal);
        await _register.Readings.UndoAsync(_register.Office, table.Card.Id, Officer, Cancellation);
        Assert.Equal(ReadingCodes.NotAgain, (await _register.Readings.ReadAgainAsync(_register.Office, table.Card.Id, 1, Renewed, "Officer", Cancellation)).Refusal);
    }

    private async Task<ReadingPage> ReadAsync(string text, string title = "Partners") =>
        await FindAsync((await _register.Readings.ReadAsync(_register.Office, new PageSent(ReadingKind.Pasted, title, null, Encoding.UTF8.GetBytes(text)), "Officer", Cancellation)).Id!.Value);

    private async Task<ReadingPage> FindAsync(Guid id) => (await _register.Readings.FindAsync(_register.Office, id, Cancellation))!;
}
