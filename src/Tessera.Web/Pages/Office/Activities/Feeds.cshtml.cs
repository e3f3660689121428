using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Calendar.Others;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>The calendars elsewhere that the office follows, and a new one.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class FeedsModel(DeskServices services, CalendarFeedService feeds) : DeskPageModel(services)
{
    public IReadOnlyList<CalendarFeedView> Feeds { get; private set; } = [];

    public string Address { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Kind { get; private set; } = Words<ActivityKind>.Write(ActivityKind.Event);

    public string TextLanguage { get; private set; } = "";

    public bool Public { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync([FromForm] string? address, [FromForm] string? title, [FromForm] string? kind, [FromForm] string? language, [FromForm(Name = "public")] bool isPublic)
    {
        (Address, Title, Kind, Public) = (address?.Trim() ?? "", title?.Trim() ?? "", kind ?? Kind, isPublic);
        TextLanguage = language is not null && Office.Languages.Contains(language) ? language : Office.Languages[0];
        if (!Words<ActivityKind>.TryParse(Kind, out var chosen)) Errors.Add("kind", Texts["desk.choose"]);
        if (Title.Length > CalendarImportService.LongestTitle) Errors.Add("title", Texts.With("read.title-long", ("most", Display.Number(CalendarImportService.LongestTitle))));
        if (!Errors.Any)
        {
            var (id, whyNot) = await feeds.AddAsync(Office, new NewCalendarFeed(Address, Title, chosen, isPublic, TextLanguage), Person.Author, HttpContext.RequestAborted);
            if (id is { } added) return await DoneAsync(Links.CalendarFeed(added), Texts["follow.added"]);
            Errors.Add("address", FeedSentences.Of(whyNot!, Texts));
        }

        await ShowAsync();
        return Refused();
    }

    private async Task ShowAsync()
    {
        ShowAs(Texts["follow.heading"]);
        Feeds = await feeds.ListAsync(Office, HttpContext.RequestAborted);
    }
}
