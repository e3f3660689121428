using Tessera.Domain.Offices;
using Tessera.Features.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>Who has which stage, hall or bus, and when.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class BookingsModel(DeskServices services, SeasonQueries seasons) : DeskPageModel(services)
{
    /// <summary>The bookings of the season by resource.</summary>
    public IReadOnlyList<IGrouping<string, BookingView>> Resources { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var span = await BoardSpan.OfAsync(seasons, Office, BoardFilter.Read(Request.Query), Day, HttpContext.RequestAborted);
        Resources = [.. (await seasons.BookingsAsync(Office, span, HttpContext.RequestAborted)).GroupBy(b => b.Resource)];
        ShowAs(Texts["bookings.heading"]);
    }
}
