using FsCheck;
using FsCheck.Fluent;
using Tessera.Domain.Agreements;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Agreements;

/// <summary>What the partner holds contradicts ours only where both say something, and cannot both be right.</summary>
public sealed class TheirHalfTests
{
    private static readonly Gen<PartialDate> Dates =
        Gen.Elements("1994", "1994-05", "1994-05-19", "1994-05-20", "1995-02", "1994~", "1993/1996").Select(PartialDate.ParseEdtf);

    private static readonly Gen<(PartialDate Theirs, PartialDate[] Ours, PartialDate More)> Halves =
        from theirs in Dates from ours in Dates.ArrayOf() from more in Dates select (theirs, ours, more);

    [Fact]
    public void WhatIsNotSaid_ContradictsNothing() => Prop.ForAll(Halves.ToArbitrary(), h =>
        !new TheirHalf(null, null, null).Differs(AgreementKind.Twinning, "19/1994", Ours(h.Ours))).QuickCheckThrowOnFailure();

    [Fact]
    public void TheSameOnBothSides_ContradictsNothing() => Prop.ForAll(Halves.ToArbitrary(), h =>
        !new TheirHalf(AgreementKind.Twinning, "19/1994", h.Theirs).Differs(AgreementKind.Twinning, "19/1994", Ours([.. h.Ours, h.Theirs]))).QuickCheckThrowOnFailure();

    [Fact]
    public void OneMoreDateOfOurs_NeverMakesAContradiction_WhereThereWereDates() => Prop.ForAll(Halves.ToArbitrary(), h =>
        h.Ours.Length == 0 || Differs(h.Theirs, h.Ours) || !Differs(h.Theirs, [.. h.Ours, h.More])).QuickCheckThrowOnFailure();

    [Fact]
    public void Dates_OfOneEach_ContradictEachOtherBothWays() => Prop.ForAll(Halves.ToArbitrary(), h =>
        Differs(h.Theirs, [h.More]) == Differs(h.More, [h.Theirs])).QuickCheckThrowOnFailure();

    [Fact]
    public void TheirDate_WhereWeKnowNone_ContradictsNothing() => Assert.False(Differs(PartialDate.ParseEdtf("1994"), []));

    [Theory]
    [InlineData("1995", true)]
    [InlineData("1994", false)]
    [InlineData("1994-05-18", true)]
    public void TheirDate_ComparedWithADayOfOurs_DiffersWhenItCannotBeThatDay(string theirs, bool differs) =>
        Assert.Equal(differs, Differs(PartialDate.ParseEdtf(theirs), [PartialDate.ParseEdtf("1994-05-19")]));

    [Theory]
    [InlineData(AgreementKind.Twinning, "19/1994", false)]
    [InlineData(AgreementKind.Friendship, "19/1994", true)]
    [InlineData(AgreementKind.Twinning, null, true)]
    public void KindOrDecision_ThatIsAnother_Differs(AgreementKind ours, string? decision, bool differs) =>
        Assert.Equal(differs, new TheirHalf(AgreementKind.Twinning, "19/1994", null).Differs(ours, decision, []));

    private static bool Differs(PartialDate theirs, PartialDate[] ours) => new TheirHalf(null, null, theirs).DateDiffers(Ours(ours));

    private static AgreementDate[] Ours(PartialDate[] dates) => [.. dates.Select(d => new AgreementDate(AgreementDateRole.Signed, d))];
}
