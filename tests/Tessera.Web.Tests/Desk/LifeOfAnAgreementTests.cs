using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>An agreement is taken through its life: Romania's route, two ceremonies, a pause, an ending, a correction.</summary>
public sealed class LifeOfAnAgreementTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Editor => desk.As(OfficeRole.Editor);

    private DeskClient Approver => desk.As(OfficeRole.Approver);

    [Fact]
    public async Task Romania_VoteBeforeTheMinistries_IsRefused_AndAllowedAfterThem()
    {
        var agreement = await AddAsync("Route Town");
        using var early = await StepAsync(agreement, "approved", "2008-09-12", ("stage", "council"), ("decision", "151/2008"));
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Contains("opinion", (await DeskClient.ParseAsync(early)).QuerySelector("#kind-error")?.TextContent, StringComparison.Ordinal);
        await RecordAsync(agreement, "opinion", "2008-06", ("stage", "mae"));
        await RecordAsync(agreement, "opinion", "2008-07", ("stage", "mdlpa"));
        await RecordAsync(agreement, "approved", "2008-09-12", ("stage", "council"), ("decision", "151/2008"));
        Assert.Contains("Approved", await StandingAsync(agreement), StringComparison.Ordinal);
        await RecordAsync(agreement, "signed-here", "2008-10-01");
        Assert.Contains("Signed by one side", await StandingAsync(agreement), StringComparison.Ordinal);
        await RecordAsync(agreement, "signed-there", "2008-11-03");
        Assert.Contains("In force", await StandingAsync(agreement), StringComparison.Ordinal);
        var portal = await desk.Nobody.PageAsync("/hargita/en" + agreement["/hargita/office".Length..]);
        Assert.Contains("151/2008", portal.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_NeedsDecisionAndReason_LeavesThePage_AndCanBeTakenBack()
    {
        var agreement = await AddAsync("Ending Town", ("role", "signed"), ("date", "1997"));
        using var bare = await StepAsync(agreement, "ended", "2020-05-05");
        var page = await DeskClient.ParseAsync(bare);
        Assert.NotNull(page.QuerySelector("#decision-error"));
        Assert.NotNull(page.QuerySelector("#stepReason-error"));
        await RecordAsync(agreement, "ended", "2020-05-05", ("decision", "44/2020"), ("stepReason", "values"));
        Assert.Contains("Ended", await StandingAsync(agreement), StringComparison.Ordinal);
        Assert.Contains("44/2020", (await Editor.PageAsync(agreement)).QuerySelector("pre")?.TextContent, StringComparison.Ordinal);
        await RecordAsync(agreement, "taken-back", "2021-01-01", ("decision", "3/2021"), ("stepReason", "other"), ("of", "ended"));
        Assert.Contains("In force", await StandingAsync(agreement), StringComparison.Ordinal);
        Assert.NotNull((await Editor.PageAsync(agreement)).QuerySelector("#step-ended del"));
    }

    [Fact]
    public async Task Letter_OfAPauseWithoutDecision_LeavesTheClauseOut()
    {
        var agreement = await AddAsync("Pausing Town", ("role", "signed"), ("date", "1997"));
        await RecordAsync(agreement, "paused", "2020-05-05", ("decision", "8/2020"), ("stepReason", "other"));
        Assert.Contains("Határozat: 8/2020. Indok: ", (await Approver.PageAsync(agreement)).QuerySelector("pre")?.TextContent, StringComparison.Ordinal);
        await ForgetDecisionsAsync(agreement[(agreement.LastIndexOf('/') + 1)..]);
        var letter = (await Approver.PageAsync(agreement)).QuerySelector("pre")?.TextContent ?? "";
        Assert.Contains("2020", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Határozat", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(" .", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(": .", letter, StringComparison.Ordinal);
    }

    /// <summary>As an office's file may have it: steps of which nobody knows who decided them, and why.</summary>
    private async Task ForgetDecisionsAsync(string agreement)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var office = (await desk.Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", cancellation))!;
        var partners = desk.Portal.Services.GetRequiredService<PartnerService>();
        var partner = (await partners.PartnerOfAsync(office, agreement, cancellation))!;
        await partners.ChangeAsync(office, partner, null, p => p with { Agreements = [.. p.Agreements.Select(a => a with { Steps = [.. a.Steps.Select(s => s with { Decision = null, Reason = null })] })] }, new Edit("test"), cancellation);
    }

    [Fact]
    public async Task Editor_WhoRecordsADecision_IsToldWhoMay()
    {
        var agreement = await AddAsync("Modest Town", ("role", "signed"), ("date", "1997"));
        using var refused = await Editor.SendAsync(agreement + "/step", null, ("kind", "ended"), ("day", "2020"), ("decision", "1/2020"), ("stepReason", "law"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("In force", await StandingAsync(agreement), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheirHalf_ThatDiffers_IsShownBesideOurs_UntilItIsSettled()
    {
        var agreement = await AddAsync("Somogy-like", ("role", "decided"), ("date", "1993"), ("decision", "6/1993"));
        (await Editor.SendAsync(agreement + "/edit", null, ("theirDate", "1992"), ("theirKind", "twinning"), ("theirPage", "https://example.org/partners"), ("role", "decided"), ("date", "1993"))).Dispose();
        var page = await Editor.PageAsync(agreement);
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=halves] .badge").Length);
    }

    [Theory]
    [InlineData("hu", "2021. október", "2021-10")]
    [InlineData("sv", "oktober 2021", "2021-10")]
    [InlineData("ro", "octombrie 2021", "2021-10")]
    public async Task Date_TypedAsPeopleWriteIt_IsKeptAsPreciseAsItWas(string language, string typed, string kept)
    {
        var agreement = await AddAsync($"Dates {language}");
        var lines = await Editor.PageAsync($"{agreement}/edit?lang={language}");
        (await Editor.SendAsync(lines, agreement + "/edit", null, ("role", "signed"), ("date", typed))).Dispose();
        using var json = await desk.Nobody.GetAsync($"/hargita/en{agreement["/hargita/office".Length..]}.json");
        Assert.Contains($"\"{kept}\"", await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await Editor.GetAsync("/account?lang=en")).Dispose();
    }

    private Task<HttpResponseMessage> StepAsync(string agreement, string kind, string day, params (string Name, string Value)[] more) =>
        Approver.SendAsync(agreement + "/step", null, [("kind", kind), ("day", day), .. more, .. more.Any(m => m.Name == "stage") ? [] : new[] { ("stage", "") }]);

    private async Task RecordAsync(string agreement, string kind, string day, params (string Name, string Value)[] more)
    {
        using var recorded = await StepAsync(agreement, kind, day, more);
        Assert.True(recorded.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(recorded)).QuerySelector(".error-summary")?.TextContent);
    }

    private async Task<string> StandingAsync(string agreement) => (await Editor.PageAsync(agreement)).QuerySelector("h1 .badge")!.TextContent;

    private async Task<string> AddAsync(string name, params (string Name, string Value)[] more)
    {
        using var partner = await Editor.SendAsync("/hargita/office/partners/new", null, ("registeredName", name), ("names.en", name), ("kind", "sister-county"), ("country", "HU"), ("authorityKind", "county"));
        using var added = await Editor.SendAsync(partner.Headers.Location!.OriginalString + "/agreements/new", null, [("kind", "cooperation"), .. more]);
        Assert.True(added.StatusCode == HttpStatusCode.Redirect, (await DeskClient.ParseAsync(added)).QuerySelector(".error-summary")?.TextContent);
        return added.Headers.Location!.OriginalString;
    }
}
