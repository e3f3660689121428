using System.Net;
using System.Text;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>A delegation is taken from the call to its end at the desk: stages, members, vacancies, sessions, documents.</summary>
public sealed class DelegationLifeTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private DeskClient Editor => desk.As(OfficeRole.Editor);

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Stages_FromTheCallToThePortal_SayWhatStandsInTheWay_BeforeOneClicks()
    {
        var made = await (await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "MT")).SeatedAsync();
        var stages = made.Address + "/stages";
        using (var refused = await Editor.SendAsync(stages + "?lang=en", "Call", ("call-until", ""), ("call-text.en", "Please propose.")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await DeskClient.ParseAsync(refused);
            Assert.NotNull(page.QuerySelector("#call-until-error"));
            Assert.Contains("Please propose.", page.QuerySelector("#call-text-en")!.TextContent, StringComparison.Ordinal);
        }

        using (var called = await Editor.SendAsync(stages, "Call", ("call-on", Day(Today.AddYears(-2))), ("call-until", Day(Today.AddDays(9))))) Assert.Equal(HttpStatusCode.Redirect, called.StatusCode);
        using (var laid = await Editor.SendAsync(stages, "Consult", ("consult-on", Day(Today.AddYears(-2))), ("consult-until", Day(Today.AddDays(9))))) Assert.Equal(HttpStatusCode.Redirect, laid.StatusCode);
        var before = await Editor.PageAsync(stages + "?lang=en");
        Assert.Contains("Share of the sex that has fewer, whole delegation (blocking)", before.QuerySelector("section[aria-labelledby=appointment] .notice--broken")!.TextContent, StringComparison.Ordinal);
        (string, string)[] appointment = [("appoint-on", Day((await made.ViewAsync()).Terms.First)), ("appoint-by", "the minister"), ("appoint-appointment", "12/2025")];
        using (var broken = await Editor.SendAsync(stages + "?lang=en", "Appoint", appointment))
        {
            Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
            var page = await DeskClient.ParseAsync(broken);
            Assert.Contains("whole delegation", page.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("the minister", page.QuerySelector("#appoint-by")!.GetAttribute("value"));
        }

        (await Editor.SendAsync(made.Address + "/compose", "Apply")).Dispose();
        using (var appointed = await Editor.UploadAsync(stages, "Appoint", "appoint-file", "decision.txt", Encoding.UTF8.GetBytes("We appoint."), appointment)) Assert.Equal(HttpStatusCode.Redirect, appointed.StatusCode);
        var view = await made.ViewAsync();
        Assert.Equal((DelegationState.Appointed, DelegationDocumentKind.Appointment), (view.State, Assert.Single(view.Documents).Kind));
        using (var credentials = await Editor.SendAsync(stages, "Credentials", ("credentials-on", Day(view.Terms.First.AddDays(20))), ("credentials-text", "In order"))) Assert.Equal(HttpStatusCode.Redirect, credentials.StatusCode);
        var prepared = await Editor.PageAsync(stages + "?lang=en");
        Assert.Contains("Approvers put a delegation", prepared.QuerySelector("section[aria-labelledby=publication]")!.TextContent, StringComparison.Ordinal);
        prepared.QuerySelector("form[action*='handler=Credentials']")!.SetAttribute("action", stages + "?handler=Publish");
        using (var forbidden = await Editor.SendAsync(prepared, stages, "Publish", ("isPublic", "true"))) Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Null((await made.ViewAsync()).PublishedAt);
        using (var published = await desk.As(OfficeRole.Approver).SendAsync(stages, "Publish")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.NotNull((await made.ViewAsync()).PublishedAt);
        Assert.Null((await Editor.PageAsync(stages)).QuerySelector("form[action*='handler=Publish']"));
    }

    [Fact]
    public async Task Member_WhoLostHerMandate_LeavesAVacancyWithItsLastDay_AndIsReplacedWithTheRulesChecked()
    {
        var made = await (await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "SI")).AppointedAsync();
        var view = await made.ViewAsync();
        var leaving = view.Seatings.First(s => DelegationAtDesk.IsWoman(view.Person(s.Person)));
        var members = made.Address + "/members";
        var last = Today.AddDays(-3);
        using (var refused = await Editor.SendAsync(members + "?lang=en", "Leave", ("seating", leaving.Id.ToString()), ("ending", "resigned"), ("lastDay", Day(Today.AddDays(1)))))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await DeskClient.ParseAsync(refused);
            Assert.NotNull(page.QuerySelector("#lastDay-error"));
            Assert.Equal("resigned", page.QuerySelector("#ending option[selected]")!.GetAttribute("value"));
        }

        using (var left = await Editor.SendAsync(members, "Leave", ("seating", leaving.Id.ToString()), ("ending", "lost-mandate"), ("lastDay", Day(last)))) Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        var vacant = await Editor.PageAsync(members + "?lang=en");
        Assert.Contains("To be filled by " + PortalDay(last.AddMonths(6)), PortalFixture.Words(vacant.QuerySelector("section[aria-labelledby=vacant] .need")), StringComparison.Ordinal);
        Assert.Contains("Lost the mandate", PortalFixture.Words(vacant.QuerySelector("section[aria-labelledby=former]")), StringComparison.Ordinal);

        var seat = $"{leaving.Kind}-none".ToLowerInvariant();
        var man = view.People.First(p => !DelegationAtDesk.IsWoman(p) && view.Seatings.All(s => s.Person != p.Id));
        (await Editor.SendAsync(made.Address + "/compose", "Seat", ("seat", $"{man.Id:N}-{seat}"))).Dispose();
        var draft = (await made.ViewAsync()).Seatings.Single(s => s.IsDraft);
        Assert.Equal(leaving.Id, draft.Replaces);
        (string, string)[] typed = [($"on-{draft.Id:N}", Day(Today)), ($"by-{draft.Id:N}", "the minister"), ($"appointment-{draft.Id:N}", "44/2026")];
        Assert.Contains("blocking", (await Editor.PageAsync(members + "?lang=en")).QuerySelector("section[aria-labelledby=vacant] .notice--broken")!.TextContent, StringComparison.Ordinal);
        using (var broken = await Editor.SendAsync(members + "?lang=en", "Appoint", typed))
        {
            Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
            Assert.Equal("44/2026", (await DeskClient.ParseAsync(broken)).QuerySelector($"#appointment-{draft.Id:N}")!.GetAttribute("value"));
        }

        (await Editor.SendAsync(members, "Unseat")).Dispose();
        var woman = view.People.First(p => DelegationAtDesk.IsWoman(p) && view.Seatings.All(s => s.Person != p.Id));
        (await Editor.SendAsync(made.Address + "/compose", "Seat", ("seat", $"{woman.Id:N}-{seat}"))).Dispose();
        draft = (await made.ViewAsync()).Seatings.Single(s => s.IsDraft);
        using (var done = await Editor.SendAsync(members, "Appoint", ($"on-{draft.Id:N}", Day(Today)), ($"by-{draft.Id:N}", "the minister"), ($"appointment-{draft.Id:N}", "44/2026"))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Empty((await made.ViewAsync()).VacantOn(Today));
        Assert.Contains(woman.Name, PortalFixture.Words((await Editor.PageAsync(members)).QuerySelector("section[aria-labelledby=former]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfTheCalendar_KeepsWhoWasThereAndWhoSatForWhom_AndWhatMembersDid()
    {
        var made = await (await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "SK")).AppointedAsync();
        var sessions = made.Address + "/sessions";
        var day = Today.AddDays(-10);
        using (var activity = await Editor.SendAsync("/hargita/office/activities/new", null, ("title.en", "Session of the Congress"), ("title.hu", "A Kongresszus ülése"), ("kind", "conference"), ("start", Day(day)), ("end", Day(day)))) Assert.Equal(HttpStatusCode.Redirect, activity.StatusCode);
        using (var refused = await Editor.SendAsync(sessions, "Add", ("activity", ""))) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var choice = (await Editor.PageAsync(sessions + "?lang=en")).QuerySelectorAll("#activity option").Single(o => o.TextContent.StartsWith("Session of the Congress", StringComparison.Ordinal)).GetAttribute("value")!;
        using (var added = await Editor.SendAsync(sessions, "Add", ("activity", choice))) Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var view = await made.ViewAsync();
        var session = $"{sessions}/{Assert.Single(view.Sessions).Id}";
        var (absent, substitute) = (view.Seatings.First(s => s.Kind == Planning.Delegations.SeatKind.Representative), view.Seatings.First(s => s.Kind == Planning.Delegations.SeatKind.Substitute));
        (string, string) sitsFor = ($"satFor-{substitute.Id:N}", absent.Id.ToString());
        using (var wrong = await Editor.SendAsync(session + "?lang=en", "Attend", ($"presence-{absent.Id:N}", "present"), ($"presence-{substitute.Id:N}", "present"), sitsFor))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.Equal(absent.Id.ToString(), (await DeskClient.ParseAsync(wrong)).QuerySelector($"#satFor-{substitute.Id:N} option[selected]")!.GetAttribute("value"));
        }

        using (var kept = await Editor.SendAsync(session, "Attend", ($"presence-{absent.Id:N}", "excused"), ($"presence-{substitute.Id:N}", "present"), sitsFor)) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using (var spoke = await Editor.SendAsync(session, "Contribute", ("person", substitute.Person.ToString()), ("kind", "speech"), ("title", "On small villages"), ("isPublic", "true"))) Assert.Equal(HttpStatusCode.Redirect, spoke.StatusCode);
        var table = await desk.As(OfficeRole.Reader).PageAsync(sessions + "?lang=en");
        var row = PortalFixture.Words(table.QuerySelectorAll(".attendance tbody tr").Single(r => r.TextContent.Contains(view.Person(substitute.Person).Name, StringComparison.Ordinal)));
        Assert.Contains($"Present, for {view.Person(absent.Person).Name}", row, StringComparison.Ordinal);
        Assert.EndsWith("1 of 1", row, StringComparison.Ordinal);
        Assert.Contains("On small villages", PortalFixture.Words(table.QuerySelector("section[aria-labelledby=contributions]")), StringComparison.Ordinal);
        Assert.Null(table.QuerySelector("main form"));
    }

    [Fact]
    public async Task Document_Uploaded_IsOpenedByTheOffice_AndPublishedByAnApproverOnly()
    {
        var made = await DelegationAtDesk.MadeAsync(desk.Portal, "hargita", "MD");
        var documents = made.Address + "/documents";
        using (var refused = await Editor.UploadAsync(documents, "Add", "file", "call.txt", Encoding.UTF8.GetBytes("Propose."), ("title", ""), ("kind", "call"))) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using (var added = await Editor.UploadAsync(documents, "Add", "file", "call.txt", Encoding.UTF8.GetBytes("Propose."), ("title", "The call"), ("kind", "call"), ("isPublic", "true"))) Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var document = Assert.Single((await made.ViewAsync()).Documents);
        Assert.False(document.IsPublic);
        var file = $"/hargita/office/delegations/documents/{document.Id}";
        using (var opened = await desk.As(OfficeRole.Reader).GetAsync(file)) Assert.Equal("Propose.", await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using (var stranger = await desk.Stranger.GetAsync(file)) Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.Null((await Editor.PageAsync(documents)).QuerySelector("form[action*='handler=Publish']"));
        using (var published = await desk.As(OfficeRole.Approver).SendAsync(documents, "Publish")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.True(Assert.Single((await made.ViewAsync()).Documents).IsPublic);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string PortalDay(DateOnly day) => Domain.Vocabulary.PartialDate.OfDay(day).Print("en");
}
