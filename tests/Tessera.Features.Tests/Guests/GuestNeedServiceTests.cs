using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Tests.Offices;
using Tessera.Interchange.Offices;
using Tessera.Testing;
using Xunit;

namespace Tessera.Features.Tests.Guests;

public sealed class GuestNeedServiceTests(ExampleOffices examples) : IClassFixture<ExampleOffices>
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_BySeveralAtOnce_GivesEachGuestOneAddressAndOneLetter()
    {
        var office = (await new OfficeQueries(examples.Database.Database).FindAsync("hargita", Cancellation))!;
        var letters = new LetterQueue(examples.Database.Database, _clock, new JobBell());
        var guests = new GuestService(examples.Database.Database, letters, _clock);
        var fair = new ActivityItem { Key = "", Kind = "fair", Status = "confirmed", Title = LocalText.Of("hu", "Vendégek"), Start = "2026-12-12", Source = "" };
        var (_, key) = await new ActivityService(examples.Database.Database, _clock).AddAsync(office, fair, new Edit("an officer"), Cancellation);
        for (var i = 0; i < 20; i++) Assert.Empty(await guests.AddAsync(office, key, new NewGuest($"Guest {i}", $"g{i}@example.org", GuestRole.Required, "en", false), "an officer", Cancellation));
        var needs = new GuestNeedService(examples.Database.Database, letters, _clock);
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => needs.AskAsync(office, key, Cancellation))));
        Assert.Equal([0, 0, 0, 0, 0, 20], asked.Order());
        var all = await guests.ListAsync(office, key, Cancellation);
        Assert.All(all, g => Assert.Single(g.Letters));
        Assert.Equal(20, all.Select(g => g.Link).OfType<string>().Distinct().Count());
    }
}
