using System.Globalization;
using System.Text;

namespace Tessera.Domain.Calendar;

/// <summary>Reads and writes the text of a <see cref="RecurrenceRule"/>.</summary>
internal static class RecurrenceText
{
    private static readonly string[] Frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    /// <summary>The names of the days by <see cref="DayOfWeek"/>.</summary>
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The parts in the RFC's order.</summary>
    private static readonly string[] Parts =
        ["FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST"];

    /// <summary>The rule, or the code of why not.</summary>
    public static (RecurrenceRule? Rule, string? Refusal) Read(string text)
    {
        var reading = new Reading();
        var rule = reading.Rule(reading.Cut(text));
        return (reading.Refusal ?? WhyNot(rule)) is { } refusal ? (null, refusal) : (rule, null);
    }

    public static string Write(RecurrenceRule rule)
    {
        var text = new StringBuilder("FREQ=").Append(Frequencies[(int)rule.Frequency]);
        if (rule.Until is { } until) text.Append(";UNTIL=").Append(Text(until));
        if (rule.Count is { } count) text.Append(CultureInfo.InvariantCulture, $";COUNT={count}");
        if (rule.Interval != 1) text.Append(CultureInfo.InvariantCulture, $";INTERVAL={rule.Interval}");
        List(text, ";BYSECOND=", rule.Seconds);
        List(text, ";BYMINUTE=", rule.Minutes);
        List(text, ";BYHOUR=", rule.Hours);
        List(text, ";BYDAY=", rule.Weekdays.Select(Text).ToList());
        List(text, ";BYMONTHDAY=", rule.MonthDays);
        List(text, ";BYYEARDAY=", rule.YearDays);
        List(text, ";BYWEEKNO=", rule.WeekNumbers);
        List(text, ";BYMONTH=", rule.Months);
        List(text, ";BYSETPOS=", rule.Positions);
        if (rule.WeekStart != DayOfWeek.Monday) text.Append(";WKST=").Append(Weekdays[(int)rule.WeekStart]);
        return text.ToString();
    }

    /// <summary>The limits of the RFC's table and of its notes on BYDAY.</summary>
    private static string? WhyNot(RecurrenceRule rule)
    {
        if (rule is { Count: not null, Until: not null }) return RecurrenceRefusal.CountAndUntil;
        var frequency = rule.Frequency;
        var isMisplaced = (rule.WeekNumbers.Count > 0 && frequency != RecurrenceFrequency.Yearly)
            || (rule.YearDays.Count > 0 && frequency is RecurrenceFrequency.Daily or RecurrenceFrequency.Weekly or RecurrenceFrequency.Monthly)
            || (rule.MonthDays.Count > 0 && frequency == RecurrenceFrequency.Weekly)
            || (rule.Weekdays.Any(d => d.Ordinal != 0) && (frequency < RecurrenceFrequency.Monthly || rule.WeekNumbers.Count > 0));
        if (isMisplaced) return RecurrenceRefusal.PartNotWithFrequency;
        var isAlone = rule.Positions.Count > 0 && rule.Seconds.Count + rule.Minutes.Count + rule.Hours.Count + rule.Weekdays.Count
            + rule.MonthDays.Count + rule.YearDays.Count + rule.WeekNumbers.Count + rule.Months.Count == 0;
        return isAlone ? RecurrenceRefusal.PositionAlone : null;
    }

    private static string Text(WeekdayOf day) => (day.Ordinal == 0 ? "" : day.Ordinal.ToString(CultureInfo.InvariantCulture)) + Weekdays[(int)day.Day];

    private static string Text(Moment moment) => moment.IsDay
        ? moment.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        : moment.Wall.ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture) + (moment.Zone is null ? "" : "Z");

    private static void List<T>(StringBuilder text, string name, IReadOnlyList<T> values)
    {
        if (values.Count > 0) text.Append(name).AppendJoin(',', values);
    }

    /// <summary>One reading: the first refusal stays, and what follows it does not matter.</summary>
    private sealed class Reading
    {
        public string? Refusal { get; private set; }

        /// <summary>The values by the place of their part in <see cref="Parts"/>.</summary>
        public string?[] Cut(string text)
        {
            var values = new string?[Parts.Length];
            if (text.Length > RecurrenceRule.MostLength) return Refuse<string?[]>(RecurrenceRefusal.BadValue) ?? values;
            foreach (var part in text.Trim().TrimEnd(';').Split(';'))
            {
                var sign = part.IndexOf('=', StringComparison.Ordinal);
                var place = sign < 0 || sign == part.Length - 1 ? -1 : Array.IndexOf(Parts, part[..sign].Trim().ToUpperInvariant());
                if (place < 0) Refuse<int>(RecurrenceRefusal.UnknownPart);
                else if (values[place] is not null) Refuse<int>(RecurrenceRefusal.PartTwice);
                if (Refusal is not null) return values;
                values[place] = part[(sign + 1)..].Trim().ToUpperInvariant();
            }

            return values;
        }

        public RecurrenceRule Rule(string?[] values) => new()
        {
            Frequency = Array.IndexOf(Frequencies, values[0]) is >= 0 and var frequency
                ? (RecurrenceFrequency)frequency
                : Refuse<RecurrenceFrequency>(RecurrenceRefusal.NoFrequency),
            Until = values[1] is { } until ? Until(until) : null,
            Count = values[2] is { } count ? Number(count, 1, RecurrenceRule.MostCount) : null,
            Interval = values[3] is { } interval ? Number(interval, 1, RecurrenceRule.MostInterval) : 1,
            Seconds = Numbers(values[4], 0, 60),
            Minutes = Numbers(values[5], 0, 59),
            Hours = Numbers(values[6], 0, 23),
            Weekdays = Distinct(values[7], Weekday),
            MonthDays = Numbers(values[8], 1, 31, isSigned: true),
            YearDays = Numbers(values[9], 1, 366, isSigned: true),
            WeekNumbers = Numbers(values[10], 1, 53, isSigned: true),
            Months = Numbers(values[11], 1, 12),
            Positions = Numbers(values[12], 1, 366, isSigned: true),
            WeekStart = values[13] is { } day ? Day(day) : DayOfWeek.Monday,
        };

        private int Number(string text, int least, int most, bool isSigned = false)
        {
            var isNumber = int.TryParse(text, isSigned ? NumberStyles.AllowLeadingSign : NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            return isNumber && Math.Abs((long)number) >= least && Math.Abs((long)number) <= most ? number : Refuse<int>(RecurrenceRefusal.BadValue);
        }

        private IReadOnlyList<int> Numbers(string? text, int least, int most, bool isSigned = false) =>
            Distinct(text, one => Number(one, least, most, isSigned));

        private static IReadOnlyList<T> Distinct<T>(string? text, Func<string, T> read) =>
            text is null ? [] : [.. text.Split(',').Select(one => read(one.Trim())).Distinct().OrderBy(v => v, Comparer<T>.Create(Compare))];

        /// <summary>Numbers ascending; weekdays from Monday, within one by their ordinal.</summary>
        private static int Compare<T>(T one, T other) => (one, other) switch
        {
            (WeekdayOf a, WeekdayOf b) => (((int)a.Day + 6) % 7, a.Ordinal).CompareTo((((int)b.Day + 6) % 7, b.Ordinal)),
            _ => Comparer<T>.Default.Compare(one, other),
        };

        private WeekdayOf Weekday(string text)
        {
            if (text.Length < 2) return Refuse<WeekdayOf>(RecurrenceRefusal.BadValue);
            return new(text.Length == 2 ? 0 : Number(text[..^2], 1, 53, isSigned: true), Day(text[^2..]));
        }

        private DayOfWeek Day(string text) =>
            Array.IndexOf(Weekdays, text) is >= 0 and var day ? (DayOfWeek)day : Refuse<DayOfWeek>(RecurrenceRefusal.BadValue);

        private Moment Until(string text)
        {
            if (DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Moment.Of(day);
            if (!DateTime.TryParseExact(text.TrimEnd('Z'), "yyyyMMddTHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                return Refuse<Moment>(RecurrenceRefusal.BadValue);
            return text.EndsWith('Z') ? Moment.In(Zone.Utc, time) : Moment.Floating(time);
        }

        private T? Refuse<T>(string code)
        {
            Refusal ??= code;
            return default;
        }
    }
}
