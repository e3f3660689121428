using Microsoft.EntityFrameworkCore;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Domain.Tours;
using Tessera.Features.Calendar;
using Tessera.Features.Storage;

namespace Tessera.Features.Guests;

/// <summary>What an activity's own rules ask about its guests.</summary>
internal static class GuestsOf
{
    /// <summary>Does anybody believe the activity to be who would not hear that it is gone? Of what is over, nobody.</summary>
    public static async Task<bool> AreWaitingAsync(TesseraDb db, ActivityRecord activity, DateOnly today, CancellationToken cancellation)
    {
        if (activity.LastDay < today) return false;
        var isOff = activity.Status is ActivityStatus.Cancelled;
        return await db.Guests.AnyAsync(g => g.ActivityId == activity.Id && g.WithdrawnAt == null && g.Sequence != null && !(isOff && g.ToldVersion == activity.Version), cancellation)
            || await db.Registrations.AnyAsync(r => r.ActivityId == activity.Id && r.State != RegistrationState.Cancelled, cancellation)
            || await db.TourApplications.AnyAsync(a => a.ActivityId == activity.Id && a.State != TourApplicationState.Withdrawn && a.State != TourApplicationState.Unconfirmed, cancellation)
            || await db.Letters.AnyAsync(l => (l.State == LetterState.Waiting || l.State == LetterState.Sending)
                && (db.Guests.Any(g => g.Id == l.GuestId && g.ActivityId == activity.Id) || db.Registrations.Any(r => r.Id == l.RegistrationId && r.ActivityId == activity.Id)), cancellation);
    }
}
