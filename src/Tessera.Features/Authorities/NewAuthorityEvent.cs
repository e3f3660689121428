using Tessera.Domain.Authorities;
using Tessera.Domain.Vocabulary;
using Tessera.Interchange.Offices;

namespace Tessera.Features.Authorities;

/// <summary>An event of an authority as somebody says it.</summary>
/// <param name="Authority">The key of the one to which it happens.</param>
/// <param name="To">The key of the successor that the directory has; null for a new one, or none.</param>
/// <param name="Successor">The names of a new successor; empty for none.</param>
/// <param name="Note">The legal basis.</param>
public sealed record NewAuthorityEvent(string Authority, AuthorityEventKind Kind, PartialDate Date, string? To, LocalText Successor, LocalText Note)
{
    /// <summary>Is the authority no more after it? All but a transfer end it.</summary>
    public bool Ends => Kind is not AuthorityEventKind.Transfer;

    /// <summary>The office with the event recorded: the authority ended, its successor added where it is new.</summary>
    /// <param name="newKey">The key of a new successor; null when there is none.</param>
    public OfficeFile RecordedIn(OfficeFile file, string? newKey)
    {
        var authority = file.Authorities.Single(a => a.Key == Authority);
        var added = To is null && newKey is not null ? authority with { Key = newKey, Names = Successor, From = Date, Until = null, Identifiers = [] } : null;
        var to = To ?? newKey;
        var happening = new AuthorityEventItem
        {
            Key = Keys.Of($"{Authority}-{Words<AuthorityEventKind>.Write(Kind)}", "event", k => file.AuthorityEvents.Any(e => e.Key == k)),
            Kind = Words<AuthorityEventKind>.Write(Kind),
            Date = Date,
            From = [Authority],
            To = to is null ? [] : [to],
            Note = Note,
            Source = authority.Source,
        };
        var authorities = file.Authorities.Select(a => Ends && a.Key == Authority ? a with { Until = Date } : a);
        return file with { Authorities = [.. authorities, .. added is null ? Array.Empty<AuthorityItem>() : [added]], AuthorityEvents = [.. file.AuthorityEvents, happening] };
    }
}
