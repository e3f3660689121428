using System.Diagnostics;
using System.Text;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Tessera.Interchange.Reading.Words;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>
/// What a page costs is bounded by its size, whatever stands in it: in time against a plain pass over an ordinary text of the same size, which parts it into words and no more, on the same machine
/// at the same moment; in memory by bytes for each letter.
/// </summary>
public sealed class HostilePagesTests
{
    private const int Megabyte = 1_000_000;
    private const int TimesAPlainPass = 120;
    private const int BytesOfALetter = 6_000;
    private static readonly TimeSpan Begin = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Names => [.. HostilePages.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_MadeToCostMuch_CostsNoMoreThanItsSize(string name) => AssertBounded(HostilePages.All[name](Megabyte));

    [Fact]
    public void Tags_AMillionNested_CostNoMoreThanTheirLetters() => AssertBounded(HostilePages.All["nested boxes"](5 * Megabyte));

    [Fact]
    public void Table_OfTwoHundredThousandCells_CostsNoMoreThanItsLetters() => AssertBounded("<html><table>" + string.Concat(Enumerable.Repeat("<tr><td>Tartu<td>Eesti<td>1990<td>x", 50_000)));

    [Fact]
    public void Attributes_OfFiveMegabytes_CostNoMoreThanTheirLetters() => AssertBounded(HostilePages.All["attributes of one tag"](5 * Megabyte));

    [Fact]
    public void Page_OfFiveMegabytes_IsReadInSecondsAndWhole() => AssertBounded(Ordinary(5 * Megabyte));

    private static void AssertBounded(string page)
    {
        CorpusPages.Reader.Read(PageSource.Read("Tartu, Eesti"), new ReadingOptions("et"));
        var plain = Elapsed(() => Tokens.Of(Ordinary(page.Length), 0, page.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var took = Elapsed(() => CorpusPages.Reader.Read(PageSource.Read(page), new ReadingOptions()));
        var taken = (GC.GetAllocatedBytesForCurrentThread() - before) / page.Length;
        Assert.True(took < Begin + (plain * TimesAPlainPass), $"{took.TotalSeconds:0.0} s, while a plain pass takes {plain.TotalSeconds:0.00} s");
        Assert.True(taken < BytesOfALetter, $"{taken} bytes for each letter");
    }

    private static TimeSpan Elapsed(Action work)
    {
        var begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>The corpus again and again.</summary>
    private static string Ordinary(int size)
    {
        var text = new StringBuilder(size);
        while (text.Length < size)
        {
            foreach (var file in CorpusPages.All.Where(f => f.EndsWith(".html", StringComparison.Ordinal))) text.Append(File.ReadAllText(file));
        }

        return text.ToString(0, size);
    }
}
