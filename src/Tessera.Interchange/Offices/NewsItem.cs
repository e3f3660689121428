using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>A piece of news.</summary>
public sealed record NewsItem
{
    public required string Key { get; init; }

    /// <summary>project | visit | event | culture | economy | youth | notice</summary>
    public required string Category { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What it says in a sentence or two, for lists.</summary>
    public LocalText Lead { get; init; } = LocalText.Empty;

    /// <summary>Paragraphs; one may be a list, an entry a line beginning with "- ".</summary>
    public LocalText Text { get; init; } = LocalText.Empty;

    /// <summary>The day from which everybody sees it, 2015-07-28; left out while it is a draft.</summary>
    public string? Published { get; init; }

    /// <summary>The last day on which it is shown; left out for ever.</summary>
    public string? Until { get; init; }

    /// <summary>Keys of the partners it tells of.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Keys of the office's fields.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Keys of the activities it tells of.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Key of the source it was taken from.</summary>
    public required string Source { get; init; }
}
