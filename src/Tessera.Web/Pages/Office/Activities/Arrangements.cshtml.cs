using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>A gift or a promise as it stands in the form.</summary>
public sealed record PromiseLine(string Kind, string Side, LocalText What, string Person, string Due, string DoneOn)
{
    /// <summary>A line in which nothing stands is left out.</summary>
    public bool IsEmpty => Person.Length + Due.Length + DoneOn.Length == 0 && What.IsEmpty;
}

/// <summary>How many come, who pays what, and what was given and promised.</summary>
[OfficeAccess(OfficeRole.Editor)]
public sealed class ArrangementsModel(DeskServices services, ActivityService activities) : KeepingActivityModel(services, activities)
{
    private const int MoreLines = 2;

    /// <summary>What was typed for each group.</summary>
    public IReadOnlyDictionary<string, string> Counts { get; private set; } = new Dictionary<string, string>();

    /// <summary>Who pays each cost.</summary>
    public IReadOnlyDictionary<string, string> Bearers { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<PromiseLine> Promises { get; private set; } = [];

    /// <summary>Are costs split between a guest and a host?</summary>
    public bool HasCosts => CostSplit.AppliesTo(Words<ActivityKind>.Parse(Kept.Item.Kind));

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await ReadAsync(key)) return NotFound();
        var item = Kept.Item;
        Counts = item.Participants.GroupBy(p => p.Group).ToDictionary(g => g.Key, g => g.Sum(p => p.Count).ToString(CultureInfo.InvariantCulture));
        Bearers = CostSplit.Of(Agreed(item)).ToDictionary(s => Words<CostKind>.Write(s.Kind), s => Words<CostBearer>.Write(s.Bearer));
        Promises = WithMore(item.Promises.Select(p => new PromiseLine(p.Kind, p.Side, p.What, p.Person ?? "", DateInput.Of(p.Due, Language), DateInput.Of(p.DoneOn, Language))));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, [FromForm] int version)
    {
        if (!await ReadAsync(key)) return NotFound();
        var form = Request.Form;
        Counts = Words<ParticipantGroup>.All.ToDictionary(g => g, g => form["count-" + g].ToString());
        Bearers = Words<CostKind>.All.ToDictionary(k => k, k => form["cost-" + k].ToString());
        var typed = FormTexts.Rows(form, "due").Select(i => new PromiseLine(
            form["kind" + i].ToString(), form["side" + i].ToString(), FormTexts.Local(form, "what" + i), form["person" + i].ToString(), form["due" + i].ToString(), form["done" + i].ToString())).Where(l => !l.IsEmpty).ToList();
        Promises = WithMore(typed);
        List<ParticipantsItem> people = [.. Counts.Select(c => (c.Key, Count: FormTexts.Number(c.Value, "count-" + c.Key, Texts, Errors))).Where(c => c.Count > 0).Select(c => new ParticipantsItem(c.Key, c.Count!.Value))];
        IReadOnlyList<CostItem> costs = !HasCosts ? Kept.Item.Costs : [.. Bearers.Where(b => Words<CostKind>.TryParse(b.Key, out var kind) && Words<CostBearer>.TryParse(b.Value, out var bearer) && bearer != CostSplit.Usual(kind)).Select(b => new CostItem(b.Key, b.Value))];
        List<PromiseItem> promises = [.. typed.Select(Item)];
        return await SaveAsync(version, a => a with { Participants = people, Costs = costs, Promises = promises }, null, Field) ?? await DoneAsync(Links.Activity(key), Texts["form.saved"]);
    }

    /// <summary>What was agreed of costs.</summary>
    public static Dictionary<CostKind, CostBearer> Agreed(ActivityItem item) => item.Costs.ToDictionary(c => Words<CostKind>.Parse(c.Kind), c => Words<CostBearer>.Parse(c.Bearer));

    private PromiseItem Item(PromiseLine line, int at) => new()
    {
        Kind = line.Kind,
        Side = line.Side,
        What = line.What,
        Person = FormTexts.OrNull(line.Person),
        Due = DateInput.Read(line.Due, FormattableString.Invariant($"due-{at}"), Language, Texts, Errors),
        DoneOn = DateInput.Read(line.DoneOn, FormattableString.Invariant($"done-{at}"), Language, Texts, Errors),
    };

    private string Field(string path)
    {
        if (path.StartsWith("participants[", StringComparison.Ordinal)) return "count-" + Words<ParticipantGroup>.All[0];
        if (!path.StartsWith("promises[", StringComparison.Ordinal)) return "";
        var (at, member) = (path["promises[".Length..path.IndexOf(']', StringComparison.Ordinal)], path[(path.IndexOf(']', StringComparison.Ordinal) + 2)..]);
        return member == "what" ? $"what-{at}.{Office.Languages[0]}" : $"{member}-{at}";
    }

    private async Task<bool> ReadAsync(string key)
    {
        ShowAs(Texts["activity.arrangements"]);
        return await OpenAsync(key);
    }

    private static List<PromiseLine> WithMore(IEnumerable<PromiseLine> lines) => [.. lines, .. Enumerable.Repeat(new PromiseLine("promise", "ours", LocalText.Empty, "", "", ""), MoreLines)];
}
