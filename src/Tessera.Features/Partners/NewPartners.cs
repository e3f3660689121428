using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Authorities;
using Tessera.Domain.Partners;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Authorities;
using Tessera.Features.Offices;
using Tessera.Features.Storage;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Partners;

/// <summary>A partner to be added.</summary>
/// <param name="Authority">The key of an authority of the directory; null for one that is not there yet.</param>
/// <param name="Country">ISO 3166-1 alpha-2, of a new authority.</param>
/// <param name="AuthorityKind">Of a new authority.</param>
/// <param name="Seat">Of a new authority; null when nobody chose one.</param>
public sealed record NewPartner(
    string? Authority, string? Country, AuthorityKind AuthorityKind, PartnerKind Kind, string RegisteredName, LocalText Names, IReadOnlyList<string> Address,
    IReadOnlyList<string> Websites, LocalText Note, LocalText Why, IReadOnlyList<string> Fields, NewSeat? Seat = null);

/// <summary>Where a new authority has its seat: a place of GeoNames, put into the directory when it is not there yet.</summary>
public sealed record NewSeat(int GeoNames, string Name, string Country, double Latitude, double Longitude);

/// <summary>Prepares what a new partner needs: its key, its number, its authority, the source "kept in Tessera".</summary>
internal static class NewPartners
{
    private const string OwnSource = "kept-here";
    private const string GeoNames = "geonames";

    /// <summary>The partner as an item; what is missing in the directory has been added to the unit of work.</summary>
    public static async Task<PartnerItem> ItemAsync(TesseraDb db, OfficeView office, NewPartner partner, DateTimeOffset now, CancellationToken cancellation)
    {
        var taken = await db.Partners.Select(p => p.Key).ToListAsync(cancellation);
        var name = partner.Names.FirstOrDefault().Text is { Length: > 0 } said ? said : partner.RegisteredName;
        var key = Keys.Of(name, "partner", taken.Contains);
        var source = await SourceAsync(db, office, now, cancellation);
        return new PartnerItem
        {
            Key = key,
            Number = await db.Partners.MaxAsync(p => (int?)p.Number, cancellation) + 1 ?? 1,
            Authority = await AuthorityAsync(db, partner, key, cancellation),
            Kind = Words<PartnerKind>.Write(partner.Kind),
            RegisteredName = partner.RegisteredName,
            Names = partner.Names,
            Address = partner.Address,
            Websites = partner.Websites,
            Note = partner.Note,
            Why = partner.Why,
            Fields = partner.Fields,
            Source = source,
        };
    }

    /// <summary>The source of what is typed in here, made when the office has none yet.</summary>
    public static async Task<string> SourceAsync(TesseraDb db, OfficeView office, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.Sources.AnyAsync(s => s.Key == OwnSource, cancellation)) return OwnSource;
        db.Add(new SourceRow { Id = Guid.CreateVersion7(now), OfficeId = office.Id, Key = OwnSource, Position = await db.Sources.CountAsync(cancellation), Title = office.Name });
        await db.SaveChangesAsync(cancellation);
        return OwnSource;
    }

    /// <summary>The directory's source of seats.</summary>
    public static DirectorySourceRow GeoNamesSource() => new() { Id = Guid.CreateVersion7(), Key = GeoNames, Title = LocalText.Of("en", "GeoNames"), Publisher = "GeoNames", Url = "https://www.geonames.org", Licence = "CC BY 4.0, GeoNames (geonames.org)" };

    private static async Task<string> AuthorityAsync(TesseraDb db, NewPartner partner, string key, CancellationToken cancellation)
    {
        if (partner.Authority is { } known) return known;
        var source = await db.DirectorySources.AsTracking().FirstOrDefaultAsync(s => s.Key == OwnSource, cancellation)
            ?? db.Add(new DirectorySourceRow { Id = Guid.CreateVersion7(), Key = OwnSource, Title = LocalText.Of("en", "Tessera") }).Entity;
        var free = await AuthorityKeys.FreeAsync(db, key, key, cancellation);
        db.Add(new AuthorityRow { Id = Guid.CreateVersion7(), Key = free, Kind = partner.AuthorityKind, Country = partner.Country, Names = partner.Names, SourceId = source.Id, SeatId = await SeatAsync(db, partner.Seat, cancellation) });
        await db.SaveChangesAsync(cancellation);
        return free;
    }

    /// <summary>The place of a seat, put into the directory with GeoNames as its source when it is not there yet.</summary>
    public static async Task<Guid?> SeatAsync(TesseraDb db, NewSeat? seat, CancellationToken cancellation)
    {
        if (seat is null) return null;
        if (await db.Places.FirstOrDefaultAsync(p => p.GeoNames == seat.GeoNames, cancellation) is { } known) return known.Id;
        var source = await db.DirectorySources.AsTracking().FirstOrDefaultAsync(s => s.Key == GeoNames, cancellation)
            ?? db.Add(GeoNamesSource()).Entity;
        var place = new PlaceRow { Id = Guid.CreateVersion7(), Key = $"geonames-{seat.GeoNames}", Names = LocalText.Of("en", seat.Name), Country = seat.Country, Latitude = seat.Latitude, Longitude = seat.Longitude, GeoNames = seat.GeoNames, SourceId = source.Id };
        return db.Add(place).Entity.Id;
    }
}
