using Tessera.Domain.Vocabulary;

namespace Tessera.Interchange.Reading.Recognition;

/// <summary>Something that a line says, and the words it says it with.</summary>
/// <param name="Key">What: <c>country</c>, <c>date</c>, <c>decision-number</c>, <c>kind</c>, <c>website</c> ... the keys of the lexicons and those of <see cref="Says"/>.</param>
/// <param name="Value">Which: a country's code, a date in EDTF, a kind's word.</param>
/// <param name="Start">Where its words begin in the page's text.</param>
/// <param name="End">Where they end, exclusive.</param>
/// <param name="Rule">By which rule it was read, such as <c>lexicon:hu</c> or <c>date:d-m-y</c>.</param>
internal sealed record Mention(string Key, string Value, int Start, int End, string Rule)
{
    /// <summary>The date, of a date.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Does it name an instrument by which partners are bound, and not a membership, a mere contact or the lack of any?</summary>
    public bool IsInstrument => Key == Says.Kind && Value is not ("membership" or "contact" or "none");

    public bool Overlaps(Mention other) => Start < other.End && other.Start < End;
}

/// <summary>What is recognised without a lexicon's key.</summary>
internal static class Says
{
    public const string Date = "date";

    /// <summary>A day of a month without its year, MM-DD.</summary>
    public const string OpenDate = "open-date";
    public const string Decision = "decision-number";
    public const string Website = "website";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Population = "population";
    public const string Area = "area";
    public const string Country = "country";
    public const string Kind = "kind";
    public const string Status = "status";
    public const string Role = "role";
    public const string Level = "level";
    public const string Label = "label";
    public const string Network = "network";
    public const string Noise = "noise";
}
