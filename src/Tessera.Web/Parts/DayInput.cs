using System.Globalization;

namespace Tessera.Web.Parts;

/// <summary>Whole days in forms.</summary>
public static class DayInput
{
    /// <summary>A day as a field has it.</summary>
    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The day that was typed; null when nothing was, or when it is no whole day, which is then among the errors.</summary>
    public static DateOnly? Read(string? typed, string field, string language, Texts texts, FormErrors errors)
    {
        if (DateInput.Read(typed, field, language, texts, errors) is not { } read) return null;
        if (read.Earliest is { } day && day == read.Latest) return day;
        errors.Add(field, texts["delegation-desk.whole-day"]);
        return null;
    }
}
