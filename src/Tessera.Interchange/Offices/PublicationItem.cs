using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Offices;

/// <summary>A publication or good practice of the office's library. Its file is filed with it and is not part of the office's file.</summary>
public sealed record PublicationItem
{
    public required string Key { get; init; }

    /// <summary>publication | good-practice | handbook | study | report</summary>
    public required string Kind { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>In which language it is written, such as hu.</summary>
    public required string Language { get; init; }

    /// <summary>The year it appeared; left out where it is not known.</summary>
    public int? Year { get; init; }

    /// <summary>Who wrote it, as it says itself.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>What it says, in a paragraph or two.</summary>
    public LocalText Abstract { get; init; } = LocalText.Empty;

    /// <summary>Where it is to be had elsewhere.</summary>
    public string? Url { get; init; }

    /// <summary>Does everybody see it?</summary>
    public bool IsPublic { get; init; }

    /// <summary>Keys of the office's fields.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Keys of the activities it came from or that cite it.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Key of the source it was taken from.</summary>
    public required string Source { get; init; }
}
