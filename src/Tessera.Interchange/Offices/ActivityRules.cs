using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>The keys of an office to which an activity may refer.</summary>
public sealed record ActivityReferences(IEnumerable<string> Sources, IEnumerable<string> Authorities, IEnumerable<string> Fields, IEnumerable<string> Partners, IEnumerable<string> Units, IEnumerable<string> Organisers, IEnumerable<string> Memberships);

/// <summary>Holds one activity against the rules of an office file.</summary>
public static class ActivityRules
{
    private const string Path = "activity.";

    /// <summary>What is wrong; paths are those of the activity's own fields, such as <c>title.hu</c> or <c>programme[0].start</c>.</summary>
    public static IReadOnlyList<Finding> Check(ActivityItem activity, ActivityReferences known)
    {
        var findings = new FindingList("");
        var file = PartnerRules.FileOf(known.Sources, known.Authorities, known.Fields);
        file = file with
        {
            Office = file.Office with { Responsible = [.. known.Units.Select(u => new SectionItem(u, LocalText.Empty, LocalText.Empty))] },
            Partners = [.. known.Partners.Select(p => new PartnerItem { Key = p, Number = 0, Authority = "", Kind = "", RegisteredName = "", Names = LocalText.Empty, Source = "" })],
            Organisers = [.. known.Organisers.Select(o => new OrganiserItem { Key = o, Names = LocalText.Empty })],
            Memberships = [.. known.Memberships.Select(m => new MembershipItem { Key = m, Organisation = "", Kind = "", Source = "" })],
        };
        new OfficeFileRules(file, findings).CheckActivity(activity, "activity");
        return [.. findings.Refused().Findings.Select(f => f with { Path = f.Path.StartsWith(Path, StringComparison.Ordinal) ? f.Path[Path.Length..] : f.Path })];
    }
}
