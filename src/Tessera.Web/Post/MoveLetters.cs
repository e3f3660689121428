using System.Text;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Features.Programmes;
using Tessera.Planning.Programmes;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Post;

/// <summary>
/// Writes to organisers, each in her language, which of her programmes a plan would move from when to when, why in a sentence, and where she answers. Of what others keep closed nothing is said.
/// </summary>
public sealed class MoveLetters(PublicAddress address, GuestLetters guests, SeasonQueries seasons)
{
    /// <summary>The letter; null when she has no address.</summary>
    public async Task<Letter?> WriteAsync(OfficeView office, Asking asking, CancellationToken cancellation)
    {
        if (asking.Organiser.Email is not { } email) return null;
        var request = RequestTexts.In(LanguageOf(office, asking.Organiser), office);
        var (texts, display) = (request.Texts, new Display(request));
        var say = new BoardSentences(await seasons.ReadAsync(office, asking.Span, cancellation), asking.Organiser.Key, texts, display);
        var name = display.Text(office.Name)?.Text ?? office.Slug;
        var text = new StringBuilder(texts.With("guests.letter-hello", ("name", display.Text(asking.Organiser.Names)?.Text ?? asking.Organiser.Key))).Append("\n\n");
        if (asking.Moves.Count > 0)
        {
            text.Append(texts.With("plans.letter-asks", ("office", name), ("season", WhenText.Days(asking.Span.First, asking.Span.Last, texts)))).Append("\n\n");
            foreach (var move in asking.Moves) text.Append(Line(move, say, texts, display));
            text.Append('\n').Append(texts["plans.letter-answer"]).Append('\n').Append(address.Of(new PortalLinks(office.Slug, texts.Language).Programmes(asking.Secret))).Append("\n\n").Append(texts["plans.letter-secret"]).Append('\n');
        }

        if (asking.Dropped.Count > 0)
        {
            text.Append(asking.Moves.Count > 0 ? "\n" : "").Append(texts["plans.letter-dropped"]).Append('\n');
            foreach (var (title, from, to) in asking.Dropped) text.Append("- ").Append(display.Text(title)?.Text).Append(": ").Append(WhenText.Day(from, texts)).Append(" → ").Append(WhenText.Day(to, texts)).Append('\n');
        }

        text.Append("\n-- \n").Append(name).Append('\n');
        foreach (var line in new[] { office.Contact.Phone, office.Contact.Email }.OfType<string>()) text.Append(line).Append('\n');
        var subject = asking.Moves.Count > 0 ? texts["plans.letter-subject", asking.Moves.Count] : texts["plans.letter-subject-dropped"];
        return new Letter(email, subject, text.ToString()) { ReplyTo = guests.OrganiserOf(office) };
    }

    /// <summary>The language in which an organiser is written to: her own, else the office's first of those the program speaks.</summary>
    public static string LanguageOf(OfficeView office, OrganiserView organiser) =>
        Languages.IsInterface(organiser.Language) ? organiser.Language! : office.Languages.FirstOrDefault(Languages.IsInterface) ?? "en";

    private static string Line(PlanMove move, BoardSentences say, Texts texts, Display display)
    {
        var line = $"- {display.Text(move.Title)?.Text ?? move.Activity}: {Day(move.From, texts)} → {Day(move.To, texts)}\n";
        return move.Reasons.Vanish.FirstOrDefault(say.MayTell) is { } reason ? line + $"  {Why(reason, move, say, texts)}\n" : line;
    }

    private static string Why(ConflictReason reason, PlanMove move, BoardSentences say, Texts texts) =>
        texts.With("plans.letter-why", ("other", say.Other(reason, move.Activity)), ("why", say.Why(reason)), ("cost", say.Cost(reason)));

    private static string Day(DateOnly day, Texts texts) => $"{WhenText.Day(day, texts)} ({day.ToString("dddd", texts.Culture)})";
}
