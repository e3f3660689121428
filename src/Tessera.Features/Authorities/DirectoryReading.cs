using Tessera.Features.Offices;

namespace Tessera.Features.Authorities;

/// <summary>From rows to views.</summary>
internal static class DirectoryReading
{
    public static SourceView View(this SourceRow s) => new(s.Key, s.Title, s.Publisher, s.Url, s.StatedOn, s.Licence);

    public static SourceView View(this DirectorySourceRow s) => new(s.Key, s.Title, s.Publisher, s.Url, s.StatedOn, s.Licence);

    public static PlaceView View(this PlaceRow p) =>
        new(p.Key, p.Names, p.Country, p.Latitude, p.Longitude, p.Population, p.PopulationAsOf, p.GeoNames, p.Source!.View());

    public static AuthorityView View(this AuthorityRow a) =>
        new(a.Key, a.Kind, a.Country, a.Names, a.Abbreviation, a.Website, a.Begun, a.Ended, a.Identifiers, a.Source!.View());

    public static AuthorityEventView View(this AuthorityEventRow e) => new(
        e.Key, e.Kind, e.Date, Names(e, AuthorityEventPartyRow.FromSide), Names(e, AuthorityEventPartyRow.ToSide), e.Note, e.Source!.View());

    private static List<Domain.Vocabulary.LocalText> Names(AuthorityEventRow row, string side) =>
        [.. row.Parties.Where(p => p.Side == side).OrderBy(p => p.Position).Select(p => p.Authority!.Names)];
}
