using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Offices;

/// <summary>Holds an office that was changed as its file against the rules of files.</summary>
internal static class OfficeChecking
{
    /// <summary>The file as it may be written, or what is wrong with it. What it refers to in the shared directory has the sources of the office that brought it.</summary>
    public static (OfficeFile? File, IReadOnlyList<Finding> Findings) Checked(OfficeFile before, OfficeFile after)
    {
        var own = after.Sources.Select(s => s.Key).ToHashSet();
        var others = before.Places.Select(p => p.Source).Concat(before.Authorities.Select(a => a.Source)).Concat(before.AuthorityEvents.Select(e => e.Source)).Where(s => !own.Contains(s)).ToHashSet();
        var whole = after with { Sources = [.. after.Sources, .. others.Select(s => new SourceItem { Key = s, Title = LocalText.Of("en", s) })] };
        var reading = OfficeFileReader.Read(OfficeFileWriter.Write(whole), after.Office.Slug);
        if (reading.File is not { } file || reading.Findings.Count > 0) return (null, reading.Findings);
        return (file with { Sources = [.. file.Sources.Where(s => own.Contains(s.Key))] }, []);
    }
}
