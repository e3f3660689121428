using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Delegations;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Delegations;
using Tessera.Features.Documents;
using Tessera.Interchange.Documents;
using Tessera.Interchange.Offices;
using Tessera.Planning.Delegations;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Delegations;

/// <summary>Takes a delegation through its stages: call, consultation, appointment, credentials, publication, end. What stands in the way of each is said before.</summary>
[OfficeAccess(OfficeRole.Editor)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class StagesModel(DeskServices services, DelegationQueries queries, DelegationStages stages, DelegationComposing composing, DelegationFiles files) : KeepingDelegationModel(services, queries)
{
    /// <summary>A file with the form around it.</summary>
    private const int Largest = DocumentLimits.File + (64 * 1024);

    /// <summary>The words of the call, as they are kept or were typed.</summary>
    public LocalText CallText { get; private set; } = LocalText.Empty;

    public IReadOnlyList<Obstacle> AgainstCall => Kept.Proposers.Count > 0 ? [] : [new Obstacle(Texts["refusal." + DelegationRefusal.NobodyToCall], Pages.Proposer(null), Texts["delegation-desk.proposer-add"])];

    /// <summary>Nobody is seated, or which blocking rules the composition breaks.</summary>
    public IReadOnlyList<Obstacle> AgainstConsultation { get; private set; } = [];

    /// <summary>The same, and what the associations object.</summary>
    public IReadOnlyList<Obstacle> AgainstAppointment =>
        [.. AgainstConsultation, .. Kept.Proposers.Where(p => p.Reply is ProposerReply.Objected).Select(p => new Obstacle(Texts.With("delegation-desk.objects", ("name", Names.Proposer(p.Key)))))];

    /// <summary>Members whose names nothing makes public.</summary>
    public IReadOnlyList<Obstacle> AgainstPublication =>
        [.. Kept.Seatings.Where(s => s is { IsDraft: false, To: null }).Select(Of).Where(p => !p.IsPublic).Select(p => new Obstacle(Texts.With("refusal." + DelegationRefusal.NotToBeNamed, ("name", p.Name)), Pages.Person(p.Id), p.Name))];

    public async Task<IActionResult> OnGetAsync(string key) => await ReadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCallAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        CallText = FormTexts.Local(Request.Form, "call-text");
        var (on, until) = (NeededDay("call", "on"), NeededDay("call", "until"));
        return Errors.Any ? Refused() : await AnswerAsync("call", await stages.CallAsync(Office, key, on, until, CallText, By, HttpContext.RequestAborted), "delegation-desk.called-now");
    }

    public async Task<IActionResult> OnPostConsultAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        var (on, until) = (NeededDay("consult", "on"), NeededDay("consult", "until"));
        return Errors.Any ? Refused() : await AnswerAsync("consult", await stages.ConsultAsync(Office, key, on, until, By, HttpContext.RequestAborted), "delegation-desk.consulting-now");
    }

    public async Task<IActionResult> OnPostBackAsync(string key) =>
        await ReadAsync(key) ? await AnswerAsync("", await stages.BackAsync(Office, key, By, HttpContext.RequestAborted), "form.saved") : NotFound();

    public async Task<IActionResult> OnPostAppointAsync(string key, [FromForm(Name = "appoint-by")] string? by, [FromForm(Name = "appoint-appointment")] string? appointment, [FromForm(Name = "appoint-file")] IFormFile? file)
    {
        if (!await ReadAsync(key)) return NotFound();
        var on = NeededDay("appoint", "on");
        using var content = new MemoryStream();
        if (file is not null) await file.CopyToAsync(content, HttpContext.RequestAborted);
        if (file is not null) Say("appoint-file", DocumentCheck.Examine(content.ToArray(), file.FileName).Refusals);
        if (Errors.Any) return Refused();
        var findings = await stages.AppointAsync(Office, key, on, by?.Trim() ?? "", appointment?.Trim() ?? "", Person.Author, By, HttpContext.RequestAborted);
        if (findings.Count == 0 && file is not null)
        {
            var sent = new SentDocument(file.FileName, content.ToArray(), null, appointment!.Trim(), null, IsPublic: false);
            Say("appoint-file", (await files.AddAsync(Office, key, DelegationDocumentKind.Appointment, sent, By, HttpContext.RequestAborted)).Refusals);
        }

        return await AnswerAsync("appoint", findings, "delegation-desk.appointed-now");
    }

    public async Task<IActionResult> OnPostCredentialsAsync(string key, [FromForm(Name = "credentials-text")] string? text)
    {
        if (!await ReadAsync(key)) return NotFound();
        var on = DayOf("credentials-on");
        return Errors.Any ? Refused() : await AnswerAsync("credentials", await stages.CredentialsAsync(Office, key, on, text?.Trim() ?? "", By, HttpContext.RequestAborted), "form.saved");
    }

    public async Task<IActionResult> OnPostPublishAsync(string key, [FromForm] bool isPublic)
    {
        if (!MayPublish) return Forbid();
        if (!await ReadAsync(key)) return NotFound();
        return await AnswerAsync("", await stages.PublishAsync(Office, key, isPublic, By, HttpContext.RequestAborted), isPublic ? "delegation-desk.published-now" : "delegation-desk.unpublished-now");
    }

    public async Task<IActionResult> OnPostEndAsync(string key) => await ReadAsync(key) ? await AnswerAsync("", await stages.EndAsync(Office, key, By, HttpContext.RequestAborted), "delegation-desk.ended-now") : NotFound();

    /// <summary>Since when or until when a stage lasts; null where that is not known.</summary>
    public string? When(DelegationState stage) => stage switch
    {
        DelegationState.Called when Kept is { CalledOn: { } on, ProposalsUntil: { } until } => $"{Date(on)} – {Date(until)}",
        DelegationState.Consulting when Kept is { ConsultingSince: { } since, ConsultingUntil: { } until } => $"{Date(since)} – {Date(until)}",
        DelegationState.Appointed when Kept.AppointedOn is { } on => $"{Date(on)}, {Kept.AppointedBy}, {Kept.Appointment}",
        _ => null,
    };

    /// <summary>A day that has to be there.</summary>
    private DateOnly NeededDay(string form, string field)
    {
        if (FormTexts.OrNull(Request.Form[$"{form}-{field}"]) is null) Errors.Add($"{form}-{field}", Texts["delegation-desk.whole-day"]);
        return DayOf($"{form}-{field}") ?? default;
    }

    private void Say(string field, IEnumerable<DocumentRefusal> refusals)
    {
        foreach (var refusal in refusals) Errors.Add(field, Texts.With("refusal." + refusal.Code, [.. refusal.Arguments.Select(a => (a.Key, a.Value))]));
    }

    private async Task<IActionResult> AnswerAsync(string form, IReadOnlyList<Finding> findings, string notice) =>
        (IActionResult?)Say(findings, p => p.Length == 0 ? "" : $"{form}-{p}" + (p == "text" && form == "call" ? "." + Office.Languages[0] : "")) ?? await DoneAsync(Pages.Stages, Texts[notice]);

    private async Task<bool> ReadAsync(string key)
    {
        if (!await OpenAsync(key, "delegation-desk.stages")) return false;
        CallText = Kept.CallText;
        if (Kept.State is DelegationState.Called or DelegationState.Consulting) AgainstConsultation = await BrokenAsync(key);
        return true;
    }

    private async Task<IReadOnlyList<Obstacle>> BrokenAsync(string key)
    {
        if (!Kept.Seatings.Any(s => s.IsDraft)) return [new Obstacle(Texts["refusal." + DelegationRefusal.NobodySeated], Pages.Compose, Texts["delegation-desk.compose"])];
        var check = (await composing.CheckAsync(Office, key, Person.Author, HttpContext.RequestAborted))?.Check;
        return [.. (check?.Broken ?? []).Where(b => b.Verdict.Severity is Severity.Blocking).Select(b => new Obstacle(Names.Sentences.Wrong(b.Verdict), Pages.Compose, Texts["delegation-desk.compose"]))];
    }
}
