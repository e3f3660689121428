using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain.Offices;
using Tessera.Features.Contacts;
using Tessera.Testing;
using Tessera.Web.Post;
using Xunit;

namespace Tessera.Web.Tests.Mail;

/// <summary>The second stage of guests' data: asked by mail, entered by a secret address, read by the one who receives them, written down, erased after the visit; and the letter for a visa.</summary>
public sealed class GuestNeedsTests : IAsyncLifetime
{
    private const string Public = "https://partners.example.org";
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private SmtpServer _server = null!;
    private TestPortal _portal = null!;
    private DeskClient _host = null!;
    private DeskClient _other = null!;
    private DeskClient _guest = null!;
    private string _visit = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SmtpServer.StartAsync();
        _portal = await TestPortal.StartAsync(_server.Settings, _clock, publicAddress: Public);
        _host = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Editor, "piroska@example.org");
        _other = await DeskClient.JoinAsync(_portal, "hargita", OfficeRole.Administrator, "other@example.org");
        _guest = DeskClient.Nobody(_portal);
        using var added = await _host.SendAsync("/hargita/office/activities/new", null, ("kind", "incoming-visit"), ("purpose", "study"), ("title.hu", "Jereváni küldöttség"), ("start", "2027-03-10 09:00"), ("end", "2027-03-11 16:00"), ("partner-0", "zala"), ("hosts", "Fülöp Ibolya, alelnök"));
        _visit = added.Headers.Location!.OriginalString;
        (await _host.SendAsync(_visit + "/guests", "Add", ("name", "Anahit Petrosjan"), ("email", "anahit@example.am"), ("language", "en"))).Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        _other.Dispose();
        _guest.Dispose();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Needs_EnteredByTheGuest_AreReadByHerHostAlone_AndEachReadingIsWrittenDown()
    {
        var address = await AskedAsync();
        using var said = await _guest.SendAsync(address, null, ("diet", "no nuts"), ("mobility", "a wheelchair"), ("passport", "AM1234567"));
        Assert.Equal(address + "?done=true", said.Headers.Location?.OriginalString);
        Assert.NotNull((await _guest.PageAsync(address + "?done=true")).QuerySelector(".notice--done"));
        using var again = await _guest.GetAsync(address);
        Assert.Equal(("no-referrer", true), (string.Join(',', again.Headers.GetValues("Referrer-Policy")), again.Headers.CacheControl!.NoStore));
        Assert.DoesNotContain("AM1234567", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("AM1234567", (await _other.PageAsync(_visit + "/guests/needs")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("AM1234567", (await _host.PageAsync(_visit + "/guests")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await _other.PageAsync(_visit + "/guests/needs")).QuerySelectorAll("section[aria-labelledby=readings]"));
        Assert.Contains("AM1234567", (await _host.PageAsync(_visit + "/guests/needs")).Body!.TextContent, StringComparison.Ordinal);
        var readings = (await _other.PageAsync(_visit + "/guests/needs")).QuerySelectorAll("section[aria-labelledby=readings] tbody tr");
        Assert.Contains("piroska@example.org", Assert.Single(readings).TextContent, StringComparison.Ordinal);
        using var emptied = await _guest.SendAsync(address, null, ("diet", ""));
        Assert.Contains("Has said nothing", (await _host.PageAsync(_visit + "/guests/needs")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_ThatTheGuestWritesTooLong_AreRefused_AndASecretOfNobodyOpensNothing()
    {
        var address = await AskedAsync();
        using var wrong = await _guest.SendAsync(address, null, ("diet", new string('x', 501)), ("mobility", "stairs"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.NotNull(page.QuerySelector("#diet-error"));
        Assert.Contains("stairs", page.QuerySelector("#mobility")!.TextContent, StringComparison.Ordinal);
        using var unknown = await _guest.GetAsync("/hargita/en/guest/0123456789abcdef0123456789abcdef");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        (await _host.SendAsync(_visit + "/guests", "Withdraw")).Dispose();
        using var withdrawn = await _guest.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, withdrawn.StatusCode);
    }

    [Fact]
    public async Task Needs_AMonthAfterTheVisit_AreErasedByTheJob_AndTheGuestAYearAfterIt()
    {
        var address = await AskedAsync();
        (await _guest.SendAsync(address, null, ("diet", "no nuts"))).Dispose();
        var job = _portal.Services.GetRequiredService<RetentionJob>();
        _clock.Now = new DateTimeOffset(2027, 4, 10, 3, 0, 0, TimeSpan.Zero);
        Assert.Contains("0 needs of guests, 0 guests", await job.RunAsync(Cancellation), StringComparison.Ordinal);
        using var over = await _guest.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
        _clock.Now = new DateTimeOffset(2027, 4, 11, 3, 0, 0, TimeSpan.Zero);
        Assert.Contains("1 needs of guests, 0 guests", await job.RunAsync(Cancellation), StringComparison.Ordinal);
        _clock.Now = new DateTimeOffset(2028, 3, 12, 3, 0, 0, TimeSpan.Zero);
        Assert.Contains("0 needs of guests, 1 guests", await job.RunAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_HandedOver_AreReadByTheNewHost_AndNoLongerByTheOld()
    {
        (await _guest.SendAsync(await AskedAsync(), null, ("diet", "no nuts"))).Dispose();
        var page = await _other.PageAsync(_visit + "/guests/needs");
        var other = page.QuerySelectorAll("#account option").Single(o => o.TextContent == "other").GetAttribute("value")!;
        using var appointed = await _other.SendAsync(page, _visit + "/guests/needs", "Appoint", ("account", other));
        Assert.Equal(HttpStatusCode.Redirect, appointed.StatusCode);
        Assert.Contains("no nuts", (await _other.PageAsync(_visit + "/guests/needs")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("no nuts", (await _host.PageAsync(_visit + "/guests/needs")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ForTheGuest_HoldsWhatSheNeeds_AndIsWrittenDown_WhileThePageDoesNotShowIt()
    {
        (await _guest.SendAsync(await AskedAsync(), null, ("passport", "AM1234567"))).Dispose();
        Assert.DoesNotContain("AM1234567", (await _other.PageAsync("/hargita/office/personal-data?who=anahit")).Body!.TextContent, StringComparison.Ordinal);
        using var export = await _other.GetAsync("/hargita/office/personal-data?handler=Export&who=anahit");
        Assert.Contains("AM1234567", await export.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("other@example.org", (await _host.PageAsync(_visit + "/guests/needs")).QuerySelector("section[aria-labelledby=readings]")!.TextContent, StringComparison.Ordinal);
        using var erased = await _other.SendAsync("/hargita/office/personal-data?who=anahit", null);
        Assert.Contains("Nothing is held", (await _other.PageAsync("/hargita/office/personal-data?who=anahit")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VisaLetter_OfOneClick_IsInEnglishAndTheOfficesLanguage_WithThePassportForTheHostAlone()
    {
        (await _guest.SendAsync(await AskedAsync(), null, ("passport", "AM1234567"))).Dispose();
        var address = (await _host.PageAsync(_visit + "/guests")).QuerySelector("a[href$='/visa']")!.GetAttribute("href")!;
        var page = await _host.PageAsync(address);
        Assert.Equal(["en", "hu"], page.QuerySelectorAll("article.letter").Select(a => a.GetAttribute("lang")));
        var (english, hungarian) = (PortalFixture.Words(page.QuerySelectorAll("article.letter")[0]), PortalFixture.Words(page.QuerySelectorAll("article.letter")[1]));
        Assert.Contains("invites Anahit Petrosjan (passport AM1234567)", english, StringComparison.Ordinal);
        Assert.Contains("10 March 2027, 09:00 – 11 March 2027, 16:00", english, StringComparison.Ordinal);
        Assert.Contains("Fülöp Ibolya, alelnök", english, StringComparison.Ordinal);
        Assert.Contains("Meghívólevél", hungarian, StringComparison.Ordinal);
        Assert.DoesNotContain("AM1234567", (await _other.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);

        var document = page.QuerySelector("a[href$='handler=Document']")!.GetAttribute("href")!;
        var (hers, others) = (await DocumentAsync(_host, document), await DocumentAsync(_other, document));
        Assert.Contains("invites Anahit Petrosjan (passport AM1234567)", hers, StringComparison.Ordinal);
        Assert.Contains("Meghívólevél", hers, StringComparison.Ordinal);
        Assert.Contains("invites Anahit Petrosjan to", others, StringComparison.Ordinal);
    }

    /// <returns>The text of a document that word processors open.</returns>
    private static async Task<string> DocumentAsync(DeskClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(".docx", answer.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        await using var file = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        using var text = new StreamReader(file.GetEntry("word/document.xml")!.Open());
        return Regex.Replace(await text.ReadToEndAsync(Cancellation), "<[^>]+>", "");
    }

    /// <returns>The secret address that the guest was mailed.</returns>
    private async Task<string> AskedAsync()
    {
        (await _host.SendAsync(_visit + "/guests/needs", "Ask")).Dispose();
        await _portal.Services.GetRequiredService<LetterJob>().RunAsync(Cancellation);
        var mail = await _server.MailToAsync("anahit@example.am");
        Assert.StartsWith("Before your visit:", mail.Subject, StringComparison.Ordinal);
        return Regex.Match(mail.Text, Regex.Escape(Public) + @"(/hargita/en/guest/\S+)").Groups[1].Value;
    }
}
