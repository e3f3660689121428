using Tessera.Interchange.Reading.Recognition;

namespace Tessera.Interchange.Reading.Records;

/// <summary>What a table's reader needs to know of the page around it.</summary>
/// <param name="Whole">All of a cell as a name.</param>
/// <param name="IsHome">Does a cell name the office itself?</param>
/// <param name="Home">The office's country.</param>
/// <param name="MayTell">May a table say by its columns alone that it lists partners? On a page about a network it may not.</param>
/// <param name="Told">What somebody said of the columns of tables with certain headings.</param>
internal sealed record TableSetting(Func<Line, NameSpan?> Whole, Predicate<Line> IsHome, string? Home, bool MayTell, IReadOnlyList<ToldColumns> Told);
