using System.Text.Json;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

public sealed class OfficeItemsTests
{
    private static readonly AgreementItem Agreement = new()
    {
        Key = "zala-1994",
        Kind = "twinning",
        Decision = "19/1994",
        Until = PartialDate.OfYear(2030),
        NoticeMonths = 6,
        Purpose = LocalText.Of("en", "Culture"),
        Fields = ["culture"],
        Theirs = new TheirHalfItem { Decision = "7" },
        Source = "page",
    };

    [Fact]
    public void With_AText_SetsIt() => Assert.Equal("271/2017", With("decision", "271/2017").Decision);

    [Fact]
    public void With_ATextThatLooksLikeJson_TakesItAsItIs() => Assert.Equal("[\"null\"", With("decision", "[\"null\"").Decision);

    [Fact]
    public void With_ADate_SetsIt() => Assert.Equal(PartialDate.ParseEdtf("2021-10/.."), With("until", "2021-10/..").Until);

    [Fact]
    public void With_ANumber_SetsIt() => Assert.Equal(12, With("noticeMonths", "12").NoticeMonths);

    [Fact]
    public void With_AList_SetsIt() => Assert.Equal(["youth", "sport"], With("fields", """["youth","sport"]""").Fields);

    [Fact]
    public void With_AListOfItems_SetsIt() =>
        Assert.Equal(new AgreementDateItem("signed", PartialDate.OfYear(1994)), Assert.Single(With("dates", """[{"role":"signed","date":"1994"}]""").Dates));

    [Fact]
    public void With_ALocalText_SetsIt() => Assert.Equal(new LocalText([new("hu", "Kultúra"), new("en", "Arts")]), With("purpose", """{"en":"Arts","hu":"Kultúra"}""").Purpose);

    [Fact]
    public void With_AnItem_SetsIt() => Assert.Equal(new TheirHalfItem { SeenOn = PartialDate.OfYear(2026) }, With("theirs", """{"seenOn":"2026"}""").Theirs);

    [Fact]
    public void With_Null_LeavesTheFieldOut()
    {
        var emptied = OfficeItems.With(Agreement, [("decision", null), ("until", null), ("noticeMonths", null), ("purpose", null), ("fields", null), ("theirs", null)]);
        Assert.Equal("""{"key":"zala-1994","kind":"twinning","source":"page"}""", OfficeItems.Write(emptied));
        Assert.Equal((LocalText.Empty, 0), (emptied.Purpose, emptied.Fields.Count));
    }

    [Fact]
    public void With_AField_LeavesTheOthersAlone()
    {
        Assert.Equal(OfficeItems.Write(Agreement with { Decision = "5" }), OfficeItems.Write(With("decision", "5")));
        Assert.Equal(OfficeItems.Write(Agreement), OfficeItems.Write(OfficeItems.With(Agreement, [])));
    }

    [Fact]
    public void With_TheChangesThatADifferenceNames_GivesTheOtherState()
    {
        var partner = new PartnerItem { Key = "zala", Number = 1, Authority = "hu-zala", Kind = "sister-county", RegisteredName = "Zala", Names = LocalText.Of("hu", "Zala"), Source = "page" };
        var after = partner with { Why = LocalText.Of("hu", "Egy út"), ArchivedOn = PartialDate.OfMonth(2026, 10), Websites = ["https://zala.example"], RegisteredName = "Zala Megye" };
        var change = Assert.Single(OfficeDifference.Between(partner, after));
        Assert.Equal(OfficeItems.Write(after), OfficeItems.Write(OfficeItems.With(partner, change.Fields.Select(f => (f.Field, f.New)))));
        Assert.Equal(OfficeItems.Write(partner), OfficeItems.Write(OfficeItems.With(after, change.Fields.Select(f => (f.Field, f.Old)))));
    }

    [Theory]
    [InlineData("colour", "red")]
    [InlineData("colour", null)]
    [InlineData("Decision", "5")]
    [InlineData("kind", null)]
    [InlineData("until", "2021-13")]
    [InlineData("until", "tomorrow")]
    [InlineData("noticeMonths", "six")]
    [InlineData("noticeMonths", "\"6\"")]
    [InlineData("noticeMonths", "6.5")]
    [InlineData("fields", "culture")]
    [InlineData("fields", "\"culture\"")]
    [InlineData("fields", "[1]")]
    [InlineData("fields", "[null]")]
    [InlineData("dates", """[{"role":"signed"}]""")]
    [InlineData("dates", """[{"role":"signed","date":"soon"}]""")]
    [InlineData("dates", """[{"role":"signed","date":"1994","place":"here"}]""")]
    [InlineData("purpose", "Culture")]
    [InlineData("purpose", """["Culture"]""")]
    [InlineData("theirs", """{"decison":"7"}""")]
    public void With_AnUnknownFieldOrAWrongValue_Throws(string field, string? value) => Assert.ThrowsAny<JsonException>(() => With(field, value));

    [Fact]
    public void Read_WhatWasWritten_GivesTheSame() => Assert.Equal(OfficeItems.Write(Agreement), OfficeItems.Write(OfficeItems.Read<AgreementItem>(OfficeItems.Write(Agreement))));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"key":"a","kind":"twinning"}""")]
    public void Read_WhatIsNoItem_Throws(string json) => Assert.ThrowsAny<JsonException>(() => OfficeItems.Read<AgreementItem>(json));

    private static AgreementItem With(string field, string? value) => OfficeItems.With(Agreement, [(field, value)]);
}
