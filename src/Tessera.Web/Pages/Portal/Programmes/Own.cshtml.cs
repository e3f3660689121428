using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Features.Programmes;
using Tessera.Planning.Programmes;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Programmes;

/// <summary>An organiser's programmes, what stands in their way, and the moves that are proposed to her.</summary>
public sealed class OwnModel(PortalServices services, OrganiserService organisers, SeasonQueries seasons, PlanQueries plans, PlanService planning, ActivityService activities) : OwnPageModel(services, organisers)
{
    private const int DaysBack = 30;
    private const int MostReasons = 3;

    /// <summary>Her programmes with their conflicts, the heaviest first.</summary>
    public IReadOnlyList<(SeasonEntry Entry, IReadOnlyList<ConflictReason> Conflicts)> Entries { get; private set; } = [];

    public IReadOnlyList<PlanMove> Moves { get; private set; } = [];

    public BoardSentences Say { get; private set; } = null!;

    private SeasonBoard _season = null!;

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    private async Task ShowAsync(CancellationToken cancellation)
    {
        ShowOwn(Texts["own.heading"], HomeCrumb);
        _season = await seasons.ReadAsync(Office, new SeasonSpan(Day.AddDays(-DaysBack), Day.AddDays(CoordinationLimits.Days - DaysBack)), cancellation);
        Say = new BoardSentences(_season, Organiser.Key, Texts, Display);
        var byEntry = _season.ByEntry();
        var own = Enumerable.Range(0, _season.Entries.Count).Where(i => _season.Entries[i].Organiser.Key == Organiser.Key)
            .Select(i => (_season.Entries[i], (IReadOnlyList<ConflictReason>)[.. byEntry[i].Select(_season.Reason).Where(Say.MayTell)]));
        Entries = [.. own, .. _season.WithoutPlace.Where(e => e.Organiser.Key == Organiser.Key).Select(e => (e, (IReadOnlyList<ConflictReason>)[]))];
        Moves = await plans.OfAsync(Office, Organiser.Key, cancellation);
    }

    public async Task<IActionResult> OnPostReplyAsync([FromForm] Guid move, [FromForm] string? reply, CancellationToken cancellation)
    {
        var answer = reply == "accepted" ? MoveReply.Accepted : MoveReply.Refused;
        return await planning.ReplyAsync(Office, move, answer, reply == "stays", Organiser.Key, Edit.Author, cancellation) ? Told(Texts["own.replied"], Links.Programmes(Secret)) : NotFound();
    }

    public async Task<IActionResult> OnPostPublishAsync([FromForm] string? key, [FromForm] bool open, CancellationToken cancellation)
    {
        if (await activities.FindAsync(Office, key ?? "", cancellation) is not { } kept || kept.Item.Coordination?.Organiser != Organiser.Key) return NotFound();
        var result = await activities.ChangeAsync(Office, kept.Item.Key, null, a => a with { Public = open }, Edit, cancellation);
        if (!result.IsDone)
        {
            foreach (var finding in result.Findings) Errors.Add("", $"{Display.Text(kept.Item.Title)?.Text}: {Sentence(finding)}");
            await ShowAsync(cancellation);
            return Refused();
        }

        return Told(Texts[open ? "own.is-public" : "own.is-hidden"], Links.Programmes(Secret));
    }

    /// <summary>The reasons of a move that she may read.</summary>
    public IEnumerable<ConflictReason> Shown(IReadOnlyList<ConflictReason> reasons) => reasons.Where(Say.MayTell).Take(MostReasons);
}
