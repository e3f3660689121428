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
    /// <summary>Needs of an office that are told one by one.</summary>
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
        foreach (var need in office.Needs.Take(MostNeeds))
        {
            body.Append("* ").Append(texts.Of(need.Kind));
            if (need.Names.For(chain) is { } name) body.Append(": ").Append(name.Text);
            body.Append("\n  ").Append(NeedSentences.Of(need, texts, need.Detail.For(chain)?.Text ?? "")).Append('\n');
            if (links.StepFor(need, office.Role) is { } path) body.Append("  ").Append(address.Of(path)).Append('\n');
            body.Append('\n');
        }

        if (office.Needs.Count > MostNeeds) body.Append(texts["digest.more", office.Needs.Count - MostNeeds]).Append(' ').Append(address.Of(links.Home)).Append("\n\n");
    }
}
