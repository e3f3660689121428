using System.Globalization;

namespace Tessera.Domain.Calendar.Holidays;

/// <summary>
/// When a holiday falls, as holidays.tsv writes it: <c>MM-DD</c>, <c>MM-DD/W</c> (the first weekday W on or after, 0 is Sunday), <c>W+1</c> or <c>O-2</c>
/// (days from Western or Orthodox Easter), each from a year on where <c>YYYY:</c> stands before; or one day, <c>YYYY-MM-DD</c>.
/// </summary>
internal abstract record HolidayRule
{
    /// <summary>The day in a year, or none.</summary>
    public abstract DateOnly? In(int year);

    public static HolidayRule Parse(string text)
    {
        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new Single(day);
        if (text.Length > 5 && text[4] == ':') return new Since(Number(text[..4]), Parse(text[5..]));
        if (text[0] is 'W' or 'O') return new FromEaster(text[0] == 'O', Number(text[1..]));
        var (month, date) = (Number(text[..2]), Number(text[3..5]));
        return text.Length == 5 ? new Yearly(month, date) : new WeekdayFrom(month, date, (DayOfWeek)Number(text[6..]));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private sealed record Single(DateOnly Day) : HolidayRule
    {
        public override DateOnly? In(int year) => Day.Year == year ? Day : null;
    }

    private sealed record Since(int Year, HolidayRule Rule) : HolidayRule
    {
        public override DateOnly? In(int year) => year >= Year ? Rule.In(year) : null;
    }

    private sealed record FromEaster(bool IsOrthodox, int Days) : HolidayRule
    {
        public override DateOnly? In(int year) => (IsOrthodox ? Easter.Orthodox(year) : Easter.Western(year)).AddDays(Days);
    }

    private sealed record Yearly(int Month, int Date) : HolidayRule
    {
        public override DateOnly? In(int year) => new DateOnly(year, Month, Date);
    }

    private sealed record WeekdayFrom(int Month, int Date, DayOfWeek Weekday) : HolidayRule
    {
        public override DateOnly? In(int year)
        {
            var from = new DateOnly(year, Month, Date);
            return from.AddDays(((int)Weekday - (int)from.DayOfWeek + 7) % 7);
        }
    }
}
