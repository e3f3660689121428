using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Readings;

/// <summary>A page read, decided on and undone, on a real register.</summary>
public sealed class ReadingServiceTests : IAsyncLifetime
{
    private const string Page = "Partner town;Country;Agreement;Decision;Signed;Website\nLahti;Finland;twinning;12/1994;1994-05-03;www.lahti.fi\nVaasa;Finland;friendship agreement;;2001;\nUmeå;Sweden;cooperation agreement;7/2010;2010-09-01;\n";
    private static readonly Edit Officer = new("Officer", "From the page “Partners”");
    private ReadingRegister _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _register = await ReadingRegister.OpenAsync();

    public ValueTask DisposeAsync() => _register.DisposeAsync();

    [Fact]
    public async Task Taking_AProposal_MakesAPartnerWithItsAgreement_NamedInTheHistory()
    {
        var reading = await ReadAsync(Page);
        var lahti = ItemOf(reading, "Lahti");
        var taken = await _register.Readings.TakeAsync(_register.Office, reading.Card.Id, lahti.Number, null, Officer, Cancellation);
        Assert.Empty(taken.Findings);
        var kept = (await _register.Partners.FindAsync(_register.Office, taken.Partner!, Cancellation))!.Item;
        Assert.Equal(("Lahti", "twin-town", "http://www.lahti.fi"), (kept.RegisteredName, kept.Kind, Assert.Single(kept.Websites)));
        var agreement = Assert.Single(kept.Agreements);
        Assert.Equal(("twinning", "12/1994"), (agreement.Kind, agreement.Decision));
        Assert.Contains(agreement.Dates, d => d.Role == "signed" && d.Date.ToString() == "1994-05-03");
        Assert.All(await HistoryAsync(taken.Partner!), e => Assert.Equal(("Officer", "From the page “Partners”"), (e.Author, e.Reason)));
        Assert.Equal(ReadingState.Taken, ItemOf(await AgainAsync(reading), "Lahti").State);
        Assert.Equal(ReadingCodes.Decided, Assert.Single((await _register.Readings.TakeAsync(_register.Office, reading.Card.Id, lahti.Number, null, Officer, Cancellation)).Findings).Code);
    }

    [Fact]
    public async Task Taking_APartnerNamedInTwoLanguages_KeepsBothNames()
    {
        var reading = await ReadAsync("Név (magyar);Név (román);Ország;Megállapodás;Aláírva\nPásztó;Pasto;Magyarország;testvérváros;1999\nVarsó;Varșovia;Lengyelország;testvérváros;2001\n");
        var taken = await _register.Readings.TakeAsync(_register.Office, reading.Card.Id, reading.Items[0].Number, null, Officer, Cancellation);
        var kept = (await _register.Partners.FindAsync(_register.Office, taken.Partner!, Cancellation))!.Item;
        Assert.Equal(("Pásztó", "Pásztó", "Pasto"), (kept.RegisteredName, kept.Names["hu"], kept.Names["ro"]));
    }

    [Fact]
    public async Task Taking_ByTwoAtOnce_IsDoneOnce()
    {
        var reading = await ReadAsync(Page);
        var decisions = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _register.Readings.TakeAsync(_register.Office, reading.Card.Id, 1, null, Officer, Cancellation)));
        Assert.Single(decisions, d => d.IsDone);
        Assert.Equal("1", await ScalarAsync("select count(*)::text from partner where key like 'lahti%'"));
    }

    [Fact]
    public async Task Undoing_APartnerOfAnActivity_LeavesIt()
    {
        var reading = await ReadAsync(Page);
        await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 0, Officer, Cancellation);
        var service = new Features.Calendar.ActivityService(_register.Database.Database, _register.Clock);
        var (added, _) = await service.AddAsync(_register.Office, new ActivityItem { Key = "", Kind = "incoming-visit", Status = "planned", Title = Domain.Vocabulary.LocalText.Of("hu", "Lahti vendégei"), Partners = [new("lahti", "guest")], Source = "" }, Officer, Cancellation);
        Assert.Empty(added.Findings);
        var undone = await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation);
        Assert.Equal("lahti", Assert.Single(undone!.Left).Key);
    }

    [Fact]
    public async Task Undoing_APartnerWithADocument_LeavesIt()
    {
        var reading = await ReadAsync(Page);
        await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 0, Officer, Cancellation);
        await ColumnAsync("insert into contact (id, partner_id, name, role, purpose, source, keep_until, folded, created_at, updated_at) select gen_random_uuid(), id, 'A', '', 'twinning', 'her card', '2030-01-01', 'a', now(), now() from partner where key = 'lahti' returning name");
        var undone = await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation);
        Assert.Equal("lahti", Assert.Single(undone!.Left).Key);
    }

    [Fact]
    public async Task Undoing_WhenAnotherOfficeUsesTheAuthorityMeanwhile_LeavesTheAuthority()
    {
        var reading = await ReadAsync(Page);
        await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 0, Officer, Cancellation);
        var other = (await new OfficeQueries(_register.Database.Database).FindAsync("svenljunga", Cancellation))!;
        var theirs = new NewPartner("lahti", "FI", Domain.Authorities.AuthorityKind.Municipality, Domain.Partners.PartnerKind.TwinTown, "Lahti", LocalText.Of("sv", "Lahtis"), [], [], LocalText.Empty, LocalText.Empty, []);
        Assert.True((await _register.Partners.AddAsync(other, theirs, Officer, Cancellation)).Result.IsDone);
        Assert.Empty((await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation))!.Left);
        Assert.Equal(["lahti"], await ColumnAsync("select key from authority where key in ('lahti', 'vaasa', 'umea')"));
        Assert.Null(await _register.Partners.FindAsync(_register.Office, "lahti", Cancellation));
    }

    [Fact]
    public async Task Taking_ACorrectedProposal_KeepsWhatWasCorrected()
    {
        var reading = await ReadAsync(Page);
        var vaasa = ItemOf(reading, "Vaasa");
        var read = ReadPartner.Of(vaasa.Proposal, _register.Office, reading.Languages);
        var taken = await _register.Readings.TakeAsync(_register.Office, reading.Card.Id, vaasa.Number, read with { Name = "Vasa", Names = LocalText.Of("sv", "Vasa") }, Officer, Cancellation);
        Assert.Equal("Vasa", (await _register.Partners.FindAsync(_register.Office, taken.Partner!, Cancellation))!.Item.RegisteredName);
        var item = (await AgainAsync(reading)).Items.Single(i => i.Number == vaasa.Number);
        Assert.Equal(["name", "names"], item.Corrections.Select(c => c.Field).Order(StringComparer.Ordinal));
        Assert.Equal(("Vaasa", "Vasa"), item.Corrections.Where(c => c.Field == "name").Select(c => (c.Old!, c.New!)).Single());
    }

    [Fact]
    public async Task Taking_WithoutACountry_IsRefused_AndChangesNothing()
    {
        var reading = await ReadAsync(Page);
        var read = ReadPartner.Of(reading.Items[0].Proposal, _register.Office, reading.Languages);
        var refused = await _register.Readings.TakeAsync(_register.Office, reading.Card.Id, reading.Items[0].Number, read with { Country = null }, Officer, Cancellation);
        Assert.Equal(("country", ReadingCodes.CountryMissing), refused.Findings.Select(f => (f.Path, f.Code)).Single());
        Assert.Equal(ReadingState.Open, (await AgainAsync(reading)).Items[0].State);
    }

    [Theory]
    [InlineData("dormant", "Partners: dormant")]
    [InlineData("in-force", null)]
    public async Task Taking_AnAgreementWithAStatusAndNoDateForIt_SaysItInTheNote(string status, string? note)
    {
        var reading = await ReadAsync(Page);
        var read = ReadPartner.Of(reading.Items[0].Proposal, _register.Office, reading.Languages);
        var taken = await _register.Readings.TakeAsync(_register.Office, reading.Card.Id, reading.Items[0].Number, read with { Agreements = [.. read.Agreements.Select(a => a with { Status = status })] }, Officer, Cancellation);
        var agreement = (await _register.Partners.FindAsync(_register.Office, taken.Partner!, Cancellation))!.Item.Agreements[0];
        Assert.Equal(note, agreement.Note[_register.Office.Languages[0]]);
        Assert.DoesNotContain(agreement.Dates, d => d.Role == "ended");
    }

    [Fact]
    public async Task Joining_AddsWhatIsMissing_AndLeavesWhatIsThere()
    {
        var reading = await ReadAsync("Partner county;Country;Agreement;Decision;Signed;Website\nBács-Kiskun;Hungary;friendship agreement;3/2020;2020-05-03;www.bacskiskun.example\nHeves;Hungary;twinning;9/1999;1999;\n");
        var item = ItemOf(reading, "Bács-Kiskun");
        Assert.Equal("bacs-kiskun", item.Likely[0].Key);
        var before = (await _register.Partners.FindAsync(_register.Office, "bacs-kiskun", Cancellation))!.Item;
        Assert.True((await _register.Readings.JoinAsync(_register.Office, reading.Card.Id, item.Number, "bacs-kiskun", null, Officer, Cancellation)).IsDone);
        var after = (await _register.Partners.FindAsync(_register.Office, "bacs-kiskun", Cancellation))!.Item;
        Assert.Equal(before.Agreements.Count + 1, after.Agreements.Count);
        Assert.Equal((before.RegisteredName, before.Names), (after.RegisteredName, after.Names));
        Assert.Equal(before.Address, after.Address);
        Assert.Contains("http://www.bacskiskun.example", after.Websites);

        await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation);
        Assert.Equal(OfficeItems.Write(before), OfficeItems.Write((await _register.Partners.FindAsync(_register.Office, "bacs-kiskun", Cancellation))!.Item));
    }

    [Fact]
    public async Task TakingAll_TakesTheTrusted_AndLeavesThePartnersThatThereAre()
    {
        var reading = await ReadAsync(Page + "Bács-Kiskun;Hungary;twinning;19/1994;1994;\n");
        var lowest = reading.Items.Where(i => i.Likely.Count == 0).Min(i => i.Proposal.Confidence);
        Assert.Equal(new TakenTogether(0, 0, 0), await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 1, Officer, Cancellation));
        var all = await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, Math.Min(lowest, 0.1), Officer, Cancellation);
        Assert.Equal(new TakenTogether(3, 1, 0), all);
        Assert.Equal(1, (await AgainAsync(reading)).Card.Open);
    }

    [Fact]
    public async Task Undoing_LeavesNothing_AndTheHistorySaysIt()
    {
        var before = await RegisterAsync();
        var reading = await ReadAsync(Page);
        await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 0, Officer, Cancellation);
        Assert.Equal(before.Count + 3, (await RegisterAsync()).Count);
        var undone = await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation);
        Assert.Equal((3, 0), (undone!.Undone, undone.Left.Count));
        Assert.Equal(before, await RegisterAsync());
        Assert.Equal("0", await ScalarAsync("select count(*)::text from authority where key in ('lahti', 'vaasa', 'umea')"));
        Assert.Contains(await HistoryAsync("lahti"), e => e.Kind == History.ChangeKind.Removed && e.Subject == "agreement");
        Assert.Null(await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation));
        Assert.Equal(ReadingCodes.Decided, Assert.Single((await _register.Readings.RejectAsync(_register.Office, reading.Card.Id, 1, Officer, Cancellation)).Findings).Code);
    }

    [Fact]
    public async Task Undoing_AfterSomebodyChangedAPartner_NamesAndLeavesIt_AndTheNumbersHaveNoGap()
    {
        var reading = await ReadAsync(Page);
        await _register.Readings.TakeAllAsync(_register.Office, reading.Card.Id, 0, Officer, Cancellation);
        await _register.Partners.ChangeAsync(_register.Office, "vaasa", null, p => p with { Note = LocalText.Of("en", "We know them well.") }, new Edit("Colleague"), Cancellation);
        var undone = await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation);
        Assert.Equal(("partner", "vaasa"), undone!.Left.Select(l => (l.Subject, l.Key)).Single());
        Assert.Equal(2, undone.Undone);
        Assert.Null(await _register.Partners.FindAsync(_register.Office, "lahti", Cancellation));
        Assert.NotEmpty((await _register.Partners.FindAsync(_register.Office, "vaasa", Cancellation))!.Item.Agreements);
        var numbers = (await RegisterAsync()).Select(r => int.Parse(r.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).Order();
        Assert.Equal(Enumerable.Range(1, numbers.Count()), numbers);
    }

    [Fact]
    public async Task Undoing_AJoinWhoseAgreementWasChanged_LeavesThatAgreementAlone()
    {
        var reading = await ReadAsync("Partner county;Country;Agreement;Decision;Signed;Website\nBács-Kiskun;Hungary;friendship agreement;3/2020;2020-05-03;www.bacskiskun.example\nHeves;Hungary;twinning;9/1999;1999;\n");
        await _register.Readings.JoinAsync(_register.Office, reading.Card.Id, ItemOf(reading, "Bács-Kiskun").Number, "bacs-kiskun", null, Officer, Cancellation);
        await _register.Partners.ChangeAsync(_register.Office, "bacs-kiskun", null, p => p with { Agreements = [.. p.Agreements.Select(a => a.Decision == "3/2020" ? a with { Decision = "4/2020" } : a)] }, new Edit("Colleague"), Cancellation);
        var undone = await _register.Readings.UndoAsync(_register.Office, reading.Card.Id, Officer, Cancellation);
        Assert.Equal("agreement", Assert.Single(undone!.Left).Subject);
        var after = (await _register.Partners.FindAsync(_register.Office, "bacs-kiskun", Cancellation))!.Item;
        Assert.Contains(after.Agreements, a => a.Decision == "4/2020");
        Assert.DoesNotContain("http://www.bacskiskun.example", after.Websites);
    }

    [Fact]
    public async Task Reading_ANewerVersion_ShowsOnlyWhatChanged()
    {
        var first = await ReadAsync(Page);
        await _register.Readings.TakeAsync(_register.Office, first.Card.Id, ItemOf(first, "Lahti").Number, null, Officer, Cancellation);
        await _register.Readings.RejectAsync(_register.Office, first.Card.Id, ItemOf(first, "Vaasa").Number, Officer, Cancellation);
        _register.Clock.Now += TimeSpan.FromDays(30);
        var second = await ReadAsync(Page.Replace("2010-09-01", "2010-10-01", StringComparison.Ordinal));
        Assert.Equal([ReadingState.Same, ReadingState.Same, ReadingState.Open], second.Items.Select(i => i.State));
        var third = await ReadAsync(Page.Replace("12/1994", "13/1994", StringComparison.Ordinal));
        Assert.Equal(("lahti", Likeness.Earlier), (ItemOf(third, "Lahti").Likely[0].Key, ItemOf(third, "Lahti").Likely[0].Because));
        Assert.All((await ReadAsync(Page, "Another page")).Items, i => Assert.Equal(ReadingState.Open, i.State));
    }

    [Fact]
    public async Task Reading_NothingTooMuchOrAPicture_IsRefused()
    {
        async Task<string?> RefusalAsync(byte[] content) => (await _register.Readings.ReadAsync(_register.Office, new PageSent(ReadingKind.File, "x", null, content), "Officer", Cancellation)).Refusal;
        Assert.Equal(ReadingCodes.Empty, await RefusalAsync([]));
        Assert.Equal(ReadingCodes.TooLarge, await RefusalAsync(new byte[ReadingService.Largest + 1]));
        Assert.Equal(ReadingCodes.Unreadable, await RefusalAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0]));
        Assert.Null(await RefusalAsync(Encoding.UTF8.GetBytes("A nought \u0001 is no letter")));
        Assert.Empty(await new OfficeQueries(_register.Database.Database).FindAsync("svenljunga", Cancellation) is { } other ? (await _register.Readings.ListAsync(other, Cancellation)) : []);
    }

    private async Task<ReadingPage> ReadAsync(string text, string title = "Partners")
    {
        var read = await _register.Readings.ReadAsync(_register.Office, new PageSent(ReadingKind.Pasted, title, null, Encoding.UTF8.GetBytes(text)), "Officer", Cancellation);
        Assert.Null(read.Refusal);
        return (await _register.Readings.FindAsync(_register.Office, read.Id!.Value, Cancellation))!;
    }

    private async Task<ReadingPage> AgainAsync(ReadingPage reading) => (await _register.Readings.FindAsync(_register.Office, reading.Card.Id, Cancellation))!;

    private static ReadingItem ItemOf(ReadingPage reading, string name) => reading.Items.Single(i => i.Proposal.Name.Contains(name, StringComparison.Ordinal));

    private Task<List<string>> RegisterAsync() => ColumnAsync("select number || ' ' || key || ' ' || updated_at from partner order by number");

    private async Task<string> ScalarAsync(string sql) => (await ColumnAsync(sql)).Single();

    private async Task<List<string>> ColumnAsync(string sql)
    {
        await using var session = await _register.Database.Database.Source.OpenConnectionAsync(Cancellation);
        await using (var who = new Npgsql.NpgsqlCommand($"select set_config('tessera.office', '{_register.Office.Id}', false)", session)) await who.ExecuteNonQueryAsync(Cancellation);
        return await Storage.TwoOffices.ColumnAsync(session, sql);
    }

    private async Task<List<(string Author, string? Reason, History.ChangeKind Kind, string Subject)>> HistoryAsync(string partner)
    {
        await using var db = _register.Database.Database.ForOffice(_register.Office.Id);
        return [.. db.Changes.Where(c => c.Key == partner || c.Parent == partner).AsEnumerable().Select(c => (c.Author, c.Reason, c.Kind, c.Subject))];
    }
}
