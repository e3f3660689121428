using System.Buffers;
using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Guests;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Interchange.Calendars;
using Tessera.Web.Access;
using Tessera.Web.Api;
using Tessera.Web.Parts;

namespace Tessera.Web.Post;

/// <summary>A letter to a guest, and what she knows when it has arrived.</summary>
/// <param name="Sequence">SEQUENCE of what it asks of her calendar; null when it asks nothing.</param>
public sealed record GuestLetter(Letter Letter, int? Sequence);

/// <summary>
/// Writes letters to guests in their languages: invitations and cancellations as iMIP (RFC 6047), which Outlook, Apple's Mail and Thunderbird put into the calendar, and the address at which a
/// guest says what she needs. Each names her alone as the one who is invited: who else is, is nobody's business.
/// </summary>
public sealed class GuestLetters(PublicAddress address, Mailer mailer)
{
    private const string Product = "-//Tessera//Tessera//EN";

    /// <summary>The letter; null when there is nothing to say any more.</summary>
    public GuestLetter? Write(OfficeView office, ActivityPage activity, GuestView guest, LetterKind kind, DateTimeOffset now)
    {
        // A cancellation that comes after the new invitation would take that out of her calendar.
        if (guest.Email is null || guest.IsInvitedAnew) return null;
        var isInvitation = kind is LetterKind.Invitation && guest.WithdrawnAt is null && activity.Row.Time.First is not null && activity.Row.Status is not ActivityStatus.Cancelled;
        return kind switch
        {
            LetterKind.Invitation when isInvitation => Calendar(office, activity, guest, InvitationMethod.Request, now),
            LetterKind.Cancellation when activity.Row.Time.First is not null && (guest.WithdrawnAt is not null || activity.Row.Status is ActivityStatus.Cancelled) => Calendar(office, activity, guest, InvitationMethod.Cancel, now),
            LetterKind.Needs when guest is { Link: not null, WithdrawnAt: null } => Needs(office, activity, guest),
            _ => null,
        };
    }

    /// <summary>Where answers go: to the office, or to where the program's mail comes from.</summary>
    public string? OrganiserOf(OfficeView office) => office.Contact.Email ?? mailer.From;

    /// <summary>What is sent once more unchanged keeps its SEQUENCE; everything else rises, also over what her address was sent before her invitation was taken back.</summary>
    private static int SequenceOf(ActivityPage activity, GuestView guest, InvitationMethod method)
    {
        if (method is InvitationMethod.Request && guest.Sequence is { } sent && guest.ToldVersion == activity.Row.Version && !(guest.Heard > sent)) return sent;
        var heard = Math.Max(guest.Sequence ?? -1, guest.Heard ?? -1);
        return Math.Max(activity.Row.Version, heard + 1);
    }

    private GuestLetter Calendar(OfficeView office, ActivityPage activity, GuestView guest, InvitationMethod method, DateTimeOffset now)
    {
        var said = new SaidOfActivity(office, activity, guest.Language);
        var (texts, organiser) = (said.Texts, OrganiserOf(office)!);
        var sequence = SequenceOf(activity, guest, method);
        var page = activity.Row.IsPublic ? address.Of(new PortalLinks(office.Slug, guest.Language).Activity(activity.Row.Key)) : "";
        var entry = ActivityEntries.Of(activity.Row, office.Slug, page, texts, said.Chain) with
        {
            Sequence = sequence,
            Description = activity.Item.Text.For(said.Chain)?.Text ?? "",
            Organiser = new Organiser(organiser, said.Office),
            Attendees = [new Attendee(guest.Email!, guest.Name, guest.Role is GuestRole.Optional ? AttendeeRole.Optional : AttendeeRole.Required, IsAsked: method is InvitationMethod.Request)],
        };
        var content = new ArrayBufferWriter<byte>();
        Invitation.Write(content, Product, method, [entry], now);
        var what = method is InvitationMethod.Cancel ? "cancelled" : guest.Sequence is null ? "invited" : "changed";
        var text = new StringBuilder(texts.With("guests.letter-hello", ("name", guest.Name))).Append("\n\n").Append(texts.With("guests.letter-" + what, ("office", said.Office))).Append("\n\n").Append(said.Lines());
        if (method is InvitationMethod.Cancel && activity.Item.Reason.For(said.Chain) is { } why && guest.WithdrawnAt is null) text.Append('\n').Append(why.Text).Append('\n');
        if (method is InvitationMethod.Request && entry.Description.Length > 0) text.Append('\n').Append(entry.Description).Append('\n');
        if (page.Length > 0 && method is InvitationMethod.Request) text.Append('\n').Append(page).Append('\n');
        if (method is InvitationMethod.Request) text.Append('\n').Append(texts.With("guests.letter-answer", ("email", organiser))).Append('\n');
        var letter = new Letter(guest.Email!, texts.With("guests.subject-" + what, ("title", said.Title), ("when", said.When)), text.Append(said.Foot()).ToString())
        {
            ReplyTo = organiser,
            Calendar = new LetterCalendar(Invitation.MediaType(method), content.WrittenMemory),
        };
        return new GuestLetter(letter, sequence);
    }

    private GuestLetter Needs(OfficeView office, ActivityPage activity, GuestView guest)
    {
        var said = new SaidOfActivity(office, activity, guest.Language);
        var texts = said.Texts;
        var text = new StringBuilder(texts.With("guests.letter-hello", ("name", guest.Name))).Append("\n\n").Append(texts.With("guests.letter-needs", ("office", said.Office))).Append("\n\n").Append(said.Lines()).Append('\n')
            .Append(address.Of(new PortalLinks(office.Slug, guest.Language).Guest(guest.Link!))).Append("\n\n").Append(texts.With("guests.letter-needs-kept", ("days", texts["guests.days", Keeping.DaysOfNeeds]))).Append('\n');
        return new GuestLetter(new Letter(guest.Email!, texts.With("guests.subject-needs", ("title", said.Title)), text.Append(said.Foot()).ToString()) { ReplyTo = OrganiserOf(office) }, null);
    }
}

/// <summary>What letters say of an activity, in a language.</summary>
internal sealed class SaidOfActivity(OfficeView office, ActivityPage activity, string language)
{
    /// <summary>The interface's texts in the language.</summary>
    public Texts Texts { get; } = TextCatalogue.Shared.For(Languages.IsInterface(language) ? language : "en");

    /// <summary>The languages that are tried for what the office has written.</summary>
    public IReadOnlyList<string> Chain { get; } = office.Chain(language);

    public string Office => office.Name.For(Chain)?.Text ?? office.Slug;

    public string Title => activity.Row.Title.For(Chain)?.Text ?? activity.Row.Key;

    public string When => WhenText.Of(activity.Row.Time, Texts);

    /// <summary>What, when and where, a line each.</summary>
    public string Lines()
    {
        var place = activity.Row.Place.For(Chain)?.Text;
        return $"{Title}\n{Texts["calendar.when"]}: {When}\n{(place is null ? "" : $"{Texts["fields.place"]}: {place}\n")}";
    }

    /// <summary>Who writes.</summary>
    public string Foot()
    {
        var (contact, foot) = (office.Contact, new StringBuilder("\n-- \n").Append(Office).Append('\n'));
        foreach (var line in new[] { contact.Phone, contact.Email }.OfType<string>()) foot.Append(line).Append('\n');
        return foot.ToString();
    }
}
