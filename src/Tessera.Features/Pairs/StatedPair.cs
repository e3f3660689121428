using Tessera.Interchange.Reading;
using Tessera.Interchange.Reading.Reconciliation;
using Tessera.Planning.Maps;

namespace Tessera.Features.Pairs;

/// <summary>A line of the register as far as it concerns an office.</summary>
/// <param name="IsOurs">Does the office's own authority say it? Else the other does.</param>
/// <param name="Other">The other authority, with its population; the name of its country is left out.</param>
/// <param name="Keys">Those of the other authority.</param>
/// <param name="Meant">The place of the directory that the other is; its region and population are left out.</param>
/// <param name="Doubt">What speaks against it; null when nothing.</param>
/// <param name="Text">The line as it stands in the file.</param>
internal sealed record StatedPair(int Line, int Office, bool IsOurs, RegisterPlace Other, string[] Keys, Place? Meant, RegisterDoubt? Doubt, string Text)
{
    /// <summary>Where the other lies: as the register says, else as the directory does.</summary>
    public GeoPoint? Point => Other.Point ?? (Meant is { } place ? new GeoPoint(place.Latitude, place.Longitude) : null);
}
