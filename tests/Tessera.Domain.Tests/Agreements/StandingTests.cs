using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Agreements;

public sealed class StandingTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData(AgreementStanding.InForce, null, "Decided 1994")]
    [InlineData(AgreementStanding.InForce, null)]
    [InlineData(AgreementStanding.InForce, null, "InForce 2021-10/..")]
    [InlineData(AgreementStanding.Planned, null, "Decided 2027", "Signed 2028-05")]
    [InlineData(AgreementStanding.InForce, null, "Decided 2026-01", "Signed 2028-05")]
    [InlineData(AgreementStanding.Ended, null, "Signed 1994", "Ended 2020")]
    [InlineData(AgreementStanding.InForce, null, "Signed 1994", "Ended 2026")]
    [InlineData(AgreementStanding.PartnerSucceeded, "2017", "Signed 1995")]
    [InlineData(AgreementStanding.PartnerSucceeded, "2017", "Signed 1995", "Renewed 2010")]
    [InlineData(AgreementStanding.InForce, "2017", "Signed 1995", "Renewed 2019-05")]
    [InlineData(AgreementStanding.InForce, "2026", "Signed 1995")]
    [InlineData(AgreementStanding.Ended, "2017", "Signed 1995", "Ended 2016")]
    public void On_ADay_FollowsFromTheDates(AgreementStanding expected, string? partnerUntil, params string[] dates) =>
        Assert.Equal(expected, Standing.On(Day, [.. dates.Select(Date)], partnerUntil is null ? null : PartialDate.ParseEdtf(partnerUntil)));

    private static AgreementDate Date(string text) => new(Enum.Parse<AgreementDateRole>(text.Split(' ')[0]), PartialDate.ParseEdtf(text.Split(' ')[1]));
}
