using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

public sealed class OfficeFileTests
{
    private static readonly string Hargita = File.ReadAllText(Example("hargita"));

    public static TheoryData<string> Examples => ["hargita", "svenljunga", "toosz"];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Read_AnExample_FindsNothingWrong(string office) => Assert.Empty(Read(File.ReadAllText(Example(office))).Findings);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Write_WhatWasRead_ReadsTheSameAgain(string office)
    {
        var file = Read(File.ReadAllText(Example(office))).File!;
        var written = OfficeFileWriter.Write(file);
        var again = OfficeFileReader.Read(written, "again").File!;
        Assert.Equal(written, OfficeFileWriter.Write(again));
        Assert.Empty(OfficeDifference.Between(file, again));
    }

    [Theory]
    [InlineData("\"kind\": \"sister-county\"", "\"kind\": \"sister-contry\"", OfficeFileCodes.UnknownWord, ".kind")]
    [InlineData("\"decision\": \"19/1994\"", "\"decison\": \"19/1994\"", OfficeFileCodes.UnknownMember, ".decison")]
    [InlineData("\"decision\": \"19/1994\"", "\"decision\": 19", OfficeFileCodes.WrongType, ".decision")]
    [InlineData("\"http://www.bacs-kiskun.hu\"", "\"javascript:alert(1)\"", OfficeFileCodes.WrongAddress, ".websites[0]")]
    [InlineData("\"number\": 2,", "\"number\": 1,", OfficeFileCodes.WrongNumbering, ".number")]
    [InlineData("\"slug\": \"hargita\"", "\"slug\": \"api\"", OfficeFileCodes.ReservedSlug, "office.slug")]
    [InlineData("\"slug\": \"hargita\"", "\"slug\": \"hargita\", \"slug\": \"hargita\"", OfficeFileCodes.RepeatedMember, "office.slug")]
    [InlineData("\"slug\": \"hargita\"", "\"slug\": \"Hargita megye\"", OfficeFileCodes.WrongKey, "office.slug")]
    [InlineData("\"tessera-office/1\"", "\"tessera-office/9\"", OfficeFileCodes.UnknownFormat, "format")]
    [InlineData("\"date\": \"1994\"", "\"date\": \"1994-02-30\"", "date.unknown-form", ".date")]
    [InlineData("\"country\": \"HU\"", "\"country\": \"ZZ\"", OfficeFileCodes.UnknownCountry, ".country")]
    [InlineData("\"registeredName\": \"Bács-Kiskun", "\"registeredname\": \"Bács-Kiskun", OfficeFileCodes.MissingMember, ".registeredName")]
    public void Read_WithAMistake_SaysTheLineTheFieldAndTheReason(string right, string wrong, string code, string path)
    {
        var at = Hargita.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        var line = Hargita[..at].Count(c => c == '\n') + 1;
        var reading = Read(Hargita[..at] + wrong + Hargita[(at + right.Length)..]);
        Assert.Null(reading.File);
        var finding = Assert.Single(reading.Findings, f => f.Code == code);
        Assert.EndsWith(path, finding.Path, StringComparison.Ordinal);
        if (code != OfficeFileCodes.MissingMember) Assert.Equal(line, finding.Line);
    }

    [Fact]
    public void Read_WithSeveralMistakes_NamesThemAll()
    {
        var reading = Read(Hargita.Replace("\"sister-county\"", "\"sister\"", StringComparison.Ordinal));
        Assert.Equal(19, reading.Findings.Count(f => f.Code == OfficeFileCodes.UnknownWord));
        Assert.Equal(reading.Findings.OrderBy(f => f.Line), reading.Findings);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n  \"format\": ", 2)]
    [InlineData("{\n  \"format\": \"x\",\n  // no\n}", 3)]
    [InlineData("[1, 2", 1)]
    public void Read_WhatIsNotJson_SaysWhere(string text, int line)
    {
        var finding = Assert.Single(Read(text).Findings);
        Assert.Equal((OfficeFileCodes.NotJson, line), (finding.Code, finding.Line));
    }

    [Fact]
    public void Read_WithAByteOrderMark_DoesNotMind() => Assert.Empty(OfficeFileReader.Read((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Hargita)], "x").Findings);

    [Fact]
    public void Read_AnythingMutated_NeverThrows()
    {
        var bytes = Encoding.UTF8.GetBytes(Hargita);
        var random = new Random(20261121);
        for (var round = 0; round < 400; round++)
        {
            var mutated = bytes.ToArray();
            for (var i = 0; i <= round % 5; i++) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            var reading = OfficeFileReader.Read(round % 3 == 0 ? mutated.AsMemory(0, random.Next(mutated.Length)) : mutated, "mutated");
            Assert.True(reading.File is null == reading.Findings.Count > 0);
        }
    }

    [Fact]
    public void Read_OfTwoThousandPartners_IsLinear()
    {
        var file = Read(Hargita).File!;
        var many = file with
        {
            Activities = [],
            News = [],
            Partners = [.. Enumerable.Range(1, 2000).Select(i => file.Partners[0] with
            {
                Key = $"p-{i}", Number = i, Agreements = [.. file.Partners[0].Agreements.Select(a => a with { Key = $"a-{i}" })],
            })],
        };
        Assert.Empty(OfficeFileReader.Read(OfficeFileWriter.Write(many), "many").Findings);
    }

    [Fact]
    public void Between_NothingAndAnOffice_AddsEverything()
    {
        var file = Read(Hargita).File!;
        var changes = OfficeDifference.Between(null, file);
        Assert.All(changes, c => Assert.Equal(ChangeKind.Added, c.Kind));
        Assert.Equal((19, 20), (changes.Count(c => c.Subject == "partner"), changes.Count(c => c.Subject == "agreement")));
    }

    [Fact]
    public void Between_AChangedName_NamesTheFieldOnly()
    {
        var file = Read(Hargita).File!;
        var changed = file with { Partners = [file.Partners[0] with { Note = LocalText.Of("en", "New note") }, .. file.Partners.Skip(1)] };
        var change = Assert.Single(OfficeDifference.Between(file, changed));
        Assert.Equal(("partner", ChangeKind.Changed), (change.Subject, change.Kind));
        Assert.Equal(["note"], change.Fields.Select(f => f.Field));
    }

    [Fact]
    public void Between_AFileWithoutAPlace_LeavesTheSharedDirectoryAlone()
    {
        var file = Read(Hargita).File!;
        Assert.Empty(OfficeDifference.Between(file, file with { Places = [.. file.Places.Skip(1)] }));
    }

    private static OfficeFileReading Read(string text) => OfficeFileReader.Read(Encoding.UTF8.GetBytes(text), "office.json");

    private static string Example(string office)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tessera.slnx"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "examples", office + ".json");
    }
}
