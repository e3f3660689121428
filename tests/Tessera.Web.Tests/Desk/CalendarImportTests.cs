using System.Net;
using System.Text;
using Tessera.Domain.Offices;
using Tessera.Testing;
using Tessera.Web.Tests.Access;
using Xunit;

namespace Tessera.Web.Tests.Desk;

/// <summary>A calendar file uploaded, looked at, taken, changed by a newer one, and undone.</summary>
public sealed class CalendarImportTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Address = "/hargita/office/activities/import";

    private DeskClient Editor => desk.As(OfficeRole.Editor);

    [Fact]
    public async Task File_Uploaded_IsShownBeforeItIsTaken_AndUndoneAsOne()
    {
        var review = await UploadedAsync("BEGIN:VEVENT\nUID:web-1\nSUMMARY:Búcsú Csíksomlyón\nDTSTART;VALUE=DATE:20270515\nEND:VEVENT\nBEGIN:VEVENT\nUID:web-2\nSUMMARY:Rossz\nDTSTART:20270515T100000\nRRULE:FREQ=NEVER\nEND:VEVENT\n");
        var page = await Editor.PageAsync(review);
        var rows = page.QuerySelectorAll("#uids tbody tr");
        Assert.Equal(("new", "cannot be taken"), (rows[0].QuerySelector(".badge")!.TextContent, rows[1].QuerySelector(".badge")!.TextContent));
        Assert.NotNull(rows[0].QuerySelector("input[type=checkbox][checked]"));
        Assert.Null(rows[1].QuerySelector("input"));
        Assert.Contains("line 7", rows[1].TextContent, StringComparison.Ordinal);

        using var none = await Editor.SendAsync(page, review, null, ("uids", ""), ("kind", "nothing"));
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.NotNull((await DeskClient.ParseAsync(none)).QuerySelector("#kind-error"));
        using var taken = await Editor.SendAsync(review, null, ("uids", "web-1"), ("kind", "festival"), ("public", "true"));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.NotNull((await Editor.PageAsync(review)).QuerySelector("a[href='/hargita/office/activities/bucsu-csiksomlyon']"));
        Assert.Contains("Búcsú", (await desk.Nobody.PageAsync("/hargita/hu/activities/bucsu-csiksomlyon")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        (await Editor.SendAsync(review, "Undo")).Dispose();
        using var gone = await Editor.GetAsync("/hargita/office/activities/bucsu-csiksomlyon");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("undone on", (await Editor.PageAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewerFile_Pasted_ShowsWhatItWouldChange()
    {
        const string Concert = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:web-3\nSUMMARY:Hangverseny\nDTSTART;VALUE=DATE:{0}\nSEQUENCE:{1}\nEND:VEVENT\nEND:VCALENDAR\n";
        var first = await PastedAsync(string.Format(null, Concert, "20270901", 0));
        (await Editor.SendAsync(first, null, ("uids", "web-3"))).Dispose();
        var row = (await Editor.PageAsync(await PastedAsync(string.Format(null, Concert, "20270908", 1)))).QuerySelector("#uids tbody tr")!;
        Assert.Equal("differs", row.QuerySelector(".badge")!.TextContent);
        Assert.Contains("1 September 2027 → 8 September 2027", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalendarThatIsFollowed_OfWhichSomethingWasTakenOut_OffersToBringItBack()
    {
        var id = Guid.CreateVersion7();
        await using (var owner = new Npgsql.NpgsqlConnection(desk.Portal.Database.OwnerConnectionString))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var follow = new Npgsql.NpgsqlCommand($"""
                select set_config('tessera.office', (select id::text from office where slug = 'hargita'), false);
                insert into calendar_feed (id, address, title, kind, language, is_public, made_at, made_by, next_at) values ('{id}', 'https://127.0.0.1/a.ics', 'Club', 'event', 'en', false, now(), 'a test', now());
                insert into calendar_gone (feed_id, uid, part, at) values ('{id}', 'a', '', now())
                """, owner);
            await follow.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var address = $"/hargita/office/activities/feeds/{id}";
        Assert.Contains("Taken out by hand", (await Editor.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var back = await Editor.SendAsync(address, "BringBack");
        Assert.Equal(address, back.Headers.Location?.OriginalString);
        var page = await Editor.PageAsync(address);
        Assert.DoesNotContain("Taken out by hand", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form[action*='BringBack']"));
    }

    [Fact]
    public async Task WhatIsNoCalendar_IsRefusedAndKept()
    {
        using var wrong = await Editor.SendAsync(Address, null, ("pasted", "Dear Anna"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var page = await DeskClient.ParseAsync(wrong);
        Assert.Equal(("Dear Anna", true), (page.QuerySelector("#pasted")!.TextContent.Trim(), page.QuerySelector("#pasted-error") is not null));
        using var nothing = await Editor.SendAsync(Address, null);
        Assert.NotNull((await DeskClient.ParseAsync(nothing)).QuerySelector("#file-error"));
    }

    private async Task<string> UploadedAsync(string entries)
    {
        using var sent = await Editor.UploadAsync(Address, null, "file", "export.ics", Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\n{entries}END:VCALENDAR\n"), ("pasted", ""));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    private async Task<string> PastedAsync(string text)
    {
        using var sent = await Editor.SendAsync(Address, null, ("pasted", text));
        return sent.Headers.Location!.OriginalString;
    }
}
