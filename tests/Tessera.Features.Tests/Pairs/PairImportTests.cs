using Tessera.Features.Pairs;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Xunit;

namespace Tessera.Features.Tests.Pairs;

/// <summary>A register of pairs taken into the registers of offices, on a real database.</summary>
public sealed class PairImportTests : IAsyncLifetime
{
    private PairRegister _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _register = await PairRegister.OpenAsync();

    public ValueTask DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task Importing_TakesWhatNothingSpeaksAgainst_WithItsSourceAndAnEntryInTheHistory()
    {
        var before = await _register.PartnersAsync();
        var imported = await _register.ImportAsync(PairRegister.Few);
        Assert.Equal((7, 1, 2, 1, 1, 1, 1, 1), (imported.Lines, imported.Offices, Count(imported, PairAnswer.Taken), Count(imported, PairAnswer.Same), Count(imported, PairAnswer.Twice), Count(imported, PairAnswer.Waiting), Count(imported, PairAnswer.TheirsOnly), Count(imported, PairAnswer.Elsewhere)));
        Assert.Equal([.. before, "4 lund", "5 turku"], await _register.PartnersAsync());
        var lund = (await _register.Partners.FindAsync(_register.Office, "lund", Cancellation))!;
        Assert.Equal(("twin-town", "Lund", "twin-towns-2026-05", 1), (lund.Item.Kind, lund.Item.RegisteredName, lund.Item.Source, lund.Version));
        Assert.Empty(lund.Item.Agreements);
        Assert.Equal(["Twin towns 2026-05"], await _register.ColumnAsync("select (title->>'sv') || ' ' || stated_on from source where key = 'twin-towns-2026-05'"));
        Assert.Equal(["Lund SE 2693678"], await _register.ColumnAsync("select (a.names->>'sv') || ' ' || a.country || ' ' || p.geonames from authority a join place p on p.id = a.seat_id where a.key = 'lund'"));
        Assert.Equal(["added partner lund test Twin towns", "added partner turku test Twin towns", "added source twin-towns-2026-05 test Twin towns"], await _register.ColumnAsync("select kind || ' ' || subject || ' ' || key || ' ' || author || ' ' || reason from change where author = 'test' and reason is not null order by 1"));
        Assert.Equal(["5"], await _register.ColumnAsync("select partners::text from register_count where office_id = current_office()"));
        Assert.Equal(["t"], await _register.ColumnAsync("select case when search_text = 'lund' then 't' else search_text end from partner where key = 'lund'"));
    }

    [Fact]
    public async Task Importing_ASecondTime_ChangesNothing()
    {
        await _register.ImportAsync(PairRegister.Few);
        var before = await _register.EverythingAsync();
        var again = await _register.ImportAsync(PairRegister.Few);
        Assert.Equal((null, 0, 0, 4), (again.Id, again.Offices, Count(again, PairAnswer.Taken), Count(again, PairAnswer.Same)));
        Assert.Equal(before, await _register.EverythingAsync());
    }

    [Fact]
    public async Task Importing_WhatIsContradictoryOrSaidByTheOtherSide_WaitsAtTheDesk_WithItsReasonBesideItsLine()
    {
        await _register.ImportAsync(PairRegister.Few);
        var card = Assert.Single(await _register.Readings.ListAsync(_register.Office, Cancellation));
        var reading = (await _register.Readings.FindAsync(_register.Office, card.Id, Cancellation))!;
        Assert.Equal(("Twin towns", 4, 2), (card.Title, card.Items, card.Open));
        var bergen = reading.Items.Single(i => i.Proposal.Name == "Bergen");
        Assert.Equal(ReadingState.Open, bergen.State);
        Assert.StartsWith("register: distance-against-coordinates;given=9000;kilometres=5", Assert.Single(bergen.Proposal.Because), StringComparison.Ordinal);
        Assert.Equal("register: only-register-from-theirs", Assert.Single(reading.Items.Single(i => i.Proposal.Name == "Tartu").Proposal.Because));
        Assert.All(reading.Items, i => Assert.Equal(i.Proposal.Name, reading.Text[i.Proposal.Spans[0].Start..i.Proposal.Spans[0].End]));
        Assert.True((await _register.Readings.TakeAsync(_register.Office, card.Id, bergen.Number, null, new Edit("Officer"), Cancellation)).IsDone);
        Assert.Contains("6 bergen", await _register.PartnersAsync());
    }

    [Fact]
    public async Task Importing_APartnerThatDoesNotAnswer_LetsItWait()
    {
        await _register.ImportAsync(PairRegister.Few + "Lund\tSweden\t55.71\t13.19\tBologna\tItaly\t44.49\t11.34\t\n");
        Assert.Equal("one-sided", _register.Told.Single(o => o.Partner == "Lund").Reason);
        Assert.DoesNotContain("4 lund", await _register.PartnersAsync());
    }

    [Fact]
    public async Task Importing_LinesThatCannotBeRead_TellsThem_AndTakesTheOthers()
    {
        await _register.ImportAsync(PairRegister.Heading + PairRegister.Svenljunga + "\tSweden\n" + PairRegister.Svenljunga + "Atlantis\tNowhere\n\n" + PairRegister.Svenljunga + "Lund\tSweden\t95\t13\n" + PairRegister.Svenljunga + new string('x', 301) + "\tSweden\n" + PairRegister.Svenljunga + "Turku\tFinland\n");
        Assert.Equal([(2, "no-name"), (3, "no-country"), (5, "wrong-coordinates"), (6, "wrong-name")], _register.Told.Where(o => o.Answer == PairAnswer.Faulty).Select(o => (o.Line, o.Reason!)));
        Assert.Equal("turku", (await _register.PartnersAsync())[^1].Split(' ')[1]);
    }

    [Fact]
    public async Task Importing_ForAllOffices_GivesEachItsOwn_AndAnAuthorityOnce()
    {
        await _register.CreateOfficeAsync("lund", "Lund", "SE");
        await _register.CreateOfficeAsync("tartu", "Tartu", "EE");
        var register = PairRegister.Heading + "Tartu\tEstonia\t58.38\t26.72\tTurku\tFinland\t60.45\t22.27\t\n" + "Lund\tSweden\t55.71\t13.19\tTurku\tFinland\t60.45\t22.27\t\nBergen\tNorway\t\t\tTurku\tFinland\t\t\t\n";
        var imported = await _register.ImportAsync(register, PairRegister.Whole with { Office = null });
        Assert.Equal((2, 2, 1), (imported.Offices, Count(imported, PairAnswer.Taken), Count(imported, PairAnswer.Elsewhere)));
        Assert.Equal(["1 turku"], await _register.PartnersAsync("lund"));
        Assert.Equal(["1 turku"], await _register.PartnersAsync("tartu"));
        Assert.DoesNotContain(await _register.PartnersAsync(), r => r.EndsWith("turku", StringComparison.Ordinal));
        Assert.Equal(["turku"], await _register.ColumnAsync("select key from authority where names->>'en' = 'Turku'"));
        Assert.Empty(await _register.Readings.ListAsync(_register.Office, Cancellation));

        var undone = await _register.UndoAsync(imported);
        Assert.Equal((2, 2), (undone!.Offices, undone.Undone));
        Assert.Empty(await _register.ColumnAsync("select key from authority where names->>'en' = 'Turku'"));
        Assert.Empty(await _register.PartnersAsync("tartu"));
    }

    [Fact]
    public async Task Importing_OnTrial_ChangesNothing_ButSaysWhatItWould()
    {
        var before = await _register.EverythingAsync();
        var imported = await _register.ImportAsync(PairRegister.Few, PairRegister.Whole with { IsTrial = true });
        Assert.Equal((null, 2), (imported.Id, Count(imported, PairAnswer.Taken)));
        Assert.Equal(before, await _register.EverythingAsync());
    }

    [Fact]
    public async Task Importing_MoreThanABatchForOneOffice_NumbersThemWithoutAGap_InOneReading()
    {
        var rows = string.Concat(Enumerable.Range(0, 4500).Select(i => $"{PairRegister.Svenljunga}Town {i}\tSweden\t\t\t\n"));
        var imported = await _register.ImportAsync(PairRegister.Heading + rows);
        Assert.Equal(4500, Count(imported, PairAnswer.Taken));
        Assert.Equal(["4503 4503"], await _register.ColumnAsync("select count(*) || ' ' || max(number) from partner"));
        var card = Assert.Single(await _register.Readings.ListAsync(_register.Office, Cancellation));
        var reading = (await _register.Readings.FindAsync(_register.Office, card.Id, Cancellation))!;
        Assert.Equal(4500, card.Items);
        Assert.All(reading.Items, i => Assert.Equal(i.Proposal.Name, reading.Text[i.Proposal.Spans[0].Start..i.Proposal.Spans[0].End]));
    }

    [Fact]
    public async Task Importing_ForAnOfficeThatIsNotThere_IsRefused() =>
        Assert.Null(await _register.TryImportAsync(PairRegister.Few, PairRegister.Whole with { Office = "nowhere" }));

    private static int Count(ImportedPairs imported, PairAnswer answer) => imported.Counts[answer];
}
