using Tessera.Domain.Offices;
using Tessera.Features.Accounts;
using Tessera.Features.Mail;
using Tessera.Features.Offices;
using Tessera.Web.Parts;

namespace Tessera.Web.Access;

/// <summary>The program's own letters to people, in their languages. Links begin with the address that the operator has said, never with what a browser sent.</summary>
public sealed class Letters(Mailer mailer, PublicAddress address)
{
    /// <summary>Sends an invitation; false when no mail can be sent, and the link has to be passed on by hand.</summary>
    public Task<bool> InviteAsync(OfficeView office, string email, OfficeRole role, string invitedBy, string path, Texts texts, CancellationToken cancellation)
    {
        var name = office.ShortName.For(office.Chain(texts.Language))?.Text ?? office.Slug;
        return mailer.SendAsync(email, texts.With("letter.invitation-subject", ("office", name)),
            texts.With("letter.invitation", ("who", invitedBy), ("office", name), ("role", texts.Of(role)), ("link", address.Of(path))), null, cancellation);
    }

    /// <summary>Sends an organiser the address by which she enters her programmes; false when no mail can be sent, and the address has to be passed on by hand.</summary>
    public Task<bool> OrganiserAsync(OfficeView office, string email, string organiser, string path, Texts texts, CancellationToken cancellation)
    {
        var name = office.ShortName.For(office.Chain(texts.Language))?.Text ?? office.Slug;
        return mailer.SendAsync(email, texts.With("letter.organiser-subject", ("office", name)),
            texts.With("letter.organiser", ("who", organiser), ("office", name), ("link", address.Of(path))), office.Contact.Email, cancellation);
    }

    /// <summary>Sends the link by which a forgotten password is replaced.</summary>
    public Task<bool> ResetAsync(Account account, string path, CancellationToken cancellation)
    {
        var texts = TextCatalogue.Shared.For(account.Language);
        return mailer.SendAsync(account.Email, texts["letter.reset-subject"], texts.With("letter.reset", ("name", account.Name), ("link", address.Of(path))), null, cancellation);
    }
}

/// <summary>Where people reach this installation: TESSERA_URL, else the first address it listens on.</summary>
public sealed class PublicAddress(Func<string> origin)
{
    /// <summary>The whole address of a path.</summary>
    public string Of(string path) => origin().TrimEnd('/') + path;
}
