using Tessera.Features.History;
using Tessera.Interchange.Offices;
using ChangeKind = Tessera.Features.History.ChangeKind;

namespace Tessera.Web.Parts;

/// <summary>A change in words.</summary>
public static class ChangeSentence
{
    /// <summary>What happened to which kind of record, and the record's name where it has one.</summary>
    public static string Of(ChangeView change, Texts texts, Display display)
    {
        var what = texts.With("changes.line-" + Words<ChangeKind>.Write(change.Kind), ("what", texts["changes.subject-" + change.Subject]));
        return display.Text(change.Names) is { } name ? $"{what}: {name.Text}" : what;
    }
}
