using Microsoft.AspNetCore.Mvc;
using Tessera.Features.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Programmes;

/// <summary>The board as an organiser sees it: her own and what is public whole, of the others what they let be known.</summary>
public sealed class OwnBoardModel(PortalServices services, OrganiserService organisers, SeasonQueries seasons, PublicAddress address) : OwnPageModel(services, organisers)
{
    public BoardLook Look { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ShowOwn(Texts["board.heading"], HomeCrumb, OwnCrumb);
        await ReadAsync(cancellation);
    }

    /// <summary>A table of what she sees of the board as a file; her own address stands nowhere in it.</summary>
    public async Task<IActionResult> OnGetFileAsync(string? kind, string? ending, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return new BoardTables(Look, Office, Texts, Display, address.Of(Links.Home)).File(kind, ending) is { } file ? file : NotFound();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var filter = BoardFilter.Read(Request.Query);
        var season = await seasons.ReadAsync(Office, await BoardSpan.OfAsync(seasons, Office, filter, Day, cancellation), cancellation);
        Look = new BoardLook(season, filter, new BoardSentences(season, Organiser.Key, Texts, Display), Links.OwnBoard(Secret), HrefOf);
    }

    private string? HrefOf(SeasonEntry entry) => entry.Organiser.Key == Organiser.Key ? Links.OwnProgramme(Secret, entry.Key) : entry.IsPublic ? Links.Activity(entry.Key) : null;
}
