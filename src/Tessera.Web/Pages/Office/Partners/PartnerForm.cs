using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Partners;

/// <summary>A partner's fields as they stand in a form: what is kept, or what was typed.</summary>
public sealed class PartnerForm : IHasErrors
{
    /// <inheritdoc />
    public FormErrors Errors { get; private init; } = new();

    public string RegisteredName { get; private init; } = "";

    public LocalText Names { get; private init; } = LocalText.Empty;

    public string Kind { get; private init; } = Words<PartnerKind>.Write(PartnerKind.TwinTown);

    public string Websites { get; private init; } = "";

    public string Address { get; private init; } = "";

    public LocalText Note { get; private init; } = LocalText.Empty;

    public LocalText Why { get; private init; } = LocalText.Empty;

    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>The languages in which the office writes.</summary>
    public IReadOnlyList<string> Languages { get; private init; } = [];

    /// <summary>The office's priority fields.</summary>
    public IReadOnlyList<TextView> FieldChoices { get; private init; } = [];

    /// <summary>What is kept of a partner; of none, an empty form.</summary>
    public static PartnerForm Of(PartnerItem? item, OfficeView office, FormErrors errors) => new()
    {
        Errors = errors,
        Languages = office.Languages,
        FieldChoices = office.Fields,
        RegisteredName = item?.RegisteredName ?? "",
        Names = item?.Names ?? LocalText.Empty,
        Kind = item?.Kind ?? Words<PartnerKind>.Write(PartnerKind.TwinTown),
        Websites = string.Join('\n', item?.Websites ?? []),
        Address = string.Join('\n', item?.Address ?? []),
        Note = item?.Note ?? LocalText.Empty,
        Why = item?.Why ?? LocalText.Empty,
        Fields = item?.Fields ?? [],
    };

    /// <summary>What was typed.</summary>
    public static PartnerForm Of(IFormCollection form, OfficeView office, FormErrors errors) => new()
    {
        Errors = errors,
        Languages = office.Languages,
        FieldChoices = office.Fields,
        RegisteredName = form["registeredName"].ToString().Trim(),
        Names = FormTexts.Local(form, "names"),
        Kind = form["kind"].ToString(),
        Websites = form["websites"].ToString(),
        Address = form["address"].ToString(),
        Note = FormTexts.Local(form, "note"),
        Why = FormTexts.Local(form, "why"),
        Fields = [.. office.Fields.Select(f => f.Key).Where(k => form["fields"].Contains(k))],
    };

    /// <summary>The partner with what was typed.</summary>
    public PartnerItem On(PartnerItem item) => item with
    {
        RegisteredName = RegisteredName,
        Names = Names,
        Kind = Kind,
        Websites = FormTexts.Lines(Websites),
        Address = FormTexts.Lines(Address),
        Note = Note,
        Why = Why,
        Fields = Fields,
    };
}
