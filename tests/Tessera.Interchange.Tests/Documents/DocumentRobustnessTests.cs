using System.Diagnostics;
using System.Text;
using Tessera.Interchange.Documents;
using Xunit;

namespace Tessera.Interchange.Tests.Documents;

/// <summary>No bytes make the readers throw, and none keep them busy.</summary>
public sealed class DocumentRobustnessTests
{
    // No measure of speed: what is not bounded takes hours, and a busy machine takes ten times as long as an idle one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly Dictionary<string, byte[]> Whole = new(StringComparer.Ordinal)
    {
        ["a.pdf"] = Sample.Fixture("agreement.pdf"),
        ["b.pdf"] = Sample.Fixture("agreement-packed.pdf"),
        ["a.docx"] = Sample.Docx(Sample.Hungarian),
        ["a.odt"] = Sample.Odt("<text:p>x</text:p>"),
        ["a.png"] = Sample.Fixture("small.png"),
        ["a.jpg"] = Sample.Fixture("small.jpg"),
        ["a.webp"] = Sample.Fixture("small.webp"),
        ["a.gif"] = Sample.Fixture("small.gif"),
        ["a.tif"] = Sample.Fixture("small.tif"),
        ["b.tif"] = Sample.Fixture("pages.tif"),
    };

    private static readonly byte[] Mail = Sample.Eml("From: =?utf-8?Q?a?=\nSubject: b\nContent-Type: multipart/mixed; boundary=x", "--x\r\nContent-Type: text/html\r\n\r\n<p>a\r\n--x--"u8.ToArray());

    public static TheoryData<string> Names => [.. Whole.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Examine_ATruncatedFile_IsNeverAccepted(string name)
    {
        var whole = Whole[name];
        Assert.True(DocumentCheck.Examine(whole, name).IsAccepted);
        foreach (var length in Enumerable.Range(1, 40).Select(i => whole.Length * i / 41)) Assert.False(Tried(whole.AsMemory(0, length), name).IsAccepted, $"{name} of {length} bytes");
        Assert.Equal(DocumentCodes.Damaged, Assert.Single(DocumentCheck.Examine(whole.AsMemory(0, whole.Length * 3 / 4), name).Refusals).Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Examine_RandomBytes_NeverThrows(int seed)
    {
        var random = new Random(seed);
        foreach (var start in Whole.Values.Append(Mail).Append([]))
        {
            for (var i = 0; i < 40; i++)
            {
                var bytes = new byte[random.Next(1, 3000)];
                random.NextBytes(bytes);
                start.AsSpan(0, Math.Min(Math.Min(start.Length, bytes.Length), random.Next(40))).CopyTo(bytes);
                Tried(bytes, "a.pdf");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Examine_FilesWithWrongBytes_NeverThrows(int seed)
    {
        var random = new Random(seed);
        foreach (var (name, whole) in Whole.Append(new("a.eml", Mail)))
        {
            for (var i = 0; i < 40; i++)
            {
                var bytes = (byte[])whole.Clone();
                for (var wrong = random.Next(1, 30); wrong > 0; wrong--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                Tried(bytes, name);
            }
        }
    }

    public static TheoryData<string, string> Slow => new()
    {
        { "[", "" }, { "<<", "" }, { "<< /A ", "" }, { "1 0 obj ", "" }, { "1 0 obj [", "" }, { "1 0 obj <<>> stream ", "" }, { "(", "" }, { "1 ", "1 0 obj [" }, { "trailer", "" }, { "\\(", "1 0 obj (" },
        { "1 0 obj << /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >> endobj ", "" }, { "%", "" }, { "2 0 R ", "1 0 obj << /Type /Catalog /Pages << /Kids [" },
    };

    [Theory]
    [MemberData(nameof(Slow))]
    public void Examine_APdfOfOneThingRepeated_IsQuick(string piece, string start) => Tried(Repeated("%PDF-1.7\n" + start, piece, 20_000_000), "a.pdf");

    [Theory]
    [InlineData("q BT /F1 12 Tf (a) Tj ET ")]
    [InlineData("[ ")]
    [InlineData("BI ID ")]
    [InlineData("/X Do ")]
    public void Read_APageOfOneThingRepeated_IsQuick(string piece) => Tried(Sample.Pdf(Encoding.ASCII.GetString(Repeated("", piece, 15_000_000))), "a.pdf");

    [Fact]
    public void Read_AFormThatShowsItself_Stops()
    {
        const string Form = "BT /F1 9 Tf (a) Tj ET /X Do /X Do /X Do /X Do";
        const string Names = "<< /XObject << /X 10 0 R >> /Font << /F1 5 0 R >> >>";
        var pdf = Encoding.Latin1.GetString(Sample.Pdf("/X Do", more: $"<< /Type /XObject /Subtype /Form /Resources {Names} /Length {Form.Length} >>\nstream\n{Form}\nendstream"));
        pdf = pdf.Replace("<< /Font << /F1 5 0 R >> >>", Names, StringComparison.Ordinal);
        Assert.InRange(DocumentText.Read(Encoding.Latin1.GetBytes(pdf), DocumentKind.Pdf)!.Count(c => c == 'a'), 100, 5_000);
        Tried(Encoding.Latin1.GetBytes(pdf), "a.pdf");
    }

    [Fact]
    public void Examine_AReferenceToAReferenceAndSoOn_Stops()
    {
        var chain = string.Concat(Enumerable.Range(10, 300_000).Select(i => $"{i} 0 obj {i + 1} 0 R endobj\n"));
        Tried(Encoding.ASCII.GetBytes($"%PDF-1.7\n{chain}1 0 obj << /Type /Catalog /Pages 10 0 R >> endobj trailer << /Root 1 0 R >> startxref 0 %%EOF"), "a.pdf");
    }

    [Fact]
    public void Read_FontsThatSpeakOfEveryCode_StaySmall()
    {
        const string Map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange";
        var fonts = Enumerable.Range(0, 400).Select(i => $"<< /Type /Font /Subtype /Type0 /ToUnicode 10 0 R /DescendantFonts [<< /W [0 65535 {i}] >>] >>");
        var pdf = Sample.Pdf(string.Concat(Enumerable.Range(0, 400).Select(i => $"BT /G{i} 9 Tf <0151> Tj ET ")), more: [$"<< /Length {Map.Length} >>\nstream\n{Map}\nendstream", .. fonts]);
        var names = string.Concat(Enumerable.Range(0, 400).Select(i => $"/G{i} {i + 11} 0 R "));
        pdf = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace("/F1 5 0 R", names, StringComparison.Ordinal));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("őőő", DocumentText.Read(pdf, DocumentKind.Pdf)!.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 32 * 1024 * 1024);
    }

    [Theory]
    [InlineData("From: a\r\nTo: b\r\n")]
    [InlineData("From: a\r\n ")]
    [InlineData("From: =?utf-8?Q?a?=")]
    [InlineData("--x\r\n")]
    [InlineData("<b")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    public void Read_AMailOfOneThingRepeated_IsQuick(string piece)
    {
        const string Head = "From: a\r\nTo: b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n";
        Tried(Repeated("", piece, 20_000_000), "a.eml");
        Tried(Repeated(Head, piece, 20_000_000), "a.eml");
    }

    private static byte[] Repeated(string start, string piece, int length)
    {
        var text = new StringBuilder(start, length + 100);
        while (text.Length < length) text.Append(piece);
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static DocumentReading Tried(ReadOnlyMemory<byte> content, string name)
    {
        var watch = Stopwatch.StartNew();
        var reading = DocumentCheck.Examine(content, name);
        foreach (var kind in Enum.GetValues<DocumentKind>()) DocumentText.Read(content, kind);
        Assert.True(watch.Elapsed < Patience, $"{name} of {content.Length} bytes took {watch.Elapsed}");
        return reading;
    }
}
