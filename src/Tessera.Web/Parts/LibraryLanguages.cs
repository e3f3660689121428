namespace Tessera.Web.Parts;

/// <summary>The languages in which a publication may be written.</summary>
public static class LibraryLanguages
{
    private static readonly string[] Usual = ["en", "hu", "sv", "ro", "de", "fr", "it", "es", "pl", "cs", "sk", "sl", "hr", "sr", "uk", "bg", "fi", "et", "da", "no", "nl"];

    /// <summary>The usual ones by the reader's alphabet, and the one that is set.</summary>
    public static IEnumerable<Choice> Choices(Display display, string set) =>
        Usual.Append(set).Where(l => l.Length > 0).Distinct().Select(l => new Choice(l, display.Language(l))).OrderBy(c => c.Label, display.Alphabet);
}
