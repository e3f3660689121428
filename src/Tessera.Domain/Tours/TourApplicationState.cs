namespace Tessera.Domain.Tours;

/// <summary>How an authority's application for a study tour stands.</summary>
public enum TourApplicationState
{
    /// <summary>Sent on the portal; the link in the mail was not followed yet.</summary>
    Unconfirmed,

    /// <summary>It takes part in the selection.</summary>
    Applied,

    /// <summary>It has its places.</summary>
    Place,

    /// <summary>It waits for places.</summary>
    Waiting,

    /// <summary>The authority does not come.</summary>
    Withdrawn,
}
