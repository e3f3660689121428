using Tessera.Features.Calendar.Others;
using Tessera.Features.Delegations;
using Tessera.Features.Guests;
using Tessera.Features.Jobs;
using Tessera.Features.Offices;
using Tessera.Features.Partners;
using Tessera.Features.Registrations;
using Tessera.Features.Reports;
using Tessera.Features.Tours;

namespace Tessera.Features.Contacts;

/// <summary>
/// Forgets by itself what has been kept long enough: contacts whose day has passed, readers' reports after a year, guests, people registered and those on study tours some days after the activity, calendar files that
/// nobody took, addresses that nobody confirmed, candidates
/// for delegations and what their rules needed of members. The history says that it did.
/// </summary>
public sealed class RetentionJob(
    OfficeQueries offices, ContactService contacts, ErrorReportService reports, GuestService guests, RegistrationService registrations, CalendarImportService calendars, ActivityLetterService letters, DelegationPeople delegations, TourService tours) : IJob
{
    private const int AtHour = 3;

    /// <inheritdoc />
    public string Name => "retention";

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        var today = new DateTimeOffset(moment.UtcDateTime.Date.AddHours(AtHour), TimeSpan.Zero);
        return today > moment ? today : today.AddDays(1);
    }

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (people, told, needs, names, places, others, candidates) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var card in await offices.AllAsync(cancellation))
        {
            if (await offices.FindAsync(card.Slug, cancellation) is not { } office) continue;
            people += await contacts.ForgetAsync(office, new Edit("tessera", "retention"), cancellation);
            told += await reports.ForgetAsync(office, cancellation);
            var (gone, forgotten) = await guests.ForgetAsync(office, cancellation);
            (needs, names, places) = (needs + gone, names + forgotten, places + await registrations.ForgetAsync(office, cancellation) + await tours.ForgetAsync(office, cancellation));
            var (unseated, traits) = await delegations.ForgetAsync(office, cancellation);
            candidates += unseated + traits;
            others += await calendars.ForgetAsync(office, cancellation) + await letters.ForgetAsync(office, cancellation);
        }

        return $"forgot {people} contacts and {told} reports, {needs} needs of guests, {names} guests and {places} registrations and applications, {others} calendar files and addresses for mail, {candidates} candidates and what rules needed of members";
    }
}
