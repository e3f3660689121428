using Tessera.Domain.Vocabulary;

namespace Tessera.Domain.Authorities;

/// <summary>What sort of body an entry of the directory is. The words are those of the field, not of one country's law.</summary>
public enum AuthorityKind
{
    /// <summary>A town, city or rural municipality.</summary>
    Municipality,

    /// <summary>A county-level authority (megye, județ, powiat, raion).</summary>
    County,

    /// <summary>A province (Italian provincia).</summary>
    Province,

    /// <summary>A region with its own authority.</summary>
    Region,

    /// <summary>A district below the county.</summary>
    District,

    /// <summary>An association of authorities.</summary>
    Association,

    /// <summary>An international organisation or network that authorities are members of.</summary>
    Network,

    /// <summary>A state-level body.</summary>
    State,
}

/// <summary>How one authority follows from another.</summary>
public enum AuthorityEventKind
{
    /// <summary>Several became one.</summary>
    Merger,

    /// <summary>One became several.</summary>
    Split,

    /// <summary>The same body under another name.</summary>
    Rename,

    /// <summary>A part or task went over to another body.</summary>
    Transfer,

    /// <summary>Ended without a successor.</summary>
    Abolition,
}

/// <summary>A legal body in its life span. A settlement may live on under the same name when its authority ends: that is a place.</summary>
/// <param name="Key">Stable key, such as <c>ee-tamsalu-vald-2005</c>.</param>
/// <param name="From">Since when the body exists, as precisely as known; null when not known.</param>
/// <param name="Until">Since when it exists no more; null while it lives or when not known to have ended.</param>
public sealed record AuthorityLife(string Key, LocalText Names, PartialDate? From, PartialDate? Until)
{
    /// <summary>Had the body certainly ended before this day was over?</summary>
    public bool HasEndedBy(DateOnly day) => Until is { } until && until.Latest is { } latest && latest <= day;
}

/// <summary>An event in the life of authorities: from these, on this date, to those.</summary>
public sealed record AuthorityEvent(string Key, AuthorityEventKind Kind, PartialDate Date, IReadOnlyList<string> From, IReadOnlyList<string> To);
