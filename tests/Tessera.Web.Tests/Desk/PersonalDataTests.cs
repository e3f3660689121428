using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Contacts;
using Tessera.Features.Delegations;
using Tessera.Features.Guests;
using Tessera.Features.Offices;
using Tessera.Features.Registrations;
using Tessera.Features.Reports;
using Tessera.Features.Tours;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>People at partners are held for a purpose, found, exported, erased; what they were is in no history.</summary>
public sealed class PersonalDataTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Editor => desk.As(OfficeRole.Editor);

    private DeskClient Administrator => desk.As(OfficeRole.Administrator);

    [Fact]
    public async Task Contact_WithoutPurpose_IsRefused()
    {
        using var refused = await AddAsync("Nagy Éva", purpose: "");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await DeskClient.ParseAsync(refused)).QuerySelector("#purpose-error"));
    }

    [Fact]
    public async Task Person_IsFoundInAnySpelling_Exported_AndErased_WhileTheHistoryNeverKnewHer()
    {
        (await AddAsync("Szőke Ágnes", email: "szoke.agnes@example.org")).Dispose();
        using var export = await Administrator.GetAsync("/hargita/office/personal-data?handler=Export&who=szoke");
        var held = JsonDocument.Parse(await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("held");
        Assert.Contains("szoke.agnes@example.org", held[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        (await Administrator.SendAsync("/hargita/office/personal-data?who=szoke", null)).Dispose();
        Assert.Contains("Nothing is held", (await Administrator.PageAsync("/hargita/office/personal-data?who=szoke")).Body!.TextContent, StringComparison.Ordinal);
        var history = (await Editor.PageAsync("/hargita/office/history")).Body!.TextContent;
        Assert.Contains("Contact", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Szőke", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_AfterMoreWasFound_ErasesNothing_AndShowsWhatIsNew()
    {
        const string page = "/hargita/office/personal-data?who=Kettes";
        (await AddAsync("Kettes Katalin")).Dispose();
        var shown = await Administrator.PageAsync(page);
        (await AddAsync("Kettes Kálmán")).Dispose();
        using var stopped = await Administrator.SendAsync(shown, page, null);
        Assert.Equal(HttpStatusCode.Conflict, stopped.StatusCode);
        var again = await DeskClient.ParseAsync(stopped);
        Assert.Contains("Kettes Kálmán", again.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector(".badge") is not null).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await Administrator.PageAsync(page)).QuerySelectorAll("tbody tr").Length);
        using var erased = await Administrator.SendAsync(again, page, null);
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.Contains("Nothing is held", (await Administrator.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signatory_OfAnAgreement_IsSaidToStay()
    {
        (await Editor.SendAsync("/hargita/office/agreements/bekes-54-1996/edit", null, ("signatories", "Domokos Péter"))).Dispose();
        var page = await Administrator.PageAsync("/hargita/office/personal-data?who=Domokos");
        Assert.Contains("stays", page.QuerySelector("tbody")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Forms, f => f.QuerySelector("input[name=who][type=hidden]") is not null);
    }

    [Fact]
    public async Task Contact_WhoseTimeHasPassed_IsForgottenByItself_AndTheHistorySaysSo()
    {
        (await AddAsync("Régi Ismerős")).Dispose();
        var office = (await desk.Portal.Services.GetRequiredService<OfficeQueries>().FindAsync("hargita", CancellationToken.None))!;
        var later = new ContactService(desk.Portal.Database.Database, new LaterTime(TimeSpan.FromDays(366 * 4)));
        var services = desk.Portal.Services;
        var job = new RetentionJob(services.GetRequiredService<OfficeQueries>(), later, services.GetRequiredService<ErrorReportService>(), services.GetRequiredService<GuestService>(), services.GetRequiredService<RegistrationService>(), services.GetRequiredService<CalendarImportService>(), services.GetRequiredService<ActivityLetterService>(), services.GetRequiredService<DelegationPeople>(), services.GetRequiredService<TourService>());
        Assert.Equal(3, job.NextAfter(office.UpdatedAt).Hour);
        Assert.DoesNotContain("forgot 0 contacts", await job.RunAsync(CancellationToken.None), StringComparison.Ordinal);
        Assert.DoesNotContain("Régi Ismerős", (await Editor.PageAsync("/hargita/office/partners/zala")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("retention", (await Editor.PageAsync("/hargita/office/history")).Body!.TextContent, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AddAsync(string name, string purpose = "arranges the visit", string email = "") =>
        Editor.SendAsync("/hargita/office/partners/zala/contacts/new", null, ("name", name), ("email", email), ("purpose", purpose), ("source", "her card"));

    private sealed class LaterTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
