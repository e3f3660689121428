using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>The keys of an office to which a publication may refer.</summary>
public sealed record PublicationReferences(IEnumerable<string> Sources, IEnumerable<string> Fields, IEnumerable<string> Activities);

/// <summary>Holds one publication against the rules of an office file.</summary>
public static class PublicationRules
{
    /// <summary>The years a publication may be of.</summary>
    public const int FirstYear = 1450;

    /// <summary>The last of them.</summary>
    public const int LastYear = 2100;

    private const string Path = "publication.";

    /// <summary>What is wrong; paths are those of the item's own fields, such as <c>title.hu</c> or <c>authors[0]</c>.</summary>
    public static IReadOnlyList<Finding> Check(PublicationItem publication, PublicationReferences known)
    {
        var findings = new FindingList("");
        var file = PartnerRules.FileOf(known.Sources, [], known.Fields) with
        {
            Activities = [.. known.Activities.Select(a => new ActivityItem { Key = a, Kind = "", Status = "", Title = LocalText.Empty, Source = "" })],
        };
        new OfficeFileRules(file, findings).CheckPublication(publication, "publication");
        return [.. findings.Refused().Findings.Select(f => f with { Path = f.Path.StartsWith(Path, StringComparison.Ordinal) ? f.Path[Path.Length..] : f.Path })];
    }
}
