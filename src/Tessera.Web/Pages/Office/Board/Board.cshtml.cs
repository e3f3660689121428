using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Features.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>The board of the region's season: what is when, what is in whose way, and why.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class BoardModel(DeskServices services, SeasonQueries seasons, PublicAddress address) : DeskPageModel(services)
{
    public BoardLook Look { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await ReadAsync();
        ShowAs(Texts["board.heading"]);
    }

    /// <summary>A table of the board as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string? kind, string? ending)
    {
        await ReadAsync();
        return new BoardTables(Look, Office, Texts, Display, address.Of(Links.Board)).File(kind, ending) is { } file ? file : NotFound();
    }

    private async Task ReadAsync()
    {
        var filter = BoardFilter.Read(Request.Query);
        var season = await seasons.ReadAsync(Office, await BoardSpan.OfAsync(seasons, Office, filter, Day, HttpContext.RequestAborted), HttpContext.RequestAborted);
        Look = new BoardLook(season, filter, new BoardSentences(season, null, Texts, Display), Links.Board, e => Links.Activity(e.Key));
    }
}
