using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Partners;
using Tessera.Features.Storage;
using Tessera.Interchange.Reading;

namespace Tessera.Features.Readings;

/// <summary>Gives the authority of a partner that is taken its seat, where the directory of places told for certain which place is meant, so that it is on the map; and takes it back.</summary>
internal static class Seats
{
    /// <summary>A place that bears the very name in the country, alone or far before every other, scores more than this; a name that is only near, or only the beginning of one, less.</summary>
    private const double Certain = 0.85;

    /// <summary>The place of a proposal; null where several may be meant, where none bears the very name, or where somebody has corrected the name or country to another.</summary>
    public static NewSeat? Of(Proposal proposal, ReadPartner taken)
    {
        if (proposal.Directory is not [{ Score: >= Certain } place] || place.Country != taken.Country) return null;
        var name = Folding.Of(taken.Name);
        var isMeant = name == Folding.Of(proposal.Name) || name.Split(' ').Intersect(Folding.Of(place.Name).Split(' ')).Any();
        return isMeant ? new NewSeat(place.Id, place.Name, place.Country, place.Latitude, place.Longitude) : null;
    }

    /// <summary>Is the place in the directory already?</summary>
    public static Task<bool> IsKnownAsync(TesseraDb db, NewSeat seat, CancellationToken cancellation) => db.Places.AnyAsync(p => p.GeoNames == seat.GeoNames, cancellation);

    /// <summary>Gives an authority that has no seat this one; its source is GeoNames.</summary>
    /// <returns>Null when it has a seat, which stays, or has ended.</returns>
    public static async Task<BroughtSeat?> FillAsync(TesseraDb db, string authority, NewSeat seat, CancellationToken cancellation)
    {
        if (await db.Authorities.AsTracking().SingleOrDefaultAsync(a => a.Key == authority && a.SeatId == null && a.Ended == null, cancellation) is not { } row) return null;
        var isNew = !await IsKnownAsync(db, seat, cancellation);
        row.SeatId = await NewPartners.SeatAsync(db, seat, cancellation);
        await db.SaveChangesAsync(cancellation);
        return new BroughtSeat(authority, seat.GeoNames, isNew);
    }

    /// <summary>Takes a seat from an authority that still has it, and the place out of the directory, unless it was there or something else has come to lie on it.</summary>
    public static async Task TakeBackAsync(TesseraDb db, BroughtSeat seat, CancellationToken cancellation)
    {
        await db.Authorities.Where(a => a.Key == seat.Authority && a.Seat!.GeoNames == seat.Place).ExecuteUpdateAsync(a => a.SetProperty(x => x.SeatId, (Guid?)null), cancellation);
        if (seat.IsPlaceNew) await UnlessUsedAsync(db, () => db.Places.Where(p => p.GeoNames == seat.Place).ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>Takes something out of the directory, unless something that perhaps only the database sees still refers to it.</summary>
    public static async Task<bool> UnlessUsedAsync(TesseraDb db, Func<Task> remove, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("savepoint directory", cancellation);
        try
        {
            await remove();
            await db.Database.ExecuteSqlRawAsync("release savepoint directory", cancellation);
            return true;
        }
        catch (PostgresException used) when (used.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            await db.Database.ExecuteSqlRawAsync("rollback to savepoint directory; release savepoint directory", cancellation);
            return false;
        }
    }
}
