using Tessera.Features.Offices;
using Tessera.Interchange.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Commands;

/// <summary>Says on the terminal what loading an office did, or why it did nothing.</summary>
internal static class OfficeReport
{
    private const int MostChanges = 40;

    /// <summary>Findings go to the error stream, one a line as <c>file:line:column path: sentence</c>; changes to the output.</summary>
    public static void Write(OfficeLoading loading, string file, Texts texts)
    {
        if (loading.IsRefused) WriteFindings(loading, file, texts);
        else WriteChanges(loading, texts);
    }

    private static void WriteFindings(OfficeLoading loading, string file, Texts texts)
    {
        foreach (var finding in loading.Findings) Console.Error.WriteLine($"{finding.File}:{finding.Line}:{finding.Column} {finding.Path}: {Refusals.Sentence(finding, texts)}");
        Console.Error.WriteLine(texts.With("commands.office-load.refused", ("file", file)));
    }

    private static void WriteChanges(OfficeLoading loading, Texts texts)
    {
        var name = loading.Office ?? "";
        if (loading.Changes.Count == 0)
        {
            Console.WriteLine(texts.With("commands.office-load.unchanged", ("office", name)));
            return;
        }

        var counted = loading.Changes.GroupBy(c => (c.Kind, c.Subject)).Select(g => $"{g.Count()} {g.Key.Subject} {texts[KeyOf(g.Key.Kind)]}");
        Console.WriteLine($"{name}: {string.Join(", ", counted)}");
        foreach (var change in loading.Changes.Where(c => c.Kind is not ChangeKind.Added).Take(MostChanges)) WriteChange(change, texts);
    }

    private static void WriteChange(OfficeChange change, Texts texts)
    {
        Console.WriteLine($"  {change.Subject} {change.Key} {texts[KeyOf(change.Kind)]}");
        foreach (var field in change.Fields) Console.WriteLine($"    {field.Field}: {field.Old ?? "–"} → {field.New ?? "–"}");
    }

    private static string KeyOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "commands.added",
        ChangeKind.Changed => "commands.changed",
        _ => "commands.removed",
    };
}
