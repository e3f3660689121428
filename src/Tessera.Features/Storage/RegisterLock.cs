using Microsoft.EntityFrameworkCore;

namespace Tessera.Features.Storage;

/// <summary>
/// The one order in which everybody locks: the office, then its publications, news, activities and partners, each by their numbers, then what hangs on them. Who changes the register takes the office first, so that
/// of two who change it at once one waits before she holds anything the other wants. The lock lets others refer to the office, such as whoever registers for an activity, and everybody read.
/// </summary>
internal static class RegisterLock
{
    /// <summary>Takes the office for this unit of work; first of all it does.</summary>
    public static Task<int> TakeAsync(TesseraDb db, int office, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select 1 from office where id = {office} for no key update", cancellation);
}
