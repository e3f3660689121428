using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tessera.Domain.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Readings;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Readings;

/// <summary>A page that was read: its text with what was understood marked in place, and beside it the proposals, to be taken, joined, rejected; all of it can be undone.</summary>
[OfficeAccess(OfficeRole.Reader)]
public sealed class ReviewModel(DeskServices services, ReadingService readings, PartnerQueries partners) : DeskPageModel(services)
{
    /// <summary>Proposals on a page.</summary>
    private const int PageSize = 20;

    /// <summary>Signs of the original that are shown where no proposal tells how far to go.</summary>
    private const int MostText = 200_000;

    private const int UsualPercent = 80;
    private static readonly int[] Percents = [95, 90, 80, 70, 60, 50];

    public ReadingPage Reading { get; private set; } = null!;

    /// <summary>The proposals on this page.</summary>
    public IReadOnlyList<ReadingItem> Items { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>The text of the page from which these proposals come.</summary>
    public MarkedText Original { get; private set; } = null!;

    /// <summary>Does the text go on before or after what is shown?</summary>
    public bool IsPart { get; private set; }

    /// <summary>The partners to join with, by the reader's alphabet.</summary>
    public IReadOnlyList<Choice> Partners { get; private set; } = [];

    /// <summary>What the columns of its tables were taken for; who may decide may say something else.</summary>
    public TablesShown Tables => new(Office, Reading.Card.Id, Reading.Tables, CanDecide, NewFormId);

    /// <summary>What was typed into the form that is refused.</summary>
    private ReadingForm? Typed { get; set; }

    /// <summary>May she decide, and is there something to decide on?</summary>
    public bool CanDecide => Person.Is(OfficeRole.Editor) && Reading.Card.UndoneAt is null;

    /// <summary>How many proposals brought something that can be undone.</summary>
    public int Brought => Reading.Items.Count(i => i.State is ReadingState.Taken or ReadingState.Joined);

    /// <summary>How many open proposals are trusted at least so far.</summary>
    public IEnumerable<Choice> Thresholds => Percents.Select(p => new Choice(Display.Number(p), Texts.With("read.above", ("percent", Display.Number(p)), ("count", Display.Number(Waiting(p))))));

    /// <summary>The threshold that is chosen beforehand: the usual one, or the highest that anything reaches.</summary>
    public string Threshold => Display.Number(Waiting(UsualPercent) > 0 ? UsualPercent : Percents.FirstOrDefault(p => Waiting(p) > 0, UsualPercent));

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] int page = 1) => await OpenAsync(id, page) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeAsync(Guid id, [FromQuery] int item) => DecideAsync(id, item, (corrected, edit) => readings.TakeAsync(Office, id, item, corrected, edit, HttpContext.RequestAborted), "read.taken-notice");

    public Task<IActionResult> OnPostJoinAsync(Guid id, [FromQuery] int item) => DecideAsync(id, item, (corrected, edit) => readings.JoinAsync(Office, id, item, Typed!.Partner, corrected, edit, HttpContext.RequestAborted), "read.joined-notice");

    public async Task<IActionResult> OnPostRejectAsync(Guid id, [FromQuery] int item)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, PageOf(item)) || Reading.Items.FirstOrDefault(i => i.Number == item) is not { } found) return NotFound();
        var decision = await readings.RejectAsync(Office, id, item, new Edit(Person.Author), HttpContext.RequestAborted);
        if (decision.IsDone) return await DoneAsync(Next(id, item), Texts.With("read.rejected-notice", ("name", found.Proposal.Name)));
        return RefusedWith(decision.Findings, null);
    }

    public async Task<IActionResult> OnPostTakeAllAsync(Guid id, [FromForm] int percent = UsualPercent)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, 1)) return NotFound();
        // The figure is shown without decimals: what is shown as 80 % is taken with 80.
        var all = await readings.TakeAllAsync(Office, id, (percent - 0.5) / 100, EditOf("read.reason"), HttpContext.RequestAborted);
        var sentences = new[] { Texts["read.took", all.Taken], all.Likely > 0 ? Texts["read.left-likely", all.Likely] : null, all.Refused > 0 ? Texts["read.left-refused", all.Refused] : null };
        return await DoneAsync(Links.Reading(id), string.Join(' ', sentences.OfType<string>()));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, 1)) return NotFound();
        if (await readings.UndoAsync(Office, id, EditOf("read.undo-reason"), HttpContext.RequestAborted) is not { } undone) return RefusedWith([Finding.About("", ReadingCodes.Decided)], null);
        var left = string.Join(", ", undone.Left.Select(l => Display.Text(l.Names)?.Text ?? l.Partner).Distinct());
        return await DoneAsync(Links.Reading(id), Texts["read.undone-notice", undone.Undone] + (left.Length > 0 ? " " + Texts.With("read.undone-left", ("names", left)) : ""));
    }

    /// <summary>The form of a proposal: what was typed, where that is refused, else what was read.</summary>
    public ReadingForm FormOf(ReadingItem item) => Typed?.Number == item.Number ? Typed : ReadingForm.Of(item.Number, Read(item), Language);

    /// <summary>Marks a form of this page; each has its own number.</summary>
    public Guid NewFormId() => Guid.CreateVersion7(Services.Time.GetUtcNow());

    /// <summary>How far a proposal is trusted, in per cent.</summary>
    public static int Percent(ReadingItem item) => (int)Math.Round(item.Proposal.Confidence * 100, MidpointRounding.AwayFromZero);

    private int Waiting(int percent) => Reading.Items.Count(i => i.State == ReadingState.Open && Percent(i) >= percent);

    private ReadPartner Read(ReadingItem item) => ReadPartner.Of(item.Proposal, Office, Reading.Languages);

    private Edit EditOf(string reason) => new(Person.Author, Texts.With(reason, ("title", Reading.Card.Title)));

    private async Task<IActionResult> DecideAsync(Guid id, int number, Func<ReadPartner, Edit, Task<Decision>> decide, string notice)
    {
        if (!Person.Is(OfficeRole.Editor)) return Forbid();
        if (!await OpenAsync(id, PageOf(number)) || Reading.Items.FirstOrDefault(i => i.Number == number) is not { } item) return NotFound();
        Typed = ReadingForm.Of(number, Request.Form);
        if (Typed.Corrected(Read(item), Language, Texts, Errors) is not { } corrected) return Refused();
        var decision = await decide(corrected, EditOf("read.reason"));
        if (!decision.IsDone) return RefusedWith(decision.Findings, Typed);
        return await DoneAsync(Next(id, number), Texts.With(notice, ("name", corrected.Name)));
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

    private static int PageOf(int item) => ((Math.Max(1, item) - 1) / PageSize) + 1;

    /// <summary>Where to go on: at the next proposal that waits, else at this one.</summary>
    private string Next(Guid id, int number)
    {
        var next = Reading.Items.FirstOrDefault(i => i.State == ReadingState.Open && i.Number > number)?.Number ?? number;
        return Links.Reading(id, PageOf(next), next);
    }

    private async Task<bool> OpenAsync(Guid id, int page)
    {
        if (await readings.FindAsync(Office, id, HttpContext.RequestAborted) is not { } reading) return false;
        Reading = reading;
        ShowAs(reading.Card.Title);
        Pages = Math.Max(1, (reading.Items.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(page, 1, Pages);
        Items = [.. reading.Items.Skip((Number - 1) * PageSize).Take(PageSize)];
        var (from, to) = Stretch();
        IsPart = from > 0 || to < reading.Text.Length;
        Original = new MarkedText(reading.Text, from, to, [.. Items.Select(i => (i.Number, i.Proposal))]);
        if (CanDecide && Items.Any(i => i.State == ReadingState.Open))
        {
            var list = await partners.ListAllAsync(Office, new PartnerFilter(), Language, Day, HttpContext.RequestAborted);
            Partners = [.. list.Rows.Select(r => new Choice(r.Slug, Display.Text(r.Names)?.Text ?? r.RegisteredName)).OrderBy(c => c.Label, Display.Alphabet)];
        }

        return true;
    }

    /// <summary>The whole text where it is short; of a long one that of the proposals shown, in whole lines.</summary>
    private (int From, int To) Stretch()
    {
        var (text, spans) = (Reading.Text, Items.SelectMany(i => i.Proposal.Spans).ToList());
        if (text.Length <= MostText) return (0, text.Length);
        if (spans.Count == 0) return (0, MostText);
        var begins = text.LastIndexOf('\n', Math.Max(0, spans.Min(s => s.Start) - 1)) + 1;
        var ends = text.IndexOf('\n', Math.Min(text.Length - 1, spans.Max(s => s.End)));
        return (begins, Math.Min(ends < 0 ? text.Length : ends, begins + MostText));
    }
}
