using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Features.Mail;
using Tessera.Features.Partners;
using Tessera.Features.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Board;

/// <summary>A plan: its moves with reasons, before and after, answers given for organisers, worked out again, carried out.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class PlanModel(DeskServices services, SeasonQueries seasons, PlanService plans, PlanQueries queries, AskingService askings, LetterQueue queue, Mailer mailer) : DeskPageModel(services)
{
    public SeasonPlan Plan { get; private set; } = null!;

    public BoardSentences Say { get; private set; } = null!;

    /// <summary>Moves that can be carried out.</summary>
    public int Accepted => Plan.Moves.Count(m => m.Reply == MoveReply.Accepted && m.AppliedAt is null);

    /// <summary>Moves that nobody has answered.</summary>
    public int Open => Plan.Moves.Count(m => m.Reply is null);

    /// <summary>Whose programmes it moves, and what each was told.</summary>
    public IReadOnlyList<AskedOrganiser> Asked { get; private set; } = [];

    /// <summary>How many would get a letter now.</summary>
    public int ToAsk => Asked.Count(a => a is { IsDue: true, Email: not null });

    /// <summary>Is there a mail server? Without one letters wait.</summary>
    public bool HasServer => mailer.HasServer;

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReplyAsync(Guid id, [FromForm] Guid move, [FromForm] string? reply)
    {
        var answer = reply == "accepted" ? MoveReply.Accepted : MoveReply.Refused;
        if (await plans.ReplyAsync(Office, move, answer, reply == "stays", null, Person.Author, HttpContext.RequestAborted)) return Redirect($"{Links.Plan(id)}#m-{move}");
        return NotFound();
    }

    public async Task<IActionResult> OnPostAcceptAllAsync(Guid id)
    {
        await plans.AcceptAllAsync(Office, id, Person.Author, HttpContext.RequestAborted);
        return Told(Texts["plans.all-accepted"], Links.Plan(id));
    }

    public async Task<IActionResult> OnPostAskAsync(Guid id)
    {
        if (!await ReadAsync(id)) return NotFound();
        var asked = await askings.AskAsync(Office, id, Person.Author, HttpContext.RequestAborted);
        queue.Ring();
        return Told(asked == 0 ? Texts["plans.asked-none"] : Texts["plans.asked", asked], Links.Plan(id) + "#organisers");
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id)
    {
        var result = await plans.AgainAsync(Office, id, HttpContext.RequestAborted);
        if (result.IsDone) return result.Plan is null ? NotFound() : Told(Texts["plans.planned-again"], Links.Plan(id));
        foreach (var finding in result.Findings) Errors.Add("", Refusals.Sentence(finding, Texts));
        return await ReadAsync(id) ? Refused() : NotFound();
    }

    public async Task<IActionResult> OnPostApplyAsync(Guid id)
    {
        var (moved, findings) = await plans.ApplyAsync(Office, id, new Edit(Person.Author, Texts["plans.reason"]), HttpContext.RequestAborted);
        if (findings.Count == 0) return await DoneAsync(Links.Plan(id), Texts["plans.moved", moved]);
        foreach (var finding in findings) Errors.Add("", Refusals.Sentence(finding, Texts));
        return await ReadAsync(id) ? Refused() : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id)
    {
        ShowAs(Texts["board.harmonise"]);
        if (await queries.FindAsync(Office, id, HttpContext.RequestAborted) is not { } plan) return false;
        Plan = plan;
        Asked = await askings.ListAsync(Office, id, HttpContext.RequestAborted);
        Say = new BoardSentences(await seasons.ReadAsync(Office, plan.Span, HttpContext.RequestAborted), null, Texts, Display);
        return true;
    }
}
