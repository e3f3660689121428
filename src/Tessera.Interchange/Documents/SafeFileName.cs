using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Tessera.Interchange.Documents;

/// <summary>
/// The name under which a file is kept: without path, without letters that no file system or that only a deceiver needs (controls, marks that turn the writing
/// direction, marks of no width), not a device of Windows, not hidden, at most <see cref="DocumentLimits.FileName"/> letters, with the ending of its kind.
/// </summary>
public static class SafeFileName
{
    private const string Nameless = "document";
    private const string Reserved = "<>:\"/\\|?*";

    private static readonly FrozenSet<string> Devices = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$", .. "0123456789¹²³".SelectMany(d => new[] { "COM" + d, "LPT" + d })]);

    /// <summary>A safe name out of whatever was sent.</summary>
    /// <param name="kind">What the content is; null leaves the ending as it was sent.</param>
    public static string Of(string sent, DocumentKind? kind)
    {
        var name = Clean(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]);
        var ending = Ending(name);
        var form = kind is { } known ? DocumentForm.Of(known) : null;
        var keeps = ending.Length > 0 && (form is null || DocumentForm.Claimed(ending) is not null);
        var stem = keeps ? name[..^(ending.Length + 1)] : name;
        if (form is not null && !form.Endings.Contains(ending)) ending = form.Ending;
        stem = Trim(stem);
        if (stem.Length == 0) stem = Nameless;
        if (Devices.Contains(stem.Split('.')[0].TrimEnd())) stem = "_" + stem;
        return ending.Length == 0 ? Cut(stem, DocumentLimits.FileName) : Cut(stem, DocumentLimits.FileName - ending.Length - 1) + "." + ending;
    }

    /// <summary>What follows the last dot, in small letters; empty unless it is one to ten ASCII letters and digits.</summary>
    internal static string Ending(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot < 0 ? "" : name[(dot + 1)..].TrimEnd();
        return ending.Length is > 0 and <= 10 && ending.All(char.IsAsciiLetterOrDigit) ? ending.ToLowerInvariant() : "";
    }

    internal static string Clean(string name)
    {
        var kept = new StringBuilder(Math.Min(name.Length, 1024));
        foreach (var rune in name.EnumerateRunes())
        {
            if (kept.Length >= 1024) break;
            if (rune == Rune.ReplacementChar || IsHidden(rune)) continue;
            if (Rune.IsWhiteSpace(rune)) kept.Append(kept.Length > 0 && kept[^1] == ' ' ? "" : " ");
            else kept.Append(rune.IsAscii && Reserved.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        return Trim(kept.ToString().Normalize(NormalizationForm.FormC));
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Trim(string name) => name.Trim(' ', '.');

    /// <summary>Cuts between letters, never inside one.</summary>
    private static string Cut(string stem, int most)
    {
        if (stem.Length <= most) return stem;
        var end = 0;
        while (end < stem.Length && end + StringInfo.GetNextTextElementLength(stem, end) is var next && next <= most) end = next;
        return end == 0 ? Nameless : Trim(stem[..end]);
    }
}
