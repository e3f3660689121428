using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Domain.Guests;
using Tessera.Domain.Tours;
using Tessera.Features.Calendar;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Tours;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Post;

/// <summary>Writes letters to authorities that apply for a study tour, in their languages: the link that confirms, and how the application stands.</summary>
public sealed class TourLetters(PublicAddress address, GuestLetters guests)
{
    /// <summary>The letter; null when there is nothing to say any more.</summary>
    public Letter? Write(OfficeView office, ActivityPage activity, TourApplicationView application, LetterKind kind)
    {
        if (application.Email is null || kind is LetterKind.TourAsking != application.State is TourApplicationState.Unconfirmed) return null;
        var said = new SaidOfActivity(office, activity, application.Language);
        var (texts, links) = (said.Texts, new PortalLinks(office.Slug, said.Texts.Language));
        var what = activity.Row.Status is ActivityStatus.Cancelled ? "off" : application.State switch
        {
            TourApplicationState.Unconfirmed => "asking",
            TourApplicationState.Applied => "applied",
            TourApplicationState.Place => "place",
            TourApplicationState.Waiting => "waiting",
            _ => "withdrawn",
        };
        var text = new StringBuilder(texts.With("guests.letter-hello", ("name", application.Name))).Append("\n\n").Append(texts.With("tour.letter-" + what, ("authority", application.Authority))).Append("\n\n").Append(said.Lines());
        if (what is not ("off" or "withdrawn")) text.Append('\n').Append(texts[what is "asking" ? "tour.letter-confirm" : "tour.letter-look"]).Append('\n').Append(address.Of(links.Application(application.Secret))).Append('\n');
        if (what is "place" or "waiting") text.Append('\n').Append(texts["tour.letter-why"]).Append('\n').Append(address.Of(links.Apply(activity.Row.Key))).Append('\n');
        return new Letter(application.Email, texts.With("tour.subject-" + what, ("title", said.Title)), text.Append(said.Foot()).ToString()) { ReplyTo = guests.OrganiserOf(office) };
    }
}
