namespace Tessera.Interchange.Reading.Records;

/// <summary>What a part of a page is about.</summary>
internal enum Theme
{
    /// <summary>Nothing said so.</summary>
    Unknown,

    /// <summary>The office's partners.</summary>
    Partners,

    /// <summary>A network or ring.</summary>
    Network,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What holds for a line because of the headings above it.</summary>
/// <param name="Level">Of the heading that set the theme; 1 to 6, 7 for a line that only looks like one, 0 for the title.</param>
/// <param name="Kind">The kind of agreement that the headings name.</param>
/// <param name="Status">The status that they name ("Former partners").</param>
/// <param name="AuthorityLevel">The level of authority that they name ("Sister counties").</param>
/// <param name="HeadingLine">The line of the heading that set the theme; -1 before the first.</param>
internal sealed record Section(Theme Theme, int Level, string? Kind, string? Status, string? AuthorityLevel, int HeadingLine)
{
    public static Section None { get; } = new(Theme.Unknown, 7, null, null, null, -1);
}
