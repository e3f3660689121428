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

/// <summary>An event in the life of authorities: from these, on this date, to those.</summary>
public sealed record AuthorityEvent(string Key, AuthorityEventKind Kind, PartialDate Date, IReadOnlyList<string> From, IReadOnlyList<string> To);
