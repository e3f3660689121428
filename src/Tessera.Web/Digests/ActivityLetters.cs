using System.Text;
using Tessera.Domain.Calendar;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Calendar;
using Tessera.Features.Calendar.Others;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Digests;

/// <summary>Writes the mails of an office's coming activities: the one that asks whether it was she, and the weekly one, with how she leaves it (RFC 2369, RFC 8058).</summary>
public sealed class ActivityLetters(PublicAddress address, ActivityLetterTokens tokens)
{
    /// <summary>Days that a mail looks ahead.</summary>
    public const int DaysAhead = 28;

    /// <summary>Activities in a mail at most; the rest is on the portal.</summary>
    public const int Most = 40;

    /// <summary>Asks whether it was she.</summary>
    public Letter Asking(OfficeView office, ActivityLetterView letter)
    {
        var (texts, links, name) = Of(office, letter);
        var confirm = address.Of(links.MailConfirm(tokens.ToConfirm(letter.Id)));
        return new Letter(letter.Email, texts.With("coming.ask-subject", ("office", name)), texts.With("coming.ask-text", ("office", name), ("link", confirm), ("days", ActivityLetterService.DaysToConfirm.ToString(texts.Culture))));
    }

    /// <summary>What is coming; null when nothing is.</summary>
    public Letter? Weekly(OfficeView office, ActivityLetterView letter, IReadOnlyList<ActivityOccurrence> times)
    {
        if (times.Count == 0) return null;
        var (texts, links, name) = Of(office, letter);
        var chain = office.Chain(texts.Language);
        var off = address.Of(links.MailOff(tokens.ToLeave(letter.Id)));
        var body = new StringBuilder(texts.With("coming.intro", ("office", name))).Append("\n\n");
        foreach (var time in times.Take(Most)) Write(body, time, texts, chain, links);
        if (times.Count > Most) body.Append(texts["calendar.more", times.Count - Most]).Append(' ');
        body.Append(address.Of(links.Activities(letter.Filter))).Append("\n\n-- \n").Append(texts.With("coming.why", ("office", name), ("link", off))).Append('\n');
        return new Letter(letter.Email, texts.With("coming.subject", ("office", name)), body.ToString())
        {
            Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = $"<{off}>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" },
        };
    }

    private void Write(StringBuilder body, ActivityOccurrence time, Texts texts, IReadOnlyList<string> chain, PortalLinks links)
    {
        var activity = time.Activity;
        body.Append("* ").Append(activity.Title.For(chain)?.Text ?? activity.Key);
        if (activity.Status is ActivityStatus.Cancelled or ActivityStatus.Postponed) body.Append(" (").Append(texts.Of(activity.Status)).Append(')');
        body.Append("\n  ").Append(WhenText.Of(time.Dates, texts));
        if (activity.Place.For(chain) is { } place) body.Append("\n  ").Append(place.Text);
        body.Append("\n  ").Append(address.Of(links.Activity(activity.Key))).Append("\n\n");
    }

    private static (Texts Texts, PortalLinks Links, string Name) Of(OfficeView office, ActivityLetterView letter)
    {
        var texts = TextCatalogue.Shared.For(Languages.IsInterface(letter.Language) ? letter.Language : "en");
        return (texts, new PortalLinks(office.Slug, texts.Language), office.Name.For(office.Chain(texts.Language))?.Text ?? office.Slug);
    }
}
