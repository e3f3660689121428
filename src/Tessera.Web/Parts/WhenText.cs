using System.Globalization;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Web.Parts;

/// <summary>Says when an activity is, in the reader's language.</summary>
public static class WhenText
{
    /// <summary>When it is as far as known, and how it comes again.</summary>
    public static string Of(ActivityTime time, Texts texts)
    {
        var when = time.First is { } first ? Of(first, texts) : time.Stated.When?.Print(texts.Language);
        var parts = new[] { when, Again(time, texts) }.OfType<string>().ToList();
        if (when is null) parts.Add(texts["calendar.days-unknown"]);
        return string.Join(", ", parts);
    }

    /// <summary>One time: days, or hours with what people call the zone.</summary>
    public static string Of(ActivityDates dates, Texts texts)
    {
        if (dates.Start.IsDay) return Days(dates.FirstDay, dates.LastDay, texts);
        var zone = dates.Start.Zone is { } known ? $" ({ZoneNames.Of(known.Name, texts.Language)})" : "";
        var begins = $"{Day(dates.Start.Day, texts)}, {Hour(dates.Start)}";
        if (dates.End.Wall == dates.Start.Wall) return begins + zone;
        return dates.Start.Day == dates.End.Day ? $"{begins}–{Hour(dates.End)}{zone}" : $"{begins} – {Day(dates.End.Day, texts)}, {Hour(dates.End)}{zone}";
    }

    /// <summary>The hour and minute on the clocks of the place.</summary>
    public static string Hour(Moment moment) => moment.Wall.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day as it is read in a sentence.</summary>
    public static string Day(DateOnly day, Texts texts) => PartialDate.OfDay(day).Print(texts.Language);

    /// <summary>How it comes again; null when it does not.</summary>
    private static string? Again(ActivityTime time, Texts texts)
    {
        if (time.Stated.EveryYears is { } years) return texts["calendar.again-yearly", years];
        if (!RecurrenceRule.TryParse(time.Stated.Recurrence, out var rule)) return null;
        return texts["calendar.again-" + Words<RecurrenceFrequency>.Write(rule.Frequency), rule.Interval];
    }

    /// <summary>Days from one to another, both counted.</summary>
    public static string Days(DateOnly first, DateOnly last, Texts texts) =>
        (first == last ? PartialDate.OfDay(first) : PartialDate.Between(PartialDate.OfDay(first), PartialDate.OfDay(last))).Print(texts.Language);
}
