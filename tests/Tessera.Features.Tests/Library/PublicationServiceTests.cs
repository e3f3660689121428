using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Documents;
using Tessera.Features.Library;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Library;

public sealed class PublicationServiceTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private static readonly Edit Somebody = new("an officer");

    private static readonly PublicationItem Item = new()
    {
        Key = "",
        Kind = "handbook",
        Title = LocalText.Of("hu", "Testvérvárosi kézikönyv"),
        Language = "hu",
        Year = 2019,
        Authors = ["Kovács Ágnes"],
        Abstract = LocalText.Of("hu", "Hogyan kössünk együttműködési megállapodást."),
        IsPublic = true,
        Activities = ["szekely-hetek-2010"],
        Source = "",
    };

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    private PublicationService Service => new(examples.Database.Database, _clock);

    private DocumentService Documents => new(examples.Database.Database, _clock);

    private PublicationQueries Queries => new(examples.Database.Database, Documents);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_APublication_IsKeptWholeAndCitedFromItsActivity()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Item);
        var kept = (await Service.FindAsync(office, key, Cancellation))!;
        Assert.Equal(OfficeItems.Write(Item with { Key = key, Source = kept.Item.Source }), OfficeItems.Write(kept.Item));
        Assert.Contains(await Queries.OfActivityAsync(office, "szekely-hetek-2010", publicOnly: true, Cancellation), p => p.Key == key);
        Assert.True((await Service.ChangeAsync(office, key, 1, p => p with { IsPublic = false }, Somebody, Cancellation)).IsDone);
        Assert.DoesNotContain(await Queries.OfActivityAsync(office, "szekely-hetek-2010", publicOnly: true, Cancellation), p => p.Key == key);
        Assert.Null(await Queries.FindAsync(office, key, publicOnly: true, Cancellation));
        Assert.NotNull((await Service.ChangeAsync(office, key, 1, p => p with { Year = 2020 }, Somebody, Cancellation)).Meanwhile);
        Assert.True((await Service.RemoveAsync(office, key, 2, Somebody, Cancellation)).IsDone);
        Assert.Null(await Service.FindAsync(office, key, Cancellation));
    }

    [Fact]
    public async Task Add_WithAMistake_ChangesNothing()
    {
        var (result, key) = await Service.AddAsync(await OfficeAsync(), Item with { Title = LocalText.Of("hu", "Senkié"), Activities = ["nowhere"] }, Somebody, Cancellation);
        Assert.Equal(("activities[0]", OfficeFileCodes.UnknownReference), (Assert.Single(result.Findings).Path, result.Findings[0].Code));
        Assert.Null(await Service.FindAsync(await OfficeAsync(), key, Cancellation));
    }

    [Theory]
    [InlineData("kézikönyvek")]
    [InlineData("kezikonyv")]
    [InlineData("Kovács")]
    [InlineData("megállapodások")]
    [InlineData("egyuttmukodesi megallapodas")]
    [InlineData("kézikön")]
    public async Task Search_InAnyFormAndSpelling_FindsIt(string said)
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Item with { Title = LocalText.Of("hu", "Másik cím"), Activities = [] });
        await Service.ChangeAsync(office, key, null, p => p with { Title = Item.Title }, Somebody, Cancellation);
        Assert.Contains(key, await FoundAsync(said));
        Assert.DoesNotContain(key, await FoundAsync(said + " vasút"));
    }

    [Fact]
    public async Task Search_ForWordsOfTheFile_FindsItWithAnExcerptUntilTheFileIsWithdrawn()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Item with { Title = LocalText.Of("hu", "Vízgazdálkodás"), IsPublic = true });
        var id = await FileAsync(key, "A települések & városok szennyvíztisztító telepeket építettek közösen.");
        var hit = Assert.Single((await Queries.ListAsync(office, new PublicationFilter("szennyvíztisztítók"), publicOnly: true, Cancellation)).Rows, r => r.Key == key);
        Assert.Contains(hit.Excerpt!.Parts, p => p is { IsHit: true, Text: "szennyvíztisztító" });
        Assert.Contains(hit.Excerpt.Parts, p => p is { IsHit: false } && p.Text.Contains("& városok", StringComparison.Ordinal));
        var folded = Assert.Single((await Queries.ListAsync(office, new PublicationFilter("szennyviztisztito"), publicOnly: true, Cancellation)).Rows, r => r.Key == key);
        Assert.True(folded.Excerpt!.HasHit);
        await Documents.WithdrawAsync(office, id, Somebody, Cancellation);
        Assert.DoesNotContain(key, await FoundAsync("szennyvíztisztító"));
    }

    [Fact]
    public async Task Search_ATitleBeforeAnAbstractBeforeAFile_RanksThemSo()
    {
        var office = await OfficeAsync();
        var file = await AddedAsync(Item with { Title = LocalText.Of("hu", "Első"), Authors = [], Abstract = LocalText.Empty });
        await FileAsync(file, "Egy szó a hőszivattyúról.");
        var said = await AddedAsync(Item with { Title = LocalText.Of("hu", "Második"), Authors = [], Abstract = LocalText.Of("hu", "A hőszivattyú előnyei.") });
        var title = await AddedAsync(Item with { Title = LocalText.Of("hu", "Hőszivattyú"), Authors = [], Abstract = LocalText.Empty });
        Assert.Equal([title, said, file], (await Queries.ListAsync(office, new PublicationFilter("hőszivattyú"), publicOnly: true, Cancellation)).Rows.Select(r => r.Key));
    }

    [Theory]
    [InlineData("sv", "Vänortshandboken", "Så skriver kommunerna avtal om samverkan.", "avtalet")]
    [InlineData("ro", "Ghidul înfrățirilor", "Cum se încheie acordurile de cooperare între județe.", "acord")]
    [InlineData("en", "Twinning guide", "How towns sign agreements.", "signing")]
    public async Task Search_InAnotherLanguage_UsesItsDictionary(string language, string title, string said, string asked)
    {
        var key = await AddedAsync(Item with { Title = LocalText.Of(language, title), Language = language, Abstract = LocalText.Of(language, said) });
        Assert.Contains(key, await FoundAsync(asked));
    }

    [Fact]
    public async Task Search_OfWhatIsNotPublic_FindsItOnlyAtTheDesk()
    {
        var office = await OfficeAsync();
        var key = await AddedAsync(Item with { Title = LocalText.Of("hu", "Belső feljegyzés a Zrínyi-ügyről"), IsPublic = false });
        await FileAsync(key, "Titkos: gyógyforrás.");
        Assert.DoesNotContain(key, await FoundAsync("gyógyforrás"));
        Assert.Contains((await Queries.ListAsync(office, new PublicationFilter("gyógyforrás"), publicOnly: false, Cancellation)).Rows, r => r.Key == key);
        var file = Assert.Single((await Queries.FindAsync(office, key, publicOnly: false, Cancellation))!.Files);
        Assert.Null(await Documents.OpenAsync(office, file.Id, publicOnly: true, Cancellation));
        await Service.ChangeAsync(office, key, null, p => p with { IsPublic = true }, Somebody, Cancellation);
        Assert.NotNull(await Documents.OpenAsync(office, file.Id, publicOnly: true, Cancellation));
        var other = (await new OfficeQueries(examples.Database.Database).FindAsync("svenljunga", Cancellation))!;
        Assert.Equal(0, (await Queries.ListAsync(other, new PublicationFilter("gyógyforrás"), publicOnly: false, Cancellation)).Matching);
    }

    [Theory]
    [InlineData("' | & ! ( ) :* <->")]
    [InlineData("a")]
    [InlineData("\\ ' %")]
    public async Task Search_OfNoWords_FindsNothing(string said) => Assert.Empty(await FoundAsync(said));

    [Fact]
    public async Task Filters_Each_LeaveOutWhatDoesNotFit()
    {
        var office = (await new OfficeQueries(examples.Database.Database).FindAsync("svenljunga", Cancellation))!;
        var field = office.Fields[0].Key;
        var item = Item with { Title = LocalText.Of("en", "A study of 1987"), Language = "en", Kind = "study", Year = 1987, Fields = [field], Activities = [] };
        var (added, key) = await Service.AddAsync(office, item, Somebody, Cancellation);
        Assert.True(added.IsDone);
        Assert.Equal([key], (await Queries.ListAsync(office, new PublicationFilter(Year: 1987), publicOnly: true, Cancellation)).Rows.Select(r => r.Key));
        Assert.Equal([key], (await Queries.ListAsync(office, new PublicationFilter("study", Domain.Library.PublicationKind.Study, "en", 1987, field), publicOnly: true, Cancellation)).Rows.Select(r => r.Key));
        Assert.Empty((await Queries.ListAsync(office, new PublicationFilter("study", Language: "sv"), publicOnly: true, Cancellation)).Rows);
        Assert.Contains(1987, (await Queries.ChoicesAsync(office, publicOnly: true, Cancellation)).Years);
    }

    [Fact]
    public async Task Office_DumpedAndLoadedAgain_ChangesNothingAndAnotherLoadIsSearched()
    {
        var loader = new OfficeLoader(examples.Database.Database, TimeProvider.System);
        var key = await AddedAsync(Item with { Title = LocalText.Of("hu", "Kör") });
        var dumped = (await loader.DumpAsync("hargita", Cancellation))!;
        Assert.Contains(dumped.Publications, p => p.Key == key);
        Assert.Empty((await loader.LoadAsync(OfficeFileWriter.Write(dumped), "hargita.json", "a test", Cancellation)).Changes);
        var changed = dumped with { Publications = [.. dumped.Publications.Select(p => p.Key == key ? p with { Title = LocalText.Of("hu", "Barlangkutatás") } : p)] };
        Assert.Single((await loader.LoadAsync(OfficeFileWriter.Write(changed), "hargita.json", "a test", Cancellation)).Changes);
        Assert.Contains(key, await FoundAsync("barlangkutatás"));
    }

    private async Task<IEnumerable<string>> FoundAsync(string said) =>
        (await Queries.ListAsync(await OfficeAsync(), new PublicationFilter(said), publicOnly: true, Cancellation)).Rows.Select(r => r.Key);

    private async Task<Guid> FileAsync(string key, string text)
    {
        var (id, refusals) = await Documents.AddAsync(
            await OfficeAsync(), new DocumentOwner(DocumentOwnerKind.Publication, key), new SentDocument("a.txt", Encoding.UTF8.GetBytes(text), null, "Teljes szöveg", "hu", true), Somebody, Cancellation);
        Assert.Empty(refusals);
        return id!.Value;
    }

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;

    private async Task<string> AddedAsync(PublicationItem item)
    {
        var (result, key) = await Service.AddAsync(await OfficeAsync(), item, Somebody, Cancellation);
        Assert.Empty(result.Findings);
        return key;
    }
}
