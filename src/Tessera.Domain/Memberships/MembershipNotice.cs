namespace Tessera.Domain.Memberships;

/// <summary>When a membership can be left.</summary>
/// <param name="LastDay">The last day on which notice still has effect at <paramref name="Leaves"/>.</param>
/// <param name="Leaves">The last day of the membership.</param>
public sealed record MembershipNotice(DateOnly LastDay, DateOnly Leaves)
{
    /// <summary>The most months of notice.</summary>
    public const int MostMonths = 60;

    /// <summary>The next day of notice from a day on, that day among them. Fees are of calendar years, so a membership is left at the end of one.</summary>
    /// <param name="months">Months of notice, from 0 to <see cref="MostMonths"/>.</param>
    public static MembershipNotice Next(int months, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths);
        for (var year = day.Year; ; year++)
        {
            var end = new DateOnly(year, 12, 31);
            // The day before the months begin, so that June is whole in the six months before the end of the year.
            var last = end.AddDays(1).AddMonths(-months).AddDays(-1);
            if (last >= day) return new MembershipNotice(last, end);
        }
    }
}
