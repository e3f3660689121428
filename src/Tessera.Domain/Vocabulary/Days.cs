namespace Tessera.Domain.Vocabulary;

/// <summary>Counts on and back from days that people typed: what would lie beyond the calendar is its last day or its first.</summary>
public static class Days
{
    private const int Months = 12;

    /// <summary>Years later.</summary>
    public static DateOnly YearsAfter(this DateOnly day, int years) => day.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.AddYears(years);

    /// <summary>Months earlier.</summary>
    public static DateOnly MonthsBefore(this DateOnly day, int months) => ((day.Year - 1) * Months) + day.Month <= months ? DateOnly.MinValue : day.AddMonths(-months);
}
