using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Calendar;
using Xunit;

namespace Tessera.Domain.Tests.Calendar;

/// <summary>
/// What holds of every rule, tried on thousands of random ones. <see cref="Plain"/> is the other opinion: it walks from day to day and asks
/// each the definitions, without periods that are skipped, masks or weeks counted by hand.
/// </summary>
public sealed class RecurrencePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1500);

    private static readonly Gen<RecurrenceFrequency> Days = Gen.Elements(RecurrenceFrequency.Daily, RecurrenceFrequency.Weekly, RecurrenceFrequency.Monthly, RecurrenceFrequency.Yearly);

    private static readonly Gen<DateTime> Starts = Gen.Choose(0, 365 * 12).Select(d => new DateTime(2016, 1, 1, 9, 30, 0).AddDays(d));

    [Fact]
    public void Occurrences_OfAnyRuleOfDays_AreThoseOfThePlainWalk() => Prop.ForAll(Rules(Days).ToArbitrary(), Starts.ToArbitrary(), (rule, start) =>
    {
        var end = start.AddYears(rule.Frequency == RecurrenceFrequency.Yearly ? 12 : 4);
        var expected = Plain.Occurrences(rule, start, end).ToList();
        var found = rule.Occurrences(start).TakeWhile(t => t < end).ToList();
        return expected.SequenceEqual(found) ? true : throw new InvalidOperationException($"{rule} from {start:s}: expected {Text(expected.Except(found))} more and {Text(found.Except(expected))} less");
    }).Check(Runs);

    [Fact]
    public void Occurrences_OfAnyRule_AscendFromTheStart() => Prop.ForAll(Rules(Gen.Elements(Enum.GetValues<RecurrenceFrequency>())).ToArbitrary(), Starts.ToArbitrary(), (rule, start) =>
    {
        var found = rule.Occurrences(start).Take(300).ToList();
        return found[0] == start && found.Zip(found.Skip(1)).All(pair => pair.First < pair.Second);
    }).Check(Runs);

    [Fact]
    public void Occurrences_WithCount_AreTheFirstSoMany() => Prop.ForAll(Rules(Days).ToArbitrary(), Starts.ToArbitrary(), Gen.Choose(1, 60).ToArbitrary(), (rule, start, count) =>
        rule.Occurrences(start).Take(count).SequenceEqual(RecurrenceRule.Parse($"{rule};COUNT={count}").Occurrences(start))).Check(Runs);

    [Fact]
    public void Occurrences_WithUntil_AreThoseUpToIt() => Prop.ForAll(Rules(Days).ToArbitrary(), Starts.ToArbitrary(), Gen.Choose(0, 900).ToArbitrary(), (rule, start, days) =>
    {
        var until = start.AddDays(days);
        var text = until.ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture);
        return rule.Occurrences(start).TakeWhile(t => t <= until).SequenceEqual(RecurrenceRule.Parse($"{rule};UNTIL={text}").Occurrences(start));
    }).Check(Runs);

    [Fact]
    public void Occurrences_FromAnyTime_AreThoseNotBefore() => Prop.ForAll(Rules(Gen.Elements(Enum.GetValues<RecurrenceFrequency>())).ToArbitrary(), Starts.ToArbitrary(), Gen.Choose(0, 300_000).ToArbitrary(), (rule, start, minutes) =>
    {
        var from = start.AddSeconds(rule.Frequency < RecurrenceFrequency.Daily ? minutes : minutes * 180L);
        return rule.Occurrences(start).SkipWhile(t => t < from).Take(20).SequenceEqual(rule.Occurrences(start, null, from).Take(20));
    }).Check(Runs.WithMaxTest(300));

    [Fact]
    public void ToString_OfAnyRule_ReadsBack() => Prop.ForAll(Rules(Gen.Elements(Enum.GetValues<RecurrenceFrequency>())).ToArbitrary(), rule =>
        RecurrenceRule.Parse(rule.ToString()).Equals(rule) && RecurrenceRule.Parse(rule.ToString()).ToString() == rule.ToString()).Check(Runs);

    private static string Text(IEnumerable<DateTime> times) => string.Join(' ', times.Take(5).Select(t => t.ToString("s", CultureInfo.InvariantCulture)));

    /// <summary>Each part with a chance of one in three or so; what the RFC forbids is left out by asking.</summary>
    private static Gen<RecurrenceRule> Rules(Gen<RecurrenceFrequency> frequencies) =>
        from frequency in frequencies
        from interval in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 5)))
        from month in Part("BYMONTH", Gen.Choose(1, 12).Select(n => $"{n}"), 3)
        from monthDay in Part("BYMONTHDAY", Signed(31), 3)
        from yearDay in Part("BYYEARDAY", Signed(366), 6)
        from weekNumber in Part("BYWEEKNO", Signed(53), 6)
        from weekday in Part("BYDAY", Weekday, 2)
        from hour in Part("BYHOUR", Gen.Choose(0, 23).Select(n => $"{n}"), 4)
        from minute in Part("BYMINUTE", Gen.Choose(0, 59).Select(n => $"{n}"), 4)
        from position in Part("BYSETPOS", Signed(6), 4)
        from weekStart in weekNumber.Length > 0 ? Gen.Constant("MO") : Gen.Elements("MO", "SU", "SA")
        let optional = new[] { month, hour, minute, weekday, monthDay, yearDay, weekNumber, position }
        select Allowed($"FREQ={frequency};INTERVAL={interval};WKST={weekStart}", optional);

    private static Gen<string> Signed(int most) => Gen.Choose(1, most).SelectMany(n => Gen.Elements($"{n}", $"-{n}"));

    private static Gen<string> Weekday =>
        from day in Gen.Elements("MO", "TU", "WE", "TH", "FR", "SA", "SU")
        from ordinal in Gen.Elements("", "", "1", "2", "-1", "-2", "5")
        select ordinal + day;

    private static Gen<string> Part(string name, Gen<string> value, int chance) =>
        from isThere in Gen.Choose(1, chance).Select(n => n == 1)
        from count in Gen.Choose(1, 4)
        from values in value.ArrayOf(count)
        select isThere ? $";{name}={string.Join(',', values)}" : "";

    private static RecurrenceRule Allowed(string text, IEnumerable<string> parts)
    {
        foreach (var part in parts)
        {
            if (RecurrenceRule.WhyNotParse(text + part) is null) text += part;
        }

        return RecurrenceRule.Parse(text);
    }
}
