using Microsoft.Extensions.DependencyInjection;
using Tessera.Features.Accounts;
using Tessera.Features.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.SignOn;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>The claim of a form, without the pages.</summary>
public sealed class FormClaimTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestPortal _portal = null!;
    private OfficeView _office = null!;
    private SentForm _form = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DoneForms Forms => _portal.Services.GetRequiredService<DoneForms>();

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(time: _clock);
        (await DeskClient.JoinAsync(_portal, "hargita", Domain.Offices.OfficeRole.Editor, "editor@example.org")).Dispose();
        _office = (await _portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", Cancellation))!;
        await using var command = _portal.Database.Database.Source.CreateCommand("select id from account");
        _form = new SentForm(Guid.CreateVersion7(_clock.GetUtcNow()), (Guid)(await command.ExecuteScalarAsync(Cancellation))!, "/page");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Claim_OfAProgramThatEnded_IsFreeAfterItsLease_AndItsLateAnswerChangesNothing()
    {
        var lost = await Forms.ClaimAsync(_office, _form, Cancellation);
        Assert.NotNull(lost.Id);
        var waiting = Forms.ClaimAsync(_office, _form, Cancellation);
        await Task.Delay(300, Cancellation);
        Assert.False(waiting.IsCompleted);
        _clock.Ahead = DoneForms.Lease + TimeSpan.FromSeconds(1);
        var next = await waiting;
        Assert.NotNull(next.Id);
        await Forms.ReleaseAsync(_office, lost.Id.Value);
        await Forms.DoneAsync(_office, next.Id.Value, "/done");
        Assert.Equal(new FormClaim(null, "/done"), await Forms.ClaimAsync(_office, _form, Cancellation));
    }

    [Fact]
    public async Task Claim_ThatIsGivenBack_GoesToWhoWaits()
    {
        var failing = await Forms.ClaimAsync(_office, _form, Cancellation);
        var waiting = Forms.ClaimAsync(_office, _form, Cancellation);
        await Forms.ReleaseAsync(_office, failing.Id!.Value);
        Assert.NotNull((await waiting).Id);
    }
}
