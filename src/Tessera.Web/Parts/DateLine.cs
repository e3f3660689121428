using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>A date and its role as they stand in one line of a form.</summary>
public sealed record DateLine(string Role, string Date)
{
    private const int EmptyLines = 2;

    /// <summary>The dates that are kept, and empty lines of a role below them.</summary>
    public static IReadOnlyList<DateLine> Of(IEnumerable<(string Role, PartialDate Date)> kept, string emptyRole, string language) =>
        [.. kept.Select(d => new DateLine(d.Role, DateInput.Of(d.Date, language))), .. Enumerable.Repeat(new DateLine(emptyRole, ""), EmptyLines)];

    /// <summary>The lines that were typed.</summary>
    public static IReadOnlyList<DateLine> Of(IFormCollection form) => [.. form["role"].Zip(form["date"]).Select(d => new DateLine(d.First ?? "", d.Second?.Trim() ?? ""))];

    /// <summary>The dates of the lines that are not empty; what cannot be read is among the errors.</summary>
    public static IReadOnlyList<T> Read<T>(IEnumerable<DateLine> lines, Func<string, PartialDate, T> make, string language, Texts texts, FormErrors errors)
        where T : class =>
        [.. lines.Select(l => DateInput.Read(l.Date, "date", language, texts, errors) is { } date ? make(l.Role, date) : null).OfType<T>()];
}
