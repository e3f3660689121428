using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>Holds one partner against the rules of an office file.</summary>
public static class PartnerRules
{
    private const string Path = "partner.";

    /// <summary>What base facts are about.</summary>
    public static IReadOnlyList<string> FactKinds => OfficeFileRules.FactKinds;

    /// <summary>In what they are measured.</summary>
    public static IReadOnlyList<string> Units => OfficeFileRules.Units;

    /// <summary>What is wrong; paths are those of the partner's own fields, such as <c>names.hu</c> or <c>agreements[0].until</c>.</summary>
    public static IReadOnlyList<Finding> Check(PartnerItem partner, IEnumerable<string> sources, IEnumerable<string> authorities, IEnumerable<string> fields)
    {
        var findings = new FindingList("");
        var file = FileOf(sources, authorities, fields);
        new OfficeFileRules(file, findings).CheckPartner(partner, "partner");
        return [.. findings.Refused().Findings.Select(f => f with { Path = f.Path.StartsWith(Path, StringComparison.Ordinal) ? f.Path[Path.Length..] : f.Path })];
    }

    /// <summary>A file of which nothing is there but the keys to which a record may refer.</summary>
    internal static OfficeFile FileOf(IEnumerable<string> sources, IEnumerable<string> authorities, IEnumerable<string> fields) => new()
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
}
