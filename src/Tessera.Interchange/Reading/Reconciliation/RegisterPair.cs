using Tessera.Interchange.Offices;
using Tessera.Planning.Maps;

namespace Tessera.Interchange.Reading.Reconciliation;

/// <summary>An authority as an outside register names it.</summary>
/// <param name="Name">As printed.</param>
/// <param name="CountryName">As printed; empty when the register does not say.</param>
/// <param name="Country">ISO 3166-1, two letters; null when the name is not known.</param>
/// <param name="Point">Where it lies; null when the register does not say.</param>
/// <param name="Population">Number of inhabitants; null when the register does not say.</param>
public sealed record RegisterPlace(string Name, string CountryName, string? Country, GeoPoint? Point, long? Population);

/// <summary>A row of an outside register: one authority says that another is its partner.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Origin">Who says so.</param>
/// <param name="Partner">Of whom.</param>
/// <param name="Kilometres">The distance between them as the register gives it; null when it does not.</param>
public sealed record RegisterPair(int Line, RegisterPlace Origin, RegisterPlace Partner, double? Kilometres);

/// <summary>A line of an outside register.</summary>
/// <param name="Number">From 1, which is the heading.</param>
/// <param name="Text">The line as it stands in the file.</param>
/// <param name="Pair">What it says; null when it does not name both.</param>
/// <param name="Fault">Why it cannot be taken into an office's records: a word of <see cref="RegisterFaults"/>; null when it can.</param>
public sealed record RegisterLine(int Number, string Text, RegisterPair? Pair, string? Fault);

/// <summary>Why a line cannot be taken into an office's records: stable words, each with its sentence.</summary>
public static class RegisterFaults
{
    /// <summary>It does not name both.</summary>
    public const string NoName = "no-name";

    /// <summary>The partner's name is longer than names are, or has signs that no name has.</summary>
    public const string WrongName = "wrong-name";

    /// <summary>The partner's country is not named, or by a word that no lexicon knows.</summary>
    public const string NoCountry = "no-country";

    /// <summary>Coordinates are given that are none.</summary>
    public const string WrongCoordinates = "wrong-coordinates";

    /// <summary>Every word.</summary>
    public static IReadOnlyList<string> All { get; } = [NoName, WrongName, NoCountry, WrongCoordinates];
}

/// <summary>A partnership in an office's own records.</summary>
/// <param name="Key">The partner's key.</param>
/// <param name="Names">Its names, in every language.</param>
/// <param name="Country">ISO 3166-1; null when not known.</param>
/// <param name="Point">Where its seat lies; null when not known.</param>
public sealed record OwnPartner(string Key, IReadOnlyList<string> Names, string? Country, GeoPoint? Point);

/// <summary>What an office's records say, as far as a register can be compared with it.</summary>
/// <param name="Home">The office's own authority.</param>
/// <param name="Partners">Its partners.</param>
public sealed record OwnRecords(OwnPartner Home, IReadOnlyList<OwnPartner> Partners)
{
    /// <summary>The records of an office's file.</summary>
    public static OwnRecords Of(OfficeFile file)
    {
        var authorities = file.Authorities.ToDictionary(a => a.Key);
        var places = file.Places.ToDictionary(p => p.Key);
        OwnPartner Make(string key, string authority, IEnumerable<string> names)
        {
            var known = authorities.GetValueOrDefault(authority);
            var seat = known?.Seat is { } place ? places.GetValueOrDefault(place) : null;
            IEnumerable<string> ofAuthority = known is null ? [] : known.Names.Select(n => n.Text);
            IEnumerable<string> ofSeat = known?.Kind == "municipality" && seat is not null ? seat.Names.Select(n => n.Text) : [];
            return new OwnPartner(key, [.. names.Concat(ofAuthority).Concat(ofSeat).Distinct()], known?.Country ?? seat?.Country, seat is null ? null : new GeoPoint(seat.Latitude, seat.Longitude));
        }

        var home = Make(file.Office.Slug, file.Office.Authority, file.Office.ShortName.Select(n => n.Text));
        return new OwnRecords(home, [.. file.Partners.Select(p => Make(p.Key, p.Authority, p.Names.Select(n => n.Text).Prepend(p.RegisteredName)))]);
    }
}
