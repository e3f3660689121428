using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;
using Xunit;

namespace Tessera.Interchange.Tests.Offices;

public sealed class PublicationRulesTests
{
    private static readonly PublicationReferences Known = new(["page"], ["culture"], ["visit"]);

    private static readonly PublicationItem Guide = new()
    {
        Key = "guide",
        Kind = "handbook",
        Title = LocalText.Of("hu", "Kézikönyv"),
        Language = "hu",
        Year = 2019,
        Authors = ["Kovács Ágnes"],
        Abstract = LocalText.Of("hu", "Lépésről lépésre."),
        Url = "https://example.org/kezikonyv.pdf",
        Fields = ["culture"],
        Activities = ["visit"],
        Source = "page",
    };

    public static TheoryData<string, PublicationItem, string> Mistakes => new()
    {
        { "kind", Guide with { Kind = "poem" }, OfficeFileCodes.UnknownWord },
        { "title", Guide with { Title = LocalText.Empty }, OfficeFileCodes.Empty },
        { "language", Guide with { Language = "" }, OfficeFileCodes.WrongLanguage },
        { "language", Guide with { Language = "Hungarian" }, OfficeFileCodes.WrongLanguage },
        { "year", Guide with { Year = 1449 }, OfficeFileCodes.OutOfRange },
        { "year", Guide with { Year = 2101 }, OfficeFileCodes.OutOfRange },
        { "authors[0]", Guide with { Authors = [""] }, OfficeFileCodes.Empty },
        { "authors[0]", Guide with { Authors = [new string('a', OfficeLimits.Name + 1)] }, OfficeFileCodes.TooLong },
        { "abstract.hu", Guide with { Abstract = LocalText.Of("hu", new string('a', OfficeLimits.Text + 1)) }, OfficeFileCodes.TooLong },
        { "url", Guide with { Url = "javascript:alert(1)" }, OfficeFileCodes.WrongAddress },
        { "fields[0]", Guide with { Fields = ["sport"] }, OfficeFileCodes.UnknownReference },
        { "fields", Guide with { Fields = ["culture", "culture"] }, OfficeFileCodes.RepeatedKey },
        { "activities[0]", Guide with { Activities = ["fair"] }, OfficeFileCodes.UnknownReference },
        { "activities", Guide with { Activities = ["visit", "visit"] }, OfficeFileCodes.RepeatedKey },
        { "source", Guide with { Source = "nowhere" }, OfficeFileCodes.UnknownReference },
    };

    [Fact]
    public void Publication_AsItShouldBe_IsAccepted() => Assert.Empty(PublicationRules.Check(Guide, Known));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Publication_WithAMistake_IsRefusedAtItsField(string path, PublicationItem wrong, string code)
    {
        var finding = Assert.Single(PublicationRules.Check(wrong, Known));
        Assert.Equal((path, code), (finding.Path, finding.Code));
    }
}
