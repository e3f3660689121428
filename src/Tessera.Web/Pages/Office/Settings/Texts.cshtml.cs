using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Settings;

/// <summary>One of the office's lists of texts: goals, tasks, priority fields, sections, units in charge, useful numbers and links. An emptied entry is removed, the last one is new.</summary>
[OfficeAccess(OfficeRole.Administrator)]
public sealed class TextsModel(DeskServices services, OfficeService offices) : OfficeFileModel(services, offices)
{
    /// <summary>The lists there are.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["goals", "tasks", "fields", "sections", "responsible", "useful"];

    public string List { get; private set; } = "";

    /// <summary>Do the entries have headings?</summary>
    public bool HasHeadings => List is "sections" or "responsible" or "useful";

    /// <summary>The entries, with an empty one at the end.</summary>
    public IReadOnlyList<SectionItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string list)
    {
        if (!Lists.Contains(list)) return NotFound();
        List = list;
        await OpenAsync();
        var kept = Kept(Whole.Office);
        (Items, State) = ([.. kept, new SectionItem("", LocalText.Empty, LocalText.Empty)], OfficeService.StateOf(kept));
        ShowAs(Texts["fields." + list]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string list, [FromForm] string? state)
    {
        if (await OnGetAsync(list) is NotFoundResult missing) return missing;
        var now = State;
        State = state ?? "";
        var keys = Request.Form["key"];
        Items = [.. keys.Select((key, i) => new SectionItem(key ?? "", FormTexts.Local(Request.Form, $"heading{i}"), FormTexts.Local(Request.Form, $"text{i}")))];
        var said = new List<SectionItem>();
        foreach (var item in Items.Where(i => !i.Text.IsEmpty || !i.Heading.IsEmpty)) said.Add(item.Key.Length > 0 ? item : item with { Key = KeyOf(item, said) });
        return await SaveAsync(state, now, f => f with { Office = With(f.Office, said) }, _ => "") ?? await DoneAsync(Links.Texts(list), Texts["form.saved"]);
    }

    private string KeyOf(SectionItem item, List<SectionItem> said) =>
        Keys.Of((HasHeadings && !item.Heading.IsEmpty ? item.Heading : item.Text).First().Text is { Length: > 40 } text ? text[..40] : (item.Heading.IsEmpty ? item.Text : item.Heading).First().Text, "text",
            key => said.Any(s => s.Key == key) || Items.Any(i => i.Key == key));

    private List<SectionItem> Kept(OfficeSheet sheet) => List switch
    {
        "goals" => Plain(sheet.Goals),
        "tasks" => Plain(sheet.Tasks),
        "fields" => Plain(sheet.Fields),
        "sections" => [.. sheet.Sections],
        "useful" => [.. sheet.Useful],
        _ => [.. sheet.Responsible],
    };

    private OfficeSheet With(OfficeSheet sheet, List<SectionItem> said)
    {
        List<TextItem> plain = [.. said.Select(s => new TextItem(s.Key, s.Text))];
        return List switch
        {
            "goals" => sheet with { Goals = plain },
            "tasks" => sheet with { Tasks = plain },
            "fields" => sheet with { Fields = plain },
            "sections" => sheet with { Sections = said },
            "useful" => sheet with { Useful = said },
            _ => sheet with { Responsible = said },
        };
    }

    private static List<SectionItem> Plain(IReadOnlyList<TextItem> items) => [.. items.Select(i => new SectionItem(i.Key, LocalText.Empty, i.Text))];
}
