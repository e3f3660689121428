using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Xunit;

namespace Tessera.Domain.Tests.Authorities;

/// <summary>Tamsalu's story: 2005 town and parish became Tamsalu vald, 2017 it went into the new Tapa vald.</summary>
public sealed class SuccessionTests
{
    private static readonly AuthorityEvent[] Estonia =
    [
        Event(AuthorityEventKind.Merger, "2005", ["tamsalu-linn", "tamsalu-vald-old"], ["tamsalu-vald"]),
        Event(AuthorityEventKind.Merger, "2017", ["tamsalu-vald", "tapa-vald-2005"], ["tapa-vald-2017"]),
    ];

    [Fact]
    public void Of_AnAuthorityThatMerged_IsItsSuccessor() => Assert.Equal(["tapa-vald-2017"], Succession.Of("tamsalu-vald", Estonia, new DateOnly(2026, 11, 21)));

    [Fact]
    public void Of_AnAuthorityThatMergedTwice_IsTheLastOfTheLine() => Assert.Equal(["tapa-vald-2017"], Succession.Of("tamsalu-linn", Estonia, new DateOnly(2026, 11, 21)));

    [Fact]
    public void Of_ADayBeforeTheSecondMerger_IsTheOneBetween() => Assert.Equal(["tamsalu-vald"], Succession.Of("tamsalu-linn", Estonia, new DateOnly(2016, 6, 1)));

    [Fact]
    public void Of_ADayInTheYearOfTheMerger_WaitsUntilItHasCertainlyPassed() => Assert.Empty(Succession.Of("tamsalu-vald", Estonia, new DateOnly(2017, 6, 1)));

    [Fact]
    public void Of_AnAuthorityThatLives_IsNobody() => Assert.Empty(Succession.Of("tapa-vald-2017", Estonia, new DateOnly(2026, 1, 1)));

    [Fact]
    public void Of_ASplit_IsEveryPart() =>
        Assert.Equal(["b", "c"], Succession.Of("a", [Event(AuthorityEventKind.Split, "2010", ["a"], ["b", "c"])], new DateOnly(2020, 1, 1)));

    [Fact]
    public void Of_ATransferOfTasks_IsNoSuccession() => Assert.Empty(Succession.Of("a", [Event(AuthorityEventKind.Transfer, "2010", ["a"], ["b"])], new DateOnly(2020, 1, 1)));

    [Fact]
    public void Of_ACircleInTheData_Ends() => Assert.Empty(
        Succession.Of("a", [Event(AuthorityEventKind.Rename, "2010", ["a"], ["b"]), Event(AuthorityEventKind.Rename, "2011", ["b"], ["a"])], new DateOnly(2020, 1, 1)).Except(["b"]));

    private static AuthorityEvent Event(AuthorityEventKind kind, string date, string[] from, string[] to) => new(date, kind, PartialDate.ParseEdtf(date), from, to);
}
