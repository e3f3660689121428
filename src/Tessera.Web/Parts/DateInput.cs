using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>Dates in forms: as people write them, in their language, as precise as known.</summary>
public static class DateInput
{
    /// <summary>A date as it stands in a field: as it is printed, where that is read back as the same; else in EDTF.</summary>
    public static string Of(PartialDate? date, string language)
    {
        if (date is null) return "";
        var printed = date.Print(language);
        return PartialDate.TryRead(printed, language, out var read) && read == date ? printed : date.ToString();
    }

    /// <summary>The date that was typed; null when nothing was, or when it is none, which is then among the errors.</summary>
    public static PartialDate? Read(string? typed, string field, string language, Texts texts, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (PartialDate.TryRead(typed.Trim(), language, out var date) || PartialDate.TryParseEdtf(typed.Trim(), out date)) return date;
        errors.Add(field, texts.With(PartialDate.WhyNotRead(typed, language) ?? PartialDateRefusal.UnknownForm, ("field", typed.Trim()), ("text", typed.Trim())));
        return null;
    }
}
