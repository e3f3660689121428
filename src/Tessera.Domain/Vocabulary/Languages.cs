namespace Tessera.Domain.Vocabulary;

/// <summary>The languages of the interface, and what a language tag may look like.</summary>
public static class Languages
{
    /// <summary>The languages every page and every refusal speaks, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<string> Interface = ["en", "hu", "sv", "ro"];

    /// <summary>Is this one of the interface's languages?</summary>
    public static bool IsInterface(string? language) => language is not null && Interface.Contains(language);

    /// <summary>A primary tag of two or three lower-case letters (ISO 639), optionally with a script ("sr-latn").</summary>
    public static bool IsTag(string? language)
    {
        if (string.IsNullOrEmpty(language)) return false;
        var parts = language.Split('-');
        return parts[0].Length is 2 or 3 && parts.Length <= 2 && parts.All(p => p.All(char.IsAsciiLetterLower))
               && (parts.Length == 1 || parts[1].Length == 4);
    }

    /// <summary>The tag as it is kept: trimmed, lower case.</summary>
    public static string Normalise(string language) => language.Trim().ToLowerInvariant();

    /// <summary>
    /// The order in which a reader's page tries languages: the reader's, then the office's own in its order.
    /// <see cref="LocalText.For"/> adds English and whatever there is.
    /// </summary>
    public static IReadOnlyList<string> Chain(string reader, IEnumerable<string> office) => [reader, .. office.Where(l => l != reader)];
}
