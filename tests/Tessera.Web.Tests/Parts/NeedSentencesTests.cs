using Tessera.Domain.Vocabulary;
using Tessera.Features.Offices;
using Tessera.Web.Parts;
using Xunit;

namespace Tessera.Web.Tests.Parts;

/// <summary>What needs somebody is dated no more precisely than the register is, and ends with one stop.</summary>
public sealed class NeedSentencesTests
{
    [Theory]
    [InlineData("hu", "1994", "1994.")]
    [InlineData("hu", "1994-05-14", "1994. május 14.")]
    [InlineData("en", "2008-09", "September 2008.")]
    public void Of_AQuietRelation_SaysTheDateAsItIsKnown(string language, string known, string end)
    {
        Assert.True(PartialDate.TryParseEdtf(known, out var date));
        var sentence = NeedSentences.Of(new Need(NeedKind.Quiet, "zala", LocalText.Empty, null, date.Latest, LocalText.Empty) { AsKnown = date }, TextCatalogue.Shared.For(language), "");
        Assert.EndsWith(" " + end, sentence, StringComparison.Ordinal);
    }
}
