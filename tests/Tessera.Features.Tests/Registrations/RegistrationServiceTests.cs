using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Contacts;
using Tessera.Features.Guests;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Registrations;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Registrations;

public sealed class RegistrationServiceTests : IClassFixture<ExampleOffices>
{
    private static readonly RegistrationRules Ten = new(true, 10, new DateOnly(2026, 12, 1), true, false, LocalText.Empty, LocalText.Empty);

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private readonly ExampleOffices _examples;
    private readonly LetterQueue _letters;
    private readonly RegistrationService _service;

    public RegistrationServiceTests(ExampleOffices examples)
    {
        _examples = examples;
        _letters = new LetterQueue(examples.Database.Database, _clock, new JobBell());
        _service = new RegistrationService(examples.Database.Database, _letters, _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_ManyAtOnce_NeverGivesAPlaceTwice_AndLeavesNoneEmpty()
    {
        var key = await OpenAsync(Ten);
        var office = await OfficeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => _service.RegisterAsync(office, key, Who($"p{i}@example.org", (i % 3) + 1), byOffice: false, Cancellation))));
        Assert.All(answers, Assert.Empty);
        var all = await _service.ListAsync(office, key, Cancellation);
        var taken = all.Where(r => r.State is RegistrationState.Place).Sum(r => r.People);
        Assert.Equal((40, 10), (all.Count, taken));
        await Task.WhenAll(all.Where(r => r.State is RegistrationState.Place).Take(3).Select(r => Task.Run(() => _service.CancelAsync(office, r.Id, byOffice: false, Cancellation))));
        Assert.Equal(10, (await _service.DeskAsync(office, key, Cancellation))!.Taken);
    }

    [Fact]
    public async Task Cancel_MovesUpWhoWaitsInTheirOrder_AndTellsThem()
    {
        var key = await OpenAsync(Ten with { Places = 2 });
        var office = await OfficeAsync();
        foreach (var (name, people) in ((string, int)[])[("first", 2), ("large", 2), ("small", 1)])
        {
            _clock.Now += TimeSpan.FromMinutes(1);
            Assert.Empty(await _service.RegisterAsync(office, key, Who($"{name}@example.org", people), byOffice: false, Cancellation));
        }

        Assert.Equal(["Place", "Waiting", "Waiting"], await StatesAsync(key));
        Assert.Empty(await _service.SetAsync(office, key, Ten with { Places = 3 }, Cancellation));
        Assert.Equal(["Place", "Waiting", "Place"], await StatesAsync(key));
        await _service.CancelAsync(office, (await _service.ListAsync(office, key, Cancellation))[0].Id, byOffice: false, Cancellation);
        Assert.Equal(["Place", "Place", "Cancelled"], await StatesAsync(key));
        var own = (await _service.ListAsync(office, key, Cancellation)).Select(r => (Guid?)r.Id).ToList();
        Assert.Equal(2, (await _letters.DueAsync(office, Cancellation)).Count(l => l.Kind is LetterKind.MovedUp && own.Contains(l.Registration)));
    }

    [Fact]
    public async Task Erase_ByWhoAsksToBeForgotten_MovesUpWhoWaits()
    {
        var key = await OpenAsync(Ten with { Places = 1 });
        var office = await OfficeAsync();
        foreach (var email in (string[])["first@example.org", "second@example.org"])
        {
            _clock.Now += TimeSpan.FromMinutes(1);
            Assert.Empty(await _service.RegisterAsync(office, key, Who(email, 1), byOffice: false, Cancellation));
        }

        var people = new PeopleOfActivities(_examples.Database.Database, new ActivityService(_examples.Database.Database, _clock), _service, _clock);
        var first = (await _service.ListAsync(office, key, Cancellation))[0];
        Assert.True(await people.EraseAsync(office, new HeldData("registration", first.Id.ToString(), "", null, null, null, true), new Edit("an officer"), Cancellation));
        var second = Assert.Single(await _service.ListAsync(office, key, Cancellation));
        Assert.Equal(("second@example.org", RegistrationState.Place), (second.Email, second.State));
        Assert.Contains(await _letters.DueAsync(office, Cancellation), l => l.Kind is LetterKind.MovedUp && l.Registration == second.Id);
    }

    [Fact]
    public async Task Register_WhoIsRegisteredAlready_ChangesNothing_AndSaysNothing()
    {
        var key = await OpenAsync(Ten);
        var office = await OfficeAsync();
        Assert.Empty(await _service.RegisterAsync(office, key, Who("anna@example.org", 2), byOffice: false, Cancellation));
        Assert.Empty(await _service.RegisterAsync(office, key, Who("ANNA@example.org", 5), byOffice: false, Cancellation));
        Assert.Equal(2, Assert.Single(await _service.ListAsync(office, key, Cancellation)).People);
    }

    [Fact]
    public async Task Register_WithoutWaitingList_AfterTheLastDay_OrToNothing_IsRefused()
    {
        var office = await OfficeAsync();
        var key = await OpenAsync(Ten with { Places = 1, HasWaitingList = false });
        Assert.Empty(await _service.RegisterAsync(office, key, Who("a@example.org", 1), byOffice: false, Cancellation));
        Assert.Equal(("people", GuestRefusal.Full), await RefusalAsync(key, Who("b@example.org", 1)));
        Assert.Equal(("email", GuestRefusal.EmailWrong), await RefusalAsync(key, Who("b at example", 1)));
        Assert.Equal(("people", GuestRefusal.PeopleWrong), await RefusalAsync(key, Who("b@example.org", 21)));
        _clock.Now = new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(("", GuestRefusal.Closed), await RefusalAsync(key, Who("b@example.org", 1)));
        Assert.Equal(GuestRefusal.UntilWrong, Assert.Single(await _service.SetAsync(office, key, Ten with { Until = new DateOnly(2027, 1, 1) }, Cancellation)).Code);
        Assert.Equal(GuestRefusal.NotForThis, (await _service.SetAsync(office, "szekely-hetek-2010", Ten, Cancellation))[0].Code);
    }

    [Fact]
    public async Task Forget_AMonthAfterTheLastDay_ErasesRegistrations_AndNotBefore()
    {
        var office = await OfficeAsync();
        var key = await OpenAsync(Ten);
        Assert.Empty(await _service.RegisterAsync(office, key, Who("anna@example.org", 1), byOffice: false, Cancellation));
        _clock.Now = new DateTimeOffset(2027, 1, 11, 0, 0, 0, TimeSpan.Zero);
        await _service.ForgetAsync(office, Cancellation);
        Assert.Single(await _service.ListAsync(office, key, Cancellation));
        _clock.Now = new DateTimeOffset(2027, 1, 12, 0, 0, 0, TimeSpan.Zero);
        Assert.NotEqual(0, await _service.ForgetAsync(office, Cancellation));
        Assert.Empty(await _service.ListAsync(office, key, Cancellation));
    }

    [Fact]
    public async Task Load_OfAFileWithoutAnActivityThatPeopleRegisteredFor_IsRefused()
    {
        var loader = new OfficeLoader(_examples.Database.Database, _clock);
        var key = await OpenAsync(Ten);
        Assert.Empty(await _service.RegisterAsync(await OfficeAsync(), key, Who("anna@example.org", 1), byOffice: false, Cancellation));
        var file = (await loader.DumpAsync("hargita", Cancellation))!;
        var without = OfficeFileWriter.Write(file with { Activities = [.. file.Activities.Where(a => a.Key != key)] });
        var refused = await loader.LoadAsync(without, "old", "test", Cancellation);
        Assert.Equal(GuestRefusal.ToldOnes, Assert.Single(refused.Findings, f => f.Path == $"activities/{key}").Code);
        Assert.Single(await _service.ListAsync(await OfficeAsync(), key, Cancellation));
    }

    [Fact]
    public async Task Register_WhenFull_SaysTheSameToWhoIsKnownAndWhoIsNot()
    {
        var key = await OpenAsync(Ten with { Places = 1, HasWaitingList = false });
        Assert.Empty(await _service.RegisterAsync(await OfficeAsync(), key, Who("anna@example.org", 1), byOffice: false, Cancellation));
        Assert.Equal(("people", GuestRefusal.Full), await RefusalAsync(key, Who("anna@example.org", 1)));
        Assert.Equal(("people", GuestRefusal.Full), await RefusalAsync(key, Who("bela@example.org", 1)));
        Assert.Equal(("name", GuestRefusal.NameMissing), await RefusalAsync(key, Who("cili@example.org", 1) with { Name = "Win at https://example.org" }));
    }

    private static NewRegistration Who(string email, int people) => new("Anna", email, people, "", "", "hu");

    private async Task<(string, string)> RefusalAsync(string key, NewRegistration who)
    {
        var finding = Assert.Single(await _service.RegisterAsync(await OfficeAsync(), key, who, byOffice: false, Cancellation));
        return (finding.Path, finding.Code);
    }

    private async Task<IEnumerable<string>> StatesAsync(string key) => (await _service.ListAsync(await OfficeAsync(), key, Cancellation)).Select(r => r.State.ToString());

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(_examples.Database.Database).FindAsync("hargita", Cancellation))!;

    private async Task<string> OpenAsync(RegistrationRules rules)
    {
        var fair = new ActivityItem { Key = "", Kind = "fair", Status = "confirmed", Public = true, Title = LocalText.Of("hu", "Adventi vásár"), Start = "2026-12-12", Source = "" };
        var (result, key) = await new ActivityService(_examples.Database.Database, _clock).AddAsync(await OfficeAsync(), fair, new Edit("an officer"), Cancellation);
        Assert.True(result.IsDone);
        Assert.Empty(await _service.SetAsync(await OfficeAsync(), key, rules, Cancellation));
        return key;
    }
}
