using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Delegations;
using Tessera.Features.Delegations;
using Tessera.Features.Offices;
using Xunit;

namespace Tessera.EndToEnd.Tests;

/// <summary>An association's pages by its secret address, as every page: axe finds nothing, nothing scrolls sideways at 320 px, no other host is asked for anything.</summary>
public sealed class AssociationPagesTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AssociationsPages_InFourLanguages_HaveNothingThatAxeFinds_AndDoNotScrollSideways()
    {
        var services = browser.Portal.Services;
        var office = (await services.GetRequiredService<OfficeQueries>().FindAsync("toosz", Cancellation))!;
        var key = (await services.GetRequiredService<DelegationQueries>().ListAsync(office, publicOnly: false, Cancellation)).First(d => d.State is DelegationState.Called).Key;
        var proposer = (await services.GetRequiredService<DelegationQueries>().FindAsync(office, key, publicOnly: false, Cancellation))!.Proposers[0].Key;
        var secret = await services.GetRequiredService<DelegationService>().LinkAsync(office, key, proposer, isOpen: true, Cancellation);
        foreach (var language in BrowserFixture.Languages)
        {
            await using var reader = await browser.ReaderAsync(width: 320, language: language);
            foreach (var page in new[] { $"/toosz/{language}/propose/{secret}", $"/toosz/{language}/propose/{secret}/person" })
            {
                await reader.Page.GotoAsync(page);
                var result = await reader.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
                Assert.True(result.Violations.Length == 0, $"{page}: " + string.Join("; ", result.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
                Assert.True(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, page);
            }

            Assert.Empty(reader.Strangers);
        }
    }
}
