namespace Tessera.Domain.Delegations;

/// <summary>The course of a delegation from the call to the end of its term, and the times within it.</summary>
public static class DelegationCourse
{
    /// <summary>May it go from one stage to another? Forward one by one; back while nobody has been appointed.</summary>
    public static bool MayGo(DelegationState from, DelegationState to) => (from, to) switch
    {
        (DelegationState.Preparing, DelegationState.Called) => true,
        (DelegationState.Called, DelegationState.Consulting or DelegationState.Preparing) => true,
        (DelegationState.Consulting, DelegationState.Appointed or DelegationState.Called) => true,
        (DelegationState.Appointed, DelegationState.Ended) => true,
        _ => false,
    };

    /// <summary>
    /// The last day by which a seat is to be filled again, and for which whoever lost her mandate may at most keep it; null where the body sets no time.
    /// </summary>
    /// <param name="months">The body's number of months, dated data with its source.</param>
    public static DateOnly? FillUntil(DateOnly lost, int? months, DateOnly lastDayOfTerm)
    {
        if (months is not { } known) return null;
        var until = lost.AddMonths(known);
        return until < lastDayOfTerm ? until : lastDayOfTerm;
    }

    /// <summary>Does somebody born in a year have an age from a least to a most in the course of another year? By the year alone, both of the ages that she has in it count.</summary>
    public static bool IsOfAge(int birthYear, int year, int? least, int? most) => !(year - birthYear < least) && !(year - birthYear - 1 > most);
}
