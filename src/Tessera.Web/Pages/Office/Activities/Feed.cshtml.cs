using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar.Others;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>A calendar that the office follows: when it was last there, what it is taken for, its end.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class FeedModel(DeskServices services, CalendarFeedService feeds) : DeskPageModel(services)
{
    public CalendarFeedView Feed { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public bool Public { get; private set; }

    /// <summary>Marks the form that changes it.</summary>
    public Guid ChangeId { get; } = Guid.CreateVersion7(services.Time.GetUtcNow());

    /// <summary>Marks the form that ends it.</summary>
    public Guid EndId { get; } = Guid.CreateVersion7(services.Time.GetUtcNow());

    /// <summary>Marks the form that brings back what was taken out by hand.</summary>
    public Guid BackId { get; } = Guid.CreateVersion7(services.Time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNowAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        var whyNot = await feeds.FollowAsync(Office, id, HttpContext.RequestAborted);
        return await DoneAsync(Links.CalendarFeed(id), whyNot is null ? Texts["follow.asked"] : FeedSentences.Of(whyNot, Texts));
    }

    public async Task<IActionResult> OnPostBringBackAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        var whyNot = await feeds.BringBackAsync(Office, id, HttpContext.RequestAborted);
        return await DoneAsync(Links.CalendarFeed(id), whyNot is null ? Texts["follow.asked"] : FeedSentences.Of(whyNot, Texts));
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid id, [FromForm] string? title, [FromForm] string? kind, [FromForm(Name = "public")] bool isPublic)
    {
        if (!await ReadAsync(id)) return NotFound();
        (Title, Kind, Public) = (title?.Trim() ?? "", kind ?? "", isPublic);
        if (Title.Length is 0 or > CalendarImportService.LongestTitle) Errors.Add("title", Texts.With("read.title-long", ("most", Display.Number(CalendarImportService.LongestTitle))));
        if (!Words<ActivityKind>.TryParse(Kind, out var chosen)) Errors.Add("kind", Texts["desk.choose"]);
        if (Errors.Any) return Refused();
        await feeds.ChangeAsync(Office, id, Title, chosen, isPublic, Person.Author, HttpContext.RequestAborted);
        return await DoneAsync(Links.CalendarFeed(id), Texts["form.saved"]);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        await feeds.RemoveAsync(Office, id, Person.Author, HttpContext.RequestAborted);
        return await DoneAsync(Links.CalendarFeeds, Texts["follow.ended"]);
    }

    private async Task<bool> ReadAsync(Guid id)
    {
        if (await feeds.FindAsync(Office, id, HttpContext.RequestAborted) is not { } feed) return false;
        (Feed, Title, Kind, Public) = (feed, feed.Title, Words<ActivityKind>.Write(feed.Kind), feed.IsPublic);
        ShowAs(feed.Title);
        return true;
    }
}
