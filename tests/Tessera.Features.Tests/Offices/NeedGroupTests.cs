using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Xunit;

namespace Tessera.Features.Tests.Offices;

public sealed class NeedGroupTests
{
    [Fact]
    public void Of_MoreThanFiveOfAKind_StandTogetherWhereTheFirstStood_TheEarliestDayFirst()
    {
        List<Need> needs = [Need(NeedKind.Lapsed, 3), Need(NeedKind.Quiet, 9), Need(NeedKind.OldFacts, 1), .. Enumerable.Range(1, 5).Select(day => Need(NeedKind.Quiet, day)), Need(NeedKind.OldFacts, 2)];
        var groups = NeedGroup.Of(needs);
        Assert.Equal([NeedKind.Lapsed, NeedKind.Quiet, NeedKind.OldFacts, NeedKind.OldFacts], groups.Select(g => g.Kind));
        Assert.Equal([1, 2, 3], groups[1].First.Select(n => n.Day!.Value.Day));
        Assert.Equal([4, 5, 9], groups[1].Others.Select(n => n.Day!.Value.Day));
    }

    [Fact]
    public void Of_FiveOfAKind_StandOneByOneInTheirOrder()
    {
        List<Need> needs = [.. Enumerable.Range(1, 5).Reverse().Select(day => Need(NeedKind.Quiet, day))];
        Assert.Equal(needs, NeedGroup.Of(needs).Select(g => Assert.Single(g.Needs)));
    }

    private static Need Need(NeedKind kind, int day) => new(kind, "p", LocalText.Empty, null, new DateOnly(2020, 1, day), LocalText.Empty);
}
