using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Vocabulary;

/// <summary>What holds of every date, tried on thousands of random ones of all forms.</summary>
public sealed class PartialDatePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(3000);

    private static readonly Arbitrary<PartialDate> Wide = PartialDateGenerator.Wide.Dates;

    private static readonly Arbitrary<PartialDate> Narrow = PartialDateGenerator.Narrow.Dates;

    [Fact]
    public void ParseEdtf_OfEdtf_GivesTheSameDate() => Check(date =>
        PartialDate.ParseEdtf(date.ToString()) == date && date.ToString().Length <= PartialDate.EdtfLength);

    [Theory]
    [InlineData("en")]
    [InlineData("hu")]
    [InlineData("sv")]
    [InlineData("ro")]
    public void TryRead_OfPrint_GivesTheSameDate(string language) => Check(date =>
        PartialDate.TryRead(date.Print(language), language, out var read) && read == date
            ? true
            : throw new InvalidOperationException($"{date}: '{date.Print(language)}' is read as {read}"));

    [Theory]
    [InlineData("en")]
    [InlineData("hu")]
    [InlineData("sv")]
    [InlineData("ro")]
    public void TryRead_OfEdtf_GivesTheSameDate(string language) => Check(date =>
        PartialDate.TryRead(date.ToString(), language, out var read) && read == date);

    [Fact]
    public void Earliest_OfAnyDate_IsNotAfterLatest() =>
        Check(date => date.Earliest is null || date.Latest is null || date.Earliest <= date.Latest);

    [Fact]
    public void CompareTo_OfTwo_IsAntisymmetricAndAgreesWithEquality() => Prop.ForAll(Narrow, Narrow, (a, b) =>
        Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a)) && a.CompareTo(b) == 0 == (a == b) && a.CompareTo(a) == 0)
        .Check(Runs.WithMaxTest(20000));

    [Fact]
    public void CompareTo_OfThree_IsTransitive() => Prop.ForAll(Narrow, Narrow, Narrow, (a, b, c) =>
        !(a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0) || a.CompareTo(c) <= 0).Check(Runs);

    [Fact]
    public void CertainlyBefore_WhenItHolds_AgreesWithTheOrder() => Prop.ForAll(Narrow, Narrow, (a, b) =>
        !a.CertainlyBefore(b) || (a < b && !b.CertainlyBefore(a))).Check(Runs);

    [Fact]
    public void WhyNotRead_OfAnyText_GivesACodeExactlyWhenItIsNotRead() => Prop.ForAll<string>(text =>
        PartialDate.TryRead(text, "hu", out _) == (PartialDate.WhyNotRead(text, "hu") is null)).Check(Runs);

    private static void Check(Func<PartialDate, bool> holds)
    {
        Prop.ForAll(Wide, holds).Check(Runs);
        Prop.ForAll(Narrow, holds).Check(Runs);
    }
}
