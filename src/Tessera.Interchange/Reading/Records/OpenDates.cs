using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Days of a month whose year was said before: "since 1993; the deed was signed on 29 April of that year".</summary>
internal static class OpenDates
{
    /// <summary>The rule of a date whose year comes from the one before it.</summary>
    public const string Rule = "date:open";

    /// <summary>The record with the year of the date before in each of its dates that has none.</summary>
    public static RawRecord Close(RawRecord record)
    {
        if (!record.Stretches.Any(s => s.Mentions.Any(m => m.Key == Says.OpenDate))) return record;
        var year = record.HeadingDate?.Date?.Earliest?.Year;
        var closed = new List<Stretch>(record.Stretches.Count);
        foreach (var stretch in record.Stretches)
        {
            var mentions = new List<Mention>();
            foreach (var mention in stretch.Mentions)
            {
                mentions.Add(mention.Key == Says.OpenDate && year is { } known ? Closed(mention, known) : mention);
                if (mention.Key == Says.Date) year = mention.Date?.Earliest?.Year ?? year;
            }

            closed.Add(stretch with { Line = stretch.Line with { Mentions = mentions } });
        }

        return record with { Stretches = closed };
    }

    private static Mention Closed(Mention open, int year) =>
        PartialDate.TryParseEdtf($"{year:0000}-{open.Value}", out var date) ? open with { Key = Says.Date, Value = date.ToString(), Date = date } : open;
}
