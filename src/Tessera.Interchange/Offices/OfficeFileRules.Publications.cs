using Tessera.Domain.Library;
using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <content>What publications must mean.</content>
internal sealed partial class OfficeFileRules
{
    /// <summary>Checks one publication.</summary>
    public void CheckPublication(PublicationItem publication, string at)
    {
        Word<PublicationKind>(publication.Kind, at + ".kind");
        NotEmpty(publication.Title, at + ".title");
        if (!Languages.IsTag(publication.Language)) findings.Add(at + ".language", OfficeFileCodes.WrongLanguage, ("language", publication.Language));
        if (publication.Year is < PublicationRules.FirstYear or > PublicationRules.LastYear) findings.Add(at + ".year", OfficeFileCodes.OutOfRange);
        Lines(publication.Authors, at + ".authors");
        foreach (var (said, language) in publication.Abstract) Length(said, OfficeLimits.Text, $"{at}.abstract.{language}");
        Url(publication.Url, at + ".url");
        References(_fields, publication.Fields, at + ".fields");
        Unique(publication.Fields, at + ".fields");
        References(_activities, publication.Activities, at + ".activities");
        Unique(publication.Activities, at + ".activities");
        Reference(_sources, publication.Source, at + ".source");
    }
}
