using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Programmes;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>How a programme is coordinated, as it stands in a form of the office or of its organiser.</summary>
public sealed class CoordinationForm : IHasErrors
{
    private static readonly char[] Between = [',', ';', ' ', '\n', '\r'];

    /// <inheritdoc />
    public FormErrors Errors { get; private init; } = new();

    /// <summary>The languages in which a hint can be given.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The organisers to choose from; none where it is clear whose it is.</summary>
    public IReadOnlyList<OrganiserView> Organisers { get; init; } = [];

    public string Organiser { get; private init; } = "";

    public string Firmness { get; private init; } = Words<ProgrammeFirmness>.Write(ProgrammeFirmness.Movable);

    public string Openness { get; private init; } = Words<ProgrammeOpenness>.Write(ProgrammeOpenness.Hinted);

    public LocalText Hint { get; private init; } = LocalText.Empty;

    public IReadOnlyList<string> Audiences { get; private init; } = [];

    public IReadOnlyList<string> Themes { get; private init; } = [];

    public string Visitors { get; private init; } = "";

    public string CatchmentKm { get; private init; } = "";

    public string WindowFrom { get; private init; } = "";

    public string WindowUntil { get; private init; } = "";

    public bool YearlyTradition { get; private init; }

    public string Performers { get; private init; } = "";

    public string Stages { get; private init; } = "";

    public string Booked { get; private init; } = "";

    public string Needs { get; private init; } = "";

    public string Countries { get; private init; } = "";

    public IReadOnlyList<string> Welcomes { get; private init; } = [];

    /// <summary>Does the folded part hold something?</summary>
    public bool HasMore => Errors.Any || Performers.Length + Stages.Length + Booked.Length + Needs.Length + Countries.Length + Welcomes.Count > 0;

    /// <summary>The form of what is kept; an empty one without it.</summary>
    public static CoordinationForm Of(CoordinationItem? item, IReadOnlyList<string> languages, IReadOnlyList<OrganiserView> organisers, FormErrors errors) => item is null
        ? new CoordinationForm { Errors = errors, Languages = languages, Organisers = organisers, Organiser = organisers is [var only] ? only.Key : "" }
        : new CoordinationForm
        {
            Errors = errors,
            Languages = languages,
            Organisers = organisers,
            Organiser = item.Organiser,
            Firmness = item.Firmness,
            Openness = item.Openness ?? Words<ProgrammeOpenness>.Write(ProgrammeOpenness.Hinted),
            Hint = item.Hint,
            Audiences = item.Audiences,
            Themes = item.Themes,
            Visitors = item.Visitors?.ToString(CultureInfo.InvariantCulture) ?? "",
            CatchmentKm = FormTexts.Decimal(item.CatchmentKm),
            WindowFrom = item.WindowFrom ?? "",
            WindowUntil = item.WindowUntil ?? "",
            YearlyTradition = item.YearlyTradition,
            Performers = string.Join('\n', item.Performers),
            Stages = string.Join('\n', item.Stages),
            Booked = string.Join('\n', item.Booked),
            Needs = string.Join('\n', item.Needs),
            Countries = string.Join(", ", item.Countries),
            Welcomes = item.Welcomes,
        };

    /// <summary>The form as it was sent.</summary>
    public static CoordinationForm Of(IFormCollection form, IReadOnlyList<string> languages, IReadOnlyList<OrganiserView> organisers, FormErrors errors) => new()
    {
        Errors = errors,
        Languages = languages,
        Organisers = organisers,
        Organiser = form["organiser"].ToString(),
        Firmness = form["firmness"].ToString(),
        Openness = form["openness"].ToString(),
        Hint = FormTexts.Local(form, "hint"),
        Audiences = [.. form["audiences"].OfType<string>()],
        Themes = [.. form["themes"].OfType<string>()],
        Visitors = form["visitors"].ToString(),
        CatchmentKm = form["catchmentKm"].ToString(),
        WindowFrom = form["windowFrom"].ToString(),
        WindowUntil = form["windowUntil"].ToString(),
        YearlyTradition = form["yearlyTradition"] == "true",
        Performers = form["performers"].ToString(),
        Stages = form["stages"].ToString(),
        Booked = form["booked"].ToString(),
        Needs = form["needs"].ToString(),
        Countries = form["countries"].ToString(),
        Welcomes = [.. form["welcomes"].OfType<string>()],
    };

    /// <summary>What the form says; what cannot be read is among the errors.</summary>
    /// <param name="organiser">Whose programme it is.</param>
    public CoordinationItem Item(string organiser, string language, Texts texts) => new()
    {
        Organiser = organiser,
        Firmness = Firmness,
        Openness = Openness == Words<ProgrammeOpenness>.Write(ProgrammeOpenness.Hinted) ? null : FormTexts.OrNull(Openness),
        Hint = Hint,
        Audiences = Audiences,
        Themes = Themes,
        Visitors = FormTexts.Number(Visitors, "visitors", texts, Errors),
        CatchmentKm = FormTexts.Decimal(CatchmentKm, "catchmentKm", texts, Errors),
        WindowFrom = TimeInput.Exact(WindowFrom, "windowFrom", language, texts, Errors),
        WindowUntil = TimeInput.Exact(WindowUntil, "windowUntil", language, texts, Errors),
        YearlyTradition = YearlyTradition,
        Performers = FormTexts.Lines(Performers),
        Stages = FormTexts.Lines(Stages),
        Booked = FormTexts.Lines(Booked),
        Needs = FormTexts.Lines(Needs),
        Countries = [.. Countries.ToUpperInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Welcomes = Welcomes,
    };

    /// <summary>The field of the form that a finding about an activity is about; null when it is none of these.</summary>
    public static string? Field(string path)
    {
        if (!path.StartsWith("coordination", StringComparison.Ordinal)) return null;
        var member = path.Split('.', 2) is [_, var rest] ? rest : "";
        return member.StartsWith("hint", StringComparison.Ordinal) ? member : member.Split('[')[0];
    }
}
