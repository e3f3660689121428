using Microsoft.AspNetCore.Mvc;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Portal.Programmes;

/// <summary>An organiser enters a programme, or changes one of hers.</summary>
public sealed class EntryModel(PortalServices services, OrganiserService organisers, ActivityService activities) : OwnPageModel(services, organisers)
{
    private KeptActivity? _kept;

    public OwnEntryForm Form { get; private set; } = null!;

    public CoordinationForm Coordination { get; private set; } = null!;

    /// <summary>Of the programme when the form was opened; after somebody else's change the new one, so that saving again is a choice.</summary>
    public int Version { get; private set; }

    public bool IsNew => _kept is null;

    /// <summary>What nobody else has seen may go without a trace on the portal.</summary>
    public bool MayRemove => _kept is { Item.Public: false };

    /// <summary>What she can hold; what the office has made of it stays possible.</summary>
    public IEnumerable<ActivityKind> Kinds => DatesForm.Kinds.Concat(Words<ActivityKind>.TryParse(Form.Kind, out var own) ? [own] : []).Distinct();

    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken cancellation)
    {
        if (!await ReadAsync(key, cancellation)) return NotFound();
        Form = OwnEntryForm.Of(_kept?.Item);
        Coordination = CoordinationForm.Of(_kept?.Item.Coordination, Office.Languages, [], Errors);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? key, [FromForm] int version, CancellationToken cancellation)
    {
        if (!await ReadAsync(key, cancellation)) return NotFound();
        (Form, Coordination) = (OwnEntryForm.Of(Request.Form), CoordinationForm.Of(Request.Form, Office.Languages, [], Errors));
        var wanted = On(_kept?.Item ?? New);
        if (Errors.Any) return Refused();
        var result = IsNew ? (await activities.AddAsync(Office, wanted, Edit, cancellation)).Result : await activities.ChangeAsync(Office, key!, version, On, Edit, cancellation);
        if (result.IsDone) return Told(Texts["own.saved"], Links.Programmes(Secret));
        return Answer(result);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? key, [FromForm] int version, CancellationToken cancellation)
    {
        if (!await ReadAsync(key, cancellation) || !MayRemove) return NotFound();
        (Form, Coordination) = (OwnEntryForm.Of(_kept!.Item), CoordinationForm.Of(_kept.Item.Coordination, Office.Languages, [], Errors));
        var result = await activities.RemoveAsync(Office, key!, version, Edit, cancellation);
        return result.IsDone ? Told(Texts["own.removed"], Links.Programmes(Secret)) : Answer(result);
    }

    private static ActivityItem New => new() { Key = "", Kind = "", Status = Words<ActivityStatus>.Write(ActivityStatus.Planned), Title = LocalText.Empty, Source = "" };

    private ActivityItem On(ActivityItem item) => Form.On(item, Office, Organiser, Coordination, Texts);

    private IActionResult Answer(ActivityResult result)
    {
        foreach (var finding in result.Findings) Errors.Add(OwnEntryForm.Field(finding.Path, Office.Languages[0]), Sentence(finding));
        if (result.Meanwhile is not { } meanwhile) return Refused();
        Version = meanwhile.Version;
        Errors.Add("", Texts["own.meanwhile"]);
        return Refused(StatusCodes.Status409Conflict);
    }

    private async Task<bool> ReadAsync(string? key, CancellationToken cancellation)
    {
        ShowOwn(Texts[key is null ? "own.enter" : "own.change"], HomeCrumb, OwnCrumb);
        if (key is null) return true;
        if (await activities.FindAsync(Office, key, cancellation) is not { } kept || kept.Item.Coordination?.Organiser != Organiser.Key) return false;
        (_kept, Version) = (kept, kept.Version);
        return true;
    }
}
