using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Features.Calendar;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Registrations;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Post;

/// <summary>Writes letters to people who have registered, in their languages: how the activity and their registration stand, and where they cancel.</summary>
public sealed class RegistrationLetters(PublicAddress address, GuestLetters guests)
{
    /// <summary>The letter; null when there is nothing to say any more.</summary>
    public Letter? Write(OfficeView office, ActivityPage activity, RegistrationView registration, LetterKind kind)
    {
        if (registration.Email is null || (kind is LetterKind.MovedUp && registration.State is not RegistrationState.Place)) return null;
        var said = new SaidOfActivity(office, activity, registration.Language);
        var texts = said.Texts;
        var what = activity.Row.Status is ActivityStatus.Cancelled ? "off" : registration.State switch
        {
            RegistrationState.Place when kind is LetterKind.MovedUp => "moved-up",
            RegistrationState.Place => "place",
            RegistrationState.Waiting => "waiting",
            _ => "cancelled",
        };
        var text = new StringBuilder(texts.With("guests.letter-hello", ("name", registration.Name))).Append("\n\n").Append(texts["registration.letter-" + what, registration.People]).Append("\n\n").Append(said.Lines());
        if (what is "off" && activity.Item.Reason.For(said.Chain) is { } why) text.Append('\n').Append(why.Text).Append('\n');
        if (what is "place" or "waiting" or "moved-up")
            text.Append('\n').Append(texts["registration.letter-cancel"]).Append('\n').Append(address.Of(new PortalLinks(office.Slug, texts.Language).Registration(registration.Secret))).Append('\n');
        text.Append('\n').Append(texts.With("registration.letter-kept", ("days", texts["guests.days", Keeping.DaysOfRegistrations]))).Append('\n');
        return new Letter(registration.Email, texts.With("registration.subject-" + what, ("title", said.Title), ("when", said.When)), text.Append(said.Foot()).ToString()) { ReplyTo = guests.OrganiserOf(office) };
    }
}
