using Tessera.Interchange.Reading.Words;

namespace Tessera.Interchange.Reading.Records;

/// <summary>Words that may be the name of a partner.</summary>
/// <param name="Text">The name as it stands on the page, without words around it.</param>
/// <param name="Core">Its folded spelling without words such as town or county.</param>
/// <param name="Places">The places that bear this name, or its nominative.</param>
/// <param name="IsWide">Does a word such as county or region stand in it?</param>
/// <param name="Nominative">The folded name by which the places were found; empty when there are none.</param>
internal sealed record NameSpan(int Start, int End, string Text, string Core, IReadOnlyList<Place> Places, string Nominative, bool IsWide)
{
    /// <summary>Is it a part of the city whose places these are?</summary>
    public bool IsPart { get; init; }

    /// <summary>Does a place bear the name?</summary>
    public bool IsPlace => Places.Count > 0;

    /// <summary>May both mean one place?</summary>
    public bool SharesPlace(NameSpan other) => Places.Any(p => other.Places.Any(o => o.Id == p.Id));

    /// <summary>Is it the same name, in whatever case?</summary>
    public bool IsSame(NameSpan other) => Core == other.Core || (Nominative.Length > 0 && Nominative == other.Nominative);

    /// <summary>Does a place of a country, of today or former, bear it?</summary>
    public bool IsIn(string country) => Places.Any(p => FormerStates.Covers(country, p.Country));
}
