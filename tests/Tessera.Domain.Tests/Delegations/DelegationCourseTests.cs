using Tessera.Domain.Delegations;
using Xunit;

namespace Tessera.Domain.Tests.Delegations;

public sealed class DelegationCourseTests
{
    [Fact]
    public void MayGo_ForwardOneByOneAndBackBeforeTheAppointment_AndNoOtherWay()
    {
        (DelegationState, DelegationState)[] ways =
        [
            (DelegationState.Preparing, DelegationState.Called), (DelegationState.Called, DelegationState.Consulting), (DelegationState.Called, DelegationState.Preparing),
            (DelegationState.Consulting, DelegationState.Appointed), (DelegationState.Consulting, DelegationState.Called), (DelegationState.Appointed, DelegationState.Ended),
        ];
        foreach (var from in Enum.GetValues<DelegationState>())
        {
            foreach (var to in Enum.GetValues<DelegationState>()) Assert.Equal(ways.Contains((from, to)), DelegationCourse.MayGo(from, to));
        }
    }

    [Theory]
    [InlineData("2027-03-04", 6, "2027-09-04")]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    [InlineData("2030-12-01", 6, "2031-02-28")]
    [InlineData("2027-03-04", null, null)]
    public void FillUntil_IsSoManyMonthsLater_AndWithinTheTerm(string lost, int? months, string? until) =>
        Assert.Equal(until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), DelegationCourse.FillUntil(DateOnly.Parse(lost, System.Globalization.CultureInfo.InvariantCulture), months, new DateOnly(2031, 2, 28)));

    [Theory]
    [InlineData(2010, true)]
    [InlineData(2011, false)]
    [InlineData(1995, true)]
    [InlineData(1994, false)]
    public void IsOfAge_ByTheYearAlone_CountsBothAgesOfTheYear(int born, bool isOf) => Assert.Equal(isOf, DelegationCourse.IsOfAge(born, 2026, 16, 30));
}
