using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Interchange.Halves;

/// <summary>Who we are, as a partner's data may name us.</summary>
/// <param name="Authority">The key of our authority.</param>
/// <param name="Names">All our names, in whatever language.</param>
public sealed record OurSelves(string Authority, IReadOnlyList<string> Names)
{
    private const int Telling = 6;

    private readonly HashSet<string> _folded = [.. Names.Select(Folding.Of).Where(n => n.Length > 0)];

    /// <summary>Is one of these names ours, in any spelling, or one of ours with something added or left out?</summary>
    public bool Are(IEnumerable<string?> names) => names.Select(Folding.Of).Any(n => n.Length > 0 && (_folded.Contains(n) || _folded.Any(o => IsWithin(o, n) || IsWithin(n, o))));

    /// <summary>Do all words of the one stand in the other, side by side? Of a short name that would say little.</summary>
    private static bool IsWithin(string one, string other) => one.Length >= Telling && $" {other} ".Contains($" {one} ", StringComparison.Ordinal);
}

/// <summary>An agreement with us as the partner holds it.</summary>
/// <param name="Kind">A word of <see cref="AgreementItem.Kind"/>; null where it is not said.</param>
/// <param name="Dates">With their roles, as they give them.</param>
/// <param name="Page">Their own page about it.</param>
public sealed record TheirEntry(string? Kind, string? Decision, IReadOnlyList<AgreementDateItem> Dates, string? Page);

/// <summary>What a partner's data says of agreements with us.</summary>
/// <param name="Title">What the data calls itself.</param>
/// <param name="StatedOn">Its date; null when it has none.</param>
public sealed record TheirData(string Title, PartialDate? StatedOn, IReadOnlyList<TheirEntry> Entries);

/// <summary>What was read: the data when nothing is wrong with what it says of us, else what is wrong.</summary>
public sealed record TheirDataReading(TheirData? Data, IReadOnlyList<Finding> Findings);

/// <summary>Why a partner's data is refused. Each has a sentence in every language of the program.</summary>
public static class TheirDataCodes
{
    /// <summary>Argument <c>most</c>.</summary>
    public const string TooLarge = "their-data.too-large";

    public const string Empty = "their-data.empty";

    /// <summary>JSON, but neither an office file nor the agreements of a portal.</summary>
    public const string UnknownForm = "their-data.unknown-form";

    /// <summary>Argument <c>wanted</c>: the names that the column may have.</summary>
    public const string NoColumn = "their-data.no-column";

    /// <summary>A quoted value goes on to the end of the file.</summary>
    public const string OpenQuote = "their-data.open-quote";

    /// <summary>Argument <c>count</c>: how many agreements were looked at.</summary>
    public const string NotAboutUs = "their-data.not-about-us";

    /// <summary>Every code, for the test that asks each for its sentence.</summary>
    public static IReadOnlyList<string> All { get; } = [TooLarge, Empty, UnknownForm, NoColumn, OpenQuote, NotAboutUs];
}
