using Tessera.Domain.Vocabulary;
using Tessera.Features.Agreements;
using Tessera.Interchange.Halves;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Features.Tests.Agreements;

public sealed class TheirHalvesTests
{
    [Fact]
    public void Propose_OfSeveral_PutsTheSameKindBeforeTheNearerDate_AndEachOnce()
    {
        var proposed = TheirHalves.Propose(
            [Ours("old", "twinning", "1994"), Ours("new", "twinning", "2010"), Ours("third", "friendship", "1995")],
            [Theirs("cooperation", "1994"), Theirs("twinning", "2009-12"), Theirs("twinning", "1996")]);
        Assert.Equal([("new", 1), ("old", 2), ("third", 0)], proposed.Select(p => (p.Key, p.Value)).Order());
    }

    [Fact]
    public void Take_WhatTheySay_KeepsTheRest_AndReopensASettlementOnlyWhereItDiffers()
    {
        var settled = LocalText.Of("en", "Both say 1994.");
        var ours = Ours("a", "twinning", "1994-05-14") with { Theirs = new TheirHalfItem { Kind = "twinning", Date = PartialDate.ParseEdtf("1994"), Page = "https://a.example/", Settled = settled } };
        var seen = PartialDate.ParseEdtf("2026-10");
        var same = TheirHalves.Take(ours, Theirs("twinning", "1994"), "Register", seen).Theirs!;
        Assert.Equal((settled, "Register", seen, "https://a.example/"), (same.Settled, same.SaidIn, same.SeenOn, same.Page));
        var other = TheirHalves.Take(ours, Theirs("cooperation", "1995"), "Register", seen).Theirs!;
        Assert.Equal(("cooperation", "1995", true), (other.Kind, other.Date?.ToString(), other.Settled.IsEmpty));
    }

    [Fact]
    public void DateOf_SeveralDates_IsTheOneThatCanBeOurs_ElseTheSigning()
    {
        var theirs = new TheirEntry("twinning", null, [Date("decided", "1993"), Date("signed", "1994-05-14")], null);
        Assert.Equal("1993", TheirHalves.DateOf(Ours("a", "twinning", "1993-02"), theirs)?.ToString());
        Assert.Equal("1994-05-14", TheirHalves.DateOf(Ours("a", "twinning", "2001"), theirs)?.ToString());
    }

    private static AgreementItem Ours(string key, string kind, string signed) => new() { Key = key, Kind = kind, Dates = [Date("signed", signed)], Source = "s" };

    private static TheirEntry Theirs(string kind, string signed) => new(kind, null, [Date("signed", signed)], null);

    private static AgreementDateItem Date(string role, string date) => new(role, PartialDate.ParseEdtf(date));
}
