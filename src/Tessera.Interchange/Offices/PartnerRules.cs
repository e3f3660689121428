using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>Holds one partner against the rules of an office file.</summary>
public static class PartnerRules
{
    private const string Path = "partner.";

    /// <summary>What is wrong; paths are those of the partner's own fields, such as <c>names.hu</c> or <c>agreements[0].until</c>.</summary>
    public static IReadOnlyList<Finding> Check(PartnerItem partner, IEnumerable<string> sources, IEnumerable<string> authorities, IEnumerable<string> fields)
    {
        var findings = new FindingList("");
        var file = new OfficeFile
        {
            Format = OfficeFile.CurrentFormat,
            Office = new OfficeSheet
            {
                Slug = "",
                Kind = "",
                Authority = "",
                Name = LocalText.Empty,
                ShortName = LocalText.Empty,
                Languages = [],
                Colour = "",
                Source = "",
                Fields = [.. fields.Select(f => new TextItem(f, LocalText.Empty))],
            },
            Sources = [.. sources.Select(s => new SourceItem { Key = s, Title = LocalText.Empty })],
            Authorities = [.. authorities.Select(a => new AuthorityItem { Key = a, Kind = "", Names = LocalText.Empty, Source = "" })],
        };
        new OfficeFileRules(file, findings).CheckPartner(partner, "partner");
        return [.. findings.Refused().Findings.Select(f => f with { Path = f.Path.StartsWith(Path, StringComparison.Ordinal) ? f.Path[Path.Length..] : f.Path })];
    }
}
