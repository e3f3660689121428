using System.Globalization;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>Reads what was typed into forms.</summary>
public static class FormTexts
{
    /// <summary>A text in languages, from the fields <c>name.hu</c>, <c>name.sv</c>, …</summary>
    public static LocalText Local(IFormCollection form, string name) => new(form.Keys.Where(k => k.StartsWith(name + ".", StringComparison.Ordinal) && Languages.IsTag(k[(name.Length + 1)..]))
        .Select(k => KeyValuePair.Create(k[(name.Length + 1)..], form[k].ToString().ReplaceLineEndings("\n"))));

    /// <summary>The rows of a form, as what their fields' names end with ("-0", "-1", …): those that hold this field.</summary>
    public static IEnumerable<string> Rows(IFormCollection form, string field)
    {
        for (var i = 0; form.ContainsKey(FormattableString.Invariant($"{field}-{i}")); i++) yield return FormattableString.Invariant($"-{i}");
    }

    /// <summary>The lines of a text, without empty ones.</summary>
    public static IReadOnlyList<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The text, or null when nothing was typed.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A count of whole things, or null when nothing was typed; what is no count becomes an error of the field.</summary>
    public static int? Number(string? typed, string field, Texts texts, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(field, texts["desk.number-wrong"]);
        return null;
    }

    /// <summary>A number with decimals, after a point or a comma; null when nothing was typed, and what is none becomes an error of the field.</summary>
    public static double? Decimal(string? typed, string field, Texts texts, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(field, texts["desk.number-wrong"]);
        return null;
    }

    /// <summary>A number with decimals as a field has it.</summary>
    public static string Decimal(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
