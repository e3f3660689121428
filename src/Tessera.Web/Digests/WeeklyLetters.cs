using System.Text;
using Tessera.Domain.Offices;
using Tessera.Domain.Vocabulary;
using Tessera.Features.Accounts;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Web.Access;
using Tessera.Web.Parts;

namespace Tessera.Web.Digests;

/// <summary>What needs the people of an office.</summary>
public sealed record OfficeNeeds(OfficeView Office, OfficeRole Role, IReadOnlyList<Need> Needs);

/// <summary>Writes the weekly mail: by office what needs its reader, in her language, with the addresses where she does it, and how she ends the mail (RFC 2369, RFC 8058).</summary>
public sealed class WeeklyLetters(PublicAddress address, DigestTokens tokens)
{
    /// <summary>Needs of an office that are told at the most; of a kind that has many, the most urgent.</summary>
    public const int MostNeeds = 30;

    /// <summary>The letter; null when nothing needs her.</summary>
    public Letter? Write(Account account, IReadOnlyList<OfficeNeeds> offices)
    {
        var needing = offices.Where(o => o.Needs.Count > 0).ToList();
        if (needing.Count == 0) return null;
        var texts = TextCatalogue.Shared.For(Languages.IsInterface(account.Language) ? account.Language : "en");
        var off = address.Of(AccountLinks.DigestOff(tokens.Of(account.Id)));
        var body = new StringBuilder(texts.With("digest.greeting", ("name", account.Name))).Append("\n\n");
        foreach (var office in needing) WriteOffice(body, office, texts);
        body.Append("-- \n").Append(texts.With("digest.why", ("link", $"{off}?lang={texts.Language}"))).Append('\n');
        return new Letter(account.Email, texts["digest.subject", needing.Sum(o => o.Needs.Count)], body.ToString())
        {
            Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = $"<{off}>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" },
        };
    }

    private void WriteOffice(StringBuilder body, OfficeNeeds office, Texts texts)
    {
        var (chain, links) = (office.Office.Chain(texts.Language), new DeskLinks(office.Office.Slug));
        body.Append(office.Office.ShortName.For(chain)?.Text ?? office.Office.Slug).Append('\n').Append(address.Of(links.Home)).Append("\n\n");
        var (told, untold) = (0, 0);
        foreach (var group in NeedGroup.Of(office.Needs))
        {
            if (told >= MostNeeds)
            {
                untold += group.Needs.Count;
                continue;
            }

            if (group.IsMany) body.Append(texts.Of(group.Kind)).Append(" (").Append(group.Needs.Count.ToString("N0", texts.Culture)).Append(")\n\n");
            foreach (var need in group.First) WriteNeed(body, need, office.Role, texts, chain, links);
            if (group.IsMany) WriteMore(body, group.Others.Count(), texts, links);
            told += group.First.Count();
        }

        if (untold > 0) WriteMore(body, untold, texts, links);
    }

    private void WriteNeed(StringBuilder body, Need need, OfficeRole role, Texts texts, IReadOnlyList<string> chain, DeskLinks links)
    {
        body.Append("* ").Append(texts.Of(need.Kind));
        if (need.Names.For(chain) is { } name) body.Append(": ").Append(name.Text);
        body.Append("\n  ").Append(NeedSentences.Of(need, texts, need.Detail.For(chain)?.Text ?? "")).Append('\n');
        if (links.StepFor(need, role) is { } path) body.Append("  ").Append(address.Of(path)).Append('\n');
        body.Append('\n');
    }

    private void WriteMore(StringBuilder body, int count, Texts texts, DeskLinks links) => body.Append(texts["digest.more", count]).Append(' ').Append(address.Of(links.Home)).Append("\n\n");
}
