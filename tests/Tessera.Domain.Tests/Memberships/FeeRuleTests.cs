using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Memberships;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Memberships;

/// <summary>What a year of a membership costs.</summary>
public sealed class FeeRuleTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly FeeRule Aer = FeeRule.Unknown with { Kind = FeeKind.Formula, Formula = "aer", Bearer = FeeBearer.Office };

    private static readonly FeeRule Fixed = FeeRule.Unknown with { Kind = FeeKind.Fixed, Amount = 1200, Currency = "EUR" };

    private static readonly Gen<FeeBasis> Bases = Gen.Choose(0, 20_000_000).SelectMany(people => Gen.Choose(0, 400).SelectMany(gdp => Gen.Choose(0, 5_000_000).Select(revenue => new FeeBasis(people, gdp / 100m, revenue))));

    [Theory]
    [InlineData(0, 2023, "3916.30")] // 3250 × 1.027^7
    [InlineData(300_000, 2023, "4368.19")] // (3250 + 300 000 × 0.25 ÷ 200) × 1.027^7
    [InlineData(20_000_000, 2023, "30000")] // the cap
    public void ForYear_ByTheFormulaOfAer_IsWhatItsProceduresSay(long people, int year, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), (Aer with { Basis = new FeeBasis(people, 0.5m, null) }).ForYear(MembershipKind.Full, year, null)!.Amount);

    [Fact]
    public void ForYear_OfSmallRevenue_IsAtMostItsShare() =>
        Assert.Equal(1500, (Aer with { Basis = new FeeBasis(300_000, 0.5m, 1_000_000) }).ForYear(MembershipKind.Full, 2025, null)!.Amount);

    [Fact]
    public void ForYear_OfAnAssociate_IsThriceTheBase_AndOfAnObserverUnknown()
    {
        Assert.Equal(Math.Round(3 * 3250m * (decimal)Math.Pow(1.027, 7), 2), Aer.ForYear(MembershipKind.Associate, 2023, null)!.Amount, 2);
        Assert.Null(Aer.ForYear(MembershipKind.Observer, 2023, null));
    }

    [Fact]
    public void ForYear_BeforeTheParametersHold_IsUnknown() => Assert.Null((Aer with { Basis = new FeeBasis(1, 1, null) }).ForYear(MembershipKind.Full, 2022, null));

    [Fact]
    public void ForYear_WhereTheUnitOfPopulationIsNotStated_SaysSo()
    {
        Assert.Equal(RuleConfidence.Unverified, (Aer with { Basis = new FeeBasis(1, 1, null) }).ForYear(MembershipKind.Full, 2024, null)!.Confidence);
        Assert.Equal(RuleConfidence.Stated, Fixed.ForYear(MembershipKind.Full, 2024, null)!.Confidence);
    }

    [Theory]
    [InlineData("2024-07", "600", 6)]
    [InlineData("2024-12-31", "100", 1)]
    [InlineData("2024-01-01", "1200", 12)]
    [InlineData("2024", "1200", 12)]
    [InlineData("1993", "1200", 12)]
    public void ForYear_InTheYearOfJoining_IsTheTwelfthsThatRemain(string since, string expected, int twelfths)
    {
        var fee = Fixed.ForYear(MembershipKind.Full, 2024, PartialDate.ParseEdtf(since))!;
        Assert.Equal((decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), twelfths), (fee.Amount, fee.Twelfths));
    }

    [Fact]
    public void ForYear_BeforeItWasAMember_IsNothingToSay() => Assert.Null(Fixed.ForYear(MembershipKind.Full, 2024, PartialDate.ParseEdtf("2025-02")));

    [Fact]
    public void ForYear_OfWhatIsFree_IsNothing_AndOfWhatIsUnknown_Unknown()
    {
        Assert.Equal(0, (FeeRule.Unknown with { Kind = FeeKind.Free }).ForYear(MembershipKind.Full, 2024, null)!.Amount);
        Assert.Null(FeeRule.Unknown.ForYear(MembershipKind.Full, 2024, null));
    }

    [Fact]
    public void Contribution_OfAShare_OfAnAmount_AndOfNobodyKnows()
    {
        Assert.Equal(300, (Fixed with { ContributionShare = 75 }).ForYear(MembershipKind.Full, 2024, null)!.Own);
        Assert.Equal(1000, (Fixed with { ContributionAmount = 200 }).ForYear(MembershipKind.Full, 2024, null)!.Own);
        Assert.Null((Fixed with { HasContributor = true }).ForYear(MembershipKind.Full, 2024, null)!.Own);
        Assert.Equal(1200, Fixed.ForYear(MembershipKind.Full, 2024, null)!.Own);
    }

    [Fact]
    public void ForYear_OfAnyBasis_IsWithinTheCapAndTheShare_AndRoundedAsMoney() => Prop.ForAll(Bases.ToArbitrary(), Gen.Choose(2023, 2090).ToArbitrary(), (basis, year) =>
    {
        var fee = (Aer with { Basis = basis }).ForYear(MembershipKind.Full, year, null)!.Amount;
        return fee >= 0 && fee <= 30_000 && (basis.Revenue >= 2_000_000 || fee <= Math.Round(basis.Revenue!.Value * 0.0015m, 2, MidpointRounding.AwayFromZero)) && fee == Math.Round(fee, 2);
    }).Check(Runs);

    [Fact]
    public void ForYear_OfMorePeopleOrALaterYear_IsNeverLess() => Prop.ForAll(Bases.ToArbitrary(), Gen.Choose(2023, 2080).ToArbitrary(), (basis, year) =>
    {
        decimal Fee(FeeBasis of, int when) => (Aer with { Basis = of }).ForYear(MembershipKind.Full, when, null)!.Amount;
        return Fee(basis, year) <= Fee(basis with { Population = basis.Population + 100_000 }, year) && Fee(basis, year) <= Fee(basis, year + 1);
    }).Check(Runs);

    [Fact]
    public void Contribution_OfAnyShare_AndWhatIsLeft_AreTheWhole() => Prop.ForAll(Gen.Choose(0, 100).ToArbitrary(), Gen.Choose(0, 9_999_999).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (share, cents, month) =>
    {
        var fee = (Fixed with { Amount = cents / 100m, ContributionShare = share }).ForYear(MembershipKind.Full, 2024, PartialDate.ParseEdtf($"2024-{month:00}"))!;
        return fee.Own + fee.Contribution == fee.Amount && fee.Own >= 0 && fee.Amount <= cents / 100m;
    }).Check(Runs);

    public static TheoryData<string, FeeRule> Wrong => new()
    {
        { MembershipRefusal.AmountMissing, Fixed with { Amount = null } },
        { MembershipRefusal.AmountOutOfPlace, FeeRule.Unknown with { Amount = 3, Currency = "EUR" } },
        { MembershipRefusal.AmountWrong, Fixed with { Amount = -1 } },
        { MembershipRefusal.CurrencyMissing, Fixed with { Currency = null } },
        { MembershipRefusal.CurrencyWrong, Fixed with { Currency = "euro" } },
        { MembershipRefusal.FormulaUnknown, Aer with { Formula = "alda" } },
        { MembershipRefusal.FormulaOutOfPlace, Fixed with { Formula = "aer" } },
        { MembershipRefusal.PopulationWrong, Aer with { Basis = new FeeBasis(-1, 1, null) } },
        { MembershipRefusal.RelativeGdpWrong, Aer with { Basis = new FeeBasis(1, 75, null) } },
        { MembershipRefusal.AmountWrong, Aer with { Basis = new FeeBasis(1, 1, -3) } },
        { MembershipRefusal.ContributionTwice, Fixed with { ContributionShare = 5, ContributionAmount = 5 } },
        { MembershipRefusal.ShareWrong, Fixed with { ContributionShare = 101 } },
        { MembershipRefusal.ContributionTooMuch, Fixed with { ContributionAmount = 1201 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhyNot_OfWhatCannotBe_SaysWhich(string code, FeeRule rule) => Assert.Equal([code], rule.WhyNot().Select(w => w.Code));

    [Fact]
    public void WhyNot_OfWhatCanBe_SaysNothing() => Assert.All(new[] { FeeRule.Unknown, Fixed, Aer, Fixed with { ContributionShare = 100 } }, r => Assert.Empty(r.WhyNot()));

    [Theory]
    [InlineData(6, "2026-03-01", "2026-06-30", "2026-12-31")]
    [InlineData(6, "2026-06-30", "2026-06-30", "2026-12-31")]
    [InlineData(6, "2026-07-01", "2027-06-30", "2027-12-31")]
    [InlineData(0, "2026-12-31", "2026-12-31", "2026-12-31")]
    [InlineData(10, "2028-01-15", "2028-02-29", "2028-12-31")]
    [InlineData(24, "2026-11-22", "2026-12-31", "2028-12-31")]
    public void Notice_FromADayOn_IsTheNextThatHasEffect(int months, string day, string last, string leaves)
    {
        var notice = MembershipNotice.Next(months, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((last, leaves), (notice.LastDay.ToString("O", System.Globalization.CultureInfo.InvariantCulture), notice.Leaves.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
