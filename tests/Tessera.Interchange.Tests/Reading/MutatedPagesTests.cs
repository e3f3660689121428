using System.Globalization;
using System.Text;
using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Pages;
using Xunit;

namespace Tessera.Interchange.Tests.Reading;

/// <summary>The pages of the corpus, damaged at random with a fixed seed and budget: whatever comes, the reader neither falls over nor points outside the text.</summary>
public sealed class MutatedPagesTests
{
    private const int Seed = 2026_11_22;
    private const int MutantsOfAPage = 10;
    private static readonly byte[][] Pages = [.. CorpusPages.All.Select(File.ReadAllBytes)];

    // What means something to one of the stages.
    private static readonly byte[][] Pieces =
    [
        .. ((string[])["<", ">", "</table>", "<table><tr><td>", "<!--", "-->", "<script>", "&#x110000;", "&#0;", "&", "\"", "'", "\t", ";", "\r\n", "1990.13.45", "31.02.2001", "2013.(X.31.)", "§ 165", "0/0000", "99999999999999999999",
            "колишній", "\u0301\u0301\u0301", "\uFEFF", "\u202E", "İ", "ſ", "$(text:b:", ")$", "{", "[[", "{\"a\":[{}]}", "<html lang=\"xx\">", "<meta charset=x-nonsense>", "colspan=\"-1\"", "www.", "a@b.", "inhabitants 1,2,3.4.5"]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0x00], [0xED, 0xA0, 0x80], [0x50, 0x4B, 3, 4],
    ];

    [Fact]
    public void Mutants_OfEveryPage_AreReadAndPointIntoTheText()
    {
        for (var page = 0; page < Pages.Length; page++)
        {
            for (var mutant = 0; mutant < MutantsOfAPage; mutant++)
            {
                var bytes = Mutate(Pages[page], new Random(SeedOf(page, mutant)));
                var name = $"{Path.GetFileName(CorpusPages.All[page])}, mutant {mutant}";
                try
                {
                    if (PageSource.Read(bytes) is { } text) AssertWithin(CorpusPages.Reader.Read(text, new ReadingOptions()), name);
                }
                catch (Exception fell) when (fell is not Xunit.Sdk.IAssertionException)
                {
                    Assert.Fail($"{name}: {fell}");
                }
            }
        }
    }

    [Fact]
    public void Page_ReadTwice_IsReadTheSame()
    {
        foreach (var page in Pages)
        {
            byte[] Read() => ReadingFile.Write(CorpusPages.Reader.Read(PageSource.Read(page)!, new ReadingOptions()));
            Assert.Equal(Read(), Read());
        }
    }

    private static int SeedOf(int page, int mutant) => Seed + (page * 1_000) + mutant;

    private static byte[] Mutate(byte[] page, Random random)
    {
        var bytes = page.ToList();
        for (var times = random.Next(1, 12); times > 0; times--) Mutate(bytes, random);
        return [.. bytes];
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 400), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0 when length > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 3:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 4:
                var other = Pages[random.Next(Pages.Length)];
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 2_000))]);
                break;
            default:
                for (var i = 0; i < length; i++) bytes[at + i] = (byte)random.Next(256);
                break;
        }
    }

    private static void AssertWithin(PageReading reading, string name)
    {
        var length = reading.Page.Text.Length;
        var last = 0;
        foreach (var block in reading.Page.Blocks)
        {
            Assert.True(last <= block.Start && block.Start < block.End && block.End <= length, $"{name}: a block at {block.Start} to {block.End} of {length}");
            last = block.End;
        }

        Assert.All(reading.Page.Links, l => Assert.True(l.Start >= 0 && l.Start <= l.End && l.End <= length, $"{name}: a link at {l.Start} to {l.End} of {length}"));
        foreach (var proposal in reading.Proposals)
        {
            Assert.True(proposal.Name.Length > 0 && proposal.Confidence is >= 0 and <= 1, name);
            Assert.All(proposal.Spans, s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= length, $"{name}: {s} of {length}"));
            Assert.All(proposal.Spans, s => Assert.True(!s.Field.StartsWith("agreements[", StringComparison.Ordinal) || IsOf(proposal, s.Field), $"{name}: {s.Field}"));
        }
    }

    /// <summary>Is there such an agreement, and such a date of it?</summary>
    private static bool IsOf(Proposal proposal, string field)
    {
        var numbers = field.Split('[', ']');
        var agreement = proposal.Agreements.ElementAtOrDefault(int.Parse(numbers[1], CultureInfo.InvariantCulture));
        return agreement is not null && (numbers[2] != ".dates" || int.Parse(numbers[3], CultureInfo.InvariantCulture) < agreement.Dates.Count);
    }
}
