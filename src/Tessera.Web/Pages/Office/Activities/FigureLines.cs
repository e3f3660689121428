using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Features.Calendar;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Pages.Office.Activities;

/// <summary>A figure as it stands in a form.</summary>
/// <param name="Expected">What was expected of it, as a sentence; null where nothing was.</param>
public sealed record FigureLine(string Kind, string Value, string Unit, string? Expected = null);

/// <summary>Lines of figures as a part of a form shows them.</summary>
public sealed record FigureLinesView(IReadOnlyList<FigureLine> Lines, FormErrors Errors) : IHasErrors;

/// <summary>Figures in forms: those that are kept, and some empty lines.</summary>
public static class FigureLines
{
    private const int More = 2;
    private static readonly FigureLine Empty = new("participants", "", "people");

    /// <summary>The lines of what is kept.</summary>
    public static IReadOnlyList<FigureLine> Of(IEnumerable<FigureItem> figures) =>
        [.. figures.Select(f => new FigureLine(f.Kind, f.Value.ToString("0.######", CultureInfo.InvariantCulture), f.Unit)), .. Enumerable.Repeat(Empty, More)];

    /// <summary>Lines for what is counted now: one for each figure that was expected, with what was.</summary>
    public static IReadOnlyList<FigureLine> ToCount(IReadOnlyList<FigureItem> figures, Texts texts, Display display) =>
        [.. ComparedFigure.Of(figures).Where(f => f is { Expected: not null, Counted: null }).Select(f => new FigureLine(Words<FigureKind>.Write(f.Kind), "", Words<FigureUnit>.Write(f.Unit),
            texts.With("activity.expected-was", ("figure", $"{display.Number(f.Expected!.Value)} {texts.Of(f.Unit)}")))), .. Enumerable.Repeat(Empty, More)];

    /// <summary>The lines as they were sent; empty ones at the end.</summary>
    public static IReadOnlyList<FigureLine> Of(IFormCollection form) =>
        [.. FormTexts.Rows(form, "value").Select(i => new FigureLine(form["figure" + i].ToString(), form["value" + i].ToString(), form["unit" + i].ToString()))];

    /// <summary>The figures that the lines say; what is no number is among the errors.</summary>
    public static List<FigureItem> Read(IReadOnlyList<FigureLine> lines, bool expected, Texts texts, FormErrors errors)
    {
        var read = new List<FigureItem>();
        foreach (var (line, at) in lines.Select((l, i) => (l, i)).Where(l => !string.IsNullOrWhiteSpace(l.l.Value)))
        {
            var typed = string.Concat(line.Value.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
            if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) read.Add(new FigureItem { Kind = line.Kind, Value = value, Unit = line.Unit, Expected = expected });
            else errors.Add(FormattableString.Invariant($"value-{at}"), texts["desk.number-wrong"]);
        }

        return read;
    }

    /// <summary>The figures with other expectations; what was counted stays, and so does "about" where the figure does.</summary>
    public static IReadOnlyList<FigureItem> WithExpected(IReadOnlyList<FigureItem> figures, IReadOnlyList<FigureItem> expected)
    {
        List<FigureItem> kept = [.. expected.Select(e => figures.FirstOrDefault(f => f with { About = false } == e) ?? e)];
        return figures.Where(f => f.Expected).SequenceEqual(kept) ? figures : [.. kept, .. figures.Where(f => !f.Expected)];
    }
}
