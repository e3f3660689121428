namespace Tessera.Interchange.Reading.Words;

/// <summary>A term of a lexicon.</summary>
/// <param name="Key">What it says, such as <c>kind</c> or <c>month</c>.</param>
/// <param name="Value">Which, such as <c>twinning</c> or <c>5</c>; empty where the key says all.</param>
/// <param name="Language">The lexicon it stands in: a two-letter code, or "int".</param>
internal sealed record Term(string Key, string Value, string Language);

/// <summary>A term found in a run of tokens.</summary>
/// <param name="Term">Which.</param>
/// <param name="From">The first token.</param>
/// <param name="To">The token after the last.</param>
internal readonly record struct TermHit(Term Term, int From, int To);
