using Tessera.Domain.Guests;
using Tessera.Domain.Tours;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Features.Tours;
using Tessera.Interchange.Offices;
using Tessera.Planning.Tours;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Tours;

public sealed class TourServiceTests : IClassFixture<ExampleOffices>
{
    private static readonly TourSettings Four = new(true, new TourRules(4), 2, new DateOnly(2026, 12, 1), LocalText.Empty);

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private readonly ExampleOffices _examples;
    private readonly LetterQueue _letters;
    private readonly TourService _service;

    public TourServiceTests(ExampleOffices examples)
    {
        _examples = examples;
        _letters = new LetterQueue(examples.Database.Database, _clock, new JobBell());
        _service = new TourService(examples.Database.Database, _letters, _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tour_FromOfferToWithdrawal_GivesEveryPlaceByTheRulesAndTellsEachAuthority()
    {
        var (office, key) = (await OfficeAsync(), await OfferedAsync(Four));
        foreach (var name in (string[])["Alsó", "Felső", "Közép"]) Assert.Empty(await _service.ApplyAsync(office, key, Of(name, 2), byOffice: true, Cancellation));
        Assert.Equal(TourRefusal.StillOpen, (await DecideAsync(key)).Single().Code);
        Assert.Null((await _service.DeskAsync(office, key, Cancellation))!.Seed);
        _clock.Now = _clock.Now.AddDays(20);
        Assert.Equal(TourRefusal.ProposalChanged, (await _service.DecideAsync(office, key, "another", "an officer", Cancellation)).Single().Code);
        var proposed = await _service.ProposalAsync(office, key, Cancellation);
        Assert.Empty(await DecideAsync(key));
        Assert.Equal(TourRefusal.Decided, (await DecideAsync(key)).Single().Code);

        var desk = (await _service.DeskAsync(office, key, Cancellation))!;
        Assert.Equal(desk.Pledge, TourSelection.PledgeOf(desk.Seed!));
        var told = (await _service.ProposalAsync(office, key, Cancellation)).Answers;
        Assert.Equal(proposed.Answers.Select(a => a.Decision), told.Select(a => a.Decision));
        Assert.All(told, a => Assert.Equal(TourSelection.LotOf(desk.Seed!, a.Application.Number), a.Decision.Lot));
        Assert.Equal(["Place", "Place", "Waiting"], told.Select(a => a.Application.State.ToString()));

        await _service.WithdrawAsync(office, told[0].Application.Id, byOffice: false, Cancellation);
        var after = (await _service.ProposalAsync(office, key, Cancellation)).Answers;
        Assert.Equal([told[1].Application.Id, told[2].Application.Id], after.Where(a => a.Application.State is TourApplicationState.Place).Select(a => a.Application.Id).OrderBy(id => id == told[1].Application.Id ? 0 : 1));
        var own = told.Select(a => (Guid?)a.Application.Id).ToList();
        Assert.True((await _letters.DueAsync(office, Cancellation)).Count(l => l.Kind is LetterKind.TourAnswer && own.Contains(l.Tour)) >= 2);
    }

    [Fact]
    public async Task Apply_FromThePortal_CountsOnceConfirmed_AndHoldsNobodysName()
    {
        var (office, key) = (await OfficeAsync(), await OfferedAsync(Four));
        Assert.Empty(await _service.ApplyAsync(office, key, Of("Kisfalu", 1), byOffice: false, Cancellation));
        Assert.Empty(await _service.ApplyAsync(office, key, Of("kisfalu", 1), byOffice: false, Cancellation));
        Assert.Empty(await _service.ListAsync(office, key, Cancellation));
        var due = (await _letters.DueAsync(office, Cancellation)).Where(l => l.Kind is LetterKind.TourAsking).TakeLast(2).ToList();
        var secrets = new List<string>();
        foreach (var letter in due) secrets.Add((await _service.FindAsync(office, letter.Tour!.Value, Cancellation))!.Application.Secret);
        Assert.Empty(await _service.ConfirmAsync(office, secrets[0], Cancellation));
        Assert.Empty(await _service.ConfirmAsync(office, secrets[0], Cancellation));
        Assert.Equal(TourRefusal.AuthorityTaken, (await _service.ConfirmAsync(office, secrets[1], Cancellation)).Single().Code);
        Assert.Equal(TourRefusal.AuthorityTaken, (await _service.ApplyAsync(office, key, Of("Kisfalu", 1), byOffice: true, Cancellation)).Single().Code);
        Assert.Equal(TourApplicationState.Applied, Assert.Single(await _service.ListAsync(office, key, Cancellation)).State);
        _clock.Now = _clock.Now.AddDays(30);
        Assert.True(await _service.ForgetAsync(office, Cancellation) >= 1);
        Assert.Null(await _service.OpenAsync(office, secrets[1], Cancellation));
    }

    [Fact]
    public async Task Authority_ThatWasOnATourLately_GoesAfterThoseThatWereNot()
    {
        var office = await OfficeAsync();
        var first = await OfferedAsync(Four with { Until = new DateOnly(2026, 11, 22) });
        Assert.Empty(await _service.ApplyAsync(office, first, Of("Járta már", 2), byOffice: true, Cancellation));
        _clock.Now = _clock.Now.AddDays(2);
        Assert.Empty(await DecideAsync(first));
        var second = await OfferedAsync(Four with { Rules = new TourRules(2, FreshYears: 3) });
        foreach (var name in (string[])["Járta Már", "Új A", "Új B", "Új C"]) Assert.Empty(await _service.ApplyAsync(office, second, Of(name, 2), byOffice: true, Cancellation));
        var answers = (await _service.ProposalAsync(office, second, Cancellation)).Answers;
        Assert.Equal(("Járta Már", false, 2026), (answers[^1].Application.Authority, answers[^1].Decision.IsFresh, answers[^1].LastTour));
        Assert.Empty(await _service.AmendAsync(office, answers[0].Application.Id, "Zala", 900, 2025, Cancellation));
        Assert.False((await _service.ProposalAsync(office, second, Cancellation)).Answers.Single(a => a.Application.Id == answers[0].Application.Id).Decision.IsFresh);
    }

    [Fact]
    public async Task Rules_OnceSomebodyHasApplied_StandButForMorePlaces()
    {
        var (office, key) = (await OfficeAsync(), await OfferedAsync(Four));
        Assert.Empty(await _service.ApplyAsync(office, key, Of("Alsó", 1), byOffice: true, Cancellation));
        Assert.Equal(TourRefusal.RulesStand, (await _service.SetAsync(office, key, Four with { Rules = new TourRules(4, FreshYears: 2) }, Cancellation)).Single().Code);
        Assert.Equal(TourRefusal.RulesStand, (await _service.SetAsync(office, key, Four with { Rules = new TourRules(3) }, Cancellation)).Single().Code);
        Assert.Empty(await _service.SetAsync(office, key, Four with { Rules = new TourRules(9) }, Cancellation));
        var result = await new ActivityService(_examples.Database.Database, _clock).RemoveAsync(office, key, 1, new Edit("an officer"), Cancellation);
        Assert.Equal(GuestRefusal.ToldOnes, Assert.Single(result.Findings).Code);
    }

    [Fact]
    public async Task Erase_OfAnApplication_TakesTheNamesAndLeavesTheAuthority()
    {
        var (office, key) = (await OfficeAsync(), await OfferedAsync(Four));
        Assert.Empty(await _service.ApplyAsync(office, key, Of("Névtelen", 2), byOffice: true, Cancellation));
        _clock.Now = _clock.Now.AddDays(20);
        Assert.Empty(await DecideAsync(key));
        _clock.Now = _clock.Now.AddDays(400);
        await _service.ForgetAsync(office, Cancellation);
        var kept = Assert.Single(await _service.ListAsync(office, key, Cancellation));
        Assert.Equal(("Névtelen", "", null, 0, 2, TourApplicationState.Place), (kept.Authority, kept.Name, kept.Email, kept.Participants.Count, kept.People, kept.State));
    }

    private async Task<IReadOnlyList<Finding>> DecideAsync(string key)
    {
        var office = await OfficeAsync();
        return await _service.DecideAsync(office, key, (await _service.ProposalAsync(office, key, Cancellation)).Mark, "an officer", Cancellation);
    }

    private static NewTourApplication Of(string authority, int people) =>
        new(authority, "", null, "Kiss Anna", $"{Folding.Slug(authority)}@example.org", "", [.. Enumerable.Range(1, people).Select(i => $"Résztvevő {i}")], "hu");

    private async Task<OfficeView> OfficeAsync() => (await new OfficeQueries(_examples.Database.Database).FindAsync("hargita", Cancellation))!;

    private async Task<string> OfferedAsync(TourSettings settings)
    {
        var visit = new ActivityItem { Key = "", Kind = "outgoing-visit", Purpose = "study", Status = "confirmed", Public = true, Title = LocalText.Of("hu", "Tanulmányút"), Start = "2026-12-20", Source = "" };
        var (result, key) = await new ActivityService(_examples.Database.Database, _clock).AddAsync(await OfficeAsync(), visit, new Edit("an officer"), Cancellation);
        Assert.True(result.IsDone, string.Join(", ", result.Findings.Select(f => f.Code)));
        Assert.Empty(await _service.SetAsync(await OfficeAsync(), key, settings, Cancellation));
        return key;
    }
}
