using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Offices;
using Tessera.Features.Jobs;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Readings;

/// <summary>A page that was read: its text with what was understood marked in place, and beside it the proposals, to be taken, joined, rejected; all of it can be undone.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ReviewModel(DeskServices services, ReadingService readings, PartnerQueries partners, JobBell bell) : DeskPageModel(services)
{
    /// <summary>Signs of the original that are shown where no proposal tells how far to go.</summary>
    private const int MostText = 200_000;

    /// <summary>Signs of the original that are shown before and after the proposals of a page.</summary>
    private const int Around = 1_500;

    /// <summary>Partners that each form lists for itself.</summary>
    private const int MostChoices = 60;

    /// <summary>Seconds after which a page is asked for again that shows how far a run is.</summary>
    public const int RenewedAfter = 5;

    private const int UsualPercent = 80;
    private static readonly int[] Percents = [95, 90, 80, 70, 60, 50];

    /// <summary>Which proposals are shown, as a word of <see cref="ReadingFilter"/>.</summary>
    [BindProperty(Name = "show", SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary><c>off</c> for a page that stands still while a run is under way.</summary>
    [BindProperty(Name = "renew", SupportsGet = true)]
    public string? Renew { get; set; }

    public ReadingSlice Slice { get; private set; } = null!;

    public ReadingPage Reading => Slice.Reading;

    /// <summary>The proposals on this page.</summary>
    public IReadOnlyList<ReadingItem> Items => Reading.Items;

    /// <summary>The text of the page from which these proposals come.</summary>
    public MarkedText Original { get; private set; } = null!;

    /// <summary>Does the text go on before or after what is shown?</summary>
    public bool IsPart { get; private set; }

    /// <summary>The partners to join with, by the reader's alphabet.</summary>
    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    /// <summary>Are there so many partners that they are listed once for all forms?</summary>
    public bool HasPartnerList => Partners.Count > MostChoices;

    /// <summary>Which proposals are shown; the first filter where the address says none that there is.</summary>
    public ReadingFilter Filter => Words<ReadingFilter>.TryParse(Show ?? "", out var filter) ? filter : ReadingFilter.All;

    /// <summary>What the columns of its tables were taken for; who may decide may say something else.</summary>
    public TablesShown Tables => new(Office, Reading.Card.Id, Reading.Tables, CanDecide, NewFormId);

    /// <summary>What was typed into the form that is refused.</summary>
    private ReadingForm? Typed { get; set; }

    /// <summary>The run over the reading that is under way; null when none is.</summary>
    public ReadingWork? Running => Slice.Work is { EndedAt: null } work ? work : null;

    /// <summary>Does the page renew itself? Then nothing can be decided on it: what is typed would be lost.</summary>
    public bool IsRenewing { get; private set; }

    /// <summary>Is a run under way, and the page told to stand still?</summary>
    public bool IsStill => Running is not null && Renew == "off";

    /// <summary>May she decide, and is there something to decide on?</summary>
    public bool CanDecide => Person.Is(OfficeRole.Editor) && Reading.Card.UndoneAt is null;

    /// <summary>Can this proposal be decided on, on this page?</summary>
    public bool IsOpen(ReadingItem item) => CanDecide && !IsRenewing && Running?.Kind is not ReadingWorkKind.Undo && item.State == ReadingState.Open;

    /// <summary>How many open proposals are trusted at least so far.</summary>
    public IEnumerable<Choice> Thresholds => Percents.Select(p => new Choice(Display.Number(p), Texts.With("read.above", ("percent", Display.Number(p)), ("count", Display.Number(Slice.Counts.WaitingFrom(p))))));

    /// <summary>The threshold that is chosen beforehand: the usual one, or the highest that anything reaches.</summary>
    public string Threshold => Display.Number(Slice.Counts.WaitingFrom(UsualPercent) > 0 ? UsualPercent : Percents.FirstOrDefault(p => Slice.Counts.WaitingFrom(p) > 0, UsualPercent));

    /// <summary>Another page of the same reading, which stands still when this one does.</summary>
    public string Address(ReadingFilter filter, int page = 1, int? item = null, bool? isStill = null) => Links.Reading(Reading.Card.Id, filter, page, item, isStill ?? IsStill);

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int page = 1, [FromQuery] int? at = null)
    {
        if (!await OpenAsync(id, page, at)) return NotFound();
        if (Running is { } running && !IsStill) RenewItself(running);
        return Page();
    }

    public Task<IActionResult> OnPostTakeAsync(Guid id, [FromQuery] int item) => DecideAsync(id, item, (corrected, edit) => readings.TakeAsync(Office, id, item, corrected, edit, HttpContext.RequestAborted), "read.taken-notice");

    public Task<IActionResult> OnPostJoinAsync(Guid id, [FromQuery] int item) => DecideAsync(id, item, (corrected, edit) => readings.JoinAsync(Office, id, item, Typed!.Partner, corrected, edit, HttpContext.RequestAborted), "read.joined-notice");

    public async Task<IActionResult> OnPostRejectAsync(Guid id, [FromQuery] int item)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, 1, item) || await readings.ItemAsync(Office, id, item, HttpContext.RequestAborted) is not { } found) return NotFound();
        var decision = await readings.RejectAsync(Office, id, item, new Edit(Person.Author), HttpContext.RequestAborted);
        if (decision.IsDone) return await DoneAsync(await NextAsync(id, item), Texts.With("read.rejected-notice", ("name", found.Proposal.Name)));
        return RefusedWith(decision.Findings, null);
    }

    public async Task<IActionResult> OnPostTakeAllAsync(Guid id, [FromForm] int percent = UsualPercent)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, 1, null)) return NotFound();
        // The figure is shown without decimals: what is shown as 80 % is taken with 80.
        var confidence = Math.Clamp((percent - 0.5) / 100, 0, 1);
        if (Slice.Counts.WaitingFrom(percent) > ReadingService.MostAtOnce) return await OrderAsync(id, ReadingWorkKind.Take, confidence, "read.reason");
        var all = await readings.TakeAllAsync(Office, id, confidence, EditOf("read.reason"), HttpContext.RequestAborted);
        return await DoneAsync(Links.Reading(id, Filter), ReadingSentences.Took(all, Texts));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, 1, null)) return NotFound();
        if (Slice.Counts.Brought > ReadingService.MostAtOnce) return await OrderAsync(id, ReadingWorkKind.Undo, 0, "read.undo-reason");
        if (Running is not null) return RefusedWith([Finding.About("", ReadingCodes.Working)], null);
        if (await readings.UndoAsync(Office, id, EditOf("read.undo-reason"), HttpContext.RequestAborted) is not { } undone) return RefusedWith([Finding.About("", ReadingCodes.Decided)], null);
        return await DoneAsync(Links.Reading(id), ReadingSentences.Undone(undone.Undone, [.. undone.Left.Select(l => Display.Text(l.Names)?.Text ?? l.Partner).Distinct()], Texts));
    }

    /// <summary>What became of the run that was ordered last, in words.</summary>
    public string? Outcome => Slice.Work switch
    {
        null or { EndedAt: null } => null,
        { Kind: ReadingWorkKind.Take } work => ReadingSentences.Took(new TakenTogether(work.Done, work.Likely, work.Refused), Texts),
        var work => ReadingSentences.Undone(work.Done, work.LeftNames, Texts),
    };

    /// <summary>The form of a proposal: what was typed, where that is refused, else what was read.</summary>
    public ReadingForm FormOf(ReadingItem item) => Typed?.Number == item.Number ? Typed : ReadingForm.Of(item.Number, Read(item), Language);

    /// <summary>Marks a form of this page; each has its own number.</summary>
    public Guid NewFormId() => Guid.CreateVersion7(Services.Time.GetUtcNow());

    /// <summary>How far a proposal is trusted, in per cent.</summary>
    public static int Percent(ReadingItem item) => (int)Math.Round(item.Proposal.Confidence * 100, MidpointRounding.AwayFromZero);

    /// <summary>The browser asks again by itself; what is read out first then is how far the run is.</summary>
    private void RenewItself(ReadingWork running)
    {
        IsRenewing = true;
        Response.Headers["Refresh"] = Display.Number(RenewedAfter);
        ShowAs($"{Texts.With("read.work-far", ("done", Display.Number(running.Done + running.Refused)), ("total", Display.Number(running.Total)))} · {Reading.Card.Title}");
    }

    private ReadPartner Read(ReadingItem item) => ReadPartner.Of(item.Proposal, Office, Reading.Languages);

    private Edit EditOf(string reason) => new(Person.Author, Texts.With(reason, ("title", Reading.Card.Title)));

    private async Task<IActionResult> OrderAsync(Guid id, ReadingWorkKind kind, double confidence, string reason)
    {
        if (!await readings.OrderAsync(Office, id, kind, confidence, EditOf(reason), HttpContext.RequestAborted)) return RefusedWith([Finding.About("", ReadingCodes.Working)], null);
        bell.Ring(ReadingWorkJob.JobName);
        return await DoneAsync(Links.Reading(id, Filter), Texts["read.ordered"]);
    }

    private async Task<IActionResult> DecideAsync(Guid id, int number, Func<ReadPartner, Edit, Task<Decision>> decide, string notice)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, 1, number) || await readings.ItemAsync(Office, id, number, HttpContext.RequestAborted) is not { } item) return NotFound();
        Typed = ReadingForm.Of(number, Request.Form);
        if (Typed.Corrected(Read(item), Language, Texts, Errors) is not { } corrected) return Refused();
        var decision = await decide(corrected, EditOf("read.reason"));
        if (!decision.IsDone) return RefusedWith(decision.Findings, Typed);
        return await DoneAsync(await NextAsync(id, number), Texts.With(notice, ("name", corrected.Name)));
    }

    private PageResult RefusedWith(IReadOnlyList<Finding> findings, ReadingForm? form)
    {
        foreach (var finding in findings) Errors.Add(form is null ? "" : FieldOf(form, finding.Path), Refusals.Sentence(finding, Texts));
        return Refused();
    }

    /// <summary>The field of the form that a finding is about; agreements that were not taken are not counted.</summary>
    private static string FieldOf(ReadingForm form, string path)
    {
        var parts = path.Split('.', 2);
        if (parts[0].StartsWith("agreements[", StringComparison.Ordinal))
        {
            var taken = form.Agreements.Index().Where(a => a.Item.IsTaken).Select(a => a.Index).ToList();
            var place = int.Parse(parts[0]["agreements[".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            return place < taken.Count ? form.Field($"a{taken[place]}.{(parts[^1].StartsWith("decision", StringComparison.Ordinal) ? "decision" : parts[^1].StartsWith("dates", StringComparison.Ordinal) ? "d0.date" : "kind")}") : form.Field("name");
        }

        return form.Field(parts[0].Split('[')[0] switch { "websites" => "websites", "address" => "address", "country" => "country", "kind" => "kind", "partner" => "partner", _ => "name" });
    }

    /// <summary>Where to go on: at the next proposal of the filter that waits, else where this one stood.</summary>
    private async Task<string> NextAsync(Guid id, int number) => Address(Filter, item: await readings.NextAsync(Office, id, Filter, number, HttpContext.RequestAborted) ?? number);

    private async Task<bool> OpenAsync(Guid id, int page, int? at)
    {
        if (await readings.PageAsync(Office, id, Filter, page, at, HttpContext.RequestAborted) is not { } slice) return false;
        Slice = slice;
        ShowAs(Reading.Card.Title);
        var (from, to) = Stretch();
        IsPart = from > 0 || to < Reading.Text.Length;
        Original = new MarkedText(Reading.Text, from, to, [.. Items.Select(i => (i.Number, i.Proposal))]);
        if (CanDecide && Items.Any(i => i.State == ReadingState.Open))
        {
            var list = await partners.ListAllAsync(Office, new PartnerFilter(), Language, Day, HttpContext.RequestAborted);
            Partners = [.. list.Rows.Select(r => new Choice(r.Slug, Display.Text(r.Names)?.Text ?? r.RegisteredName)).OrderBy(c => c.Label, Display.Alphabet)];
        }

        return true;
    }

    /// <summary>The whole text of a reading of one page; of a longer one what is around the proposals shown, in whole lines.</summary>
    private (int From, int To) Stretch()
    {
        var (text, spans) = (Reading.Text, Items.SelectMany(i => i.Proposal.Spans).ToList());
        if (text.Length <= MostText && Reading.Card.Items <= ReadingService.PageSize) return (0, text.Length);
        if (spans.Count == 0) return (0, Math.Min(text.Length, MostText));
        var begins = text.LastIndexOf('\n', Math.Max(0, spans.Min(s => s.Start) - Around)) + 1;
        var ends = text.IndexOf('\n', Math.Min(text.Length - 1, spans.Max(s => s.End) + Around));
        return (begins, Math.Min(ends < 0 ? text.Length : ends, begins + MostText));
    }
}
