using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Domain.Vocabulary;

namespace Tessera.Web.Parts;

/// <summary>Days with or without an hour in forms, as people write them in their language: "12 June 2026", "2026-06-12 09:00".</summary>
public static partial class TimeInput
{
    private const int Longest = 100;

    /// <summary>A time of a file as it stands in a field.</summary>
    public static string Of(string? time) => time?.Replace('T', ' ') ?? "";

    /// <summary>What was typed: a day or a time as files have it, or a date that is less exact; neither when nothing was typed, or it is none, which is then among the errors.</summary>
    public static (string? Exact, PartialDate? Rough) Read(string? typed, string field, string language, Texts texts, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed)) return default;
        if (typed.Length > Longest)
        {
            errors.Add(field, texts["refusal.activity.time-unreadable"]);
            return default;
        }

        var hour = Hour().Match(typed.Trim());
        if (DateInput.Read(hour.Success ? hour.Groups[1].Value : typed, field, language, texts, errors) is not { } date) return default;
        if (date is not { Relation: PartialDateRelation.At, Precision: PartialDatePrecision.Day, Qualifier: PartialDateQualifier.None, Earliest: { } day })
        {
            if (!hour.Success) return (null, date);
            errors.Add(field, texts["refusal.activity.time-unreadable"]);
            return default;
        }

        var exact = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!hour.Success) return (exact, null);
        if (TimeOnly.TryParseExact(hour.Groups[2].Value.PadLeft(5, '0'), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return ($"{exact}T{hour.Groups[2].Value.PadLeft(5, '0')}", null);
        errors.Add(field, texts["refusal.activity.time-unreadable"]);
        return default;
    }

    /// <summary>The same where only what is exact will do.</summary>
    public static string? Exact(string? typed, string field, string language, Texts texts, FormErrors errors)
    {
        var (exact, rough) = Read(typed, field, language, texts, errors);
        if (rough is not null) errors.Add(field, texts["refusal.activity.time-unreadable"]);
        return exact;
    }

    [GeneratedRegex(@"^(.+?)[ T,]+([0-9]{1,2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Hour();
}
