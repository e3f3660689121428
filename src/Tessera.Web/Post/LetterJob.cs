using Tessera.Domain.Guests;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Guests;
using Tessera.Features.Jobs;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Features.Registrations;
using Tessera.Features.Storage;
using Tessera.Features.Tours;
using Tessera.Web.Digests;

namespace Tessera.Web.Post;

/// <summary>
/// Sends the letters that were asked for. It is due whenever it is looked for; who asks for a letter rings for it. A letter that the mail server does not take waits for its own next try, so that
/// none is lost and none holds up another; one that cannot be written is tried a few times, and then given up with the reason.
/// </summary>
public sealed class LetterJob(
    LetterQueue queue, OfficeQueries offices, ActivityQueries activities, GuestService guests, RegistrationService registrations, AskingService askings, ActivityLetterService readers, TourService tours,
    GuestLetters letters, RegistrationLetters registrationLetters, MoveLetters moveLetters, ActivityLetters readersLetters, TourLetters tourLetters, DelegationLetters associations, Mailer mailer, TimeProvider time, ILogger<LetterJob> log) : IJob
{
    // A server that takes none of so many in a row is left alone until the next look.
    private const int EnoughFailures = 3;

    /// <inheritdoc />
    public string Name => LetterQueue.JobName;

    /// <inheritdoc />
    public DateTimeOffset NextAfter(DateTimeOffset moment) => moment;

    /// <inheritdoc />
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (!mailer.HasServer) return "no mail server";
        var (sent, refused, later, unwritten, inARow) = (0, 0, 0, 0, 0);
        foreach (var card in await offices.AllAsync(cancellation))
        {
            if (inARow == EnoughFailures) break;
            if (await offices.FindAsync(card.Slug, cancellation) is not { } office) continue;
            foreach (var letter in await queue.DueAsync(office, cancellation))
            {
                var (delivery, isWritten) = await TrySendAsync(office, letter, cancellation);
                if (!isWritten) unwritten++;
                if (delivery is null) continue;
                (sent, refused, later) = (sent + (delivery is Delivery.Sent ? 1 : 0), refused + (delivery is Delivery.Refused ? 1 : 0), later + (delivery is Delivery.Later ? 1 : 0));
                inARow = delivery is Delivery.Later ? inARow + 1 : 0;
                if (inARow == EnoughFailures) break;
            }
        }

        return $"sent {sent}, refused {refused}, not taken by the mail server {later}{(unwritten == 0 ? "" : $", not written {unwritten}")}";
    }

    /// <summary>What fails of one letter is that letter's failure, but for a database that is away and a program that stops.</summary>
    private async Task<(Delivery? Delivery, bool IsWritten)> TrySendAsync(OfficeView office, DueLetter due, CancellationToken cancellation)
    {
        try
        {
            return (await SendAsync(office, due, cancellation), true);
        }
        catch (Exception failure) when (!DatabaseLoss.IsCauseOf(failure) && !cancellation.IsCancellationRequested)
        {
            log.LogError(failure, "A letter of {Office} could not be written", office.Slug);
            var state = await queue.NotWrittenAsync(office, due, failure.GetBaseException().Message, CancellationToken.None);
            if (state is LetterState.Refused && due.Asking is { } asking) await askings.ForgetSecretAsync(office, asking, CancellationToken.None);
            return (null, false);
        }
    }

    /// <summary>Null when nobody wants it any more. A letter that was begun is sent to its end, also when the program stops meanwhile.</summary>
    private async Task<Delivery?> SendAsync(OfficeView office, DueLetter due, CancellationToken cancellation)
    {
        if (!await queue.TakeAsync(office, due.Id, cancellation)) return null;
        if (due.Asking is { } asking) return await ToOrganiserAsync(office, due, asking);
        var delivery = due switch
        {
            { Registration: { } registration } => await ToRegisteredAsync(office, due, registration),
            { Tour: { } application } => await ToAuthorityAsync(office, due, application),
            { Association: { } association } => await associations.SendAsync(office, due, association),
            { Reader: { } reader } => await ToReaderAsync(office, reader),
            _ => await ToGuestAsync(office, due),
        };
        if (delivery is { } known) await queue.EndAsync(office, due, known, CancellationToken.None);
        else await queue.DropAsync(office, due.Id, CancellationToken.None);
        return delivery;
    }

    /// <summary>Null when there is nothing to ask any more. The secret of the address is kept no longer than the letter waits.</summary>
    private async Task<Delivery?> ToOrganiserAsync(OfficeView office, DueLetter due, Guid id)
    {
        if (await askings.FindAsync(office, id, CancellationToken.None) is not { } asking || await moveLetters.WriteAsync(office, asking, CancellationToken.None) is not { } letter)
        {
            await askings.DropAsync(office, id, CancellationToken.None);
            return null;
        }

        var delivery = await mailer.SendAsync(letter, CancellationToken.None);
        if (await queue.EndAsync(office, due, delivery, CancellationToken.None) is LetterState.Sent or LetterState.Refused) await askings.ForgetSecretAsync(office, id, CancellationToken.None);
        return delivery;
    }

    /// <summary>Null when there is nothing to say any more.</summary>
    private async Task<Delivery?> ToRegisteredAsync(OfficeView office, DueLetter due, Guid id)
    {
        if (await registrations.FindAsync(office, id, CancellationToken.None) is not { } found) return null;
        if (await activities.FindAsync(office, found.ActivityKey, publicOnly: false, CancellationToken.None) is not { } activity) return null;
        return registrationLetters.Write(office, activity, found.Registration, due.Kind) is { } letter ? await mailer.SendAsync(letter, CancellationToken.None) : null;
    }

    /// <summary>Null when there is nothing to say any more.</summary>
    private async Task<Delivery?> ToAuthorityAsync(OfficeView office, DueLetter due, Guid id)
    {
        if (await tours.FindAsync(office, id, CancellationToken.None) is not { } found) return null;
        if (await activities.FindAsync(office, found.ActivityKey, publicOnly: false, CancellationToken.None) is not { } activity) return null;
        return tourLetters.Write(office, activity, found.Application, due.Kind) is { } letter ? await mailer.SendAsync(letter, CancellationToken.None) : null;
    }

    /// <summary>Null when she has answered, or it was too long ago.</summary>
    private async Task<Delivery?> ToReaderAsync(OfficeView office, Guid id) =>
        await readers.FindAsync(office, id, CancellationToken.None) is { IsConfirmed: false } reader ? await mailer.SendAsync(readersLetters.Asking(office, reader), CancellationToken.None) : null;

    /// <summary>Null when there is nothing to say any more.</summary>
    private async Task<Delivery?> ToGuestAsync(OfficeView office, DueLetter due)
    {
        if (due.Guest is not { } id || await guests.FindAsync(office, id, CancellationToken.None) is not { } found) return null;
        if (await activities.FindAsync(office, found.ActivityKey, publicOnly: false, CancellationToken.None) is not { } activity) return null;
        if (letters.Write(office, activity, found.Guest, due.Kind, time.GetUtcNow()) is not { } written) return null;
        var delivery = await mailer.SendAsync(written.Letter, CancellationToken.None);
        if (delivery is Delivery.Sent && written.Sequence is { } sequence) await guests.ToldAsync(office, id, activity.Row.Version, sequence, CancellationToken.None);
        return delivery;
    }
}
